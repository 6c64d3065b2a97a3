from datetime import date

import pytest

from app.knowledge.extracting_load import load_extracting
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.extracting.naming import find_actors, find_places

ROWS = load_extracting(DEFAULT_SUBJECT)


def names(text: str, published: date | None = date(2010, 6, 16)) -> list[str]:
    return [actor.name for actor in find_actors(text, ROWS, published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vladimir Putin met Kim Jong-un.", ["Vladimir Putin", "Kim Jong Un"]),
        ("NORTH Korea and the USSR", ["North Korea", "Soviet Union"]),
        ("the Korean People's Democratic Republic", ["North Korea"]),
        ("Kim Yun Jong spoke.", []),
        ("A rally filled Kim Il Sung Square.", []),
        ("It told us so.", []),
        ("Soviet-era tanks of the Russian-North Korean brigade", ["Russia", "North Korea"]),
        ("푸틴 met 김정일", ["Vladimir Putin", "Kim Jong Il"]),
    ],
)
def test_actors_are_found_as_pages_write_them(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("published", "who"),
    [(date(1984, 5, 23), "Kim Il Sung"), (date(2001, 8, 4), "Kim Jong Il"), (date(2019, 4, 25), "Kim Jong Un")],
)
@pytest.mark.parametrize("title", ["", "Mr. ", "Marshal ", "Chairman "])
def test_a_bare_kim_is_the_one_in_office_where_the_story_names_none_in_full(
    published: date, who: str, title: str
) -> None:
    assert names(f"{title}Kim went home.", published) == [who]


def test_a_bare_kim_is_the_one_whom_the_story_names_in_full() -> None:
    assert names("Kim Jong Il came. Kim left.", date(2019, 4, 25)) == ["Kim Jong Il", "Kim Jong Il"]


def test_among_several_kims_the_bare_one_is_the_present_one() -> None:
    story = "Kim Jong Un came, as Kim Il Sung had. Kim left."
    assert names(story, date(2019, 4, 25))[-1] == "Kim Jong Un"


def test_a_title_names_who_holds_that_office_and_not_who_led_besides() -> None:
    story = "Mr. Medvedev received Vladimir Putin. The Russian president went home."
    assert names(story, date(2010, 6, 16))[-1] == "Dmitry Medvedev"
    assert names(story, date(2014, 6, 16))[-1] == "Vladimir Putin"


def test_a_title_before_a_name_names_nobody_else() -> None:
    assert names("North Korean leader Kim Jong Il came.") == ["Kim Jong Il"]


def test_a_capital_is_a_place_only_after_a_preposition_of_place() -> None:
    text = "Moscow said he was in Pyongyang and Vladivostok."
    assert [place.name for place in find_places(text, ROWS)] == ["Pyongyang", "Vladivostok"]
