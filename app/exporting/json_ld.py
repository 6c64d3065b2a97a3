"""JSON-LD with the words of schema.org: events, claims, and the quotations that tell of them.

A claim is not a fact: only what is asserted or planned is an Event, all else a Claim. `startDate` and `endDate` stand
only where the EDTF says just that; the whole date, whatever it is, is a Dublin Core date of the type EDTF.
Source: https://schema.org/Event, /Claim, /Quotation, /NewsArticle; http://id.loc.gov/datatypes/edtf
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from app.domain.edtf import EdtfDate
from app.domain.event import Status
from app.domain.showing import date_to_people
from app.domain.web_address import web_address
from app.exporting.days import interval, is_doubted, plain_date, span_of
from app.exporting.view import View
from app.queries.export import json_items
from app.queries.quotes import EvidenceQuote
from app.queries.sources import Source
from app.queries.told import ToldEvent

CONTEXT = (
    "https://schema.org",
    {"edtf": {"@id": "http://purl.org/dc/terms/date", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"}},
)
_FACTS = frozenset({Status.ASSERTED.value, Status.PLANNED.value})
_CLOSED_INTERVAL_PARTS = 2
Node = dict[str, Any]


def write_json_ld(view: View, events: Iterable[ToldEvent]) -> Iterator[str]:
    """The timeline as one graph, an event a line, in pieces of text."""
    dataset = {"@type": "Dataset", "@id": view.address(), "name": view.title, "url": view.address()}
    yield f'{{"@context": {json.dumps(CONTEXT)},\n "@graph": ['
    yield from json_items(chain([dataset], (_event(view, event) for event in events)))
    yield "]}\n"


def _event(view: View, event: ToldEvent) -> Node:
    line = event.line
    node: Node = {
        "@type": "Event" if line.status in _FACTS else "Claim",
        "@id": view.event(line.id),
        "name": line.title,
        "description": f"{date_to_people(line.date)}; {line.status_reason or line.status}",
        "edtf": line.date.text,
        "keywords": [line.topic, line.status],
        "about": [{"@type": "Thing", "name": name} for name in line.actors],
    }
    places = [{"@type": "Place", "name": name} for name in line.places]
    if line.status in _FACTS:
        node |= {"location": places, **_start_and_end(line.date)}
        if line.status == Status.PLANNED:
            node["eventStatus"] = "https://schema.org/EventScheduled"
    else:
        node |= {"contentLocation": places, "temporalCoverage": interval(line.date)}
    node["subjectOf"] = [_quotation(view, source, quote) for source, quote in event.quotes()]
    return _known(node)


def _start_and_end(when: EdtfDate) -> Node:
    """Only of a day, a month, a year, and of an interval with two ends; a bound or a season is no beginning."""
    if is_doubted(when):
        return {}
    if plain := plain_date(when):
        return {"startDate": plain}
    if when.text.startswith("[") or len(when.text.split("/")) != _CLOSED_INTERVAL_PARTS or not all(span_of(when)):
        return {}
    return {"startDate": span_of(when).first, "endDate": span_of(when).last}


def _quotation(view: View, source: Source, quote: EvidenceQuote) -> Node:
    return _known(
        {
            "@type": "Quotation",
            "@id": view.quote(source.article_id, quote.id, quote.paragraph),
            "text": quote.text,
            "spokenByCharacter": {"@type": "Thing", "name": quote.speaker} if quote.speaker else None,
            "creativeWorkStatus": quote.status_reason or quote.status,
            "temporalCoverage": interval(quote.date),
            "edtf": quote.date.text,
            "isPartOf": _article(view, source),
        }
    )


def _article(view: View, source: Source) -> Node:
    return _known(
        {
            "@type": "NewsArticle",
            "@id": view.article(source.article_id),
            "headline": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "url": web_address(source.url),
            "datePublished": None if is_doubted(source.published) else plain_date(source.published),
            "edtf": source.published.text,
        }
    )


def _known(node: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
