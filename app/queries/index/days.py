"""Events by their first or last day, so that all before a day are found at once."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.queries.index.bitmaps import bits_at

_MARKS = 128  # bitmaps kept; what lies between two of them is put together when it is asked for


@dataclass(frozen=True)
class DayOrder:
    """Events in the order of one of their days; those without one are not in it."""

    size: int  # of the timeline, in events
    days: "array[int]"  # ordinals, ascending
    positions: "array[int]"  # the event that each day is of
    marks: tuple[int, ...]  # the events of the first 0, step, 2 * step … days
    step: int

    @property
    def known(self) -> int:
        """The events that have such a day."""
        return self._first(len(self.days))

    def until(self, day: date) -> int:
        """The events whose day is this one or earlier."""
        return self._first(bisect_right(self.days, day.toordinal()))

    def before(self, day: date) -> int:
        """The events whose day is earlier."""
        return self._first(bisect_left(self.days, day.toordinal()))

    def _first(self, count: int) -> int:
        mark = count // self.step
        return self.marks[mark] | bits_at(self.positions[mark * self.step : count], self.size)


def day_order(days: Mapping[int, int], size: int) -> DayOrder:
    """Sort events by a day.

    Args:
        days: The ordinal of the day, by position; an event without one is left out.
        size: How many events the timeline has.
    """
    positions = array("I", sorted(days, key=days.__getitem__))
    step = len(positions) // _MARKS + 1
    marks = [0]
    for start in range(0, len(positions), step):
        marks.append(marks[-1] | bits_at(positions[start : start + step], size))
    return DayOrder(size, array("l", map(days.__getitem__, positions)), positions, tuple(marks), step)
