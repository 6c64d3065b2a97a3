"""Distances told in more than one unit: "a year and two months", "2 years, 3 months and 5 days"."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from app.domain.edtf import EdtfDate
from app.pipeline.dating.calendar import day_so_far_from, unit_around
from app.pipeline.dating.matching import Parts

_STEPS = (("count", "units"), ("more", "more_units"), ("most", "most_units"))
_FINER = "YMWD"  # from the coarsest to the finest


class Step(NamedTuple):
    """So many units."""

    number: int
    unit: str  # TIMEX3's letter


def distance_of(parts: Parts) -> Sequence[Step] | None:
    """The steps of a distance, the coarsest first; None where they stand in another order, as in a list."""
    steps = [Step(int(parts[count]), str(parts[unit])) for count, unit in _STEPS if count in parts]
    is_in_order = all(_FINER.index(one.unit) < _FINER.index(other.unit) for one, other in pairwise(steps))
    return steps if is_in_order else None


def unit_so_far_from(day: date, distance: Sequence[Step], way: int) -> tuple[str, EdtfDate]:
    """The month, week or day that lies so far from a day, forward (1) or back (-1): TIMEX3's value and the date.

    Raises:
        OverflowError: It falls outside the years 1 to 9999.
    """
    *coarse, last = distance
    for step in coarse:
        day = day_so_far_from(day, step.unit, way * step.number)
    return unit_around(day, last.unit, way * last.number)
