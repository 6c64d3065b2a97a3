"""What the articles are known to hold (the gold), and which of it the quotes of an export tell.

A quote supports a gold mention when the two share most of their words in one run; of the mentions that it supports it
tells one, rather one that it dates rightly, rather one that no other quote tells yet, rather one of its event's others.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from app.domain.edtf import edtf

Json = Mapping[str, Any]

LEAST_WORDS, LEAST_SHARE = 4, 0.6  # of the shorter one: what quote and gold have in common in one run
LONGEST_QUOTE_WORDS = 120  # whoever quotes more proves nothing
UNDATED = {"unknown", "XXXX", ""}


@dataclass(frozen=True, eq=False)
class Mention:
    """What one gold article tells of one happening. `label` is its cluster, or its own id where it has none."""

    id: str
    file: str
    label: str
    what: str
    is_core: bool
    dates: Sequence[str]
    wrong_dates: Sequence[str]
    statuses: Sequence[str]
    date_words: str
    sentences: Sequence[Sequence[str]]


@dataclass
class Quote:
    """An exported quote. `dates` holds "" too where it says no more than "not later than published"."""

    event_id: str
    file: str
    text: str
    start: int
    end: int
    dates: Sequence[str]
    status: str
    supported: Sequence[Mention] = ()
    label: str = ""  # of the happening that it tells

    def dates_rightly(self, mention: Mention) -> bool:
        """Is one of its dates among those that the gold accepts?"""
        return any(is_right(date, mention.dates) for date in self.dates)

    def has_status(self, mention: Mention) -> bool:
        """Is its status accepted? A disputed event holds a claim and a denial, so either is right for it."""
        disputes = self.status == "disputed" and not {"claimed", "denied"}.isdisjoint(mention.statuses)
        return disputes or self.status in mention.statuses

    def right_labels(self) -> list[str]:
        """The happenings among the supported ones that it dates rightly, core ones first."""
        right = sorted((m for m in self.supported if self.dates_rightly(m)), key=lambda m: not m.is_core)
        return list(dict.fromkeys(m.label for m in right))


def read_gold(file: Path) -> Json:
    """The gold of a folder of articles, in the shape of tests/articles/seeds_gold.json."""
    gold: Json = json.loads(file.read_text(encoding="utf-8"))
    return gold


def gold_mentions(gold: Json) -> list[Mention]:
    """All mentions of a gold, those of optional background too."""
    return [_mention(file, raw) for file, article in gold["files"].items() for raw in article["events"]]


def _mention(file: str, raw: Json) -> Mention:
    return Mention(
        id=raw["id"],
        file=file,
        label=raw.get("cluster", raw["id"]),
        what=raw["what"],
        is_core=raw["tier"] == "core",
        dates=[raw["date"], *raw.get("date_ok", [])],
        wrong_dates=raw.get("date_wrong", []),
        statuses=[raw["modality"], *raw.get("modality_ok", [])],
        date_words=raw.get("date_words", ""),
        sentences=[words(sentence) for sentence in raw["quotes_any"]],
    )


def exported_quotes(export: Json) -> list[Quote]:
    """All quotes of an export, in an order that does not hang on the order of its events."""
    articles = {a["id"]: a for a in export["articles"]}
    quotes = []
    for event in export["events"]:
        for q in event["quotes"]:
            article = articles[q["article_id"]]
            text, latest = q["date"]["edtf"], article["published"]["latest"]
            dates = [text, ""] if latest and is_right(text, [f"../{latest}"]) else [text]
            quotes.append(Quote(event["id"], article["file"], q["text"], q["start"], q["end"], dates, q["status"]))
    return sorted(quotes, key=lambda q: (q.file, q.start, q.end, q.event_id))


def words(text: str) -> list[str]:
    """The words of a text, in small letters, without the marks between them."""
    return re.findall(r"[^\W_]+", text.lower())


def has_phrase(text: Sequence[str], phrases: str) -> bool:
    """Do the words hold one of the phrases parted by ';', whose pieces are parted by '...'?"""
    line = f" {' '.join(text)} "
    return any(all(f" {' '.join(words(piece))} " in line for piece in one.split("...")) for one in phrases.split(";"))


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """The longest run of words in common, as a share of the shorter one; 0 where that is a mere turn of phrase."""
    least = min(len(one), len(other))
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return run / least if run >= max(1, min(LEAST_WORDS, least)) else 0.0


def supported_by(quote: Quote, mentions: Sequence[Mention], unwanted: Sequence[str]) -> list[Mention]:
    """The mentions whose sentence the quote shares; a clause that names the date of one does not support the next."""
    text = words(quote.text)
    if len(text) > LONGEST_QUOTE_WORDS or any(quote.text in other for other in unwanted):
        return []
    found = [m for m in mentions if any(overlap(text, sentence) >= LEAST_SHARE for sentence in m.sentences)]
    named = {m.label for m in found if m.date_words and has_phrase(text, m.date_words)}
    return [m for m in found if m.label in named or not m.date_words or not named]


def assign(quotes: Sequence[Quote]) -> None:
    """Give each quote the one happening that it tells; those with the least choice come first."""
    taken: dict[tuple[str, str], int] = defaultdict(int)
    of_event: dict[str, set[str]] = defaultdict(set)
    for quote in sorted(quotes, key=lambda q: (not q.right_labels(), len(q.right_labels()), len(q.supported))):
        labels = quote.right_labels() or [m.label for m in quote.supported]
        if labels:
            quote.label = min(labels, key=lambda one: (taken[quote.file, one] > 0, one not in of_event[quote.event_id]))
            taken[quote.file, quote.label] += 1
            of_event[quote.event_id].add(quote.label)


def is_right(date: str, accepted: Sequence[str]) -> bool:
    """Is a date the same as, or does it have the bounds of, one that is accepted? Of a choice each must be."""
    if date.startswith("["):
        return all(is_right(choice.strip(), accepted) for choice in date[1:-1].split(","))
    ours = edtf(date)
    wanted = [edtf("" if text in UNDATED else text) for text in accepted]
    return any(ours.text == w.text or (ours.bounds == w.bounds and any(w.bounds)) for w in wanted)


def lies_in(date: str, trap: str) -> bool:
    """Does a date with two ends lie within a wrong one?"""
    inner, outer = edtf(date).bounds, edtf(trap).bounds
    if not (inner.earliest and inner.latest and outer.earliest and outer.latest):
        return trap.startswith("XXXX") and date.endswith(trap[4:])
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
