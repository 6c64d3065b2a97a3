"""The queries agree with a timeline that is kept in lists and filtered by hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from app.domain.edtf import edtf
from app.domain.timeline_filter import read_filter
from app.queries import overview
from app.queries.facets import timeline_facets, years
from app.queries.matching import selected
from app.queries.overview import event_spans
from app.queries.timeline import count_events, events_on_timeline
from app.storage.database import open_database
from tests.support.naive import DATES, PUBLISHERS, NaiveEvent, article, naively, store


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


@given(EVENTS, ASKED)
def test_list_and_count_agree(engine: Engine, events: list[NaiveEvent], asked: list[tuple[str, str]]) -> None:
    wanted = read_filter(asked)
    expected = [event.id for event in naively(events, wanted)]
    with Session(engine) as session:
        store(session, events)
        assert [line.id for line in events_on_timeline(session, wanted)] == expected
        assert count_events(session, wanted) == len(expected)
        assert selected(session, wanted).ids() == expected


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
    assert spans.open_start == sum(not first and last is not None for first, last in bounds.elements())
    assert spans.open_end == sum(first is not None and not last for first, last in bounds.elements())
    assert spans.yearless == sum(event.date.text.startswith("XXXX") for event in found)


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
    assert replace(rounded, closed=exact.closed) == exact


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
