"""`tumen dates`: the time expressions of texts, for those who want only these."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from app.cli.console import put, tell
from app.domain.article import RawPage
from app.domain.edtf import EdtfDate, edtf
from app.errors import BadDate, UnreadableFile
from app.evaluation.marked import timexes_of
from app.knowledge.load import load_knowledge
from app.knowledge.rows import Knowledge
from app.pipeline.dating import find_time_expressions
from app.reading.files import Skipped, find_files, read_pages
from app.reading.metadata import read_days
from app.settings import read_settings


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
) -> None:
    """Write the time expressions as JSON lines, positions in characters of the file's text."""
    if published is not None and published_file is not None:
        raise typer.BadParameter("give --published or --published-file, not both")
    settings, knowledge = read_settings(), load_knowledge()
    days = read_days(published_file) if published_file else {}
    count = 0
    for file in find_files([path]):
        try:
            for page in _pages(file, settings.max_article_bytes):
                count += 1
                _put_expressions(page, knowledge, days, default=edtf(published or ""))
        except UnreadableFile as error:
            tell(f"skipped {file.path if isinstance(file, Skipped) else file}: {error}")
    if not count:
        raise typer.Exit(1)


def _pages(file: Path | Skipped, max_bytes: int) -> list[RawPage]:
    if isinstance(file, Skipped):
        raise UnreadableFile(file.reason)
    return read_pages(file, {}, max_bytes)


def _put_expressions(page: RawPage, knowledge: Knowledge, days: Mapping[str, EdtfDate], *, default: EdtfDate) -> None:
    doc = page.file.removesuffix(".txt")
    for found in find_time_expressions(page.text, knowledge.dating, days.get(doc, default)):
        for timex in timexes_of(found):
            line = {"doc": doc, "start": timex.start, "end": timex.end, "text": page.text[timex.start : timex.end]}
            line |= {"type": timex.type, "value": timex.value}
            put(json.dumps(line, ensure_ascii=False) + "\n")
