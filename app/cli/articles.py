"""`tumen articles`, `forget` and `rebuild`: what was ingested."""

import json
from collections.abc import Iterator
from typing import Annotated, Literal

import typer
from sqlmodel import Session

from app import ingest
from app.cli.console import counted, put, tell
from app.cli.workplace import knowledge_of, present_database, workers
from app.domain.timeline_filter import TimelineFilter
from app.queries.articles_json import article_records
from app.settings import read_settings
from app.storage.database import reading, writing


def articles(
    *,
    wanted: Annotated[
        Literal["text", "json"], typer.Option("--format", help="A line an article, or a JSON array.")
    ] = "text",
) -> None:
    """List the articles by id."""
    with reading(present_database(read_settings())) as session:
        for piece in _as_json(session) if wanted == "json" else _as_text(session):
            put(piece)


def forget(
    article: Annotated[str, typer.Argument(help="An article's id, or the name of its file.")],
) -> None:
    """Leave the database as if this article had never been ingested."""
    with workers(1) as executor, writing(present_database(read_settings())) as session:
        article_id = ingest.forget(article, session, knowledge_of(session), executor)
    tell(f"forgot {article_id}")


def rebuild(
    *,
    jobs: Annotated[int, typer.Option(min=1, max=1024, help="Processes that extract at the same time.")] = 1,
) -> None:
    """Extract every article anew from its kept text, after the rules have changed."""
    engine = present_database(read_settings())
    with reading(engine) as session:
        knowledge = knowledge_of(session)
    with workers(jobs) as executor:
        rebuilt = ingest.rebuild(engine, knowledge, executor)
    for failed in rebuilt.failed:
        tell(f"left as it was: {failed}")
    tell(f"extracted {counted(rebuilt.articles, 'article')} anew")
    if rebuilt.failed:
        raise typer.Exit(1)


def _as_text(session: Session) -> Iterator[str]:
    for article in article_records(session, TimelineFilter()):
        told = (article["id"], article["published"]["edtf"], article["publisher"], article["title"], article["file"])
        yield "\t".join(" ".join((part or "-").split()) for part in told) + "\n"


def _as_json(session: Session) -> Iterator[str]:
    separator = "[\n "
    for article in article_records(session, TimelineFilter()):
        yield separator + json.dumps(article, ensure_ascii=False)
        separator = ",\n "
    yield "[]\n" if separator == "[\n " else "\n]\n"
