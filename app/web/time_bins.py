"""Events counted in bins of time, with long empty stretches folded; pure, so that it can be tested for any dates."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from app.queries.overview import MOST_BINS, SpanCount

FEWEST_BINS = 12
MOST_FOLDS = 5


class Unit(NamedTuple):
    """What one bin holds. An index counts the units from the beginning of the calendar."""

    name: str
    index_of: Callable[[date], int]
    first_day: Callable[[int], date]
    most_days: int
    least_folded: int  # bins; a shorter empty stretch is drawn as it is

    def last_day(self, index: int) -> date:
        """The last day of a bin; the calendar ends with the year 9999."""
        if index == self.index_of(date.max):
            return date.max
        return self.first_day(index + 1) - timedelta(days=1)


DAY = Unit("day", date.toordinal, date.fromordinal, 1, 366)
# The calendar begins on a Monday.
WEEK = Unit("week", lambda day: (day.toordinal() - 1) // 7, lambda index: date.fromordinal(index * 7 + 1), 7, 53)
MONTH = Unit("month", lambda day: day.year * 12 + day.month - 1, lambda i: date(i // 12, i % 12 + 1, 1), 31, 24)
QUARTER = Unit(
    "quarter", lambda day: day.year * 4 + (day.month - 1) // 3, lambda i: date(i // 4, i % 4 * 3 + 1, 1), 92, 12
)
YEAR = Unit("year", lambda day: day.year, lambda index: date(index, 1, 1), 366, 10)
DECADE = Unit("decade", lambda day: day.year // 10, lambda index: date(max(index * 10, 1), 1, 1), 3653, 5)
CENTURY = Unit("century", lambda day: day.year // 100, lambda index: date(max(index * 100, 1), 1, 1), 36525, 2)
UNITS = (DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY)


@dataclass(frozen=True)
class Stretch:
    """A bin, or a folded row of bins in which no event begins or ends.

    `certain` events lie wholly within it. `possible` ones overlap it and reach beyond, or begin before what is asked;
    in a fold they may have happened anywhere in it.
    """

    first: date
    last: date
    certain: int
    possible: int
    is_folded: bool


@dataclass(frozen=True)
class TimeBins:
    """Stretches that tile the time shown, oldest first."""

    unit: Unit
    stretches: tuple[Stretch, ...]


class _Plan(NamedTuple):
    """Which bins of a unit would be drawn: those from `first` to `last`, both included, but the folded ones."""

    unit: Unit
    first: int
    last: int
    folds: tuple[range, ...]

    @property
    def bins(self) -> int:
        return self.last - self.first + 1 - sum(map(len, self.folds))


def bin_spans(spans: Sequence[SpanCount], first_asked: date | None, last_asked: date | None) -> TimeBins | None:
    """Count events in bins of a unit that suits the time shown.

    Args:
        spans: Where the events lie; each overlaps the range asked.
        first_asked: First day to show; None for the first on which an event may lie.
        last_asked: Last day to show; None for the last on which an event may lie.

    Returns:
        At most 120 bins (of centuries maybe more) and at least 12 where time and units allow it, with at most 5 folds
        between them (of centuries any number); None when there is nothing to show.
    """
    if not spans:
        return None
    first = first_asked or min(span.earliest for span in spans)
    last = last_asked or max(span.latest for span in spans)
    first, last = _among_others(first, last, earlier=not first_asked, later=not last_asked)
    bounds = {span.earliest for span in spans} | {span.latest for span in spans}
    plan = _choose({day for day in bounds if first <= day <= last}, first, last)
    stretches = _count(plan, spans, first_asked or date.min, last_asked or date.max)
    return TimeBins(plan.unit, tuple(stretches))


def _among_others(first: date, last: date, *, earlier: bool, later: bool) -> tuple[date, date]:
    """Days too few for a chart stand among those around them: a single bar over a single day would show nothing."""
    room = max(0, FEWEST_BINS - ((last - first).days + 1))
    before = min(room // (1 + later) if earlier else 0, (first - date.min).days)
    after = min(room - before if later else 0, (date.max - last).days)
    return first - timedelta(before), last + timedelta(after)


def _choose(days: Collection[date], first: date, last: date) -> _Plan:
    """The finest unit of which not too many stand; weeks cut through months, so only where few months stand."""
    plans = [
        plan
        for unit in UNITS
        if len(days) <= MOST_BINS * unit.most_days
        for plan in [_plan(unit, days, first, last)]
        if plan.bins <= MOST_BINS or unit is CENTURY
    ]
    months = next((plan.bins for plan in plans if plan.unit is MONTH), 0)
    return next(plan for plan in plans if plan.unit is not WEEK or not (plan.folds or months >= FEWEST_BINS))


def _plan(unit: Unit, days: Collection[date], first: date, last: date) -> _Plan:
    """Fold the longest stretches in which no event begins or ends."""
    begin, end = unit.index_of(first), unit.index_of(last)
    taken = sorted({unit.index_of(day) for day in days})
    gaps = [range(left + 1, right) for left, right in pairwise([begin - 1, *taken, end + 1])]
    longest = sorted((gap for gap in gaps if len(gap) >= unit.least_folded), key=len, reverse=True)
    kept = longest if unit is CENTURY else longest[:MOST_FOLDS]
    folds = tuple(sorted(kept, key=lambda gap: gap.start))
    return _unfolded(_Plan(unit, begin, end, folds))


def _unfolded(plan: _Plan) -> _Plan:
    """Where folds leave too few bins, those at their ends are drawn too."""
    if not plan.folds or plan.bins >= FEWEST_BINS:
        return plan
    beside = ceil((FEWEST_BINS - plan.bins) / (2 * len(plan.folds)))
    spared = [min(beside, (len(fold) - plan.unit.least_folded) // 2) for fold in plan.folds]
    folds = zip(plan.folds, spared, strict=True)
    return plan._replace(folds=tuple(range(fold.start + by, fold.stop - by) for fold, by in folds))


def _count(plan: _Plan, spans: Sequence[SpanCount], first: date, last: date) -> Iterator[Stretch]:
    """Count every event where it certainly lies, or where it begins and behind where it ends as possible."""
    ranges = list(_ranges(plan))
    starts = [indices.start for indices in ranges]
    days = {span.earliest for span in spans} | {span.latest for span in spans}
    place = {day: bisect_right(starts, plan.unit.index_of(min(max(day, first), last))) - 1 for day in days}
    certain, changes = [0] * len(ranges), [0] * (len(ranges) + 1)
    for earliest, latest, events in spans:
        begin, end = place[earliest], place[latest]
        if begin == end and first <= earliest and latest <= last:
            certain[begin] += events
        else:
            changes[begin] += events
            changes[end + 1] -= events
    for indices, sure, possible in zip(ranges, certain, accumulate(changes[:-1]), strict=True):
        begins, ends = plan.unit.first_day(indices[0]), plan.unit.last_day(indices[-1])
        yield Stretch(max(begins, first), min(ends, last), sure, possible, is_folded=indices in plan.folds)


def _ranges(plan: _Plan) -> Iterator[range]:
    """Each bin and each fold as a range of indices, in order."""
    at = plan.first
    for fold in plan.folds:
        yield from (range(index, index + 1) for index in range(at, fold.start))
        yield fold
        at = fold.stop
    yield from (range(index, index + 1) for index in range(at, plan.last + 1))
