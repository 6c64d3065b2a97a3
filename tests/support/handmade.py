"""Exports made by hand: what an extraction without a fault would give."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from app.domain.edtf import edtf
from tests.support.gold import UNDATED, Json


def dated(text: str) -> dict[str, Any]:
    """A date as the export writes it."""
    date = edtf("" if text in UNDATED else text)
    ends = {"earliest": date.earliest, "latest": date.latest}
    return {"edtf": date.text, "precision": date.precision} | {k: day and day.isoformat() for k, day in ends.items()}


def faultless_export(gold: Json, texts: Mapping[str, str]) -> dict[str, Any]:
    """One event a happening, one quote a mention, each with the date and the status that the gold puts first."""
    quotes = defaultdict(list)
    for file, article in gold["files"].items():
        for raw in article["events"]:
            text = raw["quotes_any"][0]
            start = texts[file].index(text)
            quote = {"article_id": file, "text": text, "start": start, "end": start + len(text)}
            quote |= {"date": dated(raw["date"]), "status": raw["modality"]}
            quotes[raw.get("cluster", raw["id"])].append(quote)
    articles = [{"id": f, "file": f, "published": dated(a["published"]["date"])} for f, a in gold["files"].items()]
    events = [{"id": label, "date": of[0]["date"], "title": label, "quotes": of} for label, of in quotes.items()]
    return {"format": "tumen/1", "articles": articles, "events": events}
