"""Facets count what a click would give."""

from sqlmodel import Session

from app.domain.event import Topic
from app.domain.timeline_filter import TimelineFilter, read_filter
from app.queries.facets import FacetValue, YearCount, timeline_facets, years
from app.queries.timeline import count_events


def facet(session: Session, key: str, *asked: tuple[str, str]) -> tuple[FacetValue, ...]:
    return next(facet for facet in timeline_facets(session, read_filter(asked)) if facet.key == key).values


def test_facets_come_in_a_fixed_order(sample: Session) -> None:
    keys = [facet.key for facet in timeline_facets(sample, TimelineFilter())]
    assert keys == ["actor", "place", "topic", "status", "publisher", "precision", "min_origins"]


def test_a_closed_list_keeps_its_order_and_its_zeros(sample: Session) -> None:
    topics = facet(sample, "topic", ("status", "planned"))
    assert [value.value for value in topics] == list(Topic)
    assert {value.value: value.count for value in topics if value.count} == {"visits": 1, "diplomacy": 1}


def test_an_open_list_comes_by_count_then_name(sample: Session) -> None:
    publishers = [(value.value, value.count) for value in facet(sample, "publisher")]
    assert publishers == [
        ("The Harbour Post", 6), ("Вестник Востока", 4), ("Northern Wire", 3), ("한강일보", 3),
    ]  # fmt: skip


def test_a_facet_does_not_count_its_own_filter(sample: Session) -> None:
    topics = {value.value: value for value in facet(sample, "topic", ("topic", "trade"), ("-topic", "aid"))}
    assert FacetValue("trade", 3, "chosen") == topics["trade"]
    assert FacetValue("aid", 1, "excluded") == topics["aid"]
    assert FacetValue("visits", 2, "off") == topics["visits"]


def test_what_is_asked_for_is_shown_even_without_hits(sample: Session) -> None:
    actors = facet(sample, "actor", ("actor", "Nobody"), ("-actor", "Somebody"), ("topic", "arms"))
    assert FacetValue("Nobody", 0, "chosen") in actors
    assert FacetValue("Somebody", 0, "excluded") in actors


def test_witnesses_are_counted_from_so_many_upwards(sample: Session) -> None:
    witnesses = [(value.value, value.count) for value in facet(sample, "min_origins", ("min_origins", "4"))]
    assert witnesses == [("2", 3), ("3", 1), ("4", 0), ("5", 0), ("10", 0)]


def test_every_count_is_what_the_click_gives(sample: Session) -> None:
    wanted = read_filter([("q", "russia")])
    for found in timeline_facets(sample, wanted):
        for value in found.values:
            assert count_events(sample, wanted.with_value(found.key, value.value)) == value.count, value


def test_years_count_what_lies_certainly_within_them_and_ignore_the_range(sample: Session) -> None:
    wanted = read_filter([("from", "2022"), ("-topic", "history"), ("-topic", "trade")])
    found = years(sample, wanted)
    assert found == (YearCount(2019, 3), YearCount(2020, 1), YearCount(2022, 3))
    for year in found:
        inside = wanted.with_value("from", str(year.year)).with_value("to", str(year.year))
        assert count_events(sample, inside.with_value("certainty", "surely")) == year.count, year
