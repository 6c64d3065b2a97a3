"""The puzzle over days: clues allow some days and forbid others; the days that the weightiest clues agree on win.

A set of days is one integer, bit n standing for day n from 1 January 1800, so that a clue over two and a half centuries
costs a few machine operations. Days beyond have no place: no scraped article is older, none comes from the future.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.domain.article import Clue

FIRST_DAY = date(1800, 1, 1)
LAST_DAY = date(2049, 12, 31)
_COUNT = (LAST_DAY - FIRST_DAY).days + 1
_DAYS_OF_WEEK = 7

Days = int
NO_DAYS: Days = 0
ALL_DAYS: Days = (1 << _COUNT) - 1


@dataclass(frozen=True)
class Constraint:
    """A clue with the days that it allows, and how far it is trusted."""

    clue: Clue
    allows: Days
    weight: int
    states_day: bool = False  # says outright on what day the article appeared
    is_bound: bool = False  # only a first possible day, or only a last one
    is_coincidence: bool = False  # may be so by chance: given up as soon as the story speaks against it


def between(first: date | None, last: date | None) -> Days:
    """All days from the first to the last; None where open."""
    start = 0 if first is None else max(0, (first - FIRST_DAY).days)
    end = _COUNT if last is None else min(_COUNT, (last - FIRST_DAY).days + 1)
    return NO_DAYS if end <= start else ((1 << end) - 1) ^ ((1 << start) - 1)


@lru_cache(maxsize=8)
def weekday_days(weekday: int) -> Days:
    """All days of that name; 1 is Monday."""
    first = (weekday - FIRST_DAY.isoweekday()) % _DAYS_OF_WEEK
    return sum(1 << n for n in range(first, _COUNT, _DAYS_OF_WEEK))


@lru_cache(maxsize=512)
def yearly_days(month: int, day: int) -> Days:
    """That day of every year that has it."""
    found = NO_DAYS
    for year in range(FIRST_DAY.year, LAST_DAY.year + 1):
        try:
            found |= between(date(year, month, day), date(year, month, day))
        except ValueError:  # 29 February
            continue
    return found


def from_day_on(days: Days, until_days_later: int) -> Days:
    """The days themselves and so many days after each."""
    found = days
    for shift in range(1, until_days_later + 1):
        found |= days << shift
    return found & ALL_DAYS


def spread(days: Days) -> tuple[date, date]:
    """The first and the last day of a set that is not empty."""
    first = (days & -days).bit_length() - 1
    return FIRST_DAY + timedelta(days=first), FIRST_DAY + timedelta(days=days.bit_length() - 1)


def best_days(constraints: Iterable[Constraint]) -> tuple[Days, int]:
    """The days for which the most weight speaks, and that weight.

    Days are kept by the weight that speaks for them; each clue splits every group in two. There are never more groups
    than different sums of weights.
    """
    groups: dict[int, Days] = {0: ALL_DAYS}
    for constraint in constraints:
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
    return groups[best], best


def stretches(days: Days) -> Iterator[tuple[date, date]]:
    """The unbroken stretches of a set, in order."""
    while days:
        start = (days & -days).bit_length() - 1
        rest = days >> start
        length = (~rest & (rest + 1)).bit_length() - 1  # the number of ones before the first zero
        first = FIRST_DAY + timedelta(days=start)
        yield first, first + timedelta(days=length - 1)
        days &= ~(((1 << length) - 1) << start)
