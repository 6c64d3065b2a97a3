"""The nouns of a measurement: time expressions as marked, documents that hold them, and what part they belong to."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.edtf import EdtfDate
from app.domain.timex import Anchor, TimeExpression


@dataclass(frozen=True, order=True, slots=True)
class Timex:
    """A time expression, marked by a person or found by a program; positions are characters of the text, half-open."""

    start: int
    end: int
    type: str  # DATE, TIME, DURATION, SET; what others write is kept
    value: str  # TIMEX3 value, compared as a string


def timexes_of(found: TimeExpression) -> list[Timex]:
    """What Tumen found, as TIMEX3 writes it: the ends of a range each by itself.

    "After the summit" is no time expression to ISO-TimeML, but a link to an event.
    """
    if found.anchor is Anchor.TOLD:
        return []
    if found.ends:
        return [Timex(end.span.start, end.span.end, found.type.value, end.value) for end in found.ends]
    return [Timex(found.span.start, found.span.end, found.type.value, found.value)]


@dataclass(frozen=True)
class MarkedDocument:
    """A text, its day of publication, and what people marked in it, by position."""

    name: str
    text: str
    published: EdtfDate
    gold: tuple[Timex, ...]


Answers = Mapping[str, Sequence[Timex]]  # what one system found, by name of the document


class Half(StrEnum):
    """Which documents to measure on: one half to develop with, the other to report."""

    DEVELOPMENT = "dev"
    REPORT = "report"
    ALL = "all"

    def holds(self, document_name: str) -> bool:
        """Does the document belong to it? Its name alone decides, so that more documents move none across."""
        if self is Half.ALL:
            return True
        is_report = hashlib.sha256(document_name.encode("utf-8", "surrogatepass")).digest()[0] % 2 == 1
        return is_report == (self is Half.REPORT)
