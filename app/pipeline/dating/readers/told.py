"""Readers of forms that are seen from a date told before: "the following day", "a year later", "the 20th"."""

from datetime import date, timedelta

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.anchored import day_of_happening
from app.pipeline.dating.calendar import (
    day_or_unknown,
    month_of,
    season_of,
    shift_months,
    timex_value,
    unit_around,
    weekday_ahead,
    weekday_back,
)
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication, timeless, unresolved
from app.pipeline.dating.readers.business import a_year_from_period
from app.pipeline.dating.surroundings import Direction

_FINEST = {
    "D": (Precision.DAY,),
    "W": (Precision.DAY,),
    "M": (Precision.DAY, Precision.MONTH),
    "Y": (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR),
}
_COARSE = (Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR)
_DATED = _FINEST["Y"]
_NEXT_CHARACTERS, _NEXT_SENTENCES, _NEAR_CHARACTERS = 120, 300, 600
_YEARS_OF_A_STORY = 60
_WINTER, _FIRST_SPRING_MONTH, _MONTHS = 24, 3, 12


def read_told_unit(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the same day", "the following year", "that month": seen from the date told before."""
    unit, shift = str(parts["unit"]), int(parts["shift"])
    if "that" in seen.words.lower().split() and unit not in _FINEST:
        return None
    return from_told(seen, unit, shift)


def read_later(parts: Parts, seen: Seen) -> Meaning:
    """Read "a year later", "three days earlier", "the year before": seen from the date told before.

    "two days before the storm" is seen from the storm: its length is all that is known.
    """
    unit, count = str(parts.get("unit") or parts["units"]), int(parts.get("count", 1))
    if seen.words.lower().endswith(("before", "after", "following")) and not seen.stands_before("clause_ends"):
        happening = day_of_happening(seen, seen.told)
        if happening.earliest:
            value, when = unit_around(happening.earliest, unit, count * int(parts["later"]))
            return _as_told(when, happening, seen, value)
        return timeless(TimexType.DURATION, f"P{count}{unit}", seen, "is a length of time, from what is told after it")
    shift = count * int(parts["later"])
    if (unit, shift) == ("Y", -1) and not seen.told.is_history and (period := a_year_from_period(seen, -1)):
        return period
    return from_told(seen, unit, shift)


def read_later_than_that(parts: Parts, seen: Seen) -> Meaning:
    """Read "nine years after that", "a week before that"; "two days after that meeting" is a length of time."""
    unit, count = str(parts["units"]), int(parts["count"])
    if seen.stands_before("no_noun_follows"):
        return from_told(seen, unit, count * int(parts["later"]))
    return timeless(TimexType.DURATION, f"P{count}{unit}", seen, "is a length of time, from what is told after it")


def read_later_to_the_unit(parts: Parts, seen: Seen) -> Meaning:
    """Read "nine years to the month after": the same month, or day, so many years from the one told."""
    unit, finer = str(parts["units"]), str(parts["finer"])
    told = seen.told.last_of(_FINEST.get(finer, ()))
    if told.earliest is None or unit not in ("Y", "M"):
        return unresolved(unit, seen)
    months = int(parts["count"]) * int(parts["later"]) * (_MONTHS if unit == "Y" else 1)
    year, month = shift_months(told.earliest, months)
    when = day_or_unknown(year, month, told.earliest.day) if finer == "D" else month_of(year, month)
    return _as_told(when, told, seen) if when.text else unresolved(unit, seen)


def from_told(seen: Seen, unit: str, shift: int) -> Meaning:
    """The day, week, month … so many units from the last date that was told finely enough."""
    told = seen.told.last_of(_FINEST.get(unit, ()))
    if told.earliest is None:
        return unresolved(unit, seen)
    if unit in ("D", "W") and (coarser := _told_since(told, seen)):
        return _as_told(coarser, coarser, seen) if shift == 0 else unresolved(unit, seen)
    value, when = unit_around(told.earliest, unit, shift)
    if unit in ("M", "Y") and shift == 0 and told.precision is when.precision:
        when, value = told, timex_value(told)  # "the same month" of "about May 2004"
    return _as_told(when, told, seen, value)


def _told_since(told: EdtfDate, seen: Seen) -> EdtfDate | None:
    """The date that was told last, if it is no such day and holds none: "in March, in the same week"."""
    last = seen.told.recent[0]
    if last == told or last.earliest is None or last.latest is None or told.earliest is None:
        return None
    return None if last.earliest <= told.earliest <= last.latest else last


def read_month_of_that_year(_: Parts, seen: Seen) -> Meaning:
    """Read "the same month of that year": the last month told of, in the last year told of."""
    month, year = seen.told.last_of(_FINEST["M"]), seen.told.last_of(_DATED)
    if month.earliest is None or year.earliest is None:
        return unresolved("M", seen)
    return _as_told(month_of(year.earliest.year, month.earliest.month), year, seen)


def read_unit_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the end of the month", "later in the year": of the story in a history, of publication in the news."""
    unit = str(parts["unit"])
    if seen.after.lstrip().startswith("end"):  # "the year ended 30 June" is named by that day
        return None
    if seen.told.is_history or _goes_on(seen):
        return from_told(seen, unit, 0)
    if seen.published is None:
        return unresolved(unit, seen)
    value, when = unit_around(seen.published, unit, 0)
    return seen_from_publication(when, seen, value=value)


def _goes_on(seen: Seen) -> bool:
    """Has another year just been told of, so that "the end of the year" is its end?"""
    told = seen.told.date.latest
    is_near = seen.span.start - seen.told.span.end <= _NEXT_CHARACTERS
    is_past = told is not None and (seen.published is None or told.year < seen.published.year)
    return seen.told.is_story and is_near and is_past


def read_told_month(parts: Parts, seen: Seen) -> Meaning:
    """Read "the following March", "the previous April", "that May"."""
    month, told = int(parts["month"]), seen.told.last_of(_DATED)
    if told.earliest is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{month:02}")
    now = told.latest.month if told.latest and told.precision in _COARSE else told.earliest.month
    return _as_told(month_of(_shifted_year(told.earliest.year, month - now, int(parts["shift"])), month), told, seen)


def read_told_season(parts: Parts, seen: Seen) -> Meaning:
    """Read "the following spring"."""
    season, told = int(parts["season"]), seen.told.last_of(_DATED)
    if told.earliest is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value="XXXX")
    now = season_of(told.earliest)
    # January and February lie in the winter of the year before; a year that was only named is told to its end.
    year = told.earliest.year - (now == _WINTER and told.earliest.month < _FIRST_SPRING_MONTH)
    if told.precision is Precision.YEAR:
        now, year = _WINTER, told.earliest.year
    year = _shifted_year(year, season - now, int(parts["shift"]))
    return _as_told(edtf(f"{year:04}-{season}"), told, seen)


