"""Pages through the whole flow into a database of their own, and back out as exports."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine

from app.domain.article import RawPage
from app.domain.timeline_filter import TimelineFilter
from app.ingest import forget, ingest_all
from app.knowledge.load import load_knowledge
from app.queries.export import export_csv, export_json
from app.storage.database import open_database, reading, writing
from app.storage.migrate import upgrade

KNOWLEDGE = load_knowledge()


@pytest.fixture(scope="session")
def workers() -> Iterator[Executor]:
    """One thread, in which what a test patches is patched."""
    with ThreadPoolExecutor(1) as one:
        yield one


@contextmanager
def empty_database() -> Iterator[Engine]:
    """A database in memory, of the newest form."""
    engine = open_database("sqlite://")
    upgrade(engine)
    yield engine
    engine.dispose()


def ingest_runs(engine: Engine, workers: Executor, *runs: Sequence[RawPage]) -> None:
    """Ingest each run of pages; as few as tests have are one transaction."""
    for pages in runs:
        for _ in ingest_all(pages, engine, KNOWLEDGE, workers):
            pass


def forget_file(engine: Engine, workers: Executor, file: str) -> None:
    """Forget the article of this name."""
    with writing(engine) as session:
        forget(file, session, KNOWLEDGE, workers)


def exports(engine: Engine) -> tuple[str, str]:
    """The whole timeline as CSV, a row a quote, and as JSON."""
    with reading(engine) as session:
        everything = TimelineFilter()
        return "".join(export_csv(session, everything, rows="quotes")), "".join(export_json(session, everything))


def exports_of_one_run(workers: Executor, pages: Sequence[RawPage]) -> tuple[str, str]:
    """The exports of all pages in one run."""
    with empty_database() as engine:
        ingest_runs(engine, workers, pages)
        return exports(engine)
