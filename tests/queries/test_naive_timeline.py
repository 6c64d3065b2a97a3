"""The queries agree with a timeline that is kept in lists and filtered by hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, delete
from sqlmodel import Session, SQLModel, select

from app.domain.edtf import EdtfDate, edtf
from app.domain.timeline_filter import LIST_KEYS, Certainty, TimelineFilter, read_filter
from app.queries import overview
from app.queries.facets import timeline_facets, years
from app.queries.matching import in_order, matching
from app.queries.overview import event_spans
from app.queries.timeline import count_events, events_on_timeline
from app.storage.database import open_database
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable
from tests.support.sample_database import dated, sorted_by

PUBLISHERS = ("Post", "Wire", "일보")
TABLES = (MentionTable, EventActorTable, EventPlaceTable, EventTable)
DATES = (
    "", "2019", "2019-05", "2019-05-20", "2018-24", "2019-33", "2019-40", "201X", "19XX", "../2019-05-20",
    "2019-05-20/..", "1910/1945", "[2019-05,2019-06]", "XXXX-05-20", "2019~", "2020-01-01", "2018-12-31",
)  # fmt: skip


@dataclass(frozen=True)
class NaiveEvent:
    """An event with everything that can be asked of it in one place."""

    id: str
    date: EdtfDate
    topic: str
    status: str
    origins: int
    actors: frozenset[str]
    places: frozenset[str]
    publishers: frozenset[str]

    def values(self, key: str) -> frozenset[str]:
        alone = {"topic": self.topic, "status": self.status, "precision": self.date.precision.value}
        if key in alone:
            return frozenset([alone[key]])
        return {"actor": self.actors, "place": self.places, "publisher": self.publishers}[key]


def lies(event: NaiveEvent, wanted: TimelineFilter) -> bool:
    first, last = wanted.first_day or date.min, wanted.last_day or date.max
    earliest, latest = event.date.earliest or date.min, event.date.latest or date.max
    if wanted.certainty is Certainty.SURELY:
        return event.date.text != "" and first <= earliest and latest <= last
    return earliest <= last and latest >= first


def is_wanted(event: NaiveEvent, wanted: TimelineFilter) -> bool:
    return (
        lies(event, wanted)
        and event.origins >= wanted.min_origins
        and all(not wanted.chosen(key) or event.values(key) & {*wanted.chosen(key)} for key in LIST_KEYS)
        and not any(event.values(key) & {*wanted.excluded(key)} for key in LIST_KEYS)
    )


def naively(events: list[NaiveEvent], wanted: TimelineFilter) -> list[NaiveEvent]:
    found = [event for event in events if is_wanted(event, wanted)]
    return sorted(found, key=lambda event: (*event.date.sort_key, event.id), reverse=wanted.is_reversed)


def some(values: tuple[str, ...], *, at_least: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=at_least, max_size=3)


EVENTS = st.lists(
    st.builds(
        NaiveEvent,
        id=st.integers(0, 10**6).map(lambda number: f"e{number:016x}"),
        date=st.sampled_from(DATES).map(edtf),
        topic=st.sampled_from(["arms", "aid", "war"]),
        status=st.sampled_from(["asserted", "claimed", "denied"]),
        origins=st.integers(1, 4),
        actors=some(("Kim", "Putin", "O'Neill")),
        places=some(("Rajin", "Москва")),
        publishers=some(PUBLISHERS, at_least=1),
    ),
    max_size=12,
    unique_by=lambda event: event.id,
)
ASKED = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["from"]), st.sampled_from(["1900", "2018", "2019-05-20", "2019-05-21"])),
        st.tuples(st.sampled_from(["to"]), st.sampled_from(["2019-05-21", "2019-05", "2019", "2030"])),
        st.tuples(st.just("certainty"), st.just("surely")),
        st.tuples(st.just("min_origins"), st.sampled_from(["2", "4"])),
        st.tuples(st.just("sort"), st.just("-date")),
        st.tuples(st.sampled_from(["actor", "-actor"]), st.sampled_from(["Kim", "O'Neill", "Nobody"])),
        st.tuples(st.sampled_from(["place", "-place"]), st.sampled_from(["Rajin", "Москва"])),
        st.tuples(st.sampled_from(["publisher", "-publisher"]), st.sampled_from(PUBLISHERS)),
        st.tuples(st.sampled_from(["topic", "-topic"]), st.sampled_from(["arms", "aid"])),
        st.tuples(st.sampled_from(["status", "-status"]), st.sampled_from(["asserted", "denied"])),
        st.tuples(st.sampled_from(["precision", "-precision"]), st.sampled_from(["day", "span", "unknown"])),
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = open_database("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(article(publisher) for publisher in PUBLISHERS)
        session.commit()
    yield engine
    engine.dispose()


def article(publisher: str) -> ArticleTable:
    return ArticleTable(
        id=f"a{publisher}", file=publisher, sha256=publisher, text="told", encoding="utf-8", title=None,
        publisher=publisher, url=None, basis="unknown", rules="", **dated(edtf("")),
    )  # fmt: skip


def store(session: Session, events: list[NaiveEvent]) -> None:
    for table in TABLES:
        session.execute(delete(table))
    for event in events:
        session.add(
            EventTable(
                id=event.id, title=event.id, topic=event.topic, status=event.status, status_reason=None,
                articles=len(event.publishers), origins=event.origins, **dated(event.date), **sorted_by(event.date),
            )
        )  # fmt: skip
        session.flush()
        session.add_all(EventActorTable(event_id=event.id, name=name, position=0) for name in event.actors)
        session.add_all(EventPlaceTable(event_id=event.id, name=name, position=0) for name in event.places)
        session.add_all(mention(event, position, name) for position, name in enumerate(sorted(event.publishers)))
    session.flush()


def mention(event: NaiveEvent, position: int, publisher: str) -> MentionTable:
    return MentionTable(
        id=f"{event.id}{position}", event_id=event.id, article_id=f"a{publisher}", paragraph=1, start=0, end=4,
        quote="told", trigger_start=0, trigger_end=4, kind="", topic=event.topic, status=event.status,
        status_reason=None, speaker=None, date_start=None, date_end=None, reasoning="", actors=[], places=[],
        headline="", sources=[], fingerprints=[], is_background=False, position=position, **dated(event.date),
    )  # fmt: skip


@given(EVENTS, ASKED)
def test_list_and_count_agree(engine: Engine, events: list[NaiveEvent], asked: list[tuple[str, str]]) -> None:
    wanted = read_filter(asked)
    expected = [event.id for event in naively(events, wanted)]
    with Session(engine) as session:
        store(session, events)
        assert [line.id for line in events_on_timeline(session, wanted)] == expected
        assert count_events(session, wanted) == len(expected)
        ids = select(EventTable.id).where(matching(wanted)).order_by(*in_order(is_reversed=not wanted.is_reversed))
        assert list(session.exec(ids)) == expected[::-1]


@given(EVENTS, ASKED)
def test_spans_agree(engine: Engine, events: list[NaiveEvent], asked: list[tuple[str, str]]) -> None:
    wanted = read_filter(asked)
    found = naively(events, wanted)
    with Session(engine) as session:
        store(session, events)
        spans = event_spans(session, wanted)
    bounds = Counter(event.date.bounds for event in found)
    assert {(first, last): count for first, last, count in spans.closed} == {
        (first, last): count for (first, last), count in bounds.items() if first and last
    }
    assert spans.undated == sum(event.date.text == "" for event in found)
    assert spans.open_ended == len(found) - spans.undated - sum(span.events for span in spans.closed)


def whole_months(day: date | None, *, is_last: bool) -> date | None:
    bounds = edtf(day.isoformat()[:7]).bounds if day else (None, None)
    return bounds[is_last]


@given(EVENTS, ASKED)
def test_spans_that_touch_many_months_are_rounded_to_months(
    engine: Engine, events: list[NaiveEvent], asked: list[tuple[str, str]]
) -> None:
    wanted = read_filter([(key, value[:4] if key in ("from", "to") else value) for key, value in asked])
    with Session(engine) as session, pytest.MonkeyPatch.context() as patch:
        store(session, events)
        exact = event_spans(session, wanted)
        patch.setattr(overview, "MOST_BINS", 0)
        rounded = event_spans(session, wanted)
    expected = Counter[tuple[date | None, date | None]]()
    for first, last, count in exact.closed:
        expected[whole_months(first, is_last=False), whole_months(last, is_last=True)] += count
    assert {(first, last): count for first, last, count in rounded.closed} == dict(expected)
    assert (rounded.open_ended, rounded.undated) == (exact.open_ended, exact.undated)


@given(EVENTS, ASKED)
def test_facets_and_years_agree(engine: Engine, events: list[NaiveEvent], asked: list[tuple[str, str]]) -> None:
    wanted = read_filter(asked)
    with Session(engine) as session:
        store(session, events)
        facets = timeline_facets(session, wanted)
        by_year = years(session, wanted)
    for facet in facets[:-1]:
        others = naively(events, wanted.without(facet.key))
        expected = Counter(value for event in others for value in event.values(facet.key))
        assert {value.value: value.count for value in facet.values if value.count} == dict(expected)
    for value in facets[-1].values:
        assert value.count == len(naively(events, wanted.with_value("min_origins", value.value)))
    anywhere = naively(events, wanted.without("from", "to", "certainty"))
    bounds = (event.date.bounds for event in anywhere)
    within = Counter(first.year for first, last in bounds if first and last and first.year == last.year)
    assert {year.year: year.count for year in by_year} == dict(within)
