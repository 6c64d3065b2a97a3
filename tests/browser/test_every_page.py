"""What holds for every page in a real browser: accessible, within the window, quiet, printable."""

from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it has no types
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import entries

STANDARDS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
PAGES = ["timeline", "filtered", "empty", "event", "articles", "article", "not found", "bad filter"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS_PX = [320, 390, 768, 1024, 1280, 2560]

every_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture
def turn_to(open_page: OpenPage) -> "TurnTo":
    return TurnTo(open_page)


class TurnTo:
    """Opens each kind of page; events and articles are those that the timeline lists."""

    def __init__(self, open_page: OpenPage) -> None:
        self.open_page = open_page

    def __call__(self, name: str, *, width: int = 1280) -> Page:
        addresses = {
            "timeline": "/",
            "filtered": "/?-topic=history&from=1900&q=Korea&min_origins=1&certainty=surely",
            "empty": "/?topic=aid&actor=Nobody",
            "articles": "/articles",
            "not found": "/events/e0123456789abcdef",
            "bad filter": "/?topic=gossip",
        }
        page = self.open_page(addresses.get(name, "/"), width=width, may_fail=name not in PAGES[:-2])
        if name in ("event", "article"):
            page.goto(f"/events/{entries(page)[-1].id}")
        if name == "article":
            page.goto(page.locator(".ways a").first.get_attribute("href") or "")
        return page


@every_page
def test_axe_finds_nothing(turn_to: TurnTo, name: str) -> None:
    page = turn_to(name)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for scheme, width_px in product(SCHEMES, (320, 1280)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width_px, "height": 800})
        found = Axe().run(page, options=STANDARDS)
        assert found.violations_count == 0, (scheme, width_px, found.generate_report())


@every_page
def test_nothing_scrolls_sideways(turn_to: TurnTo, name: str) -> None:
    page = turn_to(name)
    for width_px in WIDTHS_PX:
        page.set_viewport_size({"width": width_px, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width_px


# Those within a sentence are excused by WCAG 2.5.8, as is the title, whose target is the whole entry of the list.
SMALL_TARGETS = """Array.from(document.querySelectorAll("a, button, input, select, summary"))
  .filter((one) => one.checkVisibility() && !one.matches(".skip, .title, .reading a, .nothing a"))
  .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
  .map((one) => one.outerHTML)"""


@every_page
def test_everything_to_click_is_large_enough(turn_to: TurnTo, name: str) -> None:
    page = turn_to(name)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for width_px in (320, 1280):
        page.set_viewport_size({"width": width_px, "height": 800})
        assert page.evaluate(SMALL_TARGETS) == []


@every_page
def test_print_holds_the_text_and_no_controls(turn_to: TurnTo, name: str) -> None:
    page = turn_to(name)
    page.emulate_media(media="print")
    for control in (".masthead nav", ".overview form", ".twin", ".filters", ".asked", ".neighbours", ".legend"):
        for part in page.locator(control).all():
            expect(part).to_be_hidden()
    # A printed event begins with itself, not with the timeline it stands in.
    expect(page.locator(".evidence h2" if name == "event" else "h1")).to_be_visible()
    assert page.pdf().startswith(b"%PDF")


def test_the_reasoning_is_printed_although_it_is_folded(turn_to: TurnTo) -> None:
    page = turn_to("event")
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


def test_the_first_tab_leads_past_the_menu(turn_to: TurnTo) -> None:
    page = turn_to("timeline")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_filters_are_folded_on_a_narrow_screen_and_open_on_a_wide_one(turn_to: TurnTo) -> None:
    narrow = turn_to("timeline", width=390)
    expect(narrow.get_by_label("Search")).to_be_hidden()
    narrow.locator(".filters summary").first.click()
    expect(narrow.get_by_label("Search")).to_be_visible()
    expect(turn_to("timeline", width=1440).get_by_label("Search")).to_be_visible()
