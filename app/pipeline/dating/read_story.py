"""Days and months without a year that belong to the story told just before, not to the year of publication."""

from datetime import date

from app.domain.edtf import EdtfDate, Precision
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import day_or_unknown, month_of, timex_value
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen
from app.pipeline.dating.surroundings import Direction, opens_sentence

_NEAR_DAYS = 14  # "They met on 24 April 2019. On April 26 they parted."
_NEAR_CHARACTERS = 300


def read_in_story(month: int, day: int | None, seen: Seen) -> Meaning | None:
    """Read "April 26" after "24 April 2019", and "in April" after "In 2019, …", in the year of the story.

    Returns:
        None when nothing before it tells a year for it; it is then seen from publication.
    """
    told = seen.told
    if not told.is_story or told.date.earliest is None or seen.looks is Direction.AHEAD:
        return None
    year = told.date.earliest.year
    is_same_sentence = told.span.start >= seen.span.start - len(seen.before)
    if told.date.precision is Precision.YEAR and told.opens_sentence and is_same_sentence:
        return _in_year(year, month, day, seen)
    is_near = seen.span.start - told.span.end <= _NEAR_CHARACTERS
    if told.date.precision is Precision.DAY and is_near and _is_soon(told.date.earliest, month, day):
        return _in_year(year, month, day, seen)
    if told.opens_sentence and is_near and opens_sentence(seen.text, seen.span) and _is_fine(told.date):
        return _in_year(year + _comes_before(told.date.earliest, month, day), month, day, seen)
    return None


def _is_fine(when: EdtfDate) -> bool:
    return when.precision in (Precision.DAY, Precision.MONTH)


def _comes_before(told: date, month: int, day: int | None) -> bool:
    """Would it lie before the day told, if it were of the same year? Then the story has come to the next year."""
    return (month, day or told.day) < (told.month, told.day)


def _is_soon(told: date, month: int, day: int | None) -> bool:
    """Is the day not long after the one told, or the month the same?"""
    if day is None:
        return month == told.month
    when = day_or_unknown(told.year, month, day).earliest
    return when is not None and abs((when - told).days) <= _NEAR_DAYS


def read_of_that_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "August of that year", "July 25 of the same year"."""
    told = seen.told.date.earliest
    if parts.get("unit") != "Y" or told is None:
        return None
    day = parts.get("day")
    return _in_year(told.year, int(parts["month"]), None if day is None else int(day), seen)


def _in_year(year: int, month: int, day: int | None, seen: Seen) -> Meaning | None:
    when: EdtfDate = month_of(year, month) if day is None else day_or_unknown(year, month, day)
    if not when.text:
        return None
    reasoning = f"“{seen.words}”, told after {date_to_people(seen.told.date)}, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, timex_value(when), when, Anchor.PREVIOUS, reasoning)
