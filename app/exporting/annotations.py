"""Web Annotation: each quote as an annotation of the kept text it stands in.

The quote is selected twice: by its words with those around them, and by its position in Unicode characters.
Source: https://www.w3.org/TR/annotation-model/, sections 3.1, 4.2.4, 4.2.5 and 5
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.web_address import web_address
from app.exporting.view import View, urn_of
from app.queries.export import json_items
from app.queries.quotes import EvidenceQuote
from app.queries.sources import Source
from app.queries.surroundings import Surroundings
from app.queries.told import ToldEvent

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PATH = "/export.annotations.json"
NOWHERE = Surroundings("", "")
Node = dict[str, Any]


def write_annotations(
    view: View, events: Iterable[tuple[ToldEvent, dict[str, Surroundings]]], total: int
) -> Iterator[str]:
    """A collection with one page of all annotations, one a line, in pieces of text.

    Args:
        view: What is exported.
        events: Each event with the surroundings of its quotes, by their ids.
        total: How many quotes there are.
    """
    collection = {"id": view.address(PATH), "type": "AnnotationCollection", "label": view.title, "total": total}
    head = json.dumps({"@context": CONTEXT, **collection}, ensure_ascii=False)[:-1]
    page = json.dumps({"id": f"{view.address(PATH)}#page", "type": "AnnotationPage", "startIndex": 0})[:-1]
    yield f'{head},\n "first": {page}, "items": ['
    yield from json_items(
        _annotation(view, event, source, quote, around.get(quote.id, NOWHERE))
        for event, around in events
        for source, quote in event.quotes()
    )
    yield "]}}\n"


def _annotation(view: View, event: ToldEvent, source: Source, quote: EvidenceQuote, around: Surroundings) -> Node:
    return {
        "id": view.event(quote.id) if view.base_url else urn_of(quote.id),
        "canonical": urn_of(quote.id),
        "type": "Annotation",
        "motivation": ["identifying", "linking"],
        "body": _bodies(view, event, quote),
        "target": _targets(view, source, quote, around),
    }


def _bodies(view: View, event: ToldEvent, quote: EvidenceQuote) -> list[Node]:
    """The event by name and link, the date as the quote tells it, and what else was read from the quote."""
    line = event.line
    says = [("describing", quote.date.text), ("tagging", line.topic), ("tagging", quote.status_reason or quote.status)]
    return [
        {"type": "TextualBody", "purpose": "identifying", "value": line.title, "format": "text/plain"},
        {"type": "SpecificResource", "purpose": "linking", "source": view.event(line.id)},
        *({"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in says if value),
    ]


def _targets(view: View, source: Source, quote: EvidenceQuote, around: Surroundings) -> list[Node]:
    """The kept text, where the position holds, and the publisher's page, where only the words can be looked for."""
    words = {"type": "TextQuoteSelector", "exact": quote.text, "prefix": around.before, "suffix": around.after}
    place = {"type": "TextPositionSelector", "start": quote.start, "end": quote.end}
    kept = {"id": view.kept_text(source.article_id), "type": "Text", "format": "text/plain"}
    # A broken quote does not stand at its place; its words may still be found elsewhere.
    selectors = [words, place] if quote.is_intact else [words]
    targets: list[Node] = [{"type": "SpecificResource", "source": kept, "selector": selectors}]
    if address := web_address(source.url):
        targets.append({"type": "SpecificResource", "source": address, "selector": [words]})
    return targets