def _shifted_year(year: int, ahead: int, shift: int) -> int:
    """The year of the next such month (1), the last one (-1) or the one of this year (0); it lies `ahead` of now."""
    if shift > 0:
        return year + (ahead <= 0)
    return year - (ahead >= 0) if shift < 0 else year


def read_told_weekday(wanted: int, seen: Seen) -> Meaning:
    """Read "that Sunday", "on Sunday" in a history: the first one from the day told before."""
    told = seen.told.recent[0] if seen.told.recent else UNKNOWN_DATE
    if told.precision is not Precision.DAY or told.earliest is None:
        return _of_no_week(wanted, seen)
    return _as_told(day_date(weekday_ahead(told.earliest, wanted)), told, seen)


def read_shifted_told_weekday(parts: Parts, seen: Seen) -> Meaning:
    """Read "the following Friday", "the previous Monday", "that Tuesday"."""
    wanted, shift = int(parts["weekday"]), int(parts["shift"])
    told = seen.told.last_of(_FINEST["D"])
    if told.earliest is None:
        return _of_no_week(wanted, seen)
    if shift < 0:
        return _as_told(day_date(weekday_back(told.earliest - timedelta(days=1), wanted)), told, seen)
    return _as_told(day_date(weekday_ahead(told.earliest + timedelta(days=shift), wanted)), told, seen)


def read_weekday_beside(parts: Parts, seen: Seen) -> Meaning:
    """Read "the Friday before", "the Tuesday after that"; "the Friday before the vote" is of no week told."""
    is_told = seen.words.lower().endswith("that") or seen.stands_before("clause_ends")
    return read_shifted_told_weekday(parts, seen) if is_told else _of_no_week(int(parts["weekday"]), seen)


def _of_no_week(wanted: int, seen: Seen) -> Meaning:
    rule = seen.said("is of a week that is not told")
    return Meaning(TimexType.DATE, f"XXXX-WXX-{wanted}", UNKNOWN_DATE, Anchor.PREVIOUS, rule)


