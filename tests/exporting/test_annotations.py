"""Annotations lead to their words: positions hold in the kept text, and what stands around them is around them."""

import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from app.domain.timeline_filter import read_filter
from app.exporting.annotations import write_annotations
from app.exporting.formats import FORMATS, Switches
from app.exporting.view import View
from app.queries.surroundings import REACH_CHARACTERS, Surroundings
from app.storage.tables import ArticleTable
from tests.exporting.made import THERE, endless
from tests.support.sample_database import break_quote, build_sample_database, event_id

NO_SURROUNDINGS: dict[str, Surroundings] = {}


def collection(session: Session, view: View) -> dict[str, Any]:
    written = json.loads("".join(FORMATS["annotations"].write(session, view, Switches())))
    assert isinstance(written, dict)
    return written


def selectors(annotation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Those of the kept text, by their type."""
    return {selector["type"]: selector for selector in annotation["target"][0]["selector"]}


def test_every_annotation_has_what_the_model_asks_for(sample: Session) -> None:
    found = collection(sample, THERE)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items = found["first"]["items"]
    assert found["total"] == len(items) > 0
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["canonical"].startswith("urn:uuid:")
        for body in item["body"]:
            assert ("value" in body) == (body["type"] == "TextualBody")
        for target in item["target"]:
            assert {"source", "selector"} < target.keys()


def test_positions_and_surroundings_hold_in_the_kept_text(sample: Session) -> None:
    for item in collection(sample, THERE)["first"]["items"]:
        address = item["target"][0]["source"]["id"]
        key = address.removeprefix("https://tumen.example/articles/").removesuffix("/text")
        text = sample.get_one(ArticleTable, key).text
        words, place = selectors(item)["TextQuoteSelector"], selectors(item)["TextPositionSelector"]
        start, end = place["start"], place["end"]
        assert text[start:end] == words["exact"]
        assert text[:start].endswith(words["prefix"])
        assert text[end:].startswith(words["suffix"])
        assert len(words["prefix"]) == min(start, REACH_CHARACTERS)
        assert len(words["suffix"]) == min(len(text) - end, REACH_CHARACTERS)


def test_the_body_names_the_event_its_date_and_its_status(sample: Session) -> None:
    view = View(read_filter([("q", "wheat")]), "https://tumen.example")
    first = collection(sample, view)["first"]["items"][0]
    values = {body["purpose"]: body.get("value", body.get("source")) for body in first["body"][:3]}
    assert values == {
        "identifying": "Russia ships wheat to Rajin",
        "linking": f"https://tumen.example/events/{event_id('Russia ships')}",
        "describing": "2019-03",
    }
    assert [body["value"] for body in first["body"][3:]] == ["aid", "asserted"]


def test_the_page_of_the_publisher_is_a_second_target_without_a_position(sample: Session) -> None:
    items = collection(sample, View(read_filter([("q", "wheat")])))["first"]["items"]
    assert [[type(target["source"]) for target in item["target"]] for item in items] == [[dict], [dict, str]]
    (selector,) = items[1]["target"][1]["selector"]
    assert selector["type"] == "TextQuoteSelector"


def test_a_broken_quote_has_no_position(tmp_path: Path) -> None:
    engine = build_sample_database(tmp_path / "tumen.db")
    broken = event_id("Putin sends")
    break_quote(engine, broken)
    with Session(engine) as session:
        items = collection(session, View(read_filter([("topic", "letters")]), "https://tumen.example"))["first"][
            "items"
        ]
    engine.dispose()
    places = {item["id"].rpartition("/")[2]: "TextPositionSelector" in selectors(item) for item in items}
    assert places.pop(broken) is False
    assert set(places.values()) == {True}


@pytest.mark.parametrize("wanted", [(), (("topic", "trade"),), (("-topic", "trade"), ("sort", "-date"))])
def test_the_total_is_that_of_the_filter(sample: Session, wanted: tuple[tuple[str, str], ...]) -> None:
    found = collection(sample, View(read_filter(wanted)))
    assert found["total"] == len(found["first"]["items"])


def test_nothing_found_is_an_empty_collection(sample: Session) -> None:
    found = collection(sample, View(read_filter([("actor", "Nobody")])))
    assert (found["total"], found["first"]["items"]) == (0, [])


def test_it_is_written_as_it_is_read() -> None:
    events = ((event, NO_SURROUNDINGS) for event in endless())
    assert len(list(islice(write_annotations(THERE, events, 0), 5))) == 5
