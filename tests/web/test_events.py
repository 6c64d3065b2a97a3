from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from app.main import create_app
from app.settings import Settings
from app.storage.database import writing
from app.storage.tables import MentionTable
from bench.many_events import make_database
from tests.support.html import Page, read_page
from tests.support.sample_database import RETIRED_ID, article_id, break_quote, event_id
from tests.support.web_client import BASE_URL, WebClient
from tests.web.conftest import Reader

FOR_EVIDENCE = {"HX-Request": "true", "HX-Target": "evidence"}
WHEAT = f"/events/{event_id('Russia ships wheat')}"
DISPUTED = f"/events/{event_id('Russia said to pay')}"
LETTER = f"/events/{event_id('Putin sends')}"


def moved_mention(engine: Engine) -> MentionTable:
    with Session(engine) as session:
        return session.exec(select(MentionTable).where(col(MentionTable.id) != col(MentionTable.event_id))).all()[0]


def folds(page: Page) -> list[str]:
    return [one.words for one in page.all("summary") if "more quotes" in one.words]


def tell_again(engine: Engine, event: str, *, times: int) -> None:
    """Let the event's article tell of it so many times more, in words seen from elsewhere."""
    with writing(engine) as session:
        told = session.get_one(MentionTable, event)
        for number in range(times):
            again = told.model_copy(
                update={"id": f"{event}-{number}", "position": 1 + number, "reasoning": f"{number}"}
            )
            session.merge(MentionTable(**again.model_dump()))


def page_told_by_others(folder: Path, *, times: int, first_status: str = "asserted", **changes: object) -> Page:
    """The page of an event that so many more articles tell of, with these columns changed in theirs."""
    engine, event = make_database(folder / "tumen.db", 60), "e000000000000001"
    with writing(engine) as session:
        told = session.get_one(MentionTable, event)
        for number in range(times):
            again = {"id": f"{number:016x}", "article_id": f"a{1 + number:015x}", "position": 9 + number} | changes
            session.add(MentionTable(**told.model_copy(update=again).model_dump()))
        told.status = first_status
    app = create_app(Settings(database_url=str(engine.url), _env_file=None))
    page = read_page(WebClient(app).get(f"/events/{event}").text)
    app.state.engine.dispose()
    engine.dispose()
    return page


def sources(page: Page) -> list[str]:
    return [one.words for one in page.all("section", class_="source")]


def test_quotes_are_grouped_by_source_with_its_title_and_date(get: Reader) -> None:
    page = get(WHEAT)
    assert len(sources(page)) == 2
    assert any(
        text.startswith("The Harbour Post Grain ships return to Rajin 26 April 2019 Russia") for text in sources(page)
    )
    assert any("April 2019, from articles with the same wording" in text for text in sources(page))


