"""The results as tables for people and as JSON for programs."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.table import Table

from app import __version__
from bench.ingesting import Ingest
from bench.linearity import SIZES, Growth
from bench.memory import FEW, MANY, Memory
from bench.pages import FEW as FEW_EVENTS
from bench.pages import MANY as MANY_EVENTS
from bench.pages import PageTimes
from bench.speed import Speed
from bench.tumen import KNOWLEDGE


def memory_table(memory: Memory) -> Table:
    """One row."""
    table = _table("Memory: the peak in MB", f"after {FEW} MB", f"after {MANY} MB", "growth", "")
    figures = (memory.after_few, memory.after_many, memory.growth)
    table.add_row("articles, streamed", *(f"{figure:.1f}" for figure in figures), ", ".join(memory.flags))
    return table


def speed_table(speed: Speed) -> Table:
    """Tumen on all, then both on the same piece."""
    table = _table(f"Speed: news, a time in {speed.words_per_expression:.0f} words", "MB", "MB/s", "ratio")
    table.add_row("Tumen", f"{speed.megabytes:.1f}", f"{speed.tumen:.3f}", "")
    table.add_row(
        "Tumen, on a piece", f"{speed.piece_megabytes:.1f}", f"{speed.tumen_on_piece:.3f}", f"{speed.ratio:.1f}"
    )
    other = f"dateparser {speed.dateparser_version}, on the piece"
    table.add_row(other, f"{speed.piece_megabytes:.1f}", f"{speed.dateparser_on_piece:.3f}", "1.0")
    return table


def ingest_table(ingested: Ingest) -> Table:
    """One row."""
    headings = ("articles/s", "first tenth", "last tenth", "kept", "one more, s", "")
    table = _table("Ingest: articles a second on one processor, READ to STORE", *headings)
    figures = (ingested.per_second, ingested.first_tenth, ingested.last_tenth, ingested.kept_speed)
    one = f"{ingested.single_seconds:.3f}"
    table.add_row(f"{ingested.articles:,}", *(f"{figure:.2f}" for figure in figures), one, ", ".join(ingested.flags))
    return table


def growth_table(growths: Sequence[Growth]) -> Table:
    """A row a text."""
    sizes = (f"{size:g} MB" for size in SIZES)
    table = _table(
        "Growth: seconds by size; a megabyte of the largest by one of the smallest", *sizes, "ratio", "MB/s", ""
    )
    for growth in growths:
        seconds = [f"{growth.seconds[size]:.2f}" if size in growth.seconds else "-" for size in SIZES]
        ratio = "-" if growth.ratio is None else f"{growth.ratio:.2f}"
        table.add_row(growth.name, *seconds, ratio, f"{growth.speed:.2f}", ", ".join(growth.flags))
    return table


def page_table(pages: Sequence[PageTimes]) -> Table:
    """A row a page."""
    title = f"Pages with {FEW_EVENTS} events and with {MANY_EVENTS:,}: until all is there, and until something is seen"
    table = _table(title, "answer, ms", "first paint, ms", "ratio", "kB over the wire", "")
    for page in pages:
        few, many = page.few, page.many
        ratio = "-" if page.ratio is None else f"{page.ratio:.2f}"
        table.add_row(
            page.name,
            f"{few.answer:.0f} and {many.answer:.0f}",
            "-" if page.ratio is None else f"{few.first_paint:.0f} and {many.first_paint:.0f}",
            ratio,
            f"{few.kilobytes:.0f} and {many.kilobytes:.0f}",
            ", ".join(page.flags),
        )
    return table


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 1, 0, 0))
    table.add_column("")
    for heading in headings:
        table.add_column(heading, justify="right")
    return table


def write_json(  # noqa: PLR0913 -- each is one measurement
    file: Path,
    *,
    memory: Memory,
    speed: Speed,
    ingested: Ingest,
    pages: Sequence[PageTimes],
    growths: Sequence[Growth],
    took_seconds: float,
) -> None:
    """All figures, and what they were measured on."""
    record = {
        "tumen": __version__,
        "rules": KNOWLEDGE.version,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "took_seconds": took_seconds,
        "memory": {**asdict(memory), "growth": memory.growth, "flags": memory.flags},
        "speed": {**asdict(speed), "ratio": speed.ratio},
        "ingest": {**asdict(ingested), "kept_speed": ingested.kept_speed, "flags": ingested.flags},
        "pages": [{**asdict(page), "ratio": page.ratio, "flags": page.flags} for page in pages],
        "growth": [
            {**asdict(growth), "ratio": growth.ratio, "megabytes_per_second": growth.speed, "flags": growth.flags}
            for growth in growths
        ],
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
