"""Folders of articles, read into a database file as `tumen ingest` reads them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from app.domain.article import RawPage
from app.storage.database import open_database
from app.storage.migrate import upgrade
from tests.support.folders import Folder
from tests.support.ingesting import ingest_runs


@contextmanager
def ingested_folders(path: Path, *folders: Folder) -> Iterator[Engine]:
    """A database at this path that holds the articles of these folders."""
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    pages = [RawPage(file, text) for folder in folders for file, text in folder.texts().items()]
    with ThreadPoolExecutor(1) as workers:
        ingest_runs(engine, workers, pages)
    yield engine
    engine.dispose()
