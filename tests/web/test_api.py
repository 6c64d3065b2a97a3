"""The API: the same filters, the same records, errors as JSON, and a description that is true."""

import pytest

from app.domain.timeline_filter import FILTER_KEYS
from tests.support.sample_database import RETIRED_ID, article_id, event_id
from tests.support.web_client import WebClient


def test_events_are_those_of_the_export(sample_client: WebClient) -> None:
    answer = sample_client.get("/api/events?topic=trade").json()
    assert answer["events"] == sample_client.get("/export.json?topic=trade").json()["events"]
    assert (answer["total"], answer["page"], answer["pages"]) == (3, 1, 1)


def test_past_the_last_page_there_are_no_events(sample_client: WebClient) -> None:
    answer = sample_client.get("/api/events?page=9").json()
    assert (answer["total"], answer["page"], answer["pages"], answer["events"]) == (14, 9, 1, [])


def test_an_event_comes_with_its_neighbours(sample_client: WebClient) -> None:
    answer = sample_client.get(f"/api/events/{event_id('Kim Jong Un meets')}?topic=visits").json()
    assert answer["event"]["title"] == "Kim Jong Un meets Putin in Vladivostok"
    assert (answer["previous_id"], answer["next_id"]) == (None, event_id("Kim Jong Un to visit"))


def test_the_id_of_any_mention_is_redirected_for_good(sample_client: WebClient) -> None:
    found = event_id("Putin sends")
    quotes = sample_client.get(f"/api/events/{found}").json()["event"]["quotes"]
    answer = sample_client.get(f"/api/events/{quotes[1]['id']}?topic=letters", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, f"/api/events/{found}?topic=letters")


def test_the_id_of_a_retired_mention_leads_to_its_article(sample_client: WebClient) -> None:
    answer = sample_client.get(f"/api/events/{RETIRED_ID}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/api/articles/{article_id('notes.txt')}")


def test_articles_are_those_of_the_export(sample_client: WebClient) -> None:
    for address in ("", "?topic=recognition"):
        answer = sample_client.get(f"/api/articles{address}").json()
        assert answer["articles"] == sample_client.get(f"/export.json{address}").json()["articles"]
        assert answer["total"] == len(answer["articles"])


def test_an_article_comes_with_all_its_paragraphs(sample_client: WebClient) -> None:
    answer = sample_client.get(f"/api/articles/{article_id('harbour.txt')}").json()
    assert answer["names"] == ["harbour-copy.txt", "harbour.txt"]
    assert [part["kind"] for part in answer["paragraphs"]].count("furniture") == 2
    assert answer["paragraphs"][3]["quotes"][0]["event_id"] == event_id("Kim Jong Un meets")


def test_facets_come_with_years_and_total(sample_client: WebClient) -> None:
    answer = sample_client.get("/api/facets?status=planned").json()
    assert answer["total"] == 2
    assert [facet["key"] for facet in answer["facets"]][-1] == "min_origins"
    assert answer["years"] == [{"year": 2020, "count": 1}, {"year": 2022, "count": 1}]


@pytest.mark.parametrize(
    ("address", "status", "error"),
    [
        ("/api/events?topic=nonsense", 422, "bad_filter"),
        ("/api/events?rows=quotes", 422, "bad_filter"),
        ("/api/events?page=99999999999999999999", 422, "bad_filter"),
        ("/api/facets?from=2022&to=2021", 422, "bad_filter"),
        ("/api/articles?sort=title", 422, "bad_filter"),
        ("/api/events/e0", 404, "not_found"),
        ("/api/articles/a0", 404, "not_found"),
    ],
)
def test_errors_are_json_with_a_mend(sample_client: WebClient, address: str, status: int, error: str) -> None:
    answer = sample_client.get(address)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert set(answer.json()) == {"error", "message", "mend"}
    assert all(answer.json().values())


def test_openapi_describes_every_filter_wherever_it_can_be_asked(sample_client: WebClient) -> None:
    paths = sample_client.get("/api/openapi.json").json()["paths"]
    for path in (
        "/api/events",
        "/api/events/{event_id}",
        "/api/articles",
        "/api/facets",
        "/export.csv",
        "/export.json",
    ):
        parameters = {each["name"]: each for each in paths[path]["get"]["parameters"]}
        assert set(FILTER_KEYS) <= set(parameters), path
        assert all(parameters[key]["description"] for key in (*FILTER_KEYS, "-topic")), path
    assert paths["/api/events"]["get"]["parameters"][-1]["name"] == "page"
