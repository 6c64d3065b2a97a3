"""Readers of forms that are seen from the day of publication."""

from datetime import date, timedelta

from app.domain.edtf import UNKNOWN_DATE, day_date, span_date
from app.domain.timex import TimexType
from app.pipeline.dating.calendar import day_or_unknown, shift_months, unit_around, weekday_ahead, weekday_back
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication, timeless, value_without_day
from app.pipeline.dating.readers.business import a_year_from_period
from app.pipeline.dating.readers.near import day_of_weekday
from app.pipeline.dating.readers.times import DAYPART
from app.pipeline.dating.readers.told import from_told, read_told_unit
from app.pipeline.dating.readers.told_days import of_no_week, read_told_weekday
from app.pipeline.dating.surroundings import Direction

_SATURDAY = 6
_ONE_DAY = timedelta(days=1)
_NOWADAYS_BEHIND = ("nowadays_behind", "nowadays_clause")
_TOLD_UNITS = ("D", "W", "M", "Y")


def read_relative_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "yesterday"; "today" inside a quotation, or for nowadays, is the speaker's and no day of ours."""
    offset = int(parts["offset"])
    if seen.is_title:
        return None
    if offset == 0 and (seen.stands_after("nowadays_before") or any(map(seen.stands_before, _NOWADAYS_BEHIND))):
        return timeless(TimexType.DATE, "PRESENT_REF", seen, "is nowadays, and no day")
    if offset == 0 and seen.is_quoted:
        return timeless(TimexType.DATE, "PRESENT_REF", seen, "stands in a quotation: the speaker's day, not told")
    if offset == 0 and seen.told.is_history and not (seen.told.begins_now and seen.stands_before("past_verb_behind")):
        return timeless(TimexType.DATE, "PRESENT_REF", seen, "is nowadays, in a text that looks back")
    return _unit_from_publication(seen, "D", offset)


def _unit_from_publication(seen: Seen, unit: str, shift: int) -> Meaning:
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=value_without_day(unit))
    value, when = unit_around(seen.published, unit, shift)
    return seen_from_publication(when, seen, value=value)


