"""Facets that are too long to stand beside a list."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from app.main import create_app
from app.settings import Settings
from app.storage.database import writing
from app.storage.tables import EventActorTable
from app.web.facet_page import MOST_IN_PLACE
from tests.support.html import read_page
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


@pytest.mark.parametrize(
    ("path", "back"),
    [("/", "Back to the timeline"), ("/coverage", "Back to the coverage")],
    ids=["timeline", "coverage"],
)
def test_of_a_long_facet_the_first_stand_beside_the_list_and_all_on_a_page(
    crowded: WebClient, path: str, back: str
) -> None:
    page = read_page(crowded.get(f"{path}?topic=letters").text)
    assert sum("Delegate" in one.words for one in page.all("li")) < 20
    (address,) = {link for link in page.links() if "/facets/actor" in link}
    assert address == f"{path.rstrip('/')}/facets/actor?topic=letters"
    everyone = read_page(crowded.get(address).text)
    assert sum("Delegate" in one.words for one in everyone.all("li")) == DELEGATES
    assert everyone.link(back) == f"{path}?topic=letters"


def test_what_is_fetched_beside_the_list_holds_the_first_and_leads_to_all(crowded: WebClient) -> None:
    asked = {"HX-Request": "true", "HX-Target": "values-actor"}
    fetched = crowded.get("/facets/actor?find=dele&topic=letters&view=compact", headers=asked)
    page = read_page(fetched.text)
    assert page.all("main") == []
    assert len(page.all("li")) == MOST_IN_PLACE + 1
    assert page.link("All 130") == "/facets/actor?topic=letters&view=compact&find=dele"
    assert page.link("Delegate 000 1") == "/?actor=Delegate%20000&topic=letters&view=compact"
    assert page.one("output").words == "130 values"


def test_a_value_that_is_asked_for_stands_first_where_it_is_fetched(crowded: WebClient) -> None:
    asked = {"HX-Request": "true", "HX-Target": "values-actor"}
    page = read_page(crowded.get("/facets/actor?actor=Delegate+099", headers=asked).text)
    assert page.all("li")[0].words.startswith("Delegate 099, chosen")


def test_years_and_publishers_of_articles_have_such_pages(get: Reader) -> None:
    page = get("/articles/facets/year?find=22&basis=stated")
    assert page.link("2022 1") == "/articles?year=2022&basis=stated"
    assert page.link("Back to the articles") == "/articles?basis=stated"


def test_a_part_of_a_name_finds_it_whatever_its_case(get: Reader) -> None:
    page = get("/facets/actor?find=KIM+jong+UN&topic=letters")
    assert page.one("p", id="count").words == "1 value"
    assert page.link("Kim Jong Un 1") == "/?actor=Kim%20Jong%20Un&topic=letters"
    assert "No value holds this." in get("/facets/actor?find=xyzzy").one("main").words


@pytest.mark.parametrize(
    ("address", "status"),
    [("/facets/topic", 404), ("/articles/facets/actor", 404), ("/facets/actor?topic=gossip", 422)],
)
def test_what_has_no_such_page_is_refused(sample_client: WebClient, address: str, status: int) -> None:
    assert sample_client.get(address).status_code == status


def test_names_without_hits_are_greyed_not_gone(get: Reader) -> None:
    page = get("/facets/actor?topic=letters")
    silent = [one.words for one in page.all("a", class_="none") if "actor=" in one.attributes["href"]]
    assert "Japan 0" in silent
