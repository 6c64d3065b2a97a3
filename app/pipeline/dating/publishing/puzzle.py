"""The puzzle over days: clues allow some days and forbid others; the days that the weightiest clues agree on win.

Days are given up only when so much more weight speaks for others that one strong hint or two weak ones lie between;
what is closer than that stays possible, and the answer covers it.

A set of days is one integer, bit n standing for day n from 1 January 1800, so that a clue over two and a half centuries
costs a few machine operations. Days beyond have no place: no scraped article is older, none comes from the future.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import compress, count
from struct import unpack

from app.domain.article import Clue
from app.knowledge.publication_rows import ClueKind

FIRST_DAY = date(1800, 1, 1)
LAST_DAY = date(2049, 12, 31)
_COUNT = (LAST_DAY - FIRST_DAY).days + 1
_WORD_BITS, _WORD_BYTES = 64, 8
_DAYS_OF_WEEK = 7
_LEAP_YEAR = 2000
DECIDES = 2  # so much more weight must speak for others before days are given up

Days = int
NO_DAYS: Days = 0
ALL_DAYS: Days = (1 << _COUNT) - 1


@dataclass(frozen=True)
class Constraint:
    """A clue with the days that it allows, and how far it is trusted."""

    clue: Clue
    allows: Days
    weight: int
    kind: ClueKind


def between(first: date | None, last: date | None) -> Days:
    """All days from the first to the last; None where open."""
    start = 0 if first is None else max(0, (first - FIRST_DAY).days)
    end = _COUNT if last is None else min(_COUNT, (last - FIRST_DAY).days + 1)
    return NO_DAYS if end <= start else ((1 << end) - 1) ^ ((1 << start) - 1)


@lru_cache(maxsize=8)
def weekday_days(weekday: int) -> Days:
    """All days of that name; 1 is Monday."""
    first = (weekday - FIRST_DAY.isoweekday()) % _DAYS_OF_WEEK
    weeks = (_COUNT - first + _DAYS_OF_WEEK - 1) // _DAYS_OF_WEEK
    return ((1 << weeks * _DAYS_OF_WEEK) - 1) // ((1 << _DAYS_OF_WEEK) - 1) << first


def year_days(first: int, last: int) -> Days:
    """All days from the first to the last of these years."""
    first, last = max(first, FIRST_DAY.year), min(last, LAST_DAY.year)
    return between(date(first, 1, 1), date(last, 12, 31)) if first <= last else NO_DAYS


@lru_cache(maxsize=512)
def yearly_days(month: int, day: int) -> Days:
    """That day of every year that has it."""
    found = NO_DAYS
    for year in range(FIRST_DAY.year, LAST_DAY.year + 1):
        try:
            found |= 1 << (date(year, month, day) - FIRST_DAY).days
        except ValueError:  # 29 February
            continue
    return found


@lru_cache(maxsize=32)
def numbered_days(day: int) -> Days:
    """That day of every month that has it."""
    found = NO_DAYS
    for month in range(1, 13):
        if day <= monthrange(_LEAP_YEAR, month)[1]:
            found |= yearly_days(month, day)
    return found


@lru_cache(maxsize=512)
def rest_of_years(month: int, day: int) -> Days:
    """Of every year the days from such a day to its end."""
    starts = (
        date(year, month, min(day, monthrange(year, month)[1])) for year in range(FIRST_DAY.year, LAST_DAY.year + 1)
    )
    return sum(between(start, date(start.year, 12, 31)) for start in starts)


def from_day_on(days: Days, until_days_later: int) -> Days:
    """The days themselves and so many days after each."""
    found, reach = days, 0
    while reach < until_days_later:  # each step doubles the days that are covered
        step = min(reach + 1, until_days_later - reach)
        found |= found << step
        reach += step
    return found & ALL_DAYS


def spread(days: Days) -> tuple[date, date]:
    """The first and the last day of a set that is not empty."""
    first = (days & -days).bit_length() - 1
    return FIRST_DAY + timedelta(days=first), FIRST_DAY + timedelta(days=days.bit_length() - 1)


def best_days(constraints: Iterable[Constraint]) -> tuple[Days, int]:
    """The days that the clues leave possible, and the most weight that speaks for one of them.

    Days are kept by the weight that speaks for them; each clue splits every group in two. There are never more groups
    than different sums of weights.
    """
    groups: dict[int, Days] = {0: ALL_DAYS}
    for constraint in constraints:
        if not constraint.weight:
            continue
        split: dict[int, Days] = {}
        for weight, days in groups.items():
            for sum_of_weights, part in (
                (weight + constraint.weight, days & constraint.allows),
                (weight, days & ~constraint.allows),
            ):
                if part:
                    split[sum_of_weights] = split.get(sum_of_weights, NO_DAYS) | part
        groups = split
    best = max(groups)
    return sum(days for weight, days in groups.items() if weight > best - DECIDES), best


def count_stretches(days: Days) -> int:
    """How many unbroken stretches a set has."""
    return (days & ~(days << 1)).bit_count()


def stretches(days: Days) -> Iterator[tuple[date, date]]:
    """The unbroken stretches of a set, in order."""
    edges = _bits(days ^ days << 1)  # where one begins, and right behind its end
    for start, end in zip(edges, edges, strict=True):
        yield FIRST_DAY + timedelta(days=start), FIRST_DAY + timedelta(days=end - 1)


def _bits(number: int) -> Iterator[int]:
    """The bits that are set, in order; word by word, for each step on the whole would cost as much as the whole."""
    passed = max((number & -number).bit_length() - 1, 0)
    number >>= passed
    length = number.bit_length() // _WORD_BITS + 1
    words = unpack(f"<{length}Q", number.to_bytes(length * _WORD_BYTES, "little"))
    for at in compress(count(), words):
        word = words[at]
        while word:
            lowest = word & -word
            yield passed + at * _WORD_BITS + lowest.bit_length() - 1
            word ^= lowest
