"""Readers of durations, sets and vague words: time without a place in the calendar."""

from app.domain.timex import TimexType
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, timeless

_VAGUE = {"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future"}


def read_age(_: Parts, __: Seen) -> None:
    """Read "a 60-year-old" as no time at all."""


def read_duration(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "three years", "several years", "three hours"; "twice a week" is how often, no length."""
    words = seen.words.lower()
    if words.startswith(("a ", "an ")) and not words.endswith("long") and not seen.stands_after("length"):
        return None
    return timeless(TimexType.DURATION, _length(str(parts["count"]), parts), seen, "is a length of time")


def read_length_and_half(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "two and a half years", "a year and a half", "2 1/2 hours"; None for another fraction."""
    if parts.get("half", _ONE_HALF) != _ONE_HALF:
        return None
    count, unit = int(parts["count"]), str(parts["units"])
    if "is_clock" in parts:
        value = f"PT{count}{unit}{_HALVES_OF_THE_CLOCK.get(unit, '')}"
    elif unit in _IN_YEARS:
        value = f"P{count * _IN_YEARS[unit] + _IN_YEARS[unit] // 2}Y"
    else:
        value = f"P{count}{unit}{_HALVES[unit]}" if unit in _HALVES else f"P{count}.5{unit}"
    return timeless(TimexType.DURATION, value, seen, "is a length of time")


_ONE_HALF = "1/2"  # as numbers.py tells it
_HALVES, _HALVES_OF_THE_CLOCK = {"Y": "6M", "M": "15D", "D": "T12H"}, {"H": "30M", "M": "30S"}
_IN_YEARS = {"DE": 10, "CE": 100}


def read_half_length(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "half a century", "half an hour", "a quarter of a century": in whole units of the next smaller kind."""
    whole = (_CLOCK_WHOLES if "is_clock" in parts else _WHOLES).get(str(parts["units"]))
    if whole is None:
        return None
    begins, in_one, smaller = whole
    count = in_one * int(parts.get("quarters", 2)) // 4
    return timeless(TimexType.DURATION, f"{begins}{count}{smaller}", seen, "is a length of time")


_WHOLES = {"CE": ("P", 100, "Y"), "DE": ("P", 10, "Y"), "Y": ("P", 12, "M"), "M": ("P", 30, "D"), "D": ("PT", 24, "H")}
_CLOCK_WHOLES = {"H": ("PT", 60, "M"), "M": ("PT", 60, "S")}


def _length(count: str, parts: Parts) -> str:
    return f"P{'T' if 'is_clock' in parts else ''}{count}{parts['units']}"


def read_year_long(parts: Parts, seen: Seen) -> Meaning:
    """Read "a year-long", "yearlong"."""
    return timeless(TimexType.DURATION, f"P1{parts['units']}", seen, "is a length of time")


def read_many_long(parts: Parts, seen: Seen) -> Meaning:
    """Read "a decades-long"."""
    return timeless(TimexType.DURATION, f"PX{parts['units']}", seen, "is a length of time")


def read_span_that_followed(parts: Parts, seen: Seen) -> Meaning:
    """Read "the weeks that followed", "the three years that followed"."""
    value = f"P{parts.get('count', 'X')}{parts['units']}"
    return timeless(TimexType.DURATION, value, seen, "is a length of time, from what was told before it")


def read_recent_span(parts: Parts, seen: Seen) -> Meaning:
    """Read "the past three years"."""
    return timeless(TimexType.DURATION, f"P{parts['count']}{parts['units']}", seen, "is a length of time")


def read_often(parts: Parts, seen: Seen) -> Meaning:
    """Read "every Monday", "Mondays", "Monday nights", "every morning", "annually", "century after century"."""
    part = f"T{parts['daypart']}" if "daypart" in parts else ""
    if "weekday" in parts:
        value = f"XXXX-WXX-{parts['weekday']}{part}"
    elif part:
        value = f"XXXX-XX-XX{part}"
    elif "month" in parts:
        value = f"XXXX-{int(parts['month']):02}" + (f"-{int(parts['day']):02}" if "day" in parts else "")
    else:
        value = str(parts.get("often") or f"P1{parts['unit']}")
    return timeless(TimexType.SET, value, seen, "is again and again, not one time")


def read_often_counted(parts: Parts, seen: Seen) -> Meaning:
    """Read "every three years", "every other day"."""
    units = parts.get("units") or parts["unit"]
    value = _length(str(parts["count"]), {**parts, "units": units})
    return timeless(TimexType.SET, value, seen, "is again and again, not one time")


def read_vague(parts: Parts, seen: Seen) -> Meaning:
    """Read "recently", "now"."""
    value = str(parts["value"])
    return timeless(TimexType.DATE, value, seen, f"is {_VAGUE[value]}, but nobody says when")
