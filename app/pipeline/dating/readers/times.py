"""Readers of times of day: they lie in the day beside them, in the day told before, or in that of publication."""

import re
from dataclasses import replace

from app.domain.edtf import UNKNOWN_DATE, Precision
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import unit_around
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, timeless
from app.pipeline.dating.surroundings import Direction

CLOCK, DAYPART = "clock", "daypart"
TIME_PARTS = frozenset({CLOCK, "hour", DAYPART, "meridiem"})

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?([ap]m|z)?")
_MILITARY_CLOCK = re.compile(r"(\d{1,2})(\d{2})")
_WITH_HALF = 3  # the group of "am" in _CLOCK
_NEAR_CHARACTERS = 400
_LONG_AGO_DAYS = 300
_LAST_HOUR, _LAST_MINUTE, _NOON, _FIRST_EVENING_HOUR = 24, 59, 12, 6
_DAYLESS = "XXXX-XX-XX"
_OF_A_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX|W\d\d|WXX)-(?:\d\d?|XX)")


def read_clock(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "at 19:15", "11 a.m."; without a preposition or "a.m." digits with a colon may be a score."""
    time = time_of(parts)
    is_marked = "meridiem" in parts or "plain" in parts
    if not time or (not is_marked and time != "noon" and not _is_plain_time(parts, seen)):
        return None
    return _at_told_day(seen, time, 0)


def _is_plain_time(parts: Parts, seen: Seen) -> bool:
    return str(parts[CLOCK])[-1] == "m" or seen.stands_after("at_a_clock")


def read_daypart(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "in the morning"; "a night train" and "good morning" are no times."""
    if not seen.stands_after("in_a_part_of_the_day") or seen.after.startswith(" of"):
        return None
    return _at_told_day(seen, str(parts[DAYPART]), 0)


def read_military_clock(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "0900 hours"; None for a number that no clock shows."""
    time = time_of(parts)
    return _at_told_day(seen, time, 0) if time else None


def read_nights_ago(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "two nights ago"."""
    return read_shifted_daypart({"shift": -int(parts["count"]), DAYPART: "NI"}, seen)


def read_overnight(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "overnight": the night before publication, or the one to come; "overnight trains" are none."""
    if not seen.stands_before("no_noun_follows"):
        return None
    is_ahead = seen.looks is Direction.AHEAD
    return read_shifted_daypart({"shift": 0 if is_ahead else -1, DAYPART: parts["overnight"]}, seen)


def read_daypart_beside(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the night before", "the morning after"; "the night before the storm" is of a day that is not told."""
    return _at_told_day(seen, str(parts[DAYPART]), int(parts["shift"])) if seen.stands_before("clause_ends") else None


def read_told_daypart(parts: Parts, seen: Seen) -> Meaning:
    """Read "the next morning", "that afternoon"."""
    return _at_told_day(seen, str(parts[DAYPART]), int(parts["shift"]))


def read_shifted_daypart(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "this morning", "last night": of the day of publication or of the day before it; "tonight"."""
    if seen.is_quoted and seen.published is None:
        return timeless(TimexType.TIME, "PRESENT_REF", seen, "stands in a quotation: the speaker's day, not told")
    if seen.published is None:
        return timeless(TimexType.TIME, f"{_DAYLESS}T{parts[DAYPART]}", seen, "has no day that is known")
    value, when = unit_around(seen.published, "D", int(parts["shift"]))
    reasoning = seen.from_publication(when)
    return Meaning(TimexType.TIME, f"{value}T{parts[DAYPART]}", when, Anchor.PUBLICATION, reasoning)


def at_time(meaning: Meaning, parts: Parts) -> Meaning | None:
    """A day with the time of day that stands beside it; None where the clock shows no such time."""
    time, day = time_of(parts), meaning.value.partition("T")[0]
    day = day if _OF_A_DAY.fullmatch(day) else _DAYLESS
    return replace(meaning, type=TimexType.TIME, value=f"{day}T{time}") if time else None


def time_of(parts: Parts) -> str:
    """TIMEX3's value of a time of day: "19:15", "MO"; empty where the clock shows no such time."""
    shown = str(parts.get(CLOCK, parts.get("hour", "")))
    if not shown:
        return str(parts.get(DAYPART, ""))
    found = _CLOCK.fullmatch(shown) or _MILITARY_CLOCK.fullmatch(shown)
    if not found:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    half = str(parts.get("meridiem") or (found[3] if found.lastindex == _WITH_HALF else "")) or _half_of(parts, hour)
    if hour > (_NOON if half else _LAST_HOUR) or minute > _LAST_MINUTE:
        return ""
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    hours, minutes = divmod(hour * 60 + minute + int(parts.get("minute", 0)), 60)
    return f"{hours % (_LAST_HOUR + 1):02}:{minutes:02}"


def _half_of(parts: Parts, hour: int) -> str:
    """Which half of the day the part beside tells: "7 o'clock in the evening"; "12 at night" is none of either."""
    part = str(parts.get(DAYPART, ""))
    is_late = part in ("AF", "EV") or (part == "NI" and hour >= _FIRST_EVENING_HOUR)
    return "pm" if is_late and hour < _NOON else ""


def _at_told_day(seen: Seen, time: str, shift: int) -> Meaning:
    """A time of the day told shortly before, or so many days later."""
    told = seen.told.date
    is_told = told.precision is Precision.DAY and _still_holds(seen) and not seen.stands_after("habitual")
    if not is_told or told.earliest is None:
        return Meaning(
            TimexType.TIME, f"{_DAYLESS}T{time}", UNKNOWN_DATE, Anchor.NONE, seen.said("is of a day that is not told")
        )
    value, when = unit_around(told.earliest, "D", shift)
    reasoning = f"“{seen.words}”, told after {date_to_people(told)}, is {date_to_people(when)}."
    return Meaning(TimexType.TIME, f"{value}T{time}", when, Anchor.PREVIOUS, reasoning)


def _still_holds(seen: Seen) -> bool:
    """Is the day that was told last still that of the story: in a history, or near and not one looked back to?

    A report of today that recalls a day of years ago comes back to its own with the next paragraph.
    """
    told, end = seen.told.date, seen.told.span.end
    if seen.told.is_history:
        return True
    if seen.span.start - end > _NEAR_CHARACTERS:
        return False
    is_recent = seen.published is None or told.latest is None or (seen.published - told.latest).days < _LONG_AGO_DAYS
    return is_recent or seen.text.find("\n\n", end, seen.span.start) < 0
