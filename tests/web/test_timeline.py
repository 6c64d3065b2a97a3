from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.domain.event import Topic
from app.main import create_app
from app.queries import timeline as queries
from app.settings import Settings
from app.storage.database import open_database
from app.storage.migrate import upgrade
from app.web import timeline
from app.web.formats import FORMATS
from tests.support.html import Page, read_page
from tests.support.sample_database import event_id, store_event
from tests.support.sample_rows import EVENTS
from tests.support.web_client import WebClient
from tests.web.conftest import Reader

FOR_WORKPLACE = {"HX-Request": "true", "HX-Target": "workplace"}


def titles(page: Page) -> list[str]:
    return [link.words for link in page.all("a", class_="title")]


def headings(page: Page) -> list[str]:
    return [one.words for one in page.elements if one.tag in ("h3", "h4") and "id" not in one.attributes]


def test_all_events_stand_in_the_order_of_date(get: Reader) -> None:
    page = get("/")
    assert len(titles(page)) == len(EVENTS)
    assert titles(page)[0] == "The Soviet Union supplies North Korea"
    assert titles(page)[-1] == "=SUM of arms: shells said to be handed over"


def test_events_stand_under_years_and_months_and_undated_ones_come_last(get: Reader) -> None:
    assert headings(get("/")) == [
        "20th century", "1910", "1990s", "2018", "2019", "March", "April", "2020", "2022", "July", "Month not known",
        "August", "Date unknown",
    ]  # fmt: skip


def test_an_event_tells_its_date_topic_status_actors_and_witnesses(get: Reader) -> None:
    line = next(one.words for one in get("/").all("li") if one.attributes.get("id") == event_id("Russia said to pay"))
    told = "3 March 2019 Russia said to pay workers in cash labour disputed 2 articles, 2 origins"
    assert line.startswith(told)
    assert len(line) > len(told)  # its first quote


def test_each_topic_has_a_drawing_of_its_own_and_its_word(get: Reader) -> None:
    page = get("/")
    drawn = [one.attributes["href"] for one in page.all("use")]
    assert set(drawn) <= {f"#{one.attributes['id']}" for one in page.all("symbol")}
    assert {one.attributes["id"] for one in page.all("symbol")} == {f"topic-{topic}" for topic in Topic}
    assert len({one.attributes["d"] for one in page.all("path") if "class" not in one.attributes}) >= len(Topic)
    assert {one.words for one in page.all("span", class_="topic")} <= set(Topic)


def sought(page: Page) -> list[str]:
    return [one.words for one in page.all("mark", class_="sought")]


def test_the_words_of_a_search_are_marked_in_titles(get: Reader) -> None:
    assert "Rajin" in sought(get("/?q=raj"))
    assert sought(get("/")) == []
    assert sought(get("/?-q=Rajin")) == []


def test_an_event_found_by_a_quote_shows_the_quote_that_holds_the_words(get: Reader) -> None:
    page = get("/?q=푸틴")
    assert len(titles(page)) == 1
    assert [one.words.startswith("푸틴은 광복절인") for one in page.all("q", class_="excerpt")] == [True]
    assert page.one("q", class_="excerpt").attributes["lang"] == "ko"
    assert sought(page)[0] == "푸틴은"


def test_each_event_shows_a_line_of_its_first_quote(get: Reader) -> None:
    page = get("/")
    assert len(page.all("q", class_="excerpt")) == len(EVENTS)
    first = EVENTS[[event.title for event in EVENTS].index(titles(page)[0])].tellings[0].quote
    assert page.all("q", class_="excerpt")[0].words.rstrip(" …") in first


def test_a_compact_list_has_no_quotes_and_every_link_of_the_timeline_keeps_it(get: Reader) -> None:
    page = get(get("/?topic=visits").link("Compact"))
    assert titles(page) == titles(get("/?topic=visits"))
    assert page.all("q", class_="excerpt") == []
    assert "2 articles, 2 origins" in [
        one.attributes["title"]
        for one in get("/?view=compact").all("span", class_="witnesses")
        if "title" in one.attributes
    ]
    moves = [link for link in page.links() if link.startswith(("/?", "/events/")) and "topic" in link]
    assert [link for link in moves if "view=compact" not in link] == [page.link("With quotes")]
    assert page.link("Clear all") == "/?view=compact"
    assert [one.attributes["value"] for one in page.all("input", name="view")] == ["compact", "compact"]
    exports = [link for link in page.links() if link.startswith(("/export", "/report"))]
    assert exports
    assert not any("view" in link for link in exports)


