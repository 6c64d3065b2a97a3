import pytest
from sqlalchemy import Engine

from app.queries.article import find_article
from app.storage.database import writing
from app.storage.tables import PassedOverTable
from tests.support.html import Element, Page, read_page
from tests.support.sample_database import article_id, break_quote, event_id
from tests.support.sample_rows import ARTICLES
from tests.support.web_client import WebClient
from tests.web.conftest import Reader

HARBOUR = f"/articles/{article_id('harbour.txt')}"
WHEAT = event_id("Russia ships wheat")


def paragraphs(page: Page) -> list[Element]:
    return [one for one in page.all("li") if "value" in one.attributes]


def test_all_articles_are_listed_with_dates_and_what_they_rest_on(get: Reader) -> None:
    lines = [one.words for one in get("/articles").all("li", class_="event")]
    assert len(lines) == len(ARTICLES)
    assert "26 April 2019 Grain ships return to Rajin The Harbour Post date stated in the text" in " ".join(lines)
    assert "date unknown Weather for fishermen" in " ".join(lines)


def test_an_article_shows_every_paragraph_with_its_number(get: Reader) -> None:
    found = paragraphs(get(HARBOUR))
    assert [one.attributes["id"] for one in found] == [f"p{number}" for number in range(1, 11)]
    assert "Vladimir Putin met Kim Jong Un in Vladivostok" in found[3].words


def test_furniture_is_shown_with_its_reason(get: Reader) -> None:
    menu = paragraphs(get(HARBOUR))[0]
    assert menu.attributes["class"] == "furniture"
    reason = "Not part of the story: a part of the page, not of the story"
    assert menu.words == f"Paragraph 1 {reason} Menu | Subscribe | Call +44 20 7946 0000"


def test_used_sentences_lead_to_their_events(get: Reader) -> None:
    page = get(HARBOUR)
    used = {one.words: one.attributes["href"] for one in page.all("a", class_="used")}
    wheat = "Russia shipped 2,000 tons of wheat to the port of Rajin last month, the ministry said."
    assert used[wheat].startswith("/events/e")


def test_overlapping_quotes_leave_the_text_whole(get: Reader) -> None:
    texts = [one.text for one in get(HARBOUR).all("p", class_="text")]
    assert texts == list(ARTICLES[0].paragraphs)


def test_the_asked_quote_is_marked(get: Reader) -> None:
    marked = get(f"{HARBOUR}?quote={event_id('Kim Jong Un meets')}").one("mark")
    assert marked.words == "Vladimir Putin met Kim Jong Un in Vladivostok on Thursday, their first meeting."


def test_a_quote_that_is_gone_is_said_to_be_gone(get: Reader) -> None:
    page = get(f"{HARBOUR}?quote=e0123456789abcdef")
    assert page.all("mark") == []
    assert "not in this article any more" in page.one("p", class_="warning").words


def test_the_publication_date_stands_with_its_clues(get: Reader) -> None:
    verdict = get(HARBOUR).one("section", class_="publication").words
    assert verdict.startswith("Published 26 April 2019, stated in the text")
    assert verdict.endswith("Clue What it allows Used 26 April 2019 paragraph ¶ 3 The header names the day.")
    assert get(HARBOUR).link("paragraph ¶ 3") == "#p3"


def test_a_date_that_was_lent_leads_to_the_article_that_lent_it(get: Reader) -> None:
    page = get(f"/articles/{article_id('wire.txt')}")
    assert "April 2019, from articles with the same wording" in page.one("section", class_="publication").words
    assert page.link("Read that article") == HARBOUR


def test_what_gave_no_event_stands_with_its_reason_and_leads_to_its_paragraph(get: Reader) -> None:
    page = get(HARBOUR)
    passed = page.one("section", class_="passed-over").words
    told = "1 passage Paragraph ¶ 3 26 April 2019 furniture: date alone"
    assert passed == f"Dates and happenings that gave no event {told}"
    assert page.link("Paragraph ¶ 3") == "#p3"
    assert get(f"/articles/{article_id('wire.txt')}").all("section", class_="passed-over") == []


def test_an_article_is_kept_with_its_names_and_hash(get: Reader) -> None:
    kept = get(HARBOUR).one("section", class_="kept").words
    assert "harbour-copy.txt, harbour.txt" in kept
    assert "https://harbour.example/2019/grain?page=1" in kept


def test_a_broken_quote_is_not_marked_but_told(own_client: WebClient, own_database: Engine) -> None:
    break_quote(own_database, WHEAT)
    page = read_page(own_client.get(f"/articles/{article_id('wire.txt')}?quote={WHEAT}").text)
    assert page.all("mark") == []
    told = [one.words for one in page.all("ul", class_="taken")]
    assert "Russia ships wheat to Rajin broken: the text at its place is not what was quoted" in told


