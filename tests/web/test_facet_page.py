"""Facets that are too long to stand beside a list."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from app.main import create_app
from app.settings import Settings
from app.storage.database import writing
from app.storage.tables import EventActorTable
from tests.support.html import Page, read_page
from tests.support.sample_database import event_id
from tests.support.web_client import WebClient
from tests.web.conftest import Reader

DELEGATES = 130


@pytest.fixture
def crowded(own_database: Engine) -> Iterator[WebClient]:
    """The app on a timeline with more actors than a page can carry."""
    letter = event_id("Putin sends")
    with writing(own_database) as session:
        session.add_all(
            EventActorTable(event_id=letter, name=f"Delegate {number:03}", position=9 + number)
            for number in range(DELEGATES)
        )
    app = create_app(Settings(database_url=str(own_database.url), _env_file=None))
    yield WebClient(app)
    app.state.engine.dispose()


def names(page: Page) -> list[str]:
    return [one.words for one in page.all("a") if one.attributes["href"].startswith("/?actor=")]


def test_of_a_very_long_facet_the_first_stand_beside_the_list_and_all_on_a_page(crowded: WebClient) -> None:
    page = read_page(crowded.get("/?topic=letters").text)
    assert 60 <= len(names(page)) < DELEGATES
    (address,) = [link for link in page.links() if link.startswith("/facets/")]
    assert address == "/facets/actor?topic=letters"
    everyone = read_page(crowded.get(address).text)
    assert sum("Delegate" in one.words for one in everyone.all("li")) == DELEGATES
    assert everyone.link("Back to the timeline") == "/?topic=letters"


def test_a_part_of_a_name_finds_it_whatever_its_case(get: Reader) -> None:
    page = get("/facets/actor?find=KIM+jong&topic=letters")
    assert page.one("p", id="count").words == "1 value"
    assert page.link("Kim Jong Un 1") == "/?actor=Kim%20Jong%20Un&topic=letters"
    assert "No value holds this." in get("/facets/actor?find=xyzzy").one("main").words


@pytest.mark.parametrize(("address", "status"), [("/facets/topic", 404), ("/facets/actor?topic=gossip", 422)])
def test_what_has_no_such_page_is_refused(sample_client: WebClient, address: str, status: int) -> None:
    assert sample_client.get(address).status_code == status


def test_names_without_hits_are_greyed_not_gone(get: Reader) -> None:
    page = get("/?topic=letters")
    silent = [one.words for one in page.all("a", class_="none") if "actor=" in one.attributes["href"]]
    assert "Japan 0" in silent
