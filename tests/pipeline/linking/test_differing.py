"""What the sources of one event tell differently is kept beside it."""

from collections.abc import Sequence

import pytest

from app.domain.event import Event
from tests.support.stories import extracted, linked

FIRST = ("Putin sent a letter to Kim Jong Un on 15 August 2022. In turn, Kim Jong Un sent a letter to Putin.", "a.txt")
SECOND = (
    "Kim Jong Un sent Putin a letter on 15 August 2022, and Putin responded to the letter of Kim Jong Un.",
    "b.txt",
)


def told(*texts: str) -> tuple[Event, ...]:
    return linked(*(extracted(text, "2024-11-20", f"{n}.txt") for n, text in enumerate(texts)))


def versions(events: Sequence[Event]) -> list[tuple[str, str]]:
    return sorted({(one.about, one.value) for event in events for one in event.versions})


def test_two_numbers_of_one_dispatch_are_kept_and_none_is_chosen() -> None:
    events = told(
        "North Korea sent 10,000 troops to Russia on 18 October 2024.",
        "On 18 October 2024 North Korea sent 12 000 soldiers to Russia.",
    )
    assert len(events) == 1
    assert versions(events) == [("number", "10,000 troops"), ("number", "12,000 troops")]


def test_sources_that_agree_give_no_versions() -> None:
    events = told(
        "North Korea sent 10,000 troops to Russia on 18 October 2024.",
        "On 18 October 2024 North Korea sent ten thousand troops to Russia.",
    )
    assert versions(events) == []


def test_a_day_that_one_article_tells_otherwise_is_shown_as_one_of_two() -> None:
    (event,) = told(
        "Vladimir Putin met Kim Jong Un in Vladivostok on 25 April 2019.",
        "Vladimir Putin met Kim Jong Un in Vladivostok on 24 April 2019.",
    )
    assert event.date.text == "[2019-04-24,2019-04-25]"
    assert versions([event]) == [("date", "2019-04-24"), ("date", "2019-04-25")]


def test_a_day_that_most_articles_tell_stands_and_the_other_is_kept_beside_it() -> None:
    rest = [f"Vladimir Putin met Kim Jong Un in Vladivostok on 25 April 2019, {said}." for said in ("A", "B", "C", "D")]
    (event,) = told(*rest, "Vladimir Putin met Kim Jong Un in Vladivostok on 24 April 2019.")
    assert event.date.text == "2019-04-25"
    assert ("date", "2019-04-24") in versions([event])


def test_an_article_that_tells_two_days_of_a_trip_tells_two_happenings() -> None:
    events = told(
        "Kim Jong Un arrived in Russia on 24 April 2019. Vladimir Putin met Kim Jong Un on 25 April 2019.",
        "Vladimir Putin met Kim Jong Un on 25 April 2019.",
    )
    assert versions(events) == []
    assert [(event.date.text, len(event.mention_ids)) for event in events] == [("2019-04-24", 1), ("2019-04-25", 2)]


@pytest.mark.parametrize(("stories", "expected"), [([FIRST], []), ([FIRST, SECOND], ["Kim Jong Un", "Vladimir Putin"])])
def test_who_spoke_first_is_kept_where_sources_differ(stories: list[tuple[str, str]], expected: list[str]) -> None:
    events = linked(*(extracted(text, "2022-08-17", file) for text, file in stories))
    assert [value for about, value in versions(events) if about == "first"] == expected