def read_of_that_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "August of that year", "July 25 of the same year"."""
    told = seen.told.last_of(_DATED)
    if parts.get("unit") != "Y" or told.earliest is None:
        return None
    month, year = int(parts["month"]), told.earliest.year + int(parts["shift"])
    when = day_or_unknown(year, month, int(parts["day"])) if "day" in parts else month_of(year, month)
    return _as_told(when, told, seen) if when.text else None


def read_like_month(parts: Parts, seen: Seen) -> Meaning:
    """Read "the same month a year earlier", "the same month last year"."""
    told = seen.told.last_of(_FINEST["M"])
    if told.earliest is None:
        return unresolved("M", seen)
    last_year = seen.published.year - 1 if "shift" in parts and seen.published else told.earliest.year - 1
    return _as_told(month_of(last_year, told.earliest.month), told, seen)


def read_day_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "on the 20th": of the month told before; "the 20th floor" is none."""
    day, told = int(parts["day"]), seen.told.last_of(_FINEST["M"])
    if seen.told.is_day(day) and seen.stands_after("weekday_before"):
        return _as_told(seen.told.date, seen.told.date, seen)
    if not (seen.stands_after("after_day_of_month") and seen.stands_before("no_noun_follows")):
        return None
    if within := _day_within(seen.told.date, day):
        return _as_told(within, seen.told.date, seen)
    if told.earliest is not None and _is_in_month_told(seen):
        when = day_or_unknown(told.earliest.year, told.earliest.month, day)
        if when.earliest and not _is_to_come(when.earliest, seen):
            return _as_told(when, told, seen)
        if not when.text:
            return None
    return _last_such_day(day, seen)


def _day_within(span: EdtfDate, number: int) -> EdtfDate | None:
    """The day of that number within a span of days: "from 12 to 17 September, and on the 13th"."""
    if span.precision is not Precision.SPAN or span.earliest is None or span.latest is None:
        return None
    for end in (span.earliest, span.latest):
        when = day_or_unknown(end.year, end.month, number)
        if when.earliest and span.earliest <= when.earliest <= span.latest:
            return when
    return None


def _is_in_month_told(seen: Seen) -> bool:
    """Does the month that was told before still hold: in a history, in a story, or just named in the news?"""
    reach = _NEAR_CHARACTERS if seen.told.is_story else _NEXT_SENTENCES
    is_near = seen.span.start - seen.told.span.end <= reach
    return is_near or seen.told.is_history or seen.published is None


def _is_to_come(day: date, seen: Seen) -> bool:
    """Does it lie ahead of publication, though its clause does not look there and nothing of a story told it?"""
    is_from_now = not seen.told.is_story and not seen.told.is_history
    is_ahead = seen.published is not None and day > seen.published
    return is_from_now and is_ahead and seen.looks is not Direction.AHEAD


def _last_such_day(day: int, seen: Seen) -> Meaning | None:
    """Read "on the 5th" in the news: of the month of publication, or of the one before if it has not come yet."""
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-XX-{day:02}")
    is_to_come = day > seen.published.day and seen.looks is not Direction.AHEAD
    when = day_or_unknown(*shift_months(seen.published, -is_to_come), day)
    return seen_from_publication(when, seen) if when.text else None


def read_year_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the 1784 treaty" after "1776"; a number that is far from all years told is none."""
    year = int(parts["year"])
    is_near = any(when.earliest and abs(when.earliest.year - year) <= _YEARS_OF_A_STORY for when in seen.told.recent)
    is_marked = seen.stands_after("year_before") or seen.stands_before("year_behind")
    if not is_near or not is_marked:
        return None
    when = edtf(f"{year:04}")
    reasoning = f"“{seen.words}” names it: {date_to_people(when)}, near the years told before."
    return Meaning(TimexType.DATE, when.text, when, Anchor.EXPLICIT, reasoning)


def read_short_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "’89": the last such year before the story of a history, else before publication."""
    told = seen.told.reference.earliest if seen.told.is_history else seen.published
    if told is None:
        return None
    year = told.year - (told.year - int(parts["year"])) % 100
    when = edtf(f"{year:04}")
    return Meaning(TimexType.DATE, when.text, when, Anchor.EXPLICIT, seen.said(f"is {year}, the last such year"))


def _as_told(when: EdtfDate, told: EdtfDate, seen: Seen, value: str = "") -> Meaning:
    reasoning = f"“{seen.words}”, seen from {date_to_people(told)}, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, value or timex_value(when), when, Anchor.PREVIOUS, reasoning)