def read_shifted_unit(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "last month", "this past week", "next year", "late last year"; "the past year" is a duration."""
    shift, unit = int(parts["shift"]), str(parts["unit"])
    words = seen.words.lower()
    if seen.is_title:
        return None
    is_length = "past" in words.split() and unit != "WE" and not words.startswith("this")
    if is_length or (words.startswith("the last") and unit != "CE"):
        return timeless(TimexType.DURATION, f"P1{unit}", seen, "is a stretch of time that ends at publication")
    if words.startswith("the next") or (seen.told.is_history and unit in _TOLD_UNITS and shift >= 0):
        return read_told_unit({"shift": shift, "unit": unit}, seen)
    return _unit_from_publication(seen, unit, shift)


def read_ago(parts: Parts, seen: Seen) -> Meaning:
    """Read "three weeks ago" is a week, "a year ago" a year: the granularity is the one written.

    In business news like is compared with like: "a year ago" after a quarter is that quarter of the year before.
    """
    unit, shift = str(parts["units"]), int(parts["count"]) * int(parts.get("toward", -1))
    if (unit, shift) == ("Y", -1) and not seen.told.is_history and (period := a_year_from_period(seen, -1)):
        return period
    return _unit_from_publication(seen, unit, shift)


def read_day_of_shifted_month(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the 15th of last month"."""
    day = int(parts["day"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-XX-{day:02}")
    when = day_or_unknown(*shift_months(seen.published, int(parts["shift"])), day)
    return seen_from_publication(when, seen) if when.text else None


def read_ago_and_half(parts: Parts, seen: Seen) -> Meaning:
    """Read "two and a half years ago" as a year, "half a year ago" as one too: the granularity is the one written."""
    unit, count = str(parts["units"]), int(parts["count"])
    finer = _HALVES.get(unit)
    if seen.published is None or finer is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=value_without_day(unit))
    smaller, length = finer
    day = unit_around(seen.published, smaller, -(count * 2 + 1) * length)[1].earliest or seen.published
    value, when = unit_around(day, "DE" if unit == "CE" else unit, 0)
    return seen_from_publication(when, seen, value=value)


_HALVES = {"Y": ("M", 6), "M": ("D", 15), "DE": ("Y", 5), "CE": ("Y", 50)}  # half a unit, in smaller ones


def read_weekdays(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "from Monday to Friday": the last day is the next such one after the first."""
    first, last = int(parts["first"]), int(parts["last"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-WXX-{first}")
    is_ahead = seen.looks is Direction.AHEAD
    start = weekday_ahead(seen.published, first) if is_ahead else weekday_back(seen.published, first)
    if start == seen.published and not is_ahead:  # said on its first day, it would not yet be told as past
        start -= timedelta(weeks=1)
    return seen_from_publication(span_date(start, weekday_ahead(start, last)), seen)


def read_in_time(parts: Parts, seen: Seen) -> Meaning:
    """Read "in five years" as a year where its clause looks ahead, else as the length of what went on."""
    unit, count = str(parts["units"]), int(parts["count"])
    if seen.looks is Direction.AHEAD and seen.stands_after("foreseen_then") and _is_told_in_this_sentence(seen):
        return from_told(seen, unit, count)
    if seen.looks is Direction.AHEAD and not seen.stands_after("counted_in"):
        return _unit_from_publication(seen, unit, count)
    return timeless(TimexType.DURATION, f"P{count}{unit}", seen, "is a length of time")


def _is_told_in_this_sentence(seen: Seen) -> bool:
    return seen.told.is_story and seen.told.span.start >= seen.span.start - len(seen.before)


def read_weekend(_: Parts, seen: Seen) -> Meaning:
    """Read "over the weekend": the last one, unless the clause looks ahead or it is the weekend already."""
    is_now = seen.published is not None and seen.published.isoweekday() >= _SATURDAY
    return _unit_from_publication(seen, "WE", 0 if is_now or seen.looks is Direction.AHEAD else -1)


def read_weekday_of_week(parts: Parts, seen: Seen) -> Meaning:
    """Read "Friday last week", "Monday of this week"."""
    wanted = int(parts["weekday"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-WXX-{wanted}")
    day = seen.published + timedelta(weeks=int(parts["shift"]), days=wanted - seen.published.isoweekday())
    return seen_from_publication(day_date(day), seen)


def read_long_ago(_: Parts, seen: Seen) -> Meaning:
    """Read "several years ago", "decades ago"."""
    return timeless(TimexType.DATE, "PAST_REF", seen, "is past, but nobody says when")


def read_weekday(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "Monday": the last one, publication's own day included, unless the clause looks ahead."""
    wanted = int(parts["weekday"])
    if seen.stands_before("weekday_of_title") or seen.stands_after("named_weekday"):
        return None
    if seen.told.is_history and (seen.published is None or seen.told.last_is_day):
        return read_told_weekday(wanted, seen)
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-WXX-{wanted}")
    if "shift" in parts:
        return seen_from_publication(day_date(_shifted_weekday(seen.published, wanted, int(parts["shift"]))), seen)
    if _is_told_in_another_zone(wanted, seen.published, parts, seen):
        tomorrow = day_date(seen.published + _ONE_DAY)
        return seen_from_publication(tomorrow, seen, how=" and told by the clock of a place to the east")
    return _plain_weekday(wanted, seen.published, seen)


def _plain_weekday(wanted: int, published: date, seen: Seen) -> Meaning:
    if seen.stands_after("some_weekday"):
        return of_no_week(wanted, seen)
    numbered = seen.dating.contexts["numbered"].match(seen.after)
    if numbered and (with_number := day_of_weekday(wanted, int(numbered["day"]), seen)):
        return with_number
    is_ahead = seen.looks is Direction.AHEAD or seen.stands_after("timetable")
    when = weekday_ahead(published, wanted) if is_ahead else weekday_back(published, wanted)
    how = ", the first one from then on" if is_ahead else ", the last one up to then"
    return seen_from_publication(day_date(when), seen, how=how)


def _is_told_in_another_zone(wanted: int, published: date, parts: Parts, seen: Seen) -> bool:
    """Is it tomorrow's weekday "local time", or its morning "in Seoul", where the day has begun already?"""
    if (published + _ONE_DAY).isoweekday() != wanted:
        return False
    return seen.stands_before("by_another_clock") or (DAYPART in parts and seen.stands_before("in_a_place"))


def _shifted_weekday(day: date, wanted: int, shift: int) -> date:
    if shift < 0:
        return weekday_back(day - timedelta(days=1), wanted) + timedelta(weeks=shift + 1)
    if shift > 0:
        return weekday_ahead(day + timedelta(days=1), wanted) + timedelta(weeks=shift - 1)
    return day + timedelta(days=wanted - day.isoweekday())  # "this Friday": of the week of publication
