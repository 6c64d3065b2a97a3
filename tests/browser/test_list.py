"""The list of events: more of it, its density, and how much of it is seen."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from app.queries.timeline import EVENTS_PER_PAGE
from tests.browser.checks import axe_finds_nothing
from tests.browser.conftest import OpenPage, served
from tests.browser.reading import entries, evidence_title, open_entry
from tests.support.sample_database import build_sample_database, store_event

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
STORED = 230
MOST_BYTES_OF_A_FIRST_LOAD = 60_000


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with more events than a page holds, which an ingest may add to."""
    engine = build_sample_database(tmp_path_factory.mktemp("crowd") / "tumen.db")
    for number in range(STORED):
        store_event(engine, f"{1950 + number % 70}-{1 + number % 12:02}", f"Event {number} is stored")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def site(crowd: Engine) -> Iterator[str]:
    """A Tumen that serves it."""
    with served(os.environ | {"TUMEN_DATABASE_URL": str(crowd.url), "TUMEN_HOST": "127.0.0.1"}) as address:
        yield address


def ids(page: Page) -> list[str]:
    found: list[str] = page.locator("#events li.event").evaluate_all("(entries) => entries.map((entry) => entry.id)")
    return found


def test_more_events_join_the_list_while_others_are_stored(open_page: OpenPage, crowd: Engine) -> None:
    page = open_page("/?topic=trade")
    first = ids(page)
    for step in range(STORED // EVENTS_PER_PAGE):
        before = ids(page)
        store_event(crowd, "1800", f"Stored first of all, {step}")
        page.get_by_role("link", name="More events").click()
        expect(page.locator("#events a.title").nth(len(before))).to_be_focused()
    assert ids(page)[: len(first)] == first
    assert len(set(ids(page))) == len(ids(page))
    expect(page.get_by_role("link", name="More events")).to_have_count(0)
    assert page.url.endswith("/?topic=trade")
    newest = open_page("/?topic=trade&sort=-date")
    assert ids(newest)[0] == ids(page)[-1]
    axe_finds_nothing(page, "#events section.year:last-of-type")


def test_more_events_are_a_page_of_their_own_without_javascript(open_page: OpenPage, crowd: Engine) -> None:
    page = open_page("/?topic=trade", javascript=False)
    seen = ids(page)
    while page.get_by_role("link", name="More events").count():
        store_event(crowd, "1801", f"Stored early, when {len(seen)} were seen")
        page.get_by_role("link", name="More events").click()
        page.wait_for_url("**after=*")
        seen += ids(page)
    assert len(set(seen)) == len(seen)
    assert len(seen) > STORED
    page.get_by_role("link", name="Previous page").click()
    expect(page.locator("#events li.event")).to_have_count(EVENTS_PER_PAGE)


def test_an_event_opened_from_more_of_the_list_is_a_link_that_shows_it_there(open_page: OpenPage) -> None:
    page = open_page("/?topic=trade")
    page.get_by_role("link", name="More events").click()
    expect(page.locator("#events a.title").nth(EVENTS_PER_PAGE)).to_be_focused()
    entry = entries(page)[EVENTS_PER_PAGE + 50]
    open_entry(page, entry)
    page.reload()
    assert evidence_title(page) == entry.title
    expect(page.locator("#events [aria-current]")).to_have_text(entry.title)
    page.go_back()
    expect(page.locator(".legend")).to_be_visible()


@with_and_without_javascript
def test_a_compact_list_stays_compact_on_every_way(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page("/?topic=visits", javascript=javascript)
    comfortable = page.locator("#events li.event").first.bounding_box()
    page.get_by_role("link", name="Compact").click()
    page.wait_for_url("**/?topic=visits&view=compact")
    compact = page.locator("#events li.event").first.bounding_box()
    assert comfortable
    assert compact
    assert compact["height"] < 0.7 * comfortable["height"]
    open_entry(page, entries(page)[0])
    page.get_by_role("link", name="All events").click()
    expect(page.locator(".evidence")).to_have_count(0)
    page.get_by_role("link", name="Clear all").click()
    page.wait_for_url("**/?view=compact")
    page.get_by_role("link", name="With quotes").click()
    page.wait_for_url("**/")
    page.go_back()
    expect(page.get_by_role("link", name="With quotes")).to_be_visible()


def test_two_tabs_do_not_disturb_each_other(open_page: OpenPage) -> None:
    one = open_page("/?topic=visits")
    other = one.context.new_page()
    other.goto("/?topic=trade&view=compact")
    one.get_by_role("link", name="Newest first").click()
    one.wait_for_url("**/?topic=visits&sort=-date")
    other.get_by_role("link", name="Newest first").click()
    other.wait_for_url("**/?topic=trade&sort=-date&view=compact")
    one.go_back()
    expect(one.locator(".chips")).to_contain_text("visits")
    expect(other.locator(".chips")).to_contain_text("trade")


@pytest.mark.parametrize(("width_px", "height_px", "least"), [(1440, 1000, 8), (390, 844, 1)])
def test_entries_are_seen_without_scrolling(open_page: OpenPage, width_px: int, height_px: int, least: int) -> None:
    page = open_page(width=width_px)
    page.set_viewport_size({"width": width_px, "height": height_px})
    bottoms = page.locator("#events li.event").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert sum(bottom <= height_px for bottom in bottoms) >= least


def test_a_first_load_with_a_full_page_of_events_is_small(open_page: OpenPage) -> None:
    page = open_page("/report?actor=Nobody")  # a document that brings none of the files of a page
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    over_the_wire: list[float] = []  # bytes, heads and compressed bodies
    network.on("Network.loadingFinished", lambda finished: over_the_wire.append(finished["encodedDataLength"]))
    page.goto("/", wait_until="networkidle")
    assert page.locator("#events li.event").count() == EVENTS_PER_PAGE
    assert len(over_the_wire) >= 4  # the page, its style, htmx, our scripts; a browser may leave out the icon
    assert sum(over_the_wire) <= MOST_BYTES_OF_A_FIRST_LOAD


def test_where_colours_are_the_readers_own_the_open_event_and_the_page_are_still_marked(open_page: OpenPage) -> None:
    page = open_page()
    open_entry(page, entries(page)[0])
    page.emulate_media(forced_colors="active")
    outlines = page.locator("#events li.event").evaluate_all(
        "(entries) => entries.map((entry) => getComputedStyle(entry).outlineStyle)"
    )
    assert outlines.count("solid") == 1
    lines = page.locator(".masthead nav a").evaluate_all(
        "(links) => links.map((link) => getComputedStyle(link).borderBlockEndColor)"
    )
    assert lines.count(lines[0]) == 1


def test_a_long_title_does_not_scroll_within_its_entry(open_page: OpenPage, crowd: Engine) -> None:
    store_event(crowd, "2020-06-15", "A long title that goes on, " * 12)
    page = open_page("/?from=2020-06-15&to=2020-06-15")
    title = page.locator("#events p.what", has_text="A long title")
    scrolled = title.evaluate("(shown) => { shown.scrollTop = 30; return shown.scrollTop }")
    expect(title).to_contain_text("A long title that goes on, A long title")
    assert scrolled == 0  # what the browser brings into sight is the entry, never a line behind its two


def test_at_200_percent_zoom_all_of_it_is_still_there(open_page: OpenPage) -> None:
    page = open_page("/?topic=visits", width=640)  # what a window of 1280 pixels is at 200 percent
    page.set_viewport_size({"width": 640, "height": 400})
    expect(page.locator("svg.chart")).to_be_visible()
    page.get_by_text("Dates", exact=True).click()
    expect(page.get_by_label("From")).to_be_visible()
    page.locator(".filters summary").first.click()
    expect(page.get_by_label("Search")).to_be_visible()
    open_entry(page, entries(page)[0])
    expect(page.locator(".evidence blockquote").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_year_and_month_stay_in_sight(open_page: OpenPage) -> None:
    page = open_page("/?topic=trade&from=1950&to=1990")
    entry = page.locator("#events section.year:nth-of-type(10) li.event").last
    entry.evaluate("(entry) => entry.scrollIntoView({ block: 'start' })")
    expect(page.locator("#events section.year:nth-of-type(10) h3")).to_be_in_viewport()
    expect(page.locator("#events section.year:nth-of-type(10) h4").last).to_be_in_viewport()
