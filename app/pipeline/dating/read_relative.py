"""Readers of forms that are seen from publication, or from what was told before."""

from datetime import date, timedelta

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import timex_value, unit_around
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication, timeless
from app.pipeline.dating.surroundings import Direction

_FINEST = {
    "D": (Precision.DAY,),
    "W": (Precision.DAY,),
    "M": (Precision.DAY, Precision.MONTH),
    "Y": (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR),
}
_VALUE_WITHOUT_DAY = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
_DAYS_OF_WEEK = 7


def read_relative_day(parts: Parts, seen: Seen) -> Meaning:
    """Read "yesterday"; "today" inside a quotation, or for nowadays, is the speaker's and no day of ours."""
    offset = int(parts["offset"])
    if offset == 0 and seen.is_quoted:
        return timeless(TimexType.DATE, "PRESENT_REF", seen, "stands in a quotation: the speaker's day, not told")
    return _unit_from_publication(seen, "D", offset)


def _unit_from_publication(seen: Seen, unit: str, shift: int) -> Meaning:
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=_VALUE_WITHOUT_DAY.get(unit, "XXXX"))
    value, when = unit_around(seen.published, unit, shift)
    return seen_from_publication(when, seen, value=value)


def read_shifted_unit(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "last month", "this week", "next year", "late last year"; "the past year" is a duration."""
    shift, unit = int(parts["shift"]), str(parts["unit"])
    words = seen.words.lower()
    if "past" in words.split() or (words.startswith("the last") and unit != "CE"):
        return timeless(TimexType.DURATION, f"P1{unit}", seen, "is a stretch of time that ends at publication")
    if words.startswith("the next"):
        return read_told_unit({"shift": 1, "unit": unit}, seen)
    return _unit_from_publication(seen, unit, shift)


def read_ago(parts: Parts, seen: Seen) -> Meaning:
    """Read "three weeks ago" is a week, "a year ago" a year: the granularity is the one written."""
    return _unit_from_publication(seen, str(parts["units"]), -int(parts["count"]))


def read_long_ago(_: Parts, seen: Seen) -> Meaning:
    """Read "several years ago", "decades ago"."""
    return timeless(TimexType.DATE, "PAST_REF", seen, "is past, but nobody says when")


def read_weekday(parts: Parts, seen: Seen) -> Meaning:
    """Read "Monday": the last one, publication's own day included, unless the clause looks ahead."""
    wanted = int(parts["weekday"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-WXX-{wanted}")
    shift = parts.get("shift")
    if shift is None:
        is_ahead = seen.looks is Direction.AHEAD
        when = weekday_ahead(seen.published, wanted) if is_ahead else weekday_back(seen.published, wanted)
        how = ", the first one from then on" if is_ahead else ", the last one up to then"
        return seen_from_publication(day_date(when), seen, how=how)
    return seen_from_publication(day_date(_shifted_weekday(seen.published, wanted, int(shift))), seen)


def weekday_back(day: date, wanted: int) -> date:
    """The last such weekday up to a day, that day included."""
    return day - timedelta(days=(day.isoweekday() - wanted) % _DAYS_OF_WEEK)


def weekday_ahead(day: date, wanted: int) -> date:
    """The first such weekday from a day on, that day included."""
    return day + timedelta(days=(wanted - day.isoweekday()) % _DAYS_OF_WEEK)


def _shifted_weekday(day: date, wanted: int, shift: int) -> date:
    if shift < 0:
        return weekday_back(day - timedelta(days=1), wanted)
    if shift > 0:
        return weekday_ahead(day + timedelta(days=1), wanted)
    return day + timedelta(days=wanted - day.isoweekday())  # "this Friday": of the week of publication


def read_told_unit(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the same day", "the following year", "that month": seen from the date told before."""
    unit, shift = str(parts["unit"]), int(parts["shift"])
    if "that" in seen.words.lower().split() and unit not in _FINEST:
        return None
    return _from_previous(seen, unit, shift)


def read_later(parts: Parts, seen: Seen) -> Meaning:
    """Read "a year later", "three days earlier", "the year before": seen from the date told before."""
    unit = str(parts.get("unit") or parts["units"])
    return _from_previous(seen, unit, int(parts.get("count", 1)) * int(parts["later"]))


def _from_previous(seen: Seen, unit: str, shift: int) -> Meaning:
    told = seen.told.last_of(_FINEST.get(unit, ()))
    if told.earliest is None:
        value = _VALUE_WITHOUT_DAY.get(unit, "XXXX")
        reasoning = seen.said("is seen from a date told before it, which is not known finely enough")
        return Meaning(TimexType.DATE, value, UNKNOWN_DATE, Anchor.PREVIOUS, reasoning)
    value, when = unit_around(told.earliest, unit, shift)
    if unit in ("M", "Y") and _keeps_day(told, when, shift):
        when, value = told, timex_value(told)
    reasoning = f"“{seen.words}”, seen from {date_to_people(told)}, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, value, when, Anchor.PREVIOUS, reasoning)


def _keeps_day(previous: EdtfDate, when: EdtfDate, shift: int) -> bool:
    """Read "The same month" of a day stays a month; "the same year" of a year is that year."""
    return shift == 0 and previous.precision is when.precision
