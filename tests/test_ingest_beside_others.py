"""Ingest beside other writers, and what a killed one leaves: the longest part of the work holds no lock."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import Engine

from app import ingest as flow
from app.batching import Size
from app.domain.article import KnownMetadata, RawPage
from app.ingest import forget, ingest, ingest_all, rebuild
from app.knowledge.rows import Knowledge
from app.pipeline.flow import ExtractedArticle, extract_article
from app.storage.database import open_database, reading, writing
from app.storage.migrate import check, upgrade
from app.storage.verify import broken_proofs
from app.workers import extract_ahead
from tests.support.folders import SEEDS
from tests.support.ingesting import KNOWLEDGE, empty_database, exports, exports_of_one_run, ingest_runs, workers

__all__ = ["workers"]

PAGES = [RawPage(name, text) for name, text in SEEDS.texts().items()]
# Dies in the second batch of two pages, in the stage that is named: before the lock is taken, and with it.
STAGES = ["extract_ahead", "claim_subject", "save_articles", "save_names", "relink_mentions", "save_timeline"]
NO_WAIT = 0.05  # seconds


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'beside.db'}", NO_WAIT)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def whole(workers: Executor) -> tuple[str, str]:
    return exports_of_one_run(workers, PAGES)


@pytest.mark.parametrize("again", [False, True], ids=["ingest", "rebuild"])
def test_others_write_while_articles_are_extracted(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch, *, again: bool
) -> None:
    ingest_runs(engine, workers, PAGES if again else PAGES[:1])
    beside = open_database(str(engine.url), NO_WAIT)

    def extract(page: RawPage, knowledge: Knowledge) -> ExtractedArticle:
        with writing(beside) as session:  # raises DatabaseLocked where it would have to wait
            session.connection().exec_driver_sql("UPDATE about SET value = value")
        return extract_article(page, knowledge)

    monkeypatch.setattr("app.workers.try_extract", extract)
    if again:
        assert rebuild(engine, KNOWLEDGE, workers).articles == len(PAGES)
    else:
        ingest_runs(engine, workers, PAGES[1:])
    beside.dispose()


def meanwhile(monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> None:
    """Do some work once, behind what is extracted ahead and before it is stored."""
    waiting = [work]

    def extract_and_work(*given: object) -> object:
        extracted = extract_ahead(*given)  # type: ignore[arg-type]
        if waiting:
            waiting.pop()()
        return extracted

    monkeypatch.setattr(flow, "extract_ahead", extract_and_work)


def test_what_others_ingest_meanwhile_counts(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch, whole: tuple[str, str]
) -> None:
    meanwhile(monkeypatch, lambda: ingest_runs(engine, workers, PAGES[1:3]))
    ingest_runs(engine, workers, PAGES)
    assert exports(engine) == whole


def test_what_becomes_known_of_a_page_meanwhile_counts(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = RawPage(PAGES[0].file, PAGES[0].text, known=KnownMetadata(published="1999-05-05"))
    with empty_database() as other:
        ingest_runs(other, workers, [told], PAGES)
        wanted = exports(other)
    meanwhile(monkeypatch, lambda: ingest_runs(engine, workers, [told]))
    ingest_runs(engine, workers, PAGES)
    assert exports(engine) == wanted


def test_what_others_forget_while_all_is_rebuilt_stays_forgotten(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget_one() -> None:
        with writing(engine) as session:
            forget(PAGES[0].article_id, session, KNOWLEDGE, workers)

    ingest_runs(engine, workers, PAGES[1:])
    wanted = exports(engine)
    ingest_runs(engine, workers, PAGES[:1])
    meanwhile(monkeypatch, forget_one)
    rebuild(engine, KNOWLEDGE, workers)
    assert exports(engine) == wanted


def test_what_was_extracted_ahead_is_not_extracted_again(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = extract_ahead(PAGES, KNOWLEDGE, workers)
    monkeypatch.setattr("app.workers.extract_article", None)
    with writing(engine) as session:
        assert ingest(PAGES, session, KNOWLEDGE, workers, ahead).new == len(PAGES)


def ingest_and_die(address: str, stage: str) -> None:
    """Ingest two pages at a time, and be killed behind a stage of the second batch."""
    work: Callable[..., object] = getattr(flow, stage)
    calls: list[str] = []

    def kill(*given: object, **named: object) -> object:
        done = work(*given, **named)
        calls.append(stage)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    setattr(flow, stage, kill)
    two = patch.object(flow, "size_beside", return_value=Size(pages=2, characters=1_000_000))
    with two, ThreadPoolExecutor(1) as workers:
        for _ in ingest_all(PAGES, open_database(address), KNOWLEDGE, workers):
            pass


@pytest.mark.parametrize("stage", STAGES)
def test_a_killed_ingest_leaves_whole_batches_and_goes_on_to_the_same_bytes(
    engine: Engine, workers: Executor, whole: tuple[str, str], stage: str
) -> None:
    child = get_context("fork").Process(target=ingest_and_die, args=(str(engine.url), stage))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    check(engine)
    with reading(engine) as session:
        assert not list(broken_proofs(session))
    with empty_database() as other:
        ingest_runs(other, workers, PAGES[:2])
        assert exports(engine) == exports(other)
    ingest_runs(engine, workers, PAGES)
    assert exports(engine) == whole
