"""Clues from happenings of the world whose day is known: not before it, and how far from now the story sees it."""

import re
from collections.abc import Iterator

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.dating_rows import ReferenceFactRow
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import days_told, distance, seen_from
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Constraint, Days, between, from_day_on
from app.pipeline.dating.surroundings import Direction, sentence_after, sentence_before

_MOST_TELLINGS = 3  # of one happening are looked at
_NEAR = 24  # characters between a happening and the words that say how far it is
_OF_OTHERS = re.compile(r"[.;]|\b(?:said|says|told|since|after|before|that|which|who)\b")
_MONTHS_OF_YEAR = 12
_YEAR = 364  # days after it on which one still tells of it without its year


def fact_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    text = evidence.article.text
    for pattern, row in evidence.dating.facts:
        if not evidence.may_hold(pattern):
            continue
        hits = (Stretch(*hit.span()) for hit in pattern.finditer(text, *evidence.story_reach))
        found = [span for span in hits if any(part.holds(span) for part in evidence.story_spans)]
        if not found:
            continue
        says = f"It tells of {row.title}, so publication is not before {date_to_people(day_date(row.day))}."
        yield evidence.constraint(ClueKind.FACT, found[0], says, between(row.day, None))
        for span in found[:_MOST_TELLINGS]:
            yield from _seen_from(span, row, evidence)


def _seen_from(span: Stretch, row: ReferenceFactRow, evidence: Evidence) -> Iterator[Constraint]:
    """Read "Kim Il Sung died last month", and "the treaty signed in June" of what is known to be of a June."""
    text = evidence.article.text
    start = span.start - len(sentence_before(text, span))
    end = span.end + len(sentence_after(text, span))
    for placed in evidence.story:
        if not start <= placed.span.start < end or placed.is_quoted or placed.looks is Direction.AHEAD:
            continue
        gap = text[min(span.end, placed.span.end) : max(span.start, placed.span.start)]
        if len(gap) > _NEAR or _OF_OTHERS.search(gap):
            continue
        if allows := _days(placed, row, evidence):
            where = Stretch(min(span.start, placed.span.start), max(span.end, placed.span.end))
            says = f"“{placed.words}” of {row.title}, {date_to_people(day_date(row.day))}: it was told within a year."
            yield evidence.constraint(ClueKind.FACT_SEEN, where, says, allows)


def _days(placed: PlacedForm, row: ReferenceFactRow, evidence: Evidence) -> Days:
    """From when a happening can be spoken of so; none where the words are of another."""
    day = between(row.day, row.day)
    if (seen := distance(placed)) and seen[1] <= 0:
        return seen_from(day, *seen)
    if placed.reads == "month" and placed.form.parts.get("shift") == -1 and placed.number("month") == row.day.month:
        later = from_day_on(day, _YEAR)  # "last December" is said from the next month on, and before it comes again
        return later & ~seen_from(day, "M", 0) & ~seen_from(day, "M", -_MONTHS_OF_YEAR)
    is_yearless = placed.explicit is None and days_told(placed) & day
    # Where a paragraph tells its year, the days behind that are of it.
    has_year = any(p.explicit and p.paragraph == placed.paragraph and p.span < placed.span for p in evidence.story)
    return from_day_on(day, _YEAR) if is_yearless and not has_year else NO_DAYS