def test_the_list_beside_an_event_begins_where_it_stands(get: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.queries.timeline.EVENTS_PER_PAGE", 3)
    monkeypatch.setattr("app.web.timeline.EVENTS_PER_PAGE", 3)
    for address in (LETTER, f"{LETTER}?sort=-date", f"{LETTER}?topic=letters&view=compact"):
        page = get(address)
        assert page.one("a", class_="title", aria_current="true").attributes["href"].startswith(LETTER)
    assert get(f"{LETTER}?topic=trade").all("a", class_="title")  # which leaves it out
    assert get(f"{LETTER}?page=2").all("a", class_="title", aria_current="true") == []


def test_the_words_of_the_date_are_marked_in_the_quote(get: Reader) -> None:
    page = get(WHEAT)
    assert [one.words for one in page.all("mark")] == ["last month", "last month"]
    assert {one.words for one in page.all("blockquote")} == {
        "Russia shipped 2,000 tons of wheat to the port of Rajin last month, the ministry said."
    }


def test_the_reasoning_for_the_date_is_one_click_away(get: Reader) -> None:
    details = [one.words for one in get(WHEAT).all("details") if one.words.startswith("Why")]
    assert details[0] == "Why “March 2019”? last month seen from 26 April 2019 March 2019"


def test_claim_and_denial_stand_together_with_their_speakers(get: Reader) -> None:
    text = get(DISPUTED).one("article").words
    assert "denied said by Moscow" in text
    assert "claimed said by a rights group" in text


def test_a_quote_without_a_speaker_is_in_the_words_of_its_article(get: Reader) -> None:
    says = [one.words for one in get(f"/events/{event_id('Trade between')}").all("p", class_="says")]
    assert says == ["in the article’s own words"]


def test_what_is_told_as_background_says_so(own_client: WebClient, own_database: Engine) -> None:
    event = event_id("Trade between")
    with writing(own_database) as session:
        session.get_one(MentionTable, event).is_background = True
    says = read_page(own_client.get(f"/events/{event}").text).all("p", class_="says")
    assert [one.words for one in says] == ["in the article’s own words, told as background"]


def test_a_date_read_in_another_paragraph_leads_there(own_client: WebClient, own_database: Engine) -> None:
    event = event_id("Trade between")
    with writing(own_database) as session:
        mention = session.get_one(MentionTable, event)
        mention.reasoning = "the visit told of in paragraph 2: “Monday”, seen from 26 April 2019, is 22 April 2019."
        mention.date_start = mention.date_end = None
    page = read_page(own_client.get(f"/events/{event}").text)
    assert page.link("paragraph 2").endswith("#p2")
    assert page.one("ol", class_="chain").words.startswith("the visit told of in paragraph 2 Monday seen from")


def test_a_sentence_that_tells_of_an_event_twice_is_shown_once_and_both_links_lead_to_it(
    own_client: WebClient, own_database: Engine
) -> None:
    event = event_id("Trade between")
    with writing(own_database) as session:
        again = session.get_one(MentionTable, event).model_copy(update={"id": "e00000000000000aa", "position": 1})
        session.merge(MentionTable(**again.model_dump()))
    page = read_page(own_client.get(f"/events/{event}").text)
    (figure,) = page.all("figure")
    assert figure.attributes["id"] == f"quote-{event}"
    assert page.one("span", id="quote-e00000000000000aa")
    assert "1 quote in 1 article, 1 origin" in page.one("article").words


def test_many_quotes_of_one_article_are_folded_after_the_second(own_client: WebClient, own_database: Engine) -> None:
    event = event_id("Trade between")
    assert folds(read_page(own_client.get(f"/events/{event}").text)) == []
    tell_again(own_database, event, times=2)
    assert folds(read_page(own_client.get(f"/events/{event}").text)) == []
    tell_again(own_database, event, times=3)
    page = read_page(own_client.get(f"/events/{event}").text)
    assert folds(page) == ["2 more quotes from this article"]
    assert len(page.all("figure")) == 4
    assert "4 quotes in 1 article, 1 origin" in page.one("article").words


def test_an_event_of_several_sources_lists_them_with_their_quotes(get: Reader) -> None:
    page = get(WHEAT)
    assert page.link("The Harbour Post") == f"#source-{article_id('harbour.txt')}"
    assert "Sources Northern Wire (1), The Harbour Post (1)" in page.one("article").words
    assert "Sources" not in get(f"/events/{event_id('Trade between')}").one("article").words


def test_the_words_of_a_search_are_marked_beside_those_of_the_date(get: Reader) -> None:
    page = get(f"{LETTER}?q=Putin")
    assert "Putin" in [one.words for one in page.all("mark", class_="sought")]
    dates = [one.words for one in page.all("mark") if "class" not in one.attributes]
    assert dates == [one.words for one in get(LETTER).all("mark")]


def test_a_quote_leads_to_its_paragraph_and_to_the_original(get: Reader) -> None:
    links = get(WHEAT).links()
    harbour = article_id("harbour.txt")
    assert any(link.startswith(f"/articles/{harbour}?quote=e") and link.endswith("#p5") for link in links)
    original = "https://harbour.example/2019/grain?page=1#:~:text=Russia%20shipped%202%2C000%20tons%20of%20wheat,"
    assert any(link.startswith(original) for link in links)


def test_the_timeline_stands_beside_with_the_same_filters(get: Reader) -> None:
    page = get(f"{WHEAT}?topic=aid&topic=visits")
    current = page.one("a", class_="title", aria_current="true")
    assert current.words == "Russia ships wheat to Rajin"
    assert len(page.all("a", class_="title")) == 3
    assert all("?topic=aid&topic=visits" in one.attributes["href"] for one in page.all("a", class_="title"))
    assert "#" + event_id("Russia ships wheat") in page.link("All events")


def test_htmx_gets_the_evidence_alone_with_its_title(sample_client: WebClient) -> None:
    part = read_page(sample_client.get(WHEAT, headers=FOR_EVIDENCE).text)
    assert part.all("html") == []
    assert part.all("h1") == []
    assert part.one("title").words == "Russia ships wheat to Rajin (March 2019) – Tumen"
    assert part.one("h2").words == "Russia ships wheat to Rajin"


def test_a_moved_mention_answers_308_with_the_filters(sample_client: WebClient, sample_engine: Engine) -> None:
    mention = moved_mention(sample_engine)
    answer = sample_client.get(f"/events/{mention.id}?topic=aid", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["Location"] == f"/events/{mention.event_id}?topic=aid"


def test_a_retired_mention_leads_to_its_paragraph(sample_client: WebClient) -> None:
    answer = sample_client.get(f"/events/{RETIRED_ID}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/articles/{article_id('notes.txt')}#p4"


def test_htmx_is_told_to_leave_the_page_for_a_retired_mention(sample_client: WebClient) -> None:
    answer = sample_client.get(f"/events/{RETIRED_ID}", headers=FOR_EVIDENCE)
    assert answer.status_code == 200
    assert answer.headers["HX-Redirect"] == f"/articles/{article_id('notes.txt')}#p4"


def test_a_broken_quote_is_shown_as_broken(own_client: WebClient, own_database: Engine) -> None:
    break_quote(own_database, event_id("Russia ships wheat"))
    page = read_page(own_client.get(WHEAT).text)
    assert len(page.all("figure", class_="broken")) == 1
    assert "Broken: the kept article does not say this" in page.one("p", class_="warning").words


@pytest.mark.parametrize("words", ["푸틴은 광복절인", "Президент Владимир Путин", "Putin sent Kim a letter"])
def test_quotes_stand_in_their_own_language(get: Reader, words: str) -> None:
    assert any(words in one.words for one in get(LETTER).all("blockquote"))


def test_what_the_sources_tell_differently_is_set_out_with_the_way_to_each_quote(get: Reader) -> None:
    page = get(DISPUTED)
    told = page.one("section", class_="differences").words
    assert "Did it happen? claimed a rights group in The Harbour Post" in told
    assert "denied Moscow in Northern Wire" in told
    ids = {one.attributes["id"] for one in page.all("figure")}
    inside = [link for link in page.links() if link.startswith("#quote-")]
    assert inside
    assert {link[1:] for link in inside} <= ids
    assert get(f"/events/{event_id('Trade between')}").all("section", class_="differences") == []


def test_carriers_are_folded_under_their_origin_and_say_what_they_share(
    own_client: WebClient, own_database: Engine
) -> None:
    with writing(own_database) as session:
        for mention in session.exec(select(MentionTable).where(col(MentionTable.event_id) == WHEAT.split("/")[2])):
            mention.sources = ["Northern Wire"]
    page = read_page(own_client.get(WHEAT).text)
    assert page.one("p", class_="origin-name").words == "Origin 1 of 1 credited: Northern Wire"
    carried = page.one("details", class_="carried").words
    assert carried.startswith("1 more article of this origin The Harbour Post")
    assert "credits the same source" in carried


def test_of_many_carriers_the_fold_names_the_first(tmp_path: Path) -> None:
    page = page_told_by_others(tmp_path, times=12, sources=["Northern Wire"], fingerprints=[])
    fold = page.one("details", class_="carried").words.partition(" more articles of this origin ")
    assert fold[0] == "11"  # one of the twelve speaks for them
    names, _, rest = fold[2].partition(", …")
    assert len(names.split(", ")) == 8
    assert rest


def test_where_many_agree_and_one_does_not_the_many_are_folded(tmp_path: Path) -> None:
    page = page_told_by_others(tmp_path, times=12, first_status="denied")
    folded = [one.words.partition(" more")[0] for one in page.all("details", class_="others")]
    assert folded == ["5", "8"]  # of thirteen sources eight are named, of twelve that tell it as fact four
    assert len(page.one("section", class_="differences").words.split("told as fact")) == 2


def test_a_quote_can_be_cited_without_javascript(get: Reader) -> None:
    page = get(WHEAT)
    cited = [one.words for one in page.all("p", class_="citation")]
    place = f"{BASE_URL}/articles/{article_id('harbour.txt')}?quote=e"
    words = page.all("blockquote")[0].words
    start = f"The Harbour Post, “Grain ships return to Rajin”, 26 April 2019, ¶ 5: “{words}” https://harbour.example/"
    assert any(one.startswith(start) and f" (kept at {place}" in one for one in cited)


def test_every_button_that_copies_names_what_stands_on_the_page(get: Reader) -> None:
    page = get(LETTER)
    copied = [one.attributes["data-copy"] for one in page.all("button", class_="copy")]
    quotes = len(page.all("figure"))
    assert copied.count(".citation") == len(page.all("p", class_="citation")) == quotes
    assert copied.count(".link") == len(page.all("a", class_="link")) == quotes + 1


def test_the_events_before_and_after_are_named(get: Reader) -> None:
    around = get(f"{WHEAT}?topic=aid").all("nav", class_="around")
    assert around == []
    page = get(f"/events/{event_id('Kim Jong Un meets')}?topic=visits")
    assert page.one("nav", class_="around").words == "After: 2020 Kim Jong Un to visit Moscow"
