"""The values of one key of the filter, each with the events that have it."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.queries.index.bitmaps import bits_at, flags_of, positions_of

# Below one event in so many, looking at each costs less than going through a bitmap of all.
_RARE = 512


@dataclass(frozen=True)
class Values:
    """Common values as bitmaps, rare ones as lists of positions, which take less room and time."""

    size: int  # of the timeline, in events
    common: Mapping[str, int]
    rare: Mapping[str, "array[int]"]

    def names(self) -> Iterable[str]:
        """Every value that any event has."""
        return self.common.keys() | self.rare.keys()

    def any_of(self, values: Iterable[str]) -> int:
        """The events that have at least one of these values; one that no event has is no error."""
        bits = 0
        for value in values:
            if value in self.common:
                bits |= self.common[value]
            elif value in self.rare:
                bits |= bits_at(self.rare[value], self.size)
        return bits

    def numbers(self) -> "array[int]":
        """How many of the values the event at each position has."""
        numbers = array("I", bytes(self.size * array("I").itemsize))
        for positions in (*map(positions_of, self.common.values()), *self.rare.values()):
            for position in positions:
                numbers[position] += 1
        return numbers

    def counts(self, bits: int) -> dict[str, int]:
        """How many of these events have each value; values that none of them has are left out."""
        counts = {value: (bits & having).bit_count() for value, having in self.common.items()}
        if self.rare:
            flags = flags_of(bits, self.size)
            counts |= {value: sum(map(flags.__getitem__, having)) for value, having in self.rare.items()}
        return {value: count for value, count in counts.items() if count}


def values_of(having: Mapping[str, Iterable[int]], size: int) -> Values:
    """Keep for each value the positions that have it, in the way that suits their number.

    Args:
        having: Positions below the size, in any order; one may come twice.
        size: How many events the timeline has.
    """
    common, rare = {}, {}
    for value, positions in having.items():
        found = list(positions)
        if len(found) * _RARE < size:
            rare[value] = array("I", sorted(set(found)))
        else:
            common[value] = bits_at(found, size)
    return Values(size, common, rare)
