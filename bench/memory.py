"""Does memory stay flat while articles stream by?"""

import resource
import sys
from dataclasses import dataclass

from bench.news import articles
from bench.tumen import MEGABYTE, count_in_articles

FEW, MANY = 1, 8  # megabytes of articles
FLAT = 4.0  # megabytes that the peak may grow by: the largest article, and what the allocator keeps


@dataclass(frozen=True)
class Memory:
    """The most memory that this process has taken, in megabytes, after few articles and after many."""

    after_few: float
    after_many: float

    @property
    def growth(self) -> float:
        """Megabytes between the two."""
        return self.after_many - self.after_few

    @property
    def flags(self) -> list[str]:
        """What to look at."""
        return ["grows"] * (self.growth > FLAT)


def measure_memory() -> Memory:
    """Let articles stream by, made as they are needed; to be called first, while the peak is Tumen's own."""
    count_in_articles(articles(FEW * MEGABYTE))
    after_few = _peak_megabytes()
    count_in_articles(articles((MANY - FEW) * MEGABYTE, seed=2))
    return Memory(after_few, _peak_megabytes())


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)  # bytes there, kilobytes elsewhere
