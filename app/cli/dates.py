"""`tumen dates`: the time expressions of texts, for those who want only these."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from app.batching import Size, batches
from app.cli.console import put, tell
from app.cli.workplace import SUBJECT_HELP, in_order, known_subject, subject_without_database, workers
from app.domain.article import RawPage
from app.domain.edtf import EdtfDate, edtf
from app.domain.timex import TimeExpression
from app.errors import BadDate, UnreadableFile
from app.evaluation.marked import Timex, timexes_of
from app.knowledge.dating_rows import DatingKnowledge
from app.knowledge.load import load_knowledge
from app.pipeline.dating import find_time_expressions
from app.pipeline.flow import naming_page
from app.reading.files import Skipped, find_files, read_pages
from app.reading.metadata import read_days
from app.settings import read_settings

# What a worker is given at a time: enough to be worth the way, and little enough that the first lines come at once.
PIECE = Size(pages=16, characters=50_000)
PIECES_AHEAD = 4  # for each worker: enough to keep it busy, and no more in memory


def _day(text: str | None) -> str | None:
    try:
        edtf(text or "")
    except BadDate as error:
        raise typer.BadParameter(str(error)) from error
    return text


def dates(
    path: Annotated[
        Path, typer.Argument(readable=False, help="A file; a folder, meaning its *.txt at any depth; - for stdin.")
    ],
    *,
    published: Annotated[str | None, typer.Option(callback=_day, help="Day of publication of all, YYYY-MM-DD.")] = None,
    published_file: Annotated[
        Path | None, typer.Option(readable=False, help="JSON: file name without .txt → day.")
    ] = None,
    subject: Annotated[str | None, typer.Option(callback=known_subject, help=SUBJECT_HELP)] = None,
    jobs: Annotated[int, typer.Option(min=1, max=1024, help="Processes that read at the same time.")] = 1,
) -> None:
    """Write the time expressions as JSON lines, positions in characters of the file's text."""
    if published is not None and published_file is not None:
        raise typer.BadParameter("give --published or --published-file, not both")
    settings = read_settings()
    subject = subject_without_database(subject, settings)
    days = read_days(published_file) if published_file else {}
    default, count = edtf(published or ""), 0
    pieces = (
        [(page, days.get(_name(page), default)) for page in batch]
        for batch in batches(_pages(path, settings.max_article_bytes), PIECE)
    )
    with workers(jobs) as executor:
        for lines in in_order(executor, partial(_lines, subject), pieces, ahead=PIECES_AHEAD * jobs):
            count += 1
            put(lines, at_once=True)
    if not count:
        raise typer.Exit(1)


def _pages(path: Path, max_bytes: int) -> Iterator[RawPage]:
    """The pages behind the path, one file at a time; what gives none is told of."""
    for file in find_files([path]):
        if isinstance(file, Skipped):
            tell(f"skipped {file.path}: {file.reason}")
            continue
        try:
            yield from read_pages(file, {}, max_bytes)
        except UnreadableFile as error:
            tell(f"skipped {file}: {error}")


def _name(page: RawPage) -> str:
    return page.file.removesuffix(".txt")


def _lines(subject: str, piece: Sequence[tuple[RawPage, EdtfDate]]) -> str:
    """The expressions of a few pages; run where the work is done, which may be another process."""
    dating = load_knowledge(subject).dating
    return "".join(
        json.dumps(_record(page, timex), ensure_ascii=False) + "\n"
        for page, published in piece
        for found in _found(page, dating, published)
        for timex in timexes_of(found)
    )


def _found(page: RawPage, dating: DatingKnowledge, published: EdtfDate) -> tuple[TimeExpression, ...]:
    with naming_page(page):
        return find_time_expressions(page.text, dating, published)


def _record(page: RawPage, timex: Timex) -> dict[str, object]:
    return {
        "doc": _name(page),
        "start": timex.start,
        "end": timex.end,
        "text": page.text[timex.start : timex.end],
        "type": timex.type,
        "value": timex.value,
    }
