"""Clues from parts of this year, and from times to come that are told without their year."""

import re
from collections.abc import Iterator

from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import days_told
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Constraint, Days, from_day_on, rest_of_years
from app.pipeline.dating.surroundings import Direction

_MONTHS_OF = {"quarter_of_shifted_year": 3, "half_of_shifted_year": 6}
# Seen from now; others from the story.
_PARTS = frozenset({*_MONTHS_OF, "of_shifted_year", "first_months", "month", "season"})
_SEASONS = {21: 3, 22: 6, 23: 9}  # EDTF spring, summer and autumn, and the months in which they begin
_LAST_MONTH = 12
_AHEAD_DAYS = 240  # so long before, a month to come needs no "next" and no year
# "The preparation of events for the anniversary in October of this year".
_PREPARED = re.compile(r"\b(?:prepar\w+|plans?|planned|timetable|scheduled|upcoming|forthcoming|ahead of)\b[^.;]*$")
_TO_COME_BEHIND = re.compile(r",?\s(?:\w+[\s-]){0,4}?(?:will|shall|is to|are to)\b")
_YEARLESS = frozenset({"day", "month"})


def part_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    for placed in evidence.story:
        if placed.is_quoted:
            continue
        is_to_come = bool(_TO_COME_BEHIND.match(placed.after) or _PREPARED.search(placed.before))
        if placed.looks is Direction.BACK and not is_to_come and (allows := _after_part(placed)):
            says = f"“{placed.words}” of this year is told as past."
            yield evidence.constraint(ClueKind.PART_OF_YEAR, placed.span, says, allows)
        elif placed.reads in _YEARLESS and evidence.marks(PageRole.TO_COME, placed.before):
            yield from _ahead(placed, evidence)


def _after_part(placed: PlacedForm) -> Days:
    """The days of every year after a part that is called this year's, from its beginning on where it may still run."""
    if placed.form.parts.get("shift") != 0 or placed.reads not in _PARTS:
        return NO_DAYS
    if placed.reads in _MONTHS_OF and placed.has("number"):
        return _from_month(placed.number("number") * _MONTHS_OF[placed.reads] + 1)
    if placed.reads == "first_months":
        return _from_month(placed.number("count") + 1)
    if placed.has("month"):
        return _from_month(placed.number("month"))
    return _from_month(_SEASONS.get(placed.number("season"), 1)) if placed.has("season") else NO_DAYS


def _from_month(month: int) -> Days:
    return rest_of_years(month, 1) if 1 < month <= _LAST_MONTH else NO_DAYS


def _ahead(placed: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "will be out in August": the next one, which is called so for most of a year before it."""
    if placed.has("shift") or placed.explicit or not (days := days_told(placed)):
        return
    says = f"“{placed.words}” is still to come."
    last = days & ~(days >> 1)  # of each month
    yield evidence.constraint(ClueKind.TO_COME, placed.span, says, from_day_on(last, _AHEAD_DAYS) >> _AHEAD_DAYS)
