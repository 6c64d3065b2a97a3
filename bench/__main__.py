"""`make bench`: memory, speed, ingest, pages and growth; tables go to stdout, the same figures to build/bench.json.

`python -m bench 100000` ingests so many articles instead of a thousand.
"""

import sys
import time
from pathlib import Path

from rich.console import Console

from bench.ingesting import FEW_ARTICLES, measure_ingest
from bench.linearity import measure_growth
from bench.memory import measure_memory
from bench.pages import measure_pages
from bench.report import growth_table, ingest_table, memory_table, page_table, speed_table, write_json
from bench.speed import measure_speed

RESULTS = Path(__file__).parents[1] / "build" / "bench.json"
WIDTH_WITHOUT_TERMINAL = 100  # columns; no table is wider


def main() -> None:
    """Measure all, memory first: the peak of a process never falls again."""
    began = time.monotonic()
    out, progress = Console(), Console(stderr=True)
    if not out.is_terminal:
        out = Console(width=WIDTH_WITHOUT_TERMINAL)
    memory = measure_memory()
    out.print(memory_table(memory))
    speed = measure_speed()
    out.print(speed_table(speed))
    ingested = measure_ingest(int(sys.argv[1]) if len(sys.argv) > 1 else FEW_ARTICLES)
    out.print(ingest_table(ingested))
    pages = []
    for page in measure_pages():
        progress.print(f"{page.name}: {page.many.answer:.0f} ms")
        pages.append(page)
    out.print(page_table(pages))
    growths = []
    for growth in measure_growth():
        progress.print(f"{growth.name}: {growth.speed:.2f} MB/s")
        growths.append(growth)
    out.print(growth_table(growths))
    took = time.monotonic() - began
    write_json(RESULTS, memory=memory, speed=speed, ingested=ingested, pages=pages, growths=growths, took_seconds=took)
    progress.print(f"written to {RESULTS}")


if __name__ == "__main__":
    main()
