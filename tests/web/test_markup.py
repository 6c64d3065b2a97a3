"""What holds for every page: found by following every link from the timeline."""

from collections import deque

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, update

from app.storage.tables import ArticleTable, EventTable, MentionTable
from tests.support.html import Page, read_page
from tests.support.html_rules import faults_of
from tests.support.sample_database import article_id, event_id
from tests.support.web_client import WebClient

MOST_PAGES = 400
HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>'


def crawl(client: WebClient) -> dict[str, Page]:
    """Every page that links lead to, by its address; anything that does not answer is a failure."""
    waiting, pages, seen = deque(["/", "/?actor=Nobody", "/?page=7"]), dict[str, Page](), set[str]()
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.popleft().partition("#")[0]
        if address in seen or not address.startswith("/"):
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        # The report is a document of its own, without the site around it: see test_report.py.
        if answer.headers["content-type"].startswith("text/html") and not address.startswith("/report"):
            pages[address] = read_page(answer.text)
            waiting.extend(_next_links(address, pages[address]))
    return pages


def _next_links(address: str, page: Page) -> list[str]:
    # Filters of filters of filters are the same few templates: two of them deep is enough.
    links = [link for link in page.links() if link.count("&") < 1 or address == "/"]
    # The coverage has the filters of the timeline: one of them is enough, and its own orders.
    own = {"/coverage": ("/coverage?order=", "/coverage?topic="), "/articles": ("/articles?",)}.get(address, ())
    links = [link for link in links if not link.startswith(("/coverage?", "/articles?")) or link.startswith(own)]
    files = [one.attributes[name] for one in page.elements for name in ("src",) if name in one.attributes]
    return links + files + [one.attributes["href"] for one in page.all("link")]


@pytest.fixture(scope="module")
def pages(sample_client: WebClient) -> dict[str, Page]:
    return crawl(sample_client)


def test_every_link_is_answered(pages: dict[str, Page]) -> None:
    kinds = {address.split("?")[0].split("/")[1] for address in pages}
    assert kinds == {"", "events", "coverage", "articles"}


def test_every_page_has_one_heading_a_title_and_a_way_past_the_menu(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.one("h1").words, address
        assert page.one("title").words.endswith(" – Tumen"), address
        assert page.one("html").attributes["lang"] == "en"
        assert page.link("Skip to the content") == "#content"
        assert page.one("main").attributes["id"] == "content"


def test_titles_tell_pages_apart(pages: dict[str, Page]) -> None:
    named = {address: page.one("title").words for address, page in pages.items() if "?" not in address}
    assert len(set(named.values())) == len(named)


def test_the_menu_marks_where_a_page_belongs(pages: dict[str, Page]) -> None:
    menu = {"": "Timeline", "events": "Timeline", "coverage": "Coverage", "articles": "Articles"}
    for address, page in pages.items():
        (here,) = [one for one in page.all("a") if "aria-current" in one.attributes and one.words in menu.values()]
        path = address.split("?")[0]
        assert here.words == menu[path.split("/")[1]], address
        assert here.attributes["aria-current"] == ("page" if path == here.attributes["href"] else "true"), address


def test_no_page_holds_script_or_style_of_its_own(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.all("style") == [], address
        for element in page.elements:
            assert "style" not in element.attributes, address
            assert not any(name.startswith(("on", "data-hx-on")) for name in element.attributes), address
        for script in page.all("script"):
            assert script.attributes["src"].startswith("/static/"), address
            assert not script.text, address


def test_no_page_asks_another_site_for_anything(pages: dict[str, Page]) -> None:
    for page in pages.values():
        asked = [one.attributes["src"] for one in page.elements if "src" in one.attributes]
        asked += [one.attributes["href"] for one in page.all("link")]
        assert all(address.startswith("/static/") for address in asked)


def test_every_page_is_well_nested_with_each_id_once(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert page.strays == [], address
        ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
        assert len(ids) == len(set(ids)), address


def test_every_page_is_valid_html(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert faults_of(page.elements) == [], address


def test_labels_and_descriptions_point_at_something(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        ids = {one.attributes["id"] for one in page.elements if "id" in one.attributes}
        for name in ("for", "aria-labelledby", "aria-describedby"):
            pointed = {one.attributes[name] for one in page.elements if name in one.attributes}
            assert pointed <= ids, address


def test_every_fragment_of_a_link_is_on_its_page(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        for link in page.links():
            path, _, fragment = link.partition("#")
            target = pages.get(path or address)
            if target and fragment and not fragment.startswith(":~:"):
                assert fragment in {one.attributes.get("id") for one in target.elements}, (address, link)


@pytest.fixture
def hostile_client(own_client: WebClient, own_database: Engine) -> WebClient:
    """The app on articles whose every word tries to break out of the page."""
    with Session(own_database) as session:
        session.execute(update(EventTable).values(title=HOSTILE))
        session.execute(update(ArticleTable).values(title=HOSTILE, publisher=HOSTILE, url=f"javascript:{HOSTILE}"))
        session.execute(update(MentionTable).values(reasoning=HOSTILE, speaker=HOSTILE, quote=HOSTILE))
        letter = event_id("Putin sends")
        session.execute(update(EventTable).where(col(EventTable.id) == letter).values(title="“><b>’;--"))
        session.commit()
    return own_client


@pytest.mark.parametrize(
    "address",
    ["/", f"/events/{event_id('Russia ships')}", "/articles", f"/articles/{article_id('harbour.txt')}", "/?q=<script>"],
)
def test_what_articles_say_stays_text(hostile_client: WebClient, address: str) -> None:
    answer = hostile_client.get(address)
    page = read_page(answer.text)
    assert answer.status_code == 200
    assert all(script.attributes.get("src", "").startswith("/static/") for script in page.all("script"))
    assert page.all("img") == []
    assert page.all("b", class_="") == []
    assert not any("javascript" in link for link in page.links())
    assert not any("javascript" in one.attributes.get("cite", "") for one in page.elements)
