"""The index is that of the data which a session sees, whoever changes them and whenever."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.queries.index import building, kept
from app.queries.index.event_index import EventIndex
from app.queries.index.kept import index_of
from app.queries.timeline import count_events, events_on_timeline
from app.storage.database import open_database
from app.storage.tables import EventTable
from tests.support.sample_database import build_sample_database

ALL = TimelineFilter()
TRADE = read_filter([("topic", "trade")])
ARMS = read_filter([("topic", "arms")])


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = build_sample_database(tmp_path / "tumen.db")
    yield engine
    engine.dispose()


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[EventIndex]:
    """Every index that is built from now on."""
    indexes: list[EventIndex] = []

    def build(session: Session) -> EventIndex:
        indexes.append(building.build_index(session))
        return indexes[-1]

    monkeypatch.setattr(kept, "build_index", build)
    return indexes


def change_from_outside(engine: Engine, statement: str) -> None:
    """What another program does to the file."""
    with closing(sqlite3.connect(str(engine.url.database), isolation_level=None)) as connection:
        connection.execute(statement)


def test_sessions_that_see_the_same_data_share_one_index(engine: Engine, built: list[EventIndex]) -> None:
    for _ in range(3):
        with Session(engine) as session:
            assert count_events(session, ALL) == 14
    assert len(built) == 1


def test_what_another_program_commits_is_seen_by_the_next_session(engine: Engine) -> None:
    for topic, trade, arms in (("arms", 0, 4), ("trade", 4, 0)):
        change_from_outside(engine, f"UPDATE event SET topic = '{topic}' WHERE topic IN ('trade', 'arms')")  # noqa: S608 -- no input
        with Session(engine) as session:
            assert (count_events(session, TRADE), count_events(session, read_filter([("topic", "arms")]))) == (
                trade,
                arms,
            )


def test_a_session_goes_on_with_what_it_saw_first(engine: Engine, built: list[EventIndex]) -> None:
    with Session(engine) as early, Session(engine) as late:
        assert len(events_on_timeline(early, TRADE)) == 3
        change_from_outside(engine, "UPDATE event SET topic = 'arms' WHERE topic = 'trade'")
        assert events_on_timeline(late, TRADE) == []
        assert len(events_on_timeline(early, TRADE)) == 3
        assert events_on_timeline(late, TRADE) == []
        early.rollback()
        assert events_on_timeline(early, TRADE) == []
    assert len(built) == 3  # the early session came back to older data once: its own index, which nobody keeps


def test_a_session_that_began_before_a_change_and_asks_only_after_it_gets_what_it_sees(engine: Engine) -> None:
    with Session(engine) as early:
        early.connection()
        change_from_outside(engine, "UPDATE event SET topic = 'arms' WHERE topic = 'trade'")
        with Session(engine) as late:
            assert count_events(late, TRADE) == 0
        assert count_events(early, TRADE) == 3


def test_what_a_session_changed_itself_is_seen_by_it_alone_until_it_commits(engine: Engine) -> None:
    with Session(engine) as changing, Session(engine) as other:
        assert count_events(changing, TRADE) == 3
        for event in changing.exec(select(EventTable).where(EventTable.topic == "trade")):
            event.topic = "arms"
        changing.flush()
        assert (count_events(changing, TRADE), count_events(other, TRADE)) == (0, 3)
        changing.rollback()
        assert count_events(changing, TRADE) == 3


def test_a_database_in_memory_is_read_anew_each_time() -> None:
    engine = open_database("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        assert count_events(session, ALL) == 0
        session.add(an_event())
        session.flush()
        assert count_events(session, ALL) == 1
    engine.dispose()


def an_event() -> EventTable:
    return EventTable(
        id="e1", title="told", topic="trade", status="asserted", status_reason=None, articles=1, origins=1, edtf="",
        earliest=None, latest=None, precision="unknown", first_sort=date.max, last_sort=date.max,
    )  # fmt: skip


def test_requests_that_come_together_wait_for_one_index(engine: Engine, built: list[EventIndex]) -> None:
    together = Barrier(4)

    def ask(_: int) -> EventIndex:
        with Session(engine) as session:
            session.connection()
            together.wait()
            return index_of(session)

    with ThreadPoolExecutor(4) as threads:
        assert set(map(id, threads.map(ask, range(4)))) == {id(built[0])}
    assert len(built) == 1


def test_pages_agree_with_themselves_while_another_connection_keeps_changing_the_data(engine: Engine) -> None:
    def change(turn: int) -> None:
        topics = ("trade", "arms") if turn % 2 else ("arms", "trade")
        change_from_outside(engine, "UPDATE event SET topic = '{}' WHERE topic = '{}'".format(*topics))  # noqa: S608 -- no input

    def ask(_: int) -> bool:
        with Session(engine) as session:
            lines = events_on_timeline(session, TRADE)
            return all(line.topic == "trade" for line in lines) and len(lines) == count_events(session, TRADE)

    with ThreadPoolExecutor(3) as threads:
        changes = threads.map(change, range(40))
        assert all(threads.map(ask, range(60)))
        list(changes)
