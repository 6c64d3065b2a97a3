"""Dates as EDTF (ISO 8601-2), in the small subset that a timeline of news needs.

The public parsers give wrong bounds for open and approximate dates, so the subset is read here. What is read:
years, months, days, decades (199X), centuries (19XX), seasons (-21 … -24), quarters (-33 … -36), halves (-40, -41),
`~` and `?`, intervals with `/` and `..`, one-of sets `[a,b]`, and days or months whose year is unknown (XXXX-03-12).
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from app.errors import BadDate


class Precision(StrEnum):
    """How finely a date is known; the words of DESIGN.md section 3."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"
    UNKNOWN = "unknown"


class Bounds(NamedTuple):
    """First and last possible day; None where open."""

    earliest: date | None
    latest: date | None


# First month and length in months of what stands in the place of a month. Winter begins in December of its year.
SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
QUARTERS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
HALVES = {40: (1, 6), 41: (7, 6)}

_YEAR = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEARLESS = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?", re.ASCII)
_OPEN = Bounds(None, None)


@dataclass(frozen=True)
class EdtfDate:
    """A date as far as it is known. `text` is the EDTF; "" says that nothing is known."""

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision

    def __str__(self) -> str:
        """The EDTF."""
        return self.text

    @property
    def bounds(self) -> Bounds:
        """First and last possible day."""
        return Bounds(self.earliest, self.latest)

    @property
    def sort_key(self) -> tuple[date, date]:
        """Earliest day, then latest: an open start sorts by its latest day, no date at all comes last."""
        return self.earliest or self.latest or date.max, self.latest or date.max


def edtf(text: str) -> EdtfDate:
    """Read a date of our subset.

    Args:
        text: EDTF such as `2022-08`, `1910/1945`, `../2022-08-15`, or "" for unknown.

    Raises:
        BadDate: The text is not of the subset, or names a day that no calendar has.

    Source: EDTF levels 1 and 2, https://www.loc.gov/standards/datetime/; DESIGN.md section 3.
    """
    return _read(text)


@lru_cache(maxsize=65536)
def _read(text: str) -> EdtfDate:
    if text in ("", "/", "../", "/..", "../.."):
        return EdtfDate("", None, None, Precision.UNKNOWN)
    if text.startswith("[") and text.endswith("]"):
        parts = [_read_choice(text, part.strip()) for part in text[1:-1].split(",")]
        return _span(text, Bounds(_least(p.earliest for p in parts), _greatest(p.latest for p in parts)))
    if "/" in text:
        return _read_interval(text)
    if yearless := _YEARLESS.fullmatch(text):
        month, day = int(yearless[1]), int(yearless[2] or 1)
        _day(text, 2000, month, day)  # a leap year, so that 29 February passes
        return _span(text, _OPEN)
    return _read_one(text)


def _read_choice(text: str, part: str) -> EdtfDate:
    """One of the dates of a set."""
    if not part:
        raise BadDate(f"{text!r} leaves a place of its list empty; write [2013-05,2013-06]")
    return _read(part)


def _read_interval(text: str) -> EdtfDate:
    start, _, end = text.partition("/")
    earliest = None if start in ("", "..") else _read_one(start).earliest
    latest = None if end in ("", "..") else _read_one(end).latest
    if earliest and latest and earliest > latest:
        raise BadDate(f"{text!r} ends before it begins; write the earlier date first")
    return _span(text, Bounds(earliest, latest))


def _read_one(text: str) -> EdtfDate:
    plain = text.rstrip("~?%")  # how sure a date is does not widen its bounds
    if found := _DAY.fullmatch(plain):
        day = _day(text, int(found[1]), int(found[2]), int(found[3]))
        return EdtfDate(text, day, day, Precision.DAY)
    if found := _MONTH.fullmatch(plain):
        return _read_part_of_year(text, int(found[1]), int(found[2]))
    if found := _YEAR.fullmatch(plain):
        first, last = (max(1, int(found[1].replace("X", digit))) for digit in "09")
        if plain == "0000":
            raise BadDate(f"{text!r} is no year of our calendar; the first is 0001")
        precision = {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[found[1].count("X")]
        return EdtfDate(text, date(first, 1, 1), date(last, 12, 31), precision)
    raise BadDate(f"{text!r} is not a date Tumen reads; write 2022-08-15, 2022-08, 2022, or 1910/1945")


def _read_part_of_year(text: str, year: int, part: int) -> EdtfDate:
    tables = ((SEASONS, Precision.SEASON), (QUARTERS, Precision.QUARTER), (HALVES, Precision.HALF))
    for table, precision in tables:
        if part in table:
            first, months = table[part]
            return EdtfDate(text, _day(text, year, first, 1), _months_later(text, year, first, months), precision)
    first_day = _day(text, year, part, 1)
    return EdtfDate(text, first_day, date(year, part, monthrange(year, part)[1]), Precision.MONTH)


def _months_later(text: str, year: int, month: int, months: int) -> date:
    """The last day of a run of months."""
    index = year * 12 + month - 1 + months
    if index // 12 > date.max.year:
        return date.max
    return _day(text, index // 12, index % 12 + 1, 1) - timedelta(days=1)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadDate(f"{text!r} is no day of the calendar: {error}") from error


def _span(text: str, bounds: Bounds) -> EdtfDate:
    return EdtfDate(text, *bounds, Precision.SPAN)


def _least(days: Iterable[date | None]) -> date | None:
    """The first day; None as soon as one side is open."""
    found = list(days)
    closed = [day for day in found if day]
    return min(closed) if len(closed) == len(found) else None


def _greatest(days: Iterable[date | None]) -> date | None:
    """The last day; None as soon as one side is open."""
    found = list(days)
    closed = [day for day in found if day]
    return max(closed) if len(closed) == len(found) else None


UNKNOWN_DATE = edtf("")


def day_date(day: date) -> EdtfDate:
    """One day."""
    return edtf(day.isoformat())


def span_date(earliest: date | None, latest: date | None) -> EdtfDate:
    """The tersest EDTF with exactly these bounds: a day, month or year where they make one, else an interval."""
    if earliest is None or latest is None:
        if earliest is latest:
            return UNKNOWN_DATE
        return edtf(f"{earliest or '..'}/{latest or '..'}")
    for text in (earliest.isoformat(), earliest.isoformat()[:7], earliest.isoformat()[:4]):
        whole = edtf(text)
        if whole.bounds == (earliest, latest):
            return whole
    return edtf(f"{earliest.isoformat()}/{latest.isoformat()}")


def not_later_than(latest: date | None) -> EdtfDate:
    """A day that is only bounded above."""
    return span_date(None, latest)
