"""Facets: values found by typing, and choices that leave the reader where they were made."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from app.storage.database import writing
from app.storage.tables import EventActorTable
from tests.browser.checks import axe_finds_nothing
from tests.browser.conftest import OpenPage, served
from tests.browser.reading import entries
from tests.support.sample_database import build_sample_database, event_id

DELEGATES = 30
LONG = ".facet:has(.seek)"
NAMES = "li:not(.more) > a:first-child > span:first-of-type"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Tumen with more actors than stand beside its list."""
    engine = build_sample_database(tmp_path_factory.mktemp("crowd") / "tumen.db")
    letter = event_id("Putin sends")
    with writing(engine) as session:
        session.add_all(
            EventActorTable(event_id=letter, name=f"Delegate {number:02}", position=9 + number)
            for number in range(DELEGATES)
        )
    with served(os.environ | {"TUMEN_DATABASE_URL": str(engine.url), "TUMEN_HOST": "127.0.0.1"}) as address:
        yield address
    engine.dispose()


def test_a_long_facet_is_sought_in_while_one_types(open_page: OpenPage) -> None:
    page = open_page()
    facet = page.locator(LONG).first
    facet.locator(".more a").click()
    expect(facet.locator(".whole")).to_be_visible()
    everything = facet.locator(NAMES).all_text_contents()
    field = facet.get_by_role("searchbox")
    field.fill("KÍM")
    expected = sorted(name for name in everything if "kim" in name.casefold())
    assert expected
    expect(facet.locator(NAMES)).to_have_count(len(expected))
    assert sorted(facet.locator(NAMES).all_inner_texts()) == expected
    expect(facet.locator("output")).to_have_text("1 value" if len(expected) == 1 else f"{len(expected)} values")
    field.press("Enter")
    expect(facet.locator("li > a").first).to_be_focused()
    field.fill("nobody at all")
    expect(facet.locator("ul")).to_have_text("No value holds this.")
    field.fill("")
    expect(facet.locator(NAMES)).to_have_count(len(everything))
    expect(field).to_be_focused()


def test_more_of_a_long_facet_comes_in_place_and_the_focus_goes_on_behind_it(open_page: OpenPage) -> None:
    page = open_page()
    facet = page.locator(LONG).first
    before = facet.locator(NAMES).all_inner_texts()
    facet.locator(".more a").focus()
    page.keyboard.press("Enter")
    expect(facet.locator("li > a:first-child").nth(len(before))).to_be_focused()
    assert facet.locator(NAMES).all_inner_texts()[: len(before)] == before
    assert page.url.endswith("/")


def test_without_javascript_a_long_facet_has_a_page_of_its_own(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    facet = page.locator(LONG).first
    field = facet.get_by_role("searchbox")
    field.fill("kim")
    facet.get_by_role("button", name="Find").click()
    expect(page.locator("h1")).to_have_text("Actor")
    page.locator(".all-values li a", has_text="Kim").first.click()
    expect(page.locator(".chips")).to_contain_text("Kim")
    facet.locator(".more a").click()
    expect(page.get_by_role("link", name="Back to the timeline")).to_be_visible()


def test_what_was_typed_unfolded_and_focused_outlives_a_choice(open_page: OpenPage) -> None:
    page = open_page()
    field = page.locator(LONG).first.get_by_role("searchbox")
    field.fill("kim")
    field.press("Enter")
    expect(page.locator(LONG).first.locator("li > a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text("Kim")
    expect(page.locator(".facet .chosen > a")).to_be_focused()
    expect(page.locator(LONG).first.get_by_role("searchbox")).to_have_value("kim")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.facet') !== null")


def test_the_filters_stay_unfolded_on_a_narrow_screen_while_one_chooses(open_page: OpenPage) -> None:
    page = open_page(width=390)
    page.locator(".filters summary").first.click()
    page.locator("#facet-topic ~ ul a").first.click()
    expect(page.locator(".facet .chosen")).to_be_visible()


def test_values_chosen_of_one_facet_add_up_and_of_two_facets_narrow(open_page: OpenPage) -> None:
    page = open_page()
    counts = [int(text.replace(",", "")) for text in page.locator("#facet-topic ~ ul data").all_inner_texts()]
    page.locator("#facet-topic ~ ul li a").first.click()
    expect(page.locator(".chips li")).to_have_count(2)
    assert len(entries(page)) == counts[0]
    page.locator("#facet-topic ~ ul li.off a").first.click()
    expect(page.locator(".chips li")).to_have_count(3)
    either = len(entries(page))
    assert either == counts[0] + counts[1]
    page.locator("#facet-actor ~ ul li.off a").first.click()
    expect(page.locator(".chips li")).to_have_count(4)
    assert 0 < len(entries(page)) <= either


def test_what_is_chosen_and_what_is_left_out_is_told_without_colour(open_page: OpenPage) -> None:
    page = open_page("/?topic=visits&-topic=letters")
    expect(page.get_by_role("link", name=re.compile("^visits ?, chosen: take back"))).to_have_attribute(
        "aria-current", "true"
    )
    expect(page.get_by_role("link", name=re.compile("^letters ?, left out: take back"))).to_have_attribute(
        "aria-current", "true"
    )
    marks = [
        page.locator(f".facet .{state} > a").evaluate("(link) => getComputedStyle(link, '::before').content")
        for state in ("chosen", "excluded")
    ]
    assert len(set(marks)) == 2


def test_axe_finds_nothing_on_a_facet_sought_in(open_page: OpenPage) -> None:
    page = open_page("/?-topic=war")
    page.locator(".filters > details").evaluate("(fold) => { fold.open = true; }")
    page.locator(LONG).first.get_by_role("searchbox").fill("kim")
    expect(page.locator(LONG).first.locator(".whole")).to_be_visible()
    axe_finds_nothing(page, ".filters")