@pytest.mark.parametrize(
    "address", ["/export.csv?view=compact", "/api/events?view=compact", "/export.json?after=e1", "/?view=tight"]
)
def test_what_only_the_list_knows_is_refused_elsewhere_and_checked_there(
    sample_client: WebClient, address: str
) -> None:
    assert sample_client.get(address).status_code == 422


def test_only_what_is_not_plainly_asserted_has_a_status_mark(get: Reader) -> None:
    marks = [one.words for one in get("/").all("span", class_="status")]
    in_legend = ["planned", "claimed", "denied", "disputed"]
    assert marks == ["disputed", "cancelled", "planned", "planned", "claimed", *in_legend]


def test_a_plain_date_is_a_time_element_and_any_other_is_not(get: Reader) -> None:
    page = get("/")
    values = {one.attributes["datetime"] for one in page.all("time")}
    assert values == {"2019-03", "2019-03-03", "2019-04-25", "2020", "2022-07", "2022-08-15"}
    assert "1910 – 1945" in [one.words for one in page.all("span", class_="gutter")]


def test_the_count_is_announced(get: Reader) -> None:
    assert get("/").one("p", role="status").words == "14 events"
    assert get("/?topic=visits").one("p", role="status").words == "2 of 14 events"


def test_a_facet_link_adds_its_value_and_shows_how_many_it_gives(get: Reader) -> None:
    page = get("/?topic=visits")
    kim = page.link("Kim Jong Un 2")
    assert kim == "/?actor=Kim%20Jong%20Un&topic=visits"
    assert len(titles(get(kim))) == 2


def test_a_facet_link_leaves_its_value_out(get: Reader) -> None:
    page = get(get("/").one("a", class_="exclude", title="Leave out visits").attributes["href"])
    assert len(titles(page)) == len(EVENTS) - 2
    assert page.link("visits, left out: take back 2") == "/"


def test_each_active_filter_is_a_chip_that_takes_it_back(get: Reader) -> None:
    page = get("/?actor=Kim%20Jong%20Un&-topic=letters&from=2019")
    asked = {"Actor Kim Jong Un": "actor", "Topic not letters": "-topic", "From 2019": "from"}
    for words, key in asked.items():
        assert f"{key}=" not in page.link(f"Take back the filter {words}")
    assert page.link("Clear all") == "/"


def test_each_form_carries_along_what_it_has_no_field_for(get: Reader) -> None:
    page = get("/?actor=Kim%20Jong%20Un&-topic=letters&sort=-date&q=Putin&from=2019")
    hidden = Counter((one.attributes["name"], one.attributes["value"]) for one in page.all("input", type="hidden"))
    shared = {("actor", "Kim Jong Un"): 2, ("-topic", "letters"): 2, ("sort", "-date"): 2}
    assert hidden == {**shared, ("q", "Putin"): 1, ("from", "2019"): 1}
    assert page.one("input", id="q").attributes["value"] == "Putin"
    assert page.one("input", id="from").attributes["value"] == "2019"


def test_fields_left_blank_ask_for_nothing(get: Reader) -> None:
    assert titles(get("/?q=&from=&to=&certainty=")) == titles(get("/"))


def test_downloads_carry_the_filters_but_not_the_page(get: Reader) -> None:
    page = get("/?topic=visits&page=1")
    assert page.link("CSV") == "/export.csv?topic=visits"
    assert page.link("JSON") == "/export.json?topic=visits"
    assert page.link("CSV of quotes") == "/export.csv?topic=visits&rows=quotes"
    assert get("/").link("CSV of quotes") == "/export.csv?rows=quotes"


def test_every_format_can_be_downloaded_for_exactly_this_view(get: Reader) -> None:
    page = get("/?topic=visits&sort=-date&page=1")
    offered = [one for one in page.links() if one.startswith(("/export", "/report"))]
    assert {one.partition("?")[0] for one in offered} == {form.path for form in FORMATS.values()}
    assert all(one.partition("?")[2].startswith("topic=visits&sort=-date") for one in offered)


def test_newest_first_is_the_whole_order_reversed(get: Reader) -> None:
    page = get(get("/").link("Newest first"))
    assert titles(page) == titles(get("/"))[::-1]
    assert page.link("Oldest first") == "/"


def test_an_empty_result_says_what_each_filter_taken_back_would_give(get: Reader) -> None:
    page = get("/?topic=aid&place=Moscow")
    assert titles(page) == []
    assert "2 events" in page.one("div", class_="nothing").words
    assert len(titles(get(page.link("without topic aid")))) == 2


