import pytest

from app.queries import coverage
from tests.support.html import Page, read_page
from tests.support.sample_database import event_id
from tests.support.web_client import WebClient
from tests.web.conftest import Reader

FOR_WORKPLACE = {"HX-Request": "true", "HX-Target": "workplace"}
PAID = event_id("Russia said to pay")


def titles(page: Page) -> list[str]:
    return [one.words for one in page.all("th", scope="row", class_="what")]


def test_every_event_stands_against_every_publisher(get: Reader) -> None:
    page = get("/coverage")
    columns = [one.words for one in page.all("th", class_="publisher")]
    assert len(columns) == 5
    assert "First what is told by The Harbour Post 6 events" in columns
    assert columns[-1].startswith("First what is told by unnamed 3 events")
    told, silent = page.all("td", class_="told"), page.all("td", class_="silent")
    assert len(told) + len(silent) == len(titles(page)) * len(columns)
    assert len(titles(page)) == 14


def test_a_cell_leads_to_its_quote_and_says_what_is_told(get: Reader) -> None:
    page = get("/coverage?topic=labour")
    (mixed,) = [one for one in page.all("td", class_="told") if "2 quotes" in one.words]
    assert mixed.words == "2 quotes, denied, claimed"
    for link in [one.attributes["href"] for one in page.all("a") if "#quote-" in one.attributes["href"]]:
        assert link.startswith(f"/events/{PAID}?topic=labour#quote-e")
        assert link.partition("#")[2] in {one.attributes.get("id") for one in get(link).all("figure")}


def test_the_heading_that_rows_are_sorted_by_says_so(get: Reader) -> None:
    def sorted_by(address: str) -> list[tuple[str, str]]:
        headings = [one for one in get(address).all("th", scope="col") if "aria-sort" in one.attributes]
        return [(one.words.split(":")[-1].strip().split(" ")[0], one.attributes["aria-sort"]) for one in headings]

    assert sorted_by("/coverage") == [("Oldest", "ascending")]
    assert sorted_by("/coverage?sort=-date") == [("Newest", "descending")]
    assert sorted_by("/coverage?order=publishers") == [("Publishers", "descending")]
    assert sorted_by("/coverage?order=publisher:Northern Wire") == [("Northern", "descending")]


def test_it_is_filtered_by_the_words_of_the_timeline(get: Reader) -> None:
    page = get("/coverage?topic=visits&-actor=Nobody")
    assert page.one("p", id="count").words == "2 of 14 events, 1 publisher"
    assert len(titles(page)) == 2
    assert page.link("The same on the timeline") == "/?-actor=Nobody&topic=visits"
    assert "/coverage?-actor=Nobody" in page.links()
    assert get("/?topic=visits").link("Who reported what") == "/coverage?topic=visits"


def test_an_empty_matrix_says_what_would_fill_it(get: Reader) -> None:
    page = get("/coverage?topic=visits&actor=Nobody")
    assert page.all("table") == []
    assert page.link("without actor Nobody") == "/coverage?topic=visits"


def test_htmx_gets_the_moving_part_with_count_and_title(sample_client: WebClient) -> None:
    page = read_page(sample_client.get("/coverage?topic=visits", headers=FOR_WORKPLACE).text)
    assert page.all("html") == []
    assert page.one("title").words == "Coverage: visits – Tumen"
    assert page.one("p", id="count").words.startswith("2 of 14")


def test_many_publishers_are_paged_and_rows_keep_their_number(get: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.coverage.COLUMNS_PER_PAGE", 2)
    everything, page = get("/coverage"), get("/coverage?columns=3")
    assert len(page.all("th", class_="publisher")) == 1
    assert page.one("nav", class_="columns").words == "Previous publishers Publishers 3 of 3"
    numbers = [one.words for one in page.all("td", class_="how-many")]
    assert numbers == [one.words for one in everything.all("td", class_="how-many")]


def test_many_events_are_paged(get: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "ROWS_PER_PAGE", 4)
    monkeypatch.setattr("app.web.coverage.ROWS_PER_PAGE", 4)
    assert get("/coverage?page=2").link("Next page") == "/coverage?page=3"
    assert len(titles(get("/coverage?page=2"))) == 4


def test_what_cannot_be_asked_gets_a_page_that_says_so(sample_client: WebClient) -> None:
    answer = sample_client.get("/coverage?order=title")
    assert answer.status_code == 422
    assert "write date, publishers" in answer.text
