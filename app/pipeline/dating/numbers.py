"""What a number can be, by its shape alone: a day, a year, a whole date, a count; or nothing of time."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from app.knowledge.dating_rows import Value

_SHAPE = re.compile(r"([\d.,:/–-]*\d)([^\W\d_]*)")
_WHOLE_DAY = re.compile(r"(\d{4})([-./–])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-./–])(\d{1,2})\6(\d{4})")
_SHORT_DAY = re.compile(r"(\d{2})(\.)(\d{2})\2(\d{2})|(\d{1,2})(/)(\d{1,2})\6(\d{2})")  # "24.02.22", "2/24/22"
_LOOSE_SHORT_DAY = re.compile(r"(\d{1,2})([.-])(\d{1,2})\2(\d{2})")  # "7.7.61", "23-07-61": may be anything
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")  # "08/2022"
_PAIR = re.compile(r"(\d{1,4})[-–/](\d{1,4})")
_DAY_YEAR = re.compile(r"(\d{1,2}),(\d{4})")
# "24-26.04.2019", "26.7.-18.8.2001", "28.12.2018-3.1.2019"
_SPAN_OF_DAYS = re.compile(r"(\d{1,2})\.?(?:(?<=\.)(\d{1,2})\.?(?:(?<=\.)(\d{4}))?)?[-–](\d{1,2})\.(\d{1,2})\.(\d{4})")
_DECIMAL = re.compile(r"\d{1,3}\.\d")  # "2.5 years"; more places are measures of other things
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?")
_CODES = {"q": ("quarter_code", 4), "h": ("half_code", 2)}  # "2Q", "1H"
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_CLOCK_ENDINGS = ("am", "pm")
_FOR_DIGITS = {"l": "1", "i": "1", "o": "0"}  # letters that a scanner of pages reads for digits

FIRST_YEAR, LAST_YEAR = 1000, 2199
FIRST_MODERN_YEAR, LAST_MODERN_YEAR = 1900, 2049
LAST_SHORT_YEAR = 35  # "35" is 2035 and "36" is 1936: older pages write years so more than later ones
LAST_DAY, LAST_MONTH, LAST_HOUR, _MINUTES = 31, 12, 24, 60

Kinds = Mapping[str, Value]


def kinds_of_number(text: str) -> Kinds:
    """The kinds that a number can be, each with its value; `number` for one that is nothing of time.

    Args:
        text: Digits with marks between them and letters after, such as "15", "1910-1945", "77th".
    """
    shape = _SHAPE.fullmatch(text)
    if not shape:
        return NOT_OF_TIME
    digits, ending = shape[1], shape[2].lower()
    if ending:
        return _with_ending(digits, ending)
    if digits.isdigit() and digits.isascii():
        return _plain(digits)
    return _with_marks(digits)


NOT_OF_TIME: Kinds = {"number": ""}


def year_of_short(short: int) -> int:
    """The year that two digits tell: of the century around ours."""
    return short + (2000 if short <= LAST_SHORT_YEAR else 1900)


def kinds_of_damaged(digits: str) -> Kinds:
    """The kinds of a number in which a letter was read for a digit ("l5", "196l"): a day or a year, and no count."""
    kinds = _plain(digits)
    return {kind: kinds[kind] for kind in ("day", "year")[: len(kinds)] if kind in kinds} or NOT_OF_TIME


def _plain(digits: str) -> Kinds:
    number = int(digits) if len(digits) <= 8 else 0  # noqa: PLR2004 - longer ones are codes
    if len(digits) == 8:  # noqa: PLR2004 - YYYYMMDD
        day = _calendar_day(digits[:4], digits[4:6], digits[6:])
        return {"compact_day": day} if day and FIRST_MODERN_YEAR <= number // 10000 <= LAST_MODERN_YEAR else NOT_OF_TIME
    if len(digits) == 4:  # noqa: PLR2004 - YYYY
        return _four_digits(digits, number)
    if len(digits) > 2 or number == 0:  # noqa: PLR2004 - two digits for a day
        return {"count": number} if number else NOT_OF_TIME
    if number > LAST_DAY:
        return {"count": number, "short_year": number}
    kinds: dict[str, Value] = {"count": number, "day": number, "small": number}
    if number <= LAST_MONTH:
        kinds["month_number"] = number
    return kinds


def _four_digits(digits: str, number: int) -> Kinds:
    if FIRST_MODERN_YEAR <= number <= LAST_MODERN_YEAR:
        kinds: dict[str, Value] = {"year": number, "modern_year": number}
        return kinds if number % 10 else {**kinds, "round_year": number // 10}
    if digits.startswith("0") and number // 100 < LAST_HOUR and number % 100 < _MINUTES:
        return {"military_clock": digits}
    return {"year": number} if FIRST_YEAR <= number <= LAST_YEAR else {"count": number}


def _with_ending(digits: str, ending: str) -> Kinds:
    if not (digits.isdigit() and digits.isascii()) or len(digits) > 4:  # noqa: PLR2004 - no year is longer
        is_clock = ending in (*_CLOCK_ENDINGS, "z") and _CLOCK.fullmatch(digits)
        return {"clock": digits + ending} if is_clock else NOT_OF_TIME
    if ending in _FOR_DIGITS:
        return kinds_of_damaged(digits + _FOR_DIGITS[ending])
    number = int(digits)
    if ending in _ORDINAL_ENDINGS:
        return {"ordinal": number, "ordinal_day": number} if 0 < number <= LAST_DAY else {"ordinal": number}
    return _decade(digits) if ending == "s" else _with_code(number, ending)


def _with_code(number: int, ending: str) -> Kinds:
    """Read "2½", "9am", "2Q", "1H"."""
    if ending == "½":
        return {"count_and_half": number}
    if ending in _CLOCK_ENDINGS:
        return {"clock": f"{number}{ending}"} if number <= LAST_HOUR else NOT_OF_TIME
    kind, last = _CODES.get(ending, ("", 0))
    return {kind: number} if 0 < number <= last else NOT_OF_TIME


def _decade(digits: str) -> Kinds:
    """Read "1990s", "'90s"; "1800s" is a century."""
    if len(digits) == 4 and digits.endswith("00") and digits != "2000":  # noqa: PLR2004 - YYYY
        return {"century_of": int(digits[:2])}
    if len(digits) == 4 and digits.endswith("0"):  # noqa: PLR2004 - YYYY
        return {"decade": int(digits) // 10}
    if len(digits) == 3 and digits.endswith("0"):  # noqa: PLR2004 - "470s" before Christ
        return {"old_decade": int(digits) // 10}
    if len(digits) == 2 and digits.endswith("0") and digits >= "50":  # noqa: PLR2004 - "'90s"; "40s" are ages
        return {"decade": 190 + int(digits) // 10}
    return NOT_OF_TIME


def _with_marks(digits: str) -> Kinds:
    for shape, read in _MARKED:
        if found := shape.fullmatch(digits):
            return read(found)
    if _CLOCK.fullmatch(digits) and ":" in digits:
        return {"clock": digits}
    return {"decimal": digits} if _DECIMAL.fullmatch(digits) else NOT_OF_TIME


def _month_year(found: re.Match[str]) -> Kinds:
    """Read "08/2022", of "in 08/2022"; a number of a law looks alike."""
    is_date = 0 < int(found[1]) <= LAST_MONTH and FIRST_MODERN_YEAR <= int(found[2]) <= LAST_MODERN_YEAR
    return {"loose_month": f"{found[2]}-{int(found[1]):02}"} if is_date else NOT_OF_TIME


def _day_year(found: re.Match[str]) -> Kinds:
    """Read "3,2004", of "March 3,2004"."""
    day, year = int(found[1]), int(found[2])
    is_date = 0 < day <= LAST_DAY and FIRST_MODERN_YEAR <= year <= LAST_MODERN_YEAR
    return {"day_year": f"{day},{year}"} if is_date else NOT_OF_TIME


def _whole_day(found: re.Match[str]) -> Kinds:
    if found[1]:
        day = _calendar_day(found[1], found[3], found[4])
        return {"whole_day": day} if day else NOT_OF_TIME
    return _day_of_three(found[8], found[5], found[7], found[6])


def _short_day(found: re.Match[str]) -> Kinds:
    """Read "24.02.22" and "2/24/22"; a year of two digits is of the century around ours."""
    numbers = (found[4], found[1], found[3]) if found[1] else (found[8], found[5], found[7])
    century = FIRST_MODERN_YEAR // 100 + (int(numbers[0]) <= LAST_SHORT_YEAR)
    return _day_of_three(f"{century}{numbers[0]}", numbers[1], numbers[2], found[2] or found[6])


def _loose_short_day(found: re.Match[str]) -> Kinds:
    """Read "7.7.61" and, behind a preposition, "7.7.22" and "23-07-61"; versions and other numbers look alike."""
    century = FIRST_MODERN_YEAR // 100 + (int(found[4]) <= LAST_SHORT_YEAR)
    kinds = _day_of_three(f"{century}{found[4]}", found[1], found[3], found[2])
    is_clear = found[2] == "." and int(found[4]) > LAST_SHORT_YEAR
    return kinds if is_clear or kinds == NOT_OF_TIME else {"loose_day": kinds["whole_day"]}


def _day_of_three(year: str, first: str, second: str, mark: str) -> Kinds:
    """Day first unless only the other order makes a date: dots are never American, and a wrong guess is a wrong day."""
    day_first, month_first = _calendar_day(year, second, first), _calendar_day(year, first, second)
    if day_first and month_first and day_first != month_first and mark != ".":
        return {"whole_day": f"[{min(day_first, month_first)},{max(day_first, month_first)}]"}
    day = day_first or (month_first if mark != "." else "")
    return {"whole_day": day} if day else NOT_OF_TIME


def _pair(found: re.Match[str]) -> Kinds:
    """Read "1910-1945", "1957-58", "15-21", "2019-11"."""
    first, last = found[1], found[2]
    start, end = int(first), int(last)
    if len(first) == 4 and FIRST_YEAR <= start <= LAST_YEAR:  # noqa: PLR2004 - YYYY
        return _years_or_month(start, end, len(last))
    if len(first) <= 2 and len(last) <= 2 and 0 < start < end <= LAST_DAY:  # noqa: PLR2004 - days
        return {"day_span": f"{start}/{end}"}
    return NOT_OF_TIME


def _span_of_days(found: re.Match[str]) -> Kinds:
    """Read "24-26.04.2019", "26.7.-18.8.2001": what the first day leaves out it shares with the last."""
    day, month, year, last_day, last_month, last_year = found.groups()
    last = _calendar_day(last_year, last_month, last_day)
    turns = month is not None and year is None and int(month) > int(last_month)
    first = _calendar_day(year or str(int(last_year) - turns), month or last_month, day)
    return {"whole_span": f"{first}/{last}"} if "" < first < last else NOT_OF_TIME


def _years_or_month(start: int, end: int, digits: int) -> Kinds:
    """A year and what stands behind its dash: a later year in as many digits, or a month."""
    end_year = start // 10**digits * 10**digits + end
    if (start + 1) % 10**digits == end == 0:  # "1999-00"
        end_year = start + 1
    is_next = end_year == start + 1
    is_no_month = end > LAST_MONTH or digits == 4  # noqa: PLR2004 - YYYY
    if end_year > start and (is_next or (is_no_month and digits != 1)) and end_year <= LAST_YEAR:
        return {"year_span": f"{start}/{end_year}"}
    if digits == 2 and 0 < end <= LAST_MONTH and start >= FIRST_MODERN_YEAR:  # noqa: PLR2004 - YYYY-MM
        return {"whole_month": f"{start}-{end:02}"}
    return NOT_OF_TIME


def _calendar_day(year: str, month: str, day: str) -> str:
    """ISO; empty where no calendar has such a day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


_MARKED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Kinds]], ...] = (
    (_WHOLE_DAY, _whole_day),
    (_SHORT_DAY, _short_day),
    (_LOOSE_SHORT_DAY, _loose_short_day),
    (_MONTH_YEAR, _month_year),
    (_PAIR, _pair),
    (_DAY_YEAR, _day_year),
    (_SPAN_OF_DAYS, _span_of_days),
)
