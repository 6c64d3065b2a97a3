"""What holds for every page in a real browser: accessible, within the window, quiet, printable.

Each kind of page is opened once, and all of its tests look at it; what they unfold and emulate hides nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.checks import (
    axe_finds_nothing,
    nothing_is_lost_at_200_percent,
    nothing_scrolls_sideways,
    resize,
    targets_are_large_enough,
)
from tests.browser.conftest import OpenPage, windows
from tests.browser.reading import entries


@dataclass(frozen=True)
class Kind:
    """A kind of page, or a state of one: its address, or the links that lead to it."""

    name: str
    address: str
    follow: tuple[str, ...] = ()  # selectors of links, one after the other
    is_refusal: bool = False
    heading: str = "h1"  # what a print begins with
    within_sentences: str = ""  # links that are as small as the words around them


KINDS = (
    Kind("timeline", "/"),
    Kind("timeline filtered", "/?-topic=history&from=1900&q=Korea&min_origins=1&certainty=surely"),
    Kind("timeline newest first and compact", "/?sort=-date&view=compact"),
    Kind("timeline of one event", "/?from=1945-08-15&to=1945-08-15&certainty=surely"),
    Kind("timeline without a place in time", "/?precision=unknown&precision=span"),
    Kind("timeline empty", "/?topic=aid&actor=Nobody"),
    Kind("timeline behind its end", "/?page=99"),
    Kind("event", "/", ("#events li.event:last-of-type a.title",), heading=".evidence h2"),
    Kind("event with a search", "/?q=letter", ("#events a.title",), heading=".evidence h2"),
    Kind(
        "event told by many", "/?topic=letters", ("#events li:has-text('5 articles') a.title",), heading=".evidence h2"
    ),
    Kind("facet", "/facets/actor?topic=letters&find=kim"),
    Kind("facet of articles", "/articles/facets/publisher?gave=events"),
    Kind("coverage", "/coverage"),
    Kind("coverage filtered", "/coverage?topic=letters&order=publishers"),
    Kind("coverage empty", "/coverage?actor=Nobody"),
    Kind("articles", "/articles"),
    Kind("articles filtered", "/articles?year=2022&q=putin&sort=-events"),
    Kind("articles empty", "/articles?gave=nothing&q=nothing"),
    Kind("article", "/articles", ("a.title",), within_sentences=".text a"),
    Kind("article with a marked quote", "/articles", ("a.title", ".steps [rel=next]"), within_sentences=".text a"),
    Kind("report", "/report?topic=letters", within_sentences="a"),
    Kind("not found", "/events/e0123456789abcdef", is_refusal=True),
    Kind("nowhere", "/nowhere", is_refusal=True),
    Kind("bad filter", "/?topic=gossip", is_refusal=True),
    Kind("bad filters of articles", "/articles?basis=gossip&year=soon", is_refusal=True),
)
CONTROLS = (
    ".masthead nav", ".help", ".overview form", ".twin", ".filters", ".asked nav", ".take", ".neighbours",
    ".legend", ".pages", ".steps", ".map", ".cite", ".copy", ".event-links",
)  # fmt: skip


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind of page in turn."""
    found: Kind = request.param
    return found


@pytest.fixture(scope="module")
def page(chromium: Browser, site: str, kind: Kind) -> Iterator[Page]:
    """The page, open; when its tests are done it must have been quiet."""
    with windows(chromium, site) as open_one:
        opened = open_one(kind.address, may_fail=kind.is_refusal)
        for link in kind.follow:
            opened.goto(opened.locator(link).last.get_attribute("href") or "")
        yield opened


def test_axe_finds_nothing(page: Page) -> None:
    axe_finds_nothing(page)


def test_nothing_scrolls_sideways(page: Page) -> None:
    nothing_scrolls_sideways(page)


def test_everything_to_click_is_large_enough(page: Page, kind: Kind) -> None:
    targets_are_large_enough(page, kind.within_sentences)


def test_nothing_is_lost_at_200_percent(page: Page, kind: Kind) -> None:
    if kind.name.startswith("event"):
        resize(page, 640, 400)
        expect(page.locator("#events")).to_be_hidden()  # the evidence is a page of its own, one link from its list
        expect(page.get_by_role("link", name="All events")).to_be_visible()
    else:
        nothing_is_lost_at_200_percent(page)


def test_print_holds_the_text_and_no_controls(page: Page, kind: Kind) -> None:
    resize(page, 1280)
    page.emulate_media(media="print")
    shown = [control for control in CONTROLS for part in page.locator(control).all() if part.is_visible()]
    assert shown == []
    expect(page.locator(kind.heading)).to_be_visible()
    page.emulate_media(media="screen")


def test_a_pdf_of_it_fits_its_paper(page: Page) -> None:
    made = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", made)) >= 1
    page.emulate_media(media="print")
    resize(page, 680)  # what A4 leaves between its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    page.emulate_media(media="screen")


def test_the_reasoning_is_printed_although_it_is_folded(open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"/events/{entries(page)[-1].id}")
    page.emulate_media(media="print")
    expect(page.locator(".why .chain").first).to_be_visible()


def test_folded_quotes_are_printed_too(open_page: OpenPage) -> None:
    page = open_page()
    addresses = page.evaluate("Array.from(document.querySelectorAll('#events a.title'), (link) => link.href)")
    for address in addresses:
        page.goto(address)
        if page.locator(".folded").count():
            break
    last = page.locator(".folded figure").last
    expect(last).to_be_hidden()
    page.emulate_media(media="print")
    expect(last).to_be_visible()
    expect(page.locator(".folded > summary").first).to_be_hidden()


def test_the_first_tab_leads_past_the_menu(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_filters_are_folded_on_a_narrow_screen_and_open_on_a_wide_one(open_page: OpenPage) -> None:
    narrow = open_page(width=390)
    expect(narrow.get_by_label("Search")).to_be_hidden()
    narrow.locator(".filters summary").first.click()
    expect(narrow.get_by_label("Search")).to_be_visible()
    expect(open_page(width=1440).get_by_label("Search")).to_be_visible()