def test_the_map_has_a_mark_for_every_paragraph_that_says_what_became_of_it(get: Reader) -> None:
    page = get(HARBOUR)
    marks = [one for one in page.all("a") if one.attributes["href"].startswith("#p") and "title" in one.attributes]
    assert [one.attributes["href"] for one in marks] == [f"#p{number}" for number in range(1, 11)]
    uses = [one.attributes["class"] for one in marks]
    assert uses == [f"use-{use}" for use in ("furniture", "unused", "passed", *["used"] * 6, "furniture")]
    assert marks[3].words == "Paragraph 4: used"


def test_steps_lead_from_quote_to_quote_in_the_order_of_the_text(get: Reader) -> None:
    page, seen = get(HARBOUR), []
    while following := [one for one in page.all("a", rel="next") if "quote" in one.words]:
        address = following[0].attributes["href"].partition("#")[0]
        page = get(address)
        seen.append(address)
        assert page.one("nav", class_="steps").words.startswith(f"Quote {len(seen)} of 7 ")
    assert len(set(seen)) == len(seen) == 7
    assert page.link("Previous quote").startswith(seen[-2])


def test_what_gave_no_event_is_marked_in_its_place(own_client: WebClient, own_database: Engine) -> None:
    with writing(own_database) as session:
        page = find_article(session, article_id("harbour.txt"))
        session.add(PassedOverTable(article_id=page.line.id, position=9, paragraph=2, start=page.paragraphs[1].start,
                                    end=page.paragraphs[1].end, reason="the headline"))  # fmt: skip
    shown = read_page(own_client.get(HARBOUR).text)
    assert [one.words for one in shown.all("span", class_="passed") if one.words.startswith("Grain")]
    assert "No event: the headline" in paragraphs(shown)[1].words
    assert shown.all("a", class_="use-passed")[0].attributes["title"] == "¶ 2: gave no event"


def test_the_words_of_a_clue_are_marked_in_the_text(get: Reader) -> None:
    assert [one.words for one in get(HARBOUR).all("span", class_="clue")] == ["26 April 2019"]


def listed(page: Page) -> list[str]:
    return [one.words for one in page.all("a", class_="title")]


def test_the_list_is_filtered_with_chips_to_take_each_back(get: Reader) -> None:
    page = get("/articles?year=2022&-basis=stated&sort=title")
    assert listed(page) == ["Notes on an old friendship", "푸틴, 김정은에 축전"]
    assert page.one("p", id="count").words == f"2 of {len(ARTICLES)} articles"
    assert page.link("Take back the filter Date not stated in the text") == "/articles?year=2022&sort=title"
    assert page.link("Clear all") == "/articles?sort=title"
    assert page.one("a", aria_current="true", href="/articles?year=2022&-basis=stated&sort=title").words == "Title"


def test_what_gave_no_event_is_one_click_away(get: Reader) -> None:
    page = get("/articles")
    assert page.link("no event 1") == "/articles?gave=nothing"
    assert listed(get("/articles?gave=nothing")) == ["Weather for fishermen"]
    assert "gave no event" in get("/articles?gave=nothing").one("li", class_="event").words


def test_words_of_a_title_are_found_by_their_beginnings_and_marked(get: Reader) -> None:
    page = get("/articles?q=김정은")
    assert listed(page) == ["푸틴, 김정은에 축전"]
    assert page.one("mark", class_="sought").words == "김정은에"


def test_the_list_is_by_date_unless_another_order_is_asked(get: Reader) -> None:
    assert listed(get("/articles")) == listed(get("/articles?sort=date")) != listed(get("/articles?sort=id"))
    assert get("/articles").one("a", aria_current="true", href="/articles").words == "Oldest first"


def test_an_empty_list_says_what_would_fill_it(get: Reader) -> None:
    page = get("/articles?gave=nothing&year=2022")
    assert listed(page) == []
    assert page.link("without gave no event") == "/articles?year=2022"
    assert page.link("without any filter") == "/articles"
    assert get("/articles?page=9").link("The last is page 1") == "/articles"


def test_htmx_gets_the_moving_part_of_the_list(sample_client: WebClient) -> None:
    for_workplace = {"HX-Request": "true", "HX-Target": "workplace"}
    part = read_page(sample_client.get("/articles?publisher=Northern Wire", headers=for_workplace).text)
    assert part.all("html") == []
    assert part.one("title").words == "Articles: Northern Wire – Tumen"
    assert part.one("p", id="count").words == f"1 of {len(ARTICLES)} articles"


def test_many_articles_are_paged(get: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.queries.article_list.ARTICLES_PER_PAGE", 2)
    monkeypatch.setattr("app.web.articles.ARTICLES_PER_PAGE", 2)
    page = get("/articles?sort=-date&page=2")
    assert len(listed(page)) == 2
    assert page.link("Next page") == "/articles?sort=-date&page=3"


@pytest.mark.parametrize("asked", ["topic=visits", "year=soon", "basis=guess", "sort=id&sort=date"])
def test_what_cannot_be_asked_of_articles_gets_a_page_that_says_so(sample_client: WebClient, asked: str) -> None:
    answer = sample_client.get(f"/articles?{asked}")
    assert answer.status_code == 422
    assert "cannot be used" in read_page(answer.text).one("h1").words
