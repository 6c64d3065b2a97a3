"""Clues from named days: anniversaries with their number, and weekdays that are the day itself."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.knowledge.named_day_rows import DayRule, NamedDayRow
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.evidence import Evidence, PlacedForm
from app.pipeline.dating.named_calendar import day_in, told_to_people
from app.pipeline.dating.puzzle import FIRST_DAY, LAST_DAY, Constraint, Days, between, from_day_on, weekday_days
from app.pipeline.dating.read_named import named_day_told, recalled_day
from app.pipeline.dating.surroundings import Direction

YEAR_OF_ANNIVERSARY, WEEKDAY_IS_NAMED_DAY, FIRST_DAY_OF_ANNIVERSARY = 4, 4, 1
DAYS_A_WEEKDAY_REACHES = 6  # "on Monday" is said for so many days after
MOST_WEEKDAYS = 2  # with more of them in a text, one of them is the named day's by chance
_TOLD_ON = re.compile(r"\b(?:on|mark\w*|celebrat\w*|congratulat\w*|occasion of|observ\w*)\b[^.]{0,40}$")
_OTHER_YEAR = ("last year", "next year", "every year", "each year", "annual", "previous year", "years ago")
_OF_THE = len(" of the ") + 1


def named_day_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _anniversaries(evidence)
    yield from _weekdays_on_named_days(evidence)


def _anniversaries(evidence: Evidence) -> Iterator[Constraint]:
    """Years from "the 77th anniversary of …", where the year recalled is known; and a first day when it has come."""
    recalled_years = _recalled_years(evidence)
    for placed in evidence.body:
        if placed.reads != "anniversary" or not placed.has("number") or not _tells_of_now(placed):
            continue
        number = placed.number("number")
        row = recalled_day(placed.form.parts, placed)
        first_day = row.first_day if row else None
        year = (first_day.year if first_day else recalled_years.get(placed.span.end, 0)) + number
        if year == number or not 1 < year <= LAST_DAY.year:
            continue
        of_what = f"what happened in {year - number}" + (f" ({row.title})" if row else "")
        clue = evidence.clue(
            placed.span, f"“{placed.span.of(evidence.article.text)}” of {of_what}: {year - number} + {number} = {year}."
        )
        yield Constraint(clue, between(date(year, 1, 1), date(year, 12, 31)), YEAR_OF_ANNIVERSARY)
        if first_day and placed.looks is Direction.BACK:
            day = same_day_in(first_day, year)
            told = f"It is told as past, so publication is not before {date_to_people(day_date(day))}."
            yield Constraint(
                evidence.clue(placed.span, told), between(day, None), FIRST_DAY_OF_ANNIVERSARY, is_bound=True
            )


def _recalled_years(evidence: Evidence) -> dict[int, int]:
    """Years such as the one in "the 60th anniversary of the 1948 treaty", by where the anniversary ends."""
    return {
        first.span.end: second.number("year")
        for first, second in pairwise(evidence.body)
        if second.reads == "year" and 0 < second.span.start - first.span.end <= _OF_THE
    }


def _weekdays_on_named_days(evidence: Evidence) -> Iterator[Constraint]:
    """A named day that the report tells of, and its weekdays: where one is the other, publication is within a week."""
    weekdays = {
        placed.number("weekday"): placed
        for placed in reversed(evidence.body)
        if placed.reads == "weekday"
        and not placed.has("shift")
        and not placed.is_quoted
        and placed.looks is not Direction.AHEAD
    }
    if not 0 < len(weekdays) <= MOST_WEEKDAYS:
        return
    told: set[str] = set()
    for placed in evidence.body:
        row = _named_day_told(placed)
        if row is None or row.id in told:
            continue
        told.add(row.id)
        yield from _on_weekdays(row, placed, weekdays, evidence)


def _named_day_told(placed: PlacedForm) -> NamedDayRow | None:
    if placed.has("year") or placed.has("shift") or not _tells_of_now_loosely(placed):
        return None
    if placed.reads == "named_day":
        return named_day_told(placed.form.parts, placed)
    return recalled_day(placed.form.parts, placed) if placed.reads == "anniversary" else None


def _on_weekdays(
    row: NamedDayRow, placed: PlacedForm, weekdays: dict[int, PlacedForm], evidence: Evidence
) -> Iterator[Constraint]:
    text = evidence.article.text
    yearly = _days_of(row.rule)
    for weekday, weekday_placed in sorted(weekdays.items()):
        on_weekday: Days = from_day_on(yearly & weekday_days(weekday), DAYS_A_WEEKDAY_REACHES)
        says = (
            f"“{weekday_placed.span.of(text)}” lies at most six days before publication; together with "
            f"“{placed.span.of(text)}”, {told_to_people(row)}, it fits only years "
            "in which the one is the other."
        )
        weight = WEEKDAY_IS_NAMED_DAY if len(weekdays) == 1 else WEEKDAY_IS_NAMED_DAY - 1
        yield Constraint(evidence.clue(weekday_placed.span, says), on_weekday, weight, is_coincidence=True)


@lru_cache(maxsize=128)
def _days_of(rule: DayRule) -> Days:
    """The named day of every year of the puzzle."""
    days = (day_in(rule, year) for year in range(FIRST_DAY.year, LAST_DAY.year + 1))
    return sum(between(day, day) for day in days if day)


def _tells_of_now(placed: PlacedForm) -> bool:
    """Does the sentence tell of this year's day, as something that has come?"""
    sentence = f"{placed.before} {placed.after}".lower()
    return placed.looks is not Direction.AHEAD and not any(words in sentence for words in _OTHER_YEAR)


def _tells_of_now_loosely(placed: PlacedForm) -> bool:
    """As `_tells_of_now`, but a comparison behind it ("similar to the one he sent last year") does no harm."""
    before = placed.before.lower()
    is_told = _TOLD_ON.search(before) is not None and placed.looks is not Direction.AHEAD
    return is_told and not any(words in before for words in _OTHER_YEAR)
