"""Reckoning with days, weeks, months, years; and how TIMEX3 writes what EDTF writes otherwise."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date, edtf, span_date

_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_QUARTER_CODES = {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4"}
_HALF_CODES = {40: "H1", 41: "H2"}
_CODES = _SEASON_CODES | _QUARTER_CODES | _HALF_CODES
_DAYS_OF_WEEK = 7
_YEARS_OF = {"Y": 1, "DE": 10, "CE": 100}


def day_or_unknown(year: int, month: int, day: int) -> EdtfDate:
    """A day; unknown where the calendar has none such."""
    try:
        return day_date(date(year, month, day))
    except ValueError:
        return UNKNOWN_DATE


def month_of(year: int, month: int) -> EdtfDate:
    """A month."""
    return edtf(f"{year:04}-{month:02}")


def timex_value(when: EdtfDate) -> str:
    """TIMEX3's value of a date: seasons, quarters, decades and centuries are written otherwise than in EDTF."""
    text = when.text.rstrip("~?%")
    if when.precision in (Precision.SEASON, Precision.QUARTER, Precision.HALF):
        return f"{text[:4]}-{_CODES[int(text[5:])]}"
    if when.precision in (Precision.DECADE, Precision.CENTURY):
        return text.rstrip("X")
    return text


def days_later(day: date, count: int) -> date:
    """So many days later, earlier when negative; the first or last day of the calendar where that has no more."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def week_of(day: date) -> tuple[str, EdtfDate]:
    """The ISO week that holds a day, as TIMEX3 and as the days from Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return f"{year:04}-W{week:02}", span_date(monday, monday + timedelta(days=6))


def weekend_of(day: date) -> tuple[str, EdtfDate]:
    """The Saturday and Sunday of the week that holds a day."""
    week, _ = week_of(day)
    saturday = day + timedelta(days=6 - day.isoweekday())
    return f"{week}-WE", span_date(saturday, saturday + timedelta(days=1))


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months later; earlier when negative."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def season_of(day: date) -> int:
    """EDTF's number of the season that holds a day: March to May is spring."""
    return 21 + (day.month % 12 // 3 - 1) % 4


def quarter_of(day: date) -> int:
    """The number of the quarter that holds a day."""
    return (day.month + 2) // 3


def unit_around(day: date, unit: str, shift: int) -> tuple[str, EdtfDate]:
    """The day, week, month … that lies `shift` units from the one that holds a day.

    Returns:
        TIMEX3's value and the date.

    Raises:
        OverflowError: It falls outside the years 1 to 9999.
    """
    if unit == "W":
        return week_of(day + timedelta(weeks=shift))
    if unit == "WE":
        return weekend_of(day + timedelta(weeks=shift))
    when = _calendar_unit(day, unit, shift)
    return timex_value(when), when


def _calendar_unit(day: date, unit: str, shift: int) -> EdtfDate:
    if unit == "D":
        return day_date(day + timedelta(days=shift))
    year, month = shift_months(day, {"M": shift, "Q": 3 * shift}.get(unit, 0))
    year += shift * _YEARS_OF.get(unit, 0)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is outside the calendar")
    if unit == "M":
        return month_of(year, month)
    if unit == "Q":
        return edtf(f"{year:04}-{33 + (month - 1) // 3}")
    return edtf({"Y": f"{year:04}", "DE": f"{year // 10:03}X", "CE": f"{year // 100:02}XX"}[unit])


def day_so_far_from(day: date, unit: str, shift: int) -> date:
    """The day so many units away; a month that has no such day ends before it.

    Raises:
        OverflowError: It falls outside the years 1 to 9999.
    """
    if unit == "W":
        return day + timedelta(weeks=shift)
    if unit in _YEARS_OF:
        return same_day_in(day, day.year + shift * _YEARS_OF[unit])
    last = unit_around(day, unit, shift)[1].latest or day
    return last.replace(day=min(day.day, last.day))


def same_day_in(day: date, year: int) -> date:
    """The day in another year; 29 February becomes 28 where there is none."""
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def weekday_back(day: date, wanted: int) -> date:
    """The last such weekday up to a day, that day included."""
    return day - timedelta(days=(day.isoweekday() - wanted) % _DAYS_OF_WEEK)


def weekday_ahead(day: date, wanted: int) -> date:
    """The first such weekday from a day on, that day included."""
    return day + timedelta(days=(wanted - day.isoweekday()) % _DAYS_OF_WEEK)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> date:
    """The so-manieth Monday (1) to Sunday (7) of a month; number -1 is the last."""
    if number < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def western_easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning.

    Source: the anonymous Gregorian computus, J. Meeus, Astronomical Algorithms, chapter 8.
    """
    century, of_century = divmod(year, 100)
    golden = year % 19
    moon_shift = (8 * century + 13) // 25  # the moon's correction in days
    epact = (19 * golden + century - century // 4 - moon_shift + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a day of our calendar; it holds from 1583 on.

    Source: the Julian computus, J. Meeus, Astronomical Algorithms, chapter 8; the Julian calendar lags behind ours by
    a day more in each century whose number four does not divide.
    """
    moon = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + to_sunday + 114, 31)
    lag_days = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=lag_days)
