"""The feed: what was found last stands first, as XML whatever it says."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from sqlmodel import Session, select, update

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.exporting.atom import write_atom
from app.exporting.view import View
from app.queries import found as queries
from app.queries.found import FoundEvent, newly_found
from app.storage.tables import FoundTable, MentionTable
from tests.exporting.made import HERE, HOSTILE, THERE, told
from tests.support.sample_database import FOUND_AT as NOON
from tests.support.sample_database import build_sample_database, event_id

NAMES = {"a": "http://www.w3.org/2005/Atom"}
EVERYTHING = TimelineFilter()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The sample database, to be changed."""
    engine = build_sample_database(tmp_path / "tumen.db")
    with Session(engine) as session:
        yield session
    engine.dispose()


def feed(found: list[FoundEvent], view: View = THERE) -> ET.Element:
    return ET.fromstring("".join(write_atom(view, found)))  # noqa: S314 -- our own


def texts(of: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in of.findall(path, NAMES)]


def find_later(session: Session, title: str, hours: int) -> None:
    """As if the mentions of this event had been found later."""
    ids = select(MentionTable.id).where(MentionTable.event_id == event_id(title))
    later = NOON + timedelta(hours=hours)
    session.execute(update(FoundTable).where(FoundTable.mention_id.in_(ids)).values(at=later))  # type: ignore[attr-defined] # a column


def test_what_was_found_last_stands_first(session: Session) -> None:
    find_later(session, "Japan rules", 1)
    find_later(session, "Kim Jong Un to visit", 2)
    titles = [one.told.line.title for one in newly_found(session, EVERYTHING)]
    assert titles[:2] == ["Kim Jong Un to visit Moscow", "Japan rules Korea"]
    assert len(titles) == 14


def test_a_new_quote_updates_an_event_that_stays_where_it_was(session: Session) -> None:
    letter = event_id("Putin sends")
    quotes = session.exec(select(MentionTable.id).where(MentionTable.event_id == letter)).all()
    session.execute(
        update(FoundTable).where(FoundTable.mention_id == quotes[0]).values(at=NOON + timedelta(days=1))  # type: ignore[arg-type] # a condition
    )
    (found,) = newly_found(session, read_filter([("topic", "letters")]))
    assert (found.found_at, found.updated_at) == (NOON, NOON + timedelta(days=1))
    assert found.first_mention_id == min(quotes[1:])


def test_an_event_of_before_times_were_kept_is_not_new(session: Session) -> None:
    letter = event_id("Putin sends")
    session.execute(update(FoundTable).where(FoundTable.mention_id == letter).values(at=None))  # type: ignore[arg-type] # a condition
    assert newly_found(session, read_filter([("topic", "letters")])) == []


def test_only_the_newest_are_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "NEWEST", 3)
    assert len(newly_found(session, EVERYTHING)) == 3


def test_the_feed_has_what_the_standard_asks_for(session: Session) -> None:
    view = View(read_filter([("topic", "trade")]), "https://tumen.example")
    root = feed(newly_found(session, view.wanted), view)
    for required in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert len(texts(root, required)) == 1, required
    entries = root.findall("a:entry", NAMES)
    assert len(entries) == 3
    for entry in entries:
        for required in ("a:id", "a:title", "a:updated", "a:published", "a:content"):
            assert len(texts(entry, required)) == 1, required
        assert texts(entry, "a:updated") == ["2026-01-02T12:00:00Z"]
    assert len(set(texts(root, "a:entry/a:id"))) == 3
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)}
    assert links == {
        "self": "https://tumen.example/export.atom?topic=trade", "alternate": "https://tumen.example/?topic=trade",
    }  # fmt: skip


def test_an_id_is_the_same_wherever_it_is_served_and_another_for_another_filter(session: Session) -> None:
    found = newly_found(session, EVERYTHING)
    here, there = feed(found, HERE), feed(found, THERE)
    assert texts(here, ".//a:id") == texts(there, ".//a:id")
    narrowed = View(read_filter([("topic", "trade")]))
    assert texts(feed([], narrowed), "a:id") != texts(here, "a:id")


def test_a_feed_of_nothing_is_still_a_feed() -> None:
    root = feed([])
    assert texts(root, "a:updated") == ["1970-01-01T00:00:00Z"]
    assert root.findall("a:entry", NAMES) == []


@given(HOSTILE, HOSTILE)
def test_whatever_is_said_stays_text(title: str, quote: str) -> None:
    (entry,) = feed([FoundEvent(told(title, quote=quote), "e1", NOON, NOON)]).findall("a:entry", NAMES)
    assert len(texts(entry, "a:title")) == len(texts(entry, "a:content")) == 1
    assert [child.tag.partition("}")[2] for child in entry] == [
        "id", "title", "published", "updated", "link", "category", "content",
    ]  # fmt: skip
