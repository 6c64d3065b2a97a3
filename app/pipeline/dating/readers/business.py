"""Readers of the periods of business news: quarters, halves, fiscal years, and what they are compared with."""

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import quarter_of, shift_months, timex_value
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit, seen_from_publication
from app.pipeline.dating.numbers import year_of_short
from app.pipeline.dating.surroundings import Direction

_LAST_QUARTER = 4
_QUARTER, _HALF = 32, 39  # what EDTF adds to the number of a quarter, of a half
_PERIODS = (Precision.QUARTER, Precision.HALF)
_MONTHS = 12


def read_quarter(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the first quarter of 2024", "the third quarter"; None for a fifth one."""
    number = int(parts["number"])
    if number > _LAST_QUARTER:
        return None
    if "year" in parts:
        return explicit(_quarter(int(parts["year"]), number), seen)
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-Q{number}")
    now = quarter_of(seen.published)
    # "expects a third-quarter loss", said in the fourth: what lies just behind is told before it is reckoned up.
    is_ahead = seen.looks is Direction.AHEAD and number != (now - 2) % _LAST_QUARTER + 1
    year = seen.published.year + (number < now if is_ahead else -(number > now))
    return seen_from_publication(_quarter(year, number), seen)


def read_quarter_of_shifted_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the third quarter of last year", "this year's first quarter"."""
    number = int(parts["number"])
    if number > _LAST_QUARTER:
        return None
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-Q{number}")
    return seen_from_publication(_quarter(seen.published.year + int(parts["shift"]), number), seen)


def read_half(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the second half of 2024"."""
    number = int(parts["number"])
    return explicit(_half(int(parts["year"]), number), seen) if number in (1, 2) else None


def read_quarter_of_short_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "Q3 '21"."""
    return explicit(_quarter(year_of_short(int(parts["short_year"])), int(parts["number"])), seen)


def read_short_fiscal_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "FY21"."""
    return read_fiscal_year({"year": year_of_short(int(parts["short_year"]))}, seen)


def read_half_of_shifted_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the first half of this year"."""
    number = int(parts["number"])
    if number not in (1, 2):
        return None
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-H{number}")
    return seen_from_publication(_half(seen.published.year + int(parts["shift"]), number), seen)


def read_near_half(parts: Parts, seen: Seen) -> Meaning:
    """Read "상반기", "в первом полугодии": the last one that has begun, unless the clause looks ahead."""
    number = int(parts["number"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-H{number}")
    now = 1 + (seen.published.month > _MONTHS // 2)
    shift = number < now if seen.looks is Direction.AHEAD else -(number > now)
    return seen_from_publication(_half(seen.published.year + shift, number), seen)


def read_first_months(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the first nine months of 2021", "of this year": TIMEX3 has no value for them but that of their year."""
    if "first" not in seen.words.lower() or parts["units"] != "M" or not 1 <= int(parts["count"]) <= _MONTHS:
        return None
    count = int(parts["count"])
    if "year" in parts:
        when = _first_months(int(parts["year"]), count)
        rule = f"“{seen.words}” is a stretch of time: {date_to_people(when)}."
        return Meaning(TimexType.DATE, f"{int(parts['year']):04}", when, Anchor.EXPLICIT, rule)
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value="XXXX")
    year = seen.published.year + int(parts["shift"])
    return seen_from_publication(_first_months(year, count), seen, value=f"{year:04}")


def _first_months(year: int, count: int) -> EdtfDate:
    return edtf(f"{year:04}-01/{year:04}-{count:02}" if count > 1 else f"{year:04}-01")


def read_fiscal_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "fiscal 2021", "FY2021": shown as the year, which is as near as its name tells."""
    rule = "is a business year, whose days may differ from the calendar's"
    return explicit(edtf(f"{int(parts['year']):04}"), seen, rule)


def read_latest_period(_: Parts, seen: Seen) -> Meaning | None:
    """Read "the latest quarter": the one told before, else the last one that was over at publication."""
    periods = [when for when in seen.told.recent if when.precision in _PERIODS]
    if told := next((when for when in periods if _is_over(when, seen)), next(iter(periods), None)):
        return _as_told(told, seen)
    if seen.published is None or "quarter" not in seen.words.lower():
        return None
    year, month = shift_months(seen.published, -3)
    return seen_from_publication(_quarter(year, (month + 2) // 3), seen)


def read_told_period(_: Parts, seen: Seen) -> Meaning | None:
    """Read "the quarter": the one told before; None where none was."""
    told = _told_period(seen)
    return _as_told(told, seen) if told else None


def read_period_of_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "the 2021 period": the quarter told before, of another year; the year where none was."""
    year = int(parts["year"])
    told = _told_period(seen)
    return _as_told(_in_year(told, year), seen) if told else explicit(edtf(f"{year:04}"), seen)


def read_year_earlier(_: Parts, seen: Seen) -> Meaning | None:
    """Read "the year-earlier quarter", "the same period last year": like is compared with like."""
    return a_year_from_period(seen, -1)


def read_like_period(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the same period last year": like is compared with like, and where no period was told the year remains."""
    if period := a_year_from_period(seen, -1):
        return period
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value="XXXX")
    return seen_from_publication(edtf(f"{seen.published.year + int(parts.get('shift', -1)):04}"), seen)


def a_year_from_period(seen: Seen, shift: int) -> Meaning | None:
    """The quarter told before, so many years later; None where none was told."""
    told = _told_period(seen)
    if told is None or told.earliest is None:
        return None
    return _as_told(_in_year(told, told.earliest.year + shift), seen)


def _told_period(seen: Seen) -> EdtfDate | None:
    told = seen.told.last_of(_PERIODS)
    return told if told.text else None


def _is_over(when: EdtfDate, seen: Seen) -> bool:
    return seen.published is None or (when.latest is not None and when.latest < seen.published)


def _in_year(period: EdtfDate, year: int) -> EdtfDate:
    return edtf(f"{year:04}{period.text[4:7]}")


def _as_told(when: EdtfDate, seen: Seen) -> Meaning:
    reasoning = f"“{seen.words}”, told after a period of business, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, timex_value(when), when, Anchor.PREVIOUS, reasoning)


def _quarter(year: int, number: int) -> EdtfDate:
    return edtf(f"{year:04}-{_QUARTER + number}")


def _half(year: int, number: int) -> EdtfDate:
    return edtf(f"{year:04}-{_HALF + number}")
