from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from app.queries.index import event_index
from app.queries.index.building import build_index
from app.queries.index.event_index import EventIndex
from tests.support.sample_database import build_sample_database


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = build_sample_database(tmp_path / "tumen.db")
    yield engine
    engine.dispose()


@pytest.fixture
def index(engine: Engine) -> EventIndex:
    with Session(engine) as session:
        return build_index(session)


def test_an_event_stands_where_its_id_stands_and_what_is_no_event_nowhere(index: EventIndex) -> None:
    assert [index.position_of(event_id) for event_id in index.ids] == list(range(14))
    assert index.position_of("no event") is None


def test_a_search_is_asked_of_the_database_once(engine: Engine, index: EventIndex) -> None:
    with Session(engine) as session:
        found = index.having(session, "q", ("wheat",))
        session.connection().exec_driver_sql("DELETE FROM event_search")
        assert index.having(session, "q", ("Wheat!",)) == found > 0
        assert index.having(session, "q", ("rajin",)) == 0


def test_no_more_answers_are_kept_than_there_is_room_for(index: EventIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_index, "_MOST_ANSWERS", 2)
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return question.upper()

    for question in "aabcca":
        assert index.remembered(question, partial(answer, question)) == question.upper()
    assert "".join(asked) == "abca"
