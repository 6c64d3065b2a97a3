"""Linked data says what the timeline says: a claim is no event, and no day is made up."""

import json
from itertools import islice
from typing import Any

import pytest
from hypothesis import given

from app.exporting.json_ld import write_json_ld
from app.queries.told import ToldEvent
from tests.exporting.made import HOSTILE, THERE, endless, told


def graph(*events: ToldEvent) -> list[dict[str, Any]]:
    """The nodes of the events."""
    written = json.loads("".join(write_json_ld(THERE, events)))
    assert list(written) == ["@context", "@graph"]
    assert written["@graph"][0]["@type"] == "Dataset"
    nodes = written["@graph"][1:]
    assert isinstance(nodes, list)
    return nodes


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2022-08-15", "2022-08-15", None),
        ("2022-07", "2022-07", None),
        ("2019", "2019", None),
        ("1910/1945", "1910", "1945"),
        ("2019~", None, None),
        ("2018-24", None, None),
        ("199X", None, None),
        ("../2022-08-15", None, None),
        ("2022-08-05/..", None, None),
        ("[2013-05,2013-06]", None, None),
        ("", None, None),
    ],
)
def test_a_beginning_and_an_end_stand_only_where_the_sources_say_so(
    date: str, start: str | None, end: str | None
) -> None:
    (node,) = graph(told(date=date))
    assert (node.get("startDate"), node.get("endDate")) == (start, end)
    assert node.get("edtf", "") == date


@pytest.mark.parametrize(
    ("status", "kind"),
    [("asserted", "Event"), ("planned", "Event"), ("claimed", "Claim"), ("denied", "Claim"), ("disputed", "Claim")],
)
def test_a_claim_is_not_an_event(status: str, kind: str) -> None:
    (node,) = graph(told(status=status))
    assert node["@type"] == kind
    assert status in node["keywords"]
    assert ("startDate" in node) == (kind == "Event")
    assert ("temporalCoverage" in node) == (kind == "Claim")


def test_what_is_planned_is_scheduled() -> None:
    assert graph(told(status="planned"))[0]["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_quotation_names_its_words_its_speaker_and_its_article() -> None:
    (quotation,) = graph(told())[0]["subjectOf"]
    assert (quotation["@type"], quotation["text"]) == ("Quotation", "Putin wrote to Kim.")
    assert quotation["spokenByCharacter"]["name"] == "the ministry"
    article = quotation["isPartOf"]
    assert (article["@type"], article["datePublished"]) == ("NewsArticle", "2022-08-16")
    assert (article["publisher"]["name"], article["url"]) == (
        "The Harbour Post",
        "https://harbour.example/grain?page=1",
    )


@given(HOSTILE)
def test_any_text_comes_back_unchanged(title: str) -> None:
    assert graph(told(f"x{title}"))[0]["name"] == f"x{title}"


def test_a_timeline_without_events_is_still_a_graph() -> None:
    assert graph() == []


def test_it_is_written_as_it_is_read() -> None:
    assert len(list(islice(write_json_ld(THERE, endless()), 5))) == 5
