"""Ingest measured whole, on one processor: how fast, whether that holds as the database grows, and one article more."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.ingest import ingest_all
from app.storage.database import open_database
from app.storage.migrate import upgrade
from bench.dispatches import dispatches
from bench.tumen import KNOWLEDGE

FEW_ARTICLES = 1_000
SINGLE_ARTICLES = 5
SLOWEST_SHARE = 0.7  # of the speed of the first tenth that the last one keeps
LONGEST_SINGLE_SECONDS = 1.0


@dataclass(frozen=True)
class Ingest:
    """Figures of one run, in processor time but for the single article."""

    articles: int
    per_second: float
    first_tenth: float  # articles a second
    last_tenth: float
    single_seconds: float  # one article more, by the clock; the middle of several

    @property
    def kept_speed(self) -> float:
        """The speed of the last tenth, as a share of that of the first."""
        return self.last_tenth / self.first_tenth

    @property
    def flags(self) -> tuple[str, ...]:
        """What is not as promised."""
        slow = (f"below {SLOWEST_SHARE:g}",) if self.kept_speed < SLOWEST_SHARE else ()
        late = (f"over {LONGEST_SINGLE_SECONDS:g} s",) if self.single_seconds > LONGEST_SINGLE_SECONDS else ()
        return slow + late


def measure_ingest(articles: int = FEW_ARTICLES) -> Ingest:
    """Fill a database with so many articles, READ to STORE, and then add one more a few times.

    Args:
        articles: At least ten.
    """
    pages = dispatches(articles + SINGLE_ARTICLES)
    with TemporaryDirectory() as home, ThreadPoolExecutor(1) as workers:
        engine = open_database(f"sqlite:///{Path(home) / 'bench.db'}")
        upgrade(engine)

        def seconds_of(count: int) -> tuple[float, float]:
            processor, clock = time.process_time(), time.perf_counter()
            for _ in ingest_all(islice(pages, count), engine, KNOWLEDGE, workers):
                pass
            return time.process_time() - processor, time.perf_counter() - clock

        tenth = articles // 10
        first = seconds_of(tenth)[0]
        middle = seconds_of(articles - 2 * tenth)[0]
        last = seconds_of(tenth)[0]
        single = median(seconds_of(1)[1] for _ in range(SINGLE_ARTICLES))
        engine.dispose()
    return Ingest(articles, articles / (first + middle + last), tenth / first, tenth / last, single)
