"""How fast pages come with few events and with many: at the server, over the wire, and to a reader's eye."""

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from bench.many_events import make_database

FEW, MANY = 10, 100_000  # events
MOST_RATIO = 1.5  # of the first paint with many events by that with few
PAGES = {
    "timeline": "/",
    "last page": "/?page={last}",
    "topic": "/?topic=letters",
    "search": "/?q=terminal",
    "range of years": "/?from=1990&to=1995",
    "event": "/events/e000000000000005",
}
RUNS, PAINTS = 9, 5  # of each page; the runs with few events and with many take turns
WARMING = 2
PATIENCE_SECONDS = 120
TUMEN = [sys.executable, "-c", "from app.cli import main; main()"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FIRST_PAINT = """() => new Promise(seen => new PerformanceObserver(list => {
  for (const entry of list.getEntriesByName("first-contentful-paint")) seen(entry.startTime);
}).observe({type: "paint", buffered: true}))"""  # milliseconds after the question was sent


@dataclass(frozen=True)
class PageFigures:
    """One page of one database: medians in milliseconds, and the kilobytes that go over the wire."""

    answer: float  # from the question to the last byte
    first_paint: float | None  # in Chromium, from the click; None where there is none
    kilobytes: float


@dataclass(frozen=True)
class PageTimes:
    """A page with few events and with many."""

    name: str
    few: PageFigures
    many: PageFigures

    @property
    def ratio(self) -> float | None:
        """How many times as long the first paint takes with many events."""
        if self.few.first_paint is None or self.many.first_paint is None:
            return None
        return self.many.first_paint / self.few.first_paint

    @property
    def flags(self) -> list[str]:
        """What to look at."""
        return ["slow"] * (self.ratio is not None and self.ratio > MOST_RATIO)


def measure_pages() -> Iterator[PageTimes]:
    """Make both databases, serve them on this machine alone, and ask for each page in turns; about a minute."""
    with TemporaryDirectory() as folder, ExitStack() as open_ones:
        sites = [open_ones.enter_context(_served(Path(folder), events)) for events in (FEW, MANY)]
        paint = open_ones.enter_context(_painter())
        for name, path in PAGES.items():
            addresses = [
                site + path.format(last=events // 100 or 1) for site, events in zip(sites, (FEW, MANY), strict=True)
            ]
            few, many = _measure(addresses, paint)
            yield PageTimes(name, few, many)


def _measure(addresses: list[str], paint: Callable[[str], float] | None) -> list[PageFigures]:
    sizes = [_ask(address)[1] for _ in range(WARMING) for address in addresses][-len(addresses) :]
    answers = [[_ask(address)[0] for address in addresses] for _ in range(RUNS)]
    paints = [[paint(address) for address in addresses] for _ in range(PAINTS)] if paint else []
    return [
        PageFigures(
            answer=median(one[at] for one in answers),
            first_paint=median(one[at] for one in paints) if paints else None,
            kilobytes=size / 1_000,
        )
        for at, size in enumerate(sizes)
    ]


def _ask(address: str) -> tuple[float, int]:
    """Milliseconds until the whole answer is there, and its bytes, compressed."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=PATIENCE_SECONDS)
    began = time.perf_counter()
    connection.request("GET", f"{parts.path}?{parts.query}", headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    took = time.perf_counter() - began
    connection.close()
    if answer.status != 200:  # noqa: PLR2004 -- HTTP's word for "here it is"
        raise RuntimeError(f"{address} answered {answer.status}: {gzip.decompress(body)[:200]!r}")
    return took * 1_000, len(body)


@contextmanager
def _served(folder: Path, events: int) -> Iterator[str]:
    """A Tumen of its own process with so many events; its address."""
    file = folder / f"{events}.db"
    make_database(file, events).dispose()
    environment = os.environ | {"TUMEN_DATABASE_URL": f"sqlite:///{file}", "TUMEN_HOST": "127.0.0.1"}
    command = [*TUMEN, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 -- our own
        said = server.stderr.readline() if server.stderr else ""
        try:
            yield said.partition(" is at ")[2].split()[0]
        finally:
            server.terminate()


@contextmanager
def _painter() -> Iterator[Callable[[str], float] | None]:
    """Opens a page in a fresh window and tells when something of it was seen; None without Playwright or Chromium."""
    program = None
    with suppress(ImportError):
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only the tests' environment has it

        from tools.browser import find_browser  # noqa: PLC0415 -- it asks Playwright too

        program = find_browser()
    if program is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)

        def paint(address: str) -> float:
            page = browser.new_page()
            page.goto(address)
            took = float(page.evaluate(FIRST_PAINT))
            page.close()
            return took

        yield paint
        browser.close()
