"""Does time grow with the length of a text and no faster, whatever the text?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bench.adversarial import PIECES, text_of
from bench.tumen import MEGABYTE, best_seconds, count_in_text

SIZES = (0.25, 0.5, 1.0, 2.0, 4.0)  # megabytes
GROWS_TOO_FAST = 1.5  # times as long a megabyte for the largest as for the smallest
SLOW = 0.3  # megabytes a second
MOST_SECONDS = 20.0  # for all sizes of a text; those that would not fit are left out, so that all texts take minutes


@dataclass(frozen=True)
class Growth:
    """The seconds that each size of one text took, by megabytes."""

    name: str
    seconds: dict[float, float]

    @property
    def largest(self) -> float:
        """The largest size that was run, in megabytes."""
        return max(self.seconds)

    @property
    def ratio(self) -> float | None:
        """How many times as long a megabyte of the largest takes as one of the smallest; None where they are one."""
        smallest = min(self.seconds)
        if smallest == self.largest:
            return None
        return (self.seconds[self.largest] / self.largest) / (self.seconds[smallest] / smallest)

    @property
    def speed(self) -> float:
        """Megabytes a second, of the largest."""
        return self.largest / self.seconds[self.largest]

    @property
    def flags(self) -> list[str]:
        """What to look at."""
        return ["grows"] * self.grows_too_fast + ["slow"] * (self.speed < SLOW)

    @property
    def grows_too_fast(self) -> bool:
        """Does a longer text take more than its share?"""
        return self.ratio is not None and self.ratio > GROWS_TOO_FAST


def measure_growth() -> Iterator[Growth]:
    """One text after another; some minutes."""
    for name, piece in PIECES.items():
        growth = Growth(name, _seconds_by_size(piece))
        # What another program did to one run must not look like growth: the ends are run once more.
        yield _measured_again(growth, piece) if growth.grows_too_fast else growth


def _seconds_by_size(piece: str) -> dict[float, float]:
    seconds: dict[float, float] = {}
    for size in SIZES:
        if 2 * sum(seconds.values()) > MOST_SECONDS:  # the next size takes about as long as all before it together
            break
        seconds[size] = _seconds(piece, size)
    return seconds


def _measured_again(growth: Growth, piece: str) -> Growth:
    ends = {size: min(growth.seconds[size], _seconds(piece, size)) for size in (min(growth.seconds), growth.largest)}
    return Growth(growth.name, growth.seconds | ends)


def _seconds(piece: str, size: float) -> float:
    return best_seconds(partial(count_in_text, text_of(piece, int(size * MEGABYTE))))
