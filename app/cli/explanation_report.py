"""The way of one article as people and as programs want to see it."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.domain.article import Clue, Publication
from app.domain.edtf import EdtfDate
from app.domain.event import Mention
from app.domain.explanation import ExplainedEvent, ExplainedParagraph, ExplainedPart, Explanation
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.domain.timex import TimeExpression

INDENT = 2  # columns a level
HEADING, TOLD, SET_ASIDE, QUIET = "bold", "green", "yellow", "dim"


class Line(NamedTuple):
    """One line for people: how deep it stands, what it says, and in what style a terminal shows it."""

    depth: int
    text: str
    style: str = ""


def as_json(explanation: Explanation) -> str:
    """One JSON object: `article`, `publication`, `paragraphs` with their parts, `events`; positions in characters."""
    article = explanation.article
    record = {
        "article": {
            "id": article.id,
            "file": article.page.file,
            "title": article.title,
            "publisher": article.publisher,
            "url": article.url,
        },
        "publication": _publication_record(explanation.publication),
        "paragraphs": [_paragraph_record(one, article.text) for one in explanation.paragraphs],
        "events": [_event_record(one) for one in explanation.events],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def as_text(explanation: Explanation) -> str:
    """Lines for people, indented; on a terminal in colour and folded to its width."""
    console = Console()
    if not console.is_terminal:
        return "".join(f"{' ' * (INDENT * line.depth)}{line.text}\n" for line in _lines(explanation))
    with console.capture() as captured:
        for line in _lines(explanation):
            console.print(
                Padding(Text(line.text or " ", style=line.style), (0, 0, 0, INDENT * line.depth), expand=False)
            )
    return captured.get()


def _publication_record(publication: Publication) -> dict[str, object]:
    return {
        "edtf": publication.date.text,
        "basis": publication.basis.value,
        "clues": [
            {"text": clue.text, **_place(clue.span), "says": clue.says, "is_used": clue.is_used}
            for clue in publication.clues
        ],
    }


def _paragraph_record(one: ExplainedParagraph, text: str) -> dict[str, object]:
    return {
        "number": one.paragraph.number,
        **_place(one.paragraph.span),
        "kind": one.paragraph.kind.value,
        "reason": one.paragraph.reason,
        "is_headline": one.is_headline,
        "parts": [
            {
                **_place(part.span),
                "text": part.span.of(text),
                "time_expressions": [_expression_record(expression) for expression in part.expressions],
                "mentions": [_mention_record(mention, text) for mention in part.mentions],
                "passed_over": part.reasons,
            }
            for part in one.parts
        ],
    }


def _expression_record(expression: TimeExpression) -> dict[str, object]:
    return {
        "text": expression.text,
        **_place(expression.span),
        "type": expression.type.value,
        "value": expression.value,
        "edtf": expression.date.text,
        "reasoning": expression.reasoning,
    }


def _mention_record(mention: Mention, text: str) -> dict[str, object]:
    return {
        "id": mention.id,
        "kind": mention.kind,
        "topic": mention.topic.value,
        "trigger": {"text": mention.trigger.of(text), **_place(mention.trigger)},
        "edtf": mention.date.text,
        "reasoning": mention.reasoning,
        "status": mention.status.value,
        "status_reason": mention.status_reason,
        "speaker": mention.speaker,
        "actors": mention.actors,
        "places": mention.places,
        "headline": mention.headline,
        "quote": {"text": mention.quote.of(text), **_place(mention.quote)},
    }


def _event_record(one: ExplainedEvent) -> dict[str, object]:
    event = one.event
    return {
        "id": event.id,
        "edtf": event.date.text,
        "title": event.title,
        "topic": event.topic.value,
        "status": event.status.value,
        "mentions": event.mention_ids,
        "why": one.why,
    }


def _place(span: Stretch | None) -> dict[str, int | None]:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _lines(explanation: Explanation) -> Iterator[Line]:
    article = explanation.article
    yield Line(0, _shown(f"{article.id}  {article.page.file}  {article.title or 'no title'}"), HEADING)
    yield Line(0, _shown(f"publisher: {article.publisher or 'not named'}"))
    yield from _publication_lines(explanation.publication)
    for paragraph in explanation.paragraphs:
        yield Line(0, "")
        yield from _paragraph_lines(paragraph, article.text)
    yield Line(0, "")
    yield Line(0, f"Events: {len(explanation.events)}", HEADING)
    for event in explanation.events:
        yield from _event_lines(event)


def _publication_lines(publication: Publication) -> Iterator[Line]:
    yield Line(0, f"published: {_date(publication.date)}, {publication.basis.value}", HEADING)
    for clue in sorted(publication.clues, key=lambda clue: not clue.is_used):
        yield _clue_line(clue)


def _clue_line(clue: Clue) -> Line:
    place = f" ({clue.span.start}–{clue.span.end})" if clue.span else ""
    verdict = "used" if clue.is_used else "set aside"
    return Line(1, _shown(f"{verdict}: “{clue.text}”{place}: {clue.says}"), TOLD if clue.is_used else SET_ASIDE)


def _paragraph_lines(one: ExplainedParagraph, text: str) -> Iterator[Line]:
    kind = "headline" if one.is_headline else one.paragraph.kind.value
    because = f": {one.paragraph.reason}" if one.paragraph.reason else ""
    yield Line(0, _shown(f"Paragraph {one.paragraph.number}, {kind}{because}"), HEADING)
    for part in one.parts:
        yield Line(
            1, _shown(f"{part.span.of(text)} ({part.span.start}–{part.span.end})"), "" if part.is_telling else QUIET
        )
        yield from _part_lines(part, text)


def _part_lines(part: ExplainedPart, text: str) -> Iterator[Line]:
    for expression in part.expressions:
        read = f"“{expression.text}”: {expression.type.value} {expression.value}; {_date(expression.date)}"
        yield Line(2, _shown(f"time {read}"))
        yield Line(3, _shown(expression.reasoning), QUIET)
    for mention in part.mentions:
        yield from _mention_lines(mention, part.span, text)
    for reason in part.reasons:
        yield Line(2, _shown(f"no event: {reason}"), SET_ASIDE)


def _mention_lines(mention: Mention, sentence: Stretch, text: str) -> Iterator[Line]:
    yield Line(2, _shown(f"mention {mention.id}: {mention.headline}"), TOLD)
    status = mention.status.value + (f" ({mention.status_reason})" if mention.status_reason else "")
    says = f", says {mention.speaker}" if mention.speaker else ""
    yield Line(3, _shown(f"{mention.kind} ({mention.topic.value}) by “{mention.trigger.of(text)}”; {status}{says}"))
    yield Line(3, _shown(f"actors: {', '.join(mention.actors) or 'none'}"))
    yield Line(3, _shown(f"{_date(mention.date)}: {mention.reasoning}"))
    if mention.quote != sentence:
        yield Line(3, _shown(f"quote ({mention.quote.start}–{mention.quote.end}): {mention.quote.of(text)}"), QUIET)


def _event_lines(one: ExplainedEvent) -> Iterator[Line]:
    yield Line(1, _shown(f"{one.event.id}  {_date(one.event.date)}  {one.event.title}"), TOLD)
    yield Line(2, f"mentions: {', '.join(one.event.mention_ids)}")
    yield Line(2, _shown(one.why), QUIET)


def _date(date: EdtfDate) -> str:
    """The EDTF, and the same in words where those say more."""
    in_words = date_to_people(date)
    return f"{date.text} ({in_words})" if date.text and date.text != in_words else in_words


def _shown(text: str) -> str:
    """On one line, and nothing in it that could command a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))
