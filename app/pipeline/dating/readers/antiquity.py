"""Readers of times before Christ, and of what a story that has come to a year of then tells without one.

No calendar of ours holds them, so that they have a TIMEX3 value and no day of a timeline.
"""

from collections.abc import Callable, Mapping

from app.domain.edtf import UNKNOWN_DATE
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_OWN_YEAR = frozenset({"year", "day_year", "shift", "unit"})
_YEARS = {"Y": 1, "DE": 10}


def read_before_christ(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "480 BC", "August 480 BC", "the spring of 480 BC", "the 470s BC", "the 4th century BC"."""
    if "century" in parts:
        return _long_ago(f"BC{int(parts['century']) - 1:02}", seen)
    if "decade" in parts:
        return _long_ago(f"BC{int(parts['decade']):03}", seen)
    return _in_year(int(parts["number"]), parts, seen)


def read_in_antiquity(reads: str, parts: Parts, seen: Seen) -> Meaning | None:
    """What a form without a year means in a story of a year before Christ; None where it is read as elsewhere."""
    is_antiquity = seen.told.year_before_christ and seen.told.is_history
    reader = _READERS.get(reads) if is_antiquity else None
    return reader(parts, seen) if reader else None


def _unnamed(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "in August", "on 3 August", "the winter"."""
    return None if _OWN_YEAR & parts.keys() else _in_year(seen.told.year_before_christ, parts, seen)


def _shifted(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the following year", "that year", "the next decade"."""
    years = _YEARS.get(str(parts["unit"]))
    if years is None:
        return None
    year = seen.told.year_before_christ - years * int(parts["shift"])
    return _in_year(year, {}, seen) if years == 1 else _long_ago(f"BC{year // years:03}", seen)


def _later(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "ten years later", "a decade earlier", "the year before"; "a year after Marathon" is a length of time."""
    years = _YEARS.get(str(parts.get("unit") or parts["units"]))
    is_of_what_follows = seen.words.lower().endswith(("before", "after")) and not seen.stands_before("clause_ends")
    if years is None or is_of_what_follows:
        return None
    return _in_year(seen.told.year_before_christ - years * int(parts.get("count", 1)) * int(parts["later"]), {}, seen)


def _of_that_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "August of that year", "the end of the year"."""
    if parts.get("unit") != "Y":
        return None
    return _in_year(seen.told.year_before_christ - int(parts.get("shift", 0)), parts, seen)


def _in_year(year: int, parts: Parts, seen: Seen) -> Meaning | None:
    if year < 1:  # the story has come to our era
        return None
    value = f"BC{year:04}"
    if "season" in parts:
        value += f"-{_SEASONS[int(parts['season'])]}"
    elif "month" in parts:
        value += f"-{int(parts['month']):02}" + (f"-{int(parts['day']):02}" if "day" in parts else "")
    return _long_ago(value, seen)


def _long_ago(value: str, seen: Seen) -> Meaning:
    rule = seen.said("lies before the first year that a timeline of dates can hold")
    return Meaning(TimexType.DATE, value, UNKNOWN_DATE, Anchor.EXPLICIT, rule)


_READERS: Mapping[str, Callable[[Parts, Seen], Meaning | None]] = {
    "day": _unnamed,
    "later": _later,
    "month": _unnamed,
    "of_that_year": _of_that_year,
    "season": _unnamed,
    "season_of_history": _unnamed,
    "shifted_unit": _shifted,
    "told_unit": _shifted,
    "unit_of_story": _of_that_year,
}
