"""The coverage is asked with the words of the timeline, and two of its own."""

import pytest

from app.domain.coverage_filter import CoverageFilter
from app.domain.timeline_filter import TimelineFilter, read_filter
from app.errors import BadFilter


def ask(**asked: str) -> CoverageFilter:
    return CoverageFilter.read(asked.items())


def test_it_is_the_same_question_to_the_timeline() -> None:
    wanted = ask(topic="visits", sort="-date", order="publishers", columns="2", page="3")
    assert wanted.of_timeline == read_filter([("topic", "visits"), ("sort", "-date")])
    assert type(wanted.of_timeline) is TimelineFilter


def test_links_stay_on_the_coverage_with_its_order() -> None:
    wanted = ask(topic="visits", order="publishers")
    assert wanted.with_value("actor", "Kim").href() == "/coverage?actor=Kim&topic=visits&order=publishers"
    assert wanted.without_value("topic", "visits").href() == "/coverage?order=publishers"
    assert ask().href() == "/coverage"


def test_order_and_columns_narrow_nothing_and_what_goes_without_saying_is_not_said() -> None:
    assert not ask(order="publisher:", columns="2").is_narrowed
    assert ask(order="date", columns="1") == CoverageFilter()


@pytest.mark.parametrize(
    ("order", "leader"), [("date", None), ("publishers", None), ("publisher:A: B", "A: B"), ("publisher:", "")]
)
def test_a_publisher_may_lead(order: str, leader: str | None) -> None:
    assert ask(order=order).led_by == leader
    assert ask(order=order).is_by_publishers == (order == "publishers")


@pytest.mark.parametrize(
    "asked", [{"order": "title"}, {"columns": "0"}, {"columns": "two"}, {"colour": "red"}, {"topic": "gossip"}]
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(BadFilter):
        ask(**asked)


def test_two_orders_cannot_both_be_meant() -> None:
    with pytest.raises(BadFilter):
        CoverageFilter.read([("order", "date"), ("order", "publishers")])


def test_the_timeline_does_not_know_them() -> None:
    with pytest.raises(BadFilter):
        read_filter([("order", "publishers")])
