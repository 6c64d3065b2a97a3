"""Full-text search: what is folded, what is found."""

import pytest
from hypothesis import given
from hypothesis.strategies import text
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.edtf import edtf
from app.storage.database import open_database, writing
from app.storage.migrate import upgrade
from app.storage.search import event_number, events_matching, fold, index_events, search_words
from app.storage.tables import EventTable
from tests.storage import made


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Путин", "путин"),
        ("Ёлка", "елка"),
        ("мой", "мой"),
        ("Ｋｉｍ", "kim"),
        ("STRASSE Straße", "strasse strasse"),
        ("São Tomé", "sao tome"),
        ("푸틴은", "푸틴은"),
        ("\ufb01ne", "fine"),
        ("İstanbul", "istanbul"),
    ],
)
def test_text_is_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(text())
def test_folding_twice_is_folding_once(written: str) -> None:
    assert fold(fold(written)) == fold(written)


def test_the_words_of_a_question_are_what_stands_between_marks() -> None:
    assert search_words('  "Kim–Putin" AND* (letter) мой-ёж ') == ("kim", "putin", "and", "letter", "мой", "еж")


def found(session: Session, q: str) -> bool:
    numbers = {event_number(event_id) for event_id in session.exec(select(EventTable.id))}
    return not numbers.isdisjoint(session.execute(events_matching(q)).scalars())


@pytest.fixture
def of_letters(session: Session) -> Session:
    """One event with words of many languages."""
    text = "Владимир Путина ждёт 푸틴은 북한을 AND NEAR 15-го."
    article = made.article(text=text)
    quoted = made.mention(article, text, actors=("Kim Jong Un",), places=("Владивосток",), headline="A letter's title")
    made.save(session, {article: edtf("2022")}, {made.event(quoted): [quoted]})
    return session


@pytest.mark.parametrize(
    "q",
    ["푸틴", "Путин", "ПУТИН", "북한",
     "ждет", "ждёт", "jong", "влад", "letter", "titl", "путин 북한", "15", "near", "AND",
     '"letter"', "letter*", "letter's", "kim-jong", "(kim)"],
)  # fmt: skip
def test_words_match_as_prefixes_in_title_quote_actors_and_places(of_letters: Session, q: str) -> None:
    assert found(of_letters, q)


@pytest.mark.parametrize(
    "q", ["", "  ", '"', "*", "-", "()", "утин", "한을", "путин beijing", "kim OR beijing", "NOT kim"]
)
def test_what_does_not_stand_there_is_not_found(of_letters: Session, q: str) -> None:
    assert not found(of_letters, q)


@given(q=text())
def test_no_question_breaks_the_search(engine_of_searches: Engine, q: str) -> None:
    with writing(engine_of_searches) as session:
        found(session, q)


@pytest.fixture(scope="module")
def engine_of_searches(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = open_database(f"sqlite:///{tmp_path_factory.mktemp('search')}/t.db")
    upgrade(engine)
    return engine


def test_an_event_that_is_gone_leaves_the_index(of_letters: Session) -> None:
    (event,) = of_letters.exec(select(EventTable)).all()
    of_letters.delete(event)
    of_letters.flush()
    index_events(of_letters, [event.id])
    assert of_letters.execute(events_matching("kim")).all() == []


def test_indexing_twice_leaves_one_entry(of_letters: Session) -> None:
    ids = of_letters.exec(select(EventTable.id)).all()
    index_events(of_letters, ids)
    assert len(of_letters.execute(events_matching("kim")).all()) == 1
