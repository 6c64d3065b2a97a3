"""`tumen explain`: the whole way of one article, from its paragraphs to its events, with the reasons."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.cli.console import put
from app.cli.explanation_report import as_json, as_text
from app.cli.workplace import SUBJECT_HELP, known_subject, subject_without_database
from app.domain.article import RawPage
from app.errors import UnreadableFile
from app.knowledge.load import load_knowledge
from app.pipeline.flow import explain_article
from app.reading.files import read_pages
from app.reading.metadata import read_metadata
from app.settings import read_settings


def explain(
    file: Annotated[Path, typer.Argument(readable=False, help="A file; - for stdin.")],
    *,
    metadata: Annotated[
        Path | None, typer.Option(readable=False, help="JSON: file → url, publisher, published, title.")
    ] = None,
    subject: Annotated[str | None, typer.Option(callback=known_subject, help=SUBJECT_HELP)] = None,
    wanted: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Lines for people, or one JSON object.")
    ] = "text",
) -> None:
    """Tell how an article is read: its publication, paragraphs, time expressions, mentions and events, and why.

    No database is needed: the article is read as if it were the only one. One that is there gives the subject.
    """
    knowledge = load_knowledge(subject_without_database(subject, read_settings()))
    for page in _pages(file, metadata):
        explanation = explain_article(page, knowledge)
        put(as_json(explanation) if wanted == "json" else as_text(explanation))


def _pages(file: Path, metadata: Path | None) -> Sequence[RawPage]:
    known = read_metadata(metadata) if metadata else {}
    try:
        return read_pages(file, known, read_settings().max_article_bytes)
    except UnreadableFile as error:
        raise UnreadableFile(f"{file}: {error}") from error