def test_a_page_past_the_end_leads_to_the_last(get: Reader) -> None:
    page = get("/?page=99")
    assert "There is no page 99" in page.one("div", class_="nothing").words
    assert page.link("page 1") == "/"


def test_a_long_list_is_parted_into_pages(get: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "EVENTS_PER_PAGE", 5)
    monkeypatch.setattr(timeline, "EVENTS_PER_PAGE", 5)
    first, second, third = (get(address) for address in ("/?-topic=war", "/?-topic=war&page=2", "/?-topic=war&page=3"))
    assert [len(titles(page)) for page in (first, second, third)] == [5, 5, 4]
    assert titles(get(first.link("More events"))) == titles(second)
    assert titles(get(third.link("Previous page"))) == titles(second)
    assert second.link("Previous page") == "/?-topic=war"
    assert "6–10 of 14" in second.one("nav", aria_label="Pages").words


def test_more_events_are_the_next_ones_whatever_was_stored_meanwhile(
    own_client: WebClient, own_database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = titles(read_page(own_client.get("/").text))
    monkeypatch.setattr(queries, "EVENTS_PER_PAGE", 5)
    first = read_page(own_client.get("/").text)
    store_event(own_database, "1800", "Something old comes to light")
    second = read_page(own_client.get(first.link("More events")).text)
    assert titles(first) + titles(second) == everything[:10]
    assert "7–11 of 15" in second.one("nav", aria_label="Pages").words


def test_htmx_gets_more_of_the_list_and_nothing_else(sample_client: WebClient) -> None:
    answer = sample_client.get("/?page=1", headers={"HX-Request": "true", "HX-Target": "more"})
    part = read_page(answer.text)
    assert len(titles(part)) == len(EVENTS)
    assert part.all("div", id="workplace") == []
    assert part.all("title") == []


def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'tumen.db'}"
    engine = open_database(address)
    upgrade(engine)
    app = create_app(Settings(database_url=address, _env_file=None))
    page = read_page(WebClient(app).get("/").text)
    app.state.engine.dispose()
    engine.dispose()
    assert page.one("p", role="status").words == "0 events"
    assert "tumen ingest FOLDER" in page.one("div", class_="nothing").words


def test_htmx_gets_the_workplace_with_the_count_and_the_title(sample_client: WebClient) -> None:
    answer = sample_client.get("/?topic=visits", headers=FOR_WORKPLACE)
    part = read_page(answer.text)
    assert part.all("html") == []
    assert part.one("title").words == "Timeline: visits – Tumen"
    assert part.one("p", id="count").attributes["data-hx-swap-oob"] == "innerHTML"
    assert part.one("div", id="workplace")


@pytest.mark.parametrize("headers", [{}, {**FOR_WORKPLACE, "HX-History-Restore-Request": "true"}])
def test_everyone_else_gets_the_whole_page(sample_client: WebClient, headers: dict[str, str]) -> None:
    answer = sample_client.get("/", headers=headers)
    assert len(read_page(answer.text).all("html")) == 1
    assert answer.headers["Vary"].startswith("HX-Request, HX-Target, HX-History-Restore-Request")


def test_an_empty_result_offers_only_what_helps(get: Reader) -> None:
    page = get("/?topic=aid&place=Moscow")
    assert page.link("without topic aid") == "/?place=Moscow"
    assert "Take one filter back" in page.one("div", class_="nothing").words
    assert "2 events" in page.one("div", class_="nothing").words


def test_where_one_filter_is_not_enough_two_are_offered(get: Reader) -> None:
    page = get("/?topic=aid&place=Moscow&actor=Nobody")
    assert page.link("without actor Nobody and topic aid") == "/?place=Moscow"
    assert "Take two filters back" in page.one("div", class_="nothing").words
    hopeless = get("/?topic=aid&place=Moscow&actor=Nobody&publisher=Nobody").one("div", class_="nothing").words
    assert "Taking back two filters is not enough" in hopeless
    assert "without topic" not in hopeless


def test_only_a_long_facet_has_a_field_to_seek_in_it(get: Reader) -> None:
    page = get("/")
    fields = [one.attributes["id"] for one in page.all("input", type="search")]
    assert fields[0] == "q"
    assert "find-status" not in fields


def test_the_keys_are_explained_on_every_page(get: Reader) -> None:
    for address in ("/", "/articles"):
        page = get(address)
        keys = [one.words for one in page.all("kbd")]
        assert {"/", "j", "k", "Enter", "o", "c", "f", "?"} <= set(keys)
        assert page.link("Keyboard ?") == page.link("Keyboard") == f"#{page.one('dialog').attributes['id']}"
