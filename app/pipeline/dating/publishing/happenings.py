"""Happenings whose day is known, where a story tells of them: facts, days that are recalled, and the chronicle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.text import Stretch
from app.knowledge.dating_rows import ReferenceFactRow
from app.pipeline.dating.publishing.evidence import Evidence

_FROM_START, _FROM_END = 16, 24  # characters before and behind what a day recalls


@dataclass(frozen=True)
class Happening:
    """One of them: its days, what it is called, and where the words end that tell of it."""

    first: date
    last: date
    title: str
    end: int


def happenings_told(where: Stretch, evidence: Evidence) -> Iterator[Happening]:
    """All that a stretch of the text may tell of; what lasts has no day of its own."""
    for row, found in evidence.facts_told:
        if not row.lasts and (span := next((span for span in found if where.holds(span)), None)):
            yield _of_fact(row, span)
    yield from _recalled(where, evidence)
    yield from chronicled(where, evidence)


def chronicled(where: Stretch, evidence: Evidence, *, once: bool = False) -> Iterator[Happening]:
    """What the chronicle knows of that a stretch tells of by itself; `once`: what never came again alone."""
    likely, words = evidence.hits.likely(where.start, where.end), where.of(evidence.article.text)
    for one in evidence.dating.publication.chronicle:
        if one.key in likely and (one.row.once or not once) and one.is_told_in(words):
            yield Happening(one.first, one.last, one.row.title, where.end)


def _of_fact(row: ReferenceFactRow, span: Stretch) -> Happening:
    return Happening(row.day, row.day, row.title, span.end)


def _recalled(where: Stretch, evidence: Evidence) -> Iterator[Happening]:
    """Days with a name, by what they recall: told first, or last, in the stretch."""
    words = where.of(evidence.article.text)
    for pattern, row in evidence.dating.commemorations:
        found = pattern.search(words) if row.first_day else None
        is_outer = found is not None and (found.start() <= _FROM_START or len(words) - found.end() <= _FROM_END)
        if row.first_day and found is not None and is_outer:
            yield Happening(row.first_day, row.first_day, row.title, where.start + found.end())
