"""iCalendar: the events whose day is known, each for that whole day.

Source: RFC 5545; RFC 7986 for NAME and DESCRIPTION of a calendar, with the older X-WR- names beside them.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.edtf import EdtfDate
from app.domain.event import Status
from app.exporting.days import certain_day
from app.exporting.view import View, uuid_of
from app.queries.told import ToldEvent

WHY_LEFT_OUT = "no single day is known for them"
MOST_OCTETS = 75  # of a line, without its end
Line = tuple[str, str]  # the name with its parameters, and the value as it is written


def is_on_calendar(when: EdtfDate) -> bool:
    """Is it a day that nobody doubts?"""
    return certain_day(when) is not None


def write_calendar(view: View, events: Iterable[ToldEvent], left_out: str) -> Iterator[str]:
    """The calendar in pieces of text; `left_out` stands in its description."""
    yield _lines(
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Tumen//Timeline//EN"),
        ("CALSCALE", "GREGORIAN"),
        *((name, as_text(view.title)) for name in ("NAME", "X-WR-CALNAME")),
        *((name, as_text(left_out)) for name in ("DESCRIPTION", "X-WR-CALDESC")),
    )
    for event in events:
        if day := certain_day(event.line.date):
            yield _lines(*_entry(view, event, day))
    yield _lines(("END", "VCALENDAR"))


def as_text(text: str) -> str:
    """A value of the type TEXT: what parts lines and values is escaped, control characters are gone."""
    lines = "\n".join(text.splitlines())
    kept = "".join(letter for letter in lines if letter in "\n\t" or unicodedata.category(letter) != "Cc")
    for letter, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(letter, escaped)
    return kept


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, no character cut in two, the next ones after a space."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > MOST_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += letter
        octets += size
    return "\r\n".join([*pieces, piece]) + "\r\n"


def _entry(view: View, event: ToldEvent, day: date) -> Iterator[Line]:
    line = event.line
    written = day.isoformat().replace("-", "")
    yield from (("BEGIN", "VEVENT"), ("UID", uuid_of(line.id)))
    # When it was written down plays no part, so that the same timeline is the same file.
    yield from (("DTSTAMP", f"{written}T000000Z"), ("DTSTART;VALUE=DATE", written), ("TRANSP", "TRANSPARENT"))
    mark = "" if line.status == Status.ASSERTED else f" ({line.status_reason or line.status})"
    yield "SUMMARY", as_text(line.title + mark)
    yield "STATUS", "CONFIRMED" if line.status == Status.ASSERTED else "TENTATIVE"
    yield "CATEGORIES", as_text(line.topic)
    if line.places:
        yield "LOCATION", as_text(", ".join(line.places))
    quotes = (f"“{quote.text}” – {source.publisher or source.title or source.file}" for source, quote in event.quotes())
    yield "DESCRIPTION", as_text("\n\n".join([*quotes, view.event(line.id)]))
    if view.base_url:  # a URI has a scheme
        yield "URL", view.event(line.id)
    yield "END", "VEVENT"


def _lines(*lines: Line) -> str:
    return "".join(folded(f"{name}:{value}") for name, value in lines)
