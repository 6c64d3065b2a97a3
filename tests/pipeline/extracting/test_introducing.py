"""People whom no row has, and the office by which an article introduces them."""

import pytest

from app.knowledge.load import load_knowledge
from app.pipeline.extracting.introducing import introduce
from app.pipeline.extracting.naming import find_actors
from tests.support.stories import told

KNOWLEDGE = load_knowledge().extracting


def sides(text: str) -> dict[str, str]:
    """Those whom no row has, each with the side."""
    named = introduce(text, find_actors(text, KNOWLEDGE, None), KNOWLEDGE)
    return {actor.name: actor.side for actor in named if actor.name not in KNOWLEDGE.actors}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian Deputy Trade Minister Foka Sample came.", {"Foka Sample": "russia"}),
        ("A spokesman for the North Korean embassy in Moscow, Ri Bo Sok, denied it.", {"Ri Bo Sok": "north korea"}),
        ("Foka Sample, the Soviet trade representative in Pyongyang, left.", {"Foka Sample": "russia"}),
        ("North Korea's vice minister of railways, Pak Bo-chol, met him.", {"Pak Bo-chol": "north korea"}),
        ("It sent a draft, ministry spokesman Timofei Sample said.", {"Timofei Sample": "russia"}),
        ("The Danish ambassador to Moscow, Bo Sample, was there.", {"Bo Sample": "Denmark"}),
        ("The dance was led by Bo Sample in North Korea.", {}),
        ("Foka Sample, a Russian historian at the institute of the director, said so.", {}),
        ("The North Korean leader went on a tour of Big Town.", {}),
        ("Russia sent a minister last week; Big Town was dark.", {}),
    ],
)
def test_an_office_beside_a_name_tells_its_side(text: str, expected: dict[str, str]) -> None:
    assert sides(text) == expected


def test_from_there_on_the_surname_stands_for_the_person() -> None:
    text = (
        "Sample slept. Russia's trade minister, Foka Sample, came. Sample ate. Mr Sample’s train left; Samples did not."
    )
    named = introduce(text, find_actors(text, KNOWLEDGE, None), KNOWLEDGE)
    assert [one.span.of(text) for one in named if one.name == "Foka Sample"] == ["Foka Sample", "Sample", "Sample"]


def test_what_they_say_and_suffer_is_of_their_side() -> None:
    story = "Russia and North Korea are neighbours.\n\nRussia's deputy trade minister, Foka Sample, likes Kim Jong Il."
    (mention,) = told(f"{story}\n\nMr Sample was relieved of his post on Monday.")
    assert (mention.date.text, mention.actors) == ("2010-06-14", ("Foka Sample",))
