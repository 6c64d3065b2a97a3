"""With thousands of events, common and rare values and changes between, the queries still agree with plain lists."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.edtf import day_date, edtf, span_date
from app.domain.timeline_filter import LIST_KEYS, TimelineFilter, read_filter
from app.queries.event import EventPage, find_event
from app.queries.facets import timeline_facets
from app.queries.matching import matching, selected
from app.queries.timeline import EVENTS_PER_PAGE, count_events, events_on_timeline
from app.storage.database import open_database
from app.storage.migrate import upgrade
from app.storage.tables import EventTable
from tests.support.naive import DATES, PUBLISHERS, NaiveEvent, article, in_order, naively, store

EVENTS, FILTERS = 1_600, 8
FIRST_DAY = 737_000  # in 2018
ACTORS = ("Kim", "Putin", "Lavrov", *(f"Delegate {number}" for number in range(1_500)))
DAYS = ("2018", "2018-11", "2019", "2019-03-15", "2020-06", "2021")
CHOSEN = {
    "actor": ("Kim", "Delegate 7", "Delegate 8", "Nobody"), "place": ("Rajin",), "topic": ("arms", "aid"),
    "status": ("denied",), "publisher": PUBLISHERS, "precision": ("day", "span", "unknown"),
    "open": ("start", "end", "both"),
}  # fmt: skip


def made_up(choose: Random) -> NaiveEvent:
    first = choose.randrange(1_200)
    day = day_date(date_at(first))
    span = span_date(date_at(first), date_at(first + choose.randrange(700)))
    return NaiveEvent(
        id=f"e{choose.getrandbits(60):016x}",
        date=choose.choice([day, day, day, span, edtf(choose.choice(DATES))]),
        topic=choose.choice(["arms", "aid", "war"]),
        status=choose.choice(["asserted", "asserted", "denied"]),
        origins=choose.choice([1, 1, 1, 2, 7]),
        actors=frozenset(choose.choices(ACTORS, k=2)),
        places=frozenset(["Rajin"] if choose.random() < 0.1 else []),
        publishers=frozenset(choose.choices(PUBLISHERS, weights=(80, 20, 1), k=2)),
    )


def asked(choose: Random) -> TimelineFilter:
    pairs = [(choose.choice(["", "-"]) + key, choose.choice(CHOSEN[key])) for key in choose.choices(LIST_KEYS, k=2)]
    pairs += choose.sample([("from", choose.choice(DAYS)), ("to", choose.choice(DAYS)), ("min_origins", "2")], k=1)
    pairs += choose.sample([("certainty", "surely"), ("sort", "-date"), ("page", "2")], k=1)
    return read_filter(pairs[choose.randrange(3) :])


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path_factory.mktemp('many')}/tumen.db")
    upgrade(engine)
    with Session(engine) as session:
        session.add_all(article(publisher) for publisher in PUBLISHERS)
        session.commit()
    yield engine
    engine.dispose()


def date_at(day: int) -> date:
    return date.fromordinal(FIRST_DAY + day)


def test_before_and_after_a_change_everything_agrees(engine: Engine) -> None:
    choose = Random(7)  # noqa: S311 -- the same events each time, nothing secret
    events = [made_up(choose) for _ in range(EVENTS)]
    for _ in range(2):
        with Session(engine) as session:
            store(session, events)
            session.commit()
        with Session(engine) as session:
            for wanted in [TimelineFilter(), *(asked(choose) for _ in range(FILTERS))]:
                agrees(session, events, wanted)
        kept = [event for event in events if choose.random() < 0.9]
        events = [replace(event, topic="war") if choose.random() < 0.2 else event for event in kept]
        events += [made_up(choose) for _ in range(50)]


def agrees(session: Session, events: list[NaiveEvent], wanted: TimelineFilter) -> None:
    expected = [event.id for event in naively(events, wanted)]
    assert selected(session, wanted).ids() == expected, wanted
    assert count_events(session, wanted) == len(expected), wanted
    assert set(session.exec(select(EventTable.id).where(matching(session, wanted)))) == {*expected}, wanted
    page = expected[(wanted.page - 1) * EVENTS_PER_PAGE : wanted.page * EVENTS_PER_PAGE]
    assert [line.id for line in events_on_timeline(session, wanted)] == page, wanted
    for facet in timeline_facets(session, wanted)[:-1]:
        others = naively(events, wanted.without(facet.key))
        counts = Counter(value for event in others for value in event.values(facet.key))
        assert {value.value: value.count for value in facet.values if value.count} == dict(counts), wanted
    for event in events[:3]:
        neighbours_agree(session, events, wanted, event)


def neighbours_agree(session: Session, events: list[NaiveEvent], wanted: TimelineFilter, event: NaiveEvent) -> None:
    """Those that stand beside it on the filtered timeline, or would if it were there too."""
    shown = in_order({event, *naively(events, wanted)}, wanted)
    place = shown.index(event)
    beside = [None, *(one.id for one in shown), None][place : place + 3]
    page = find_event(session, event.id, wanted)
    assert isinstance(page, EventPage)
    assert [page.previous_id, event.id, page.next_id] == beside, wanted
