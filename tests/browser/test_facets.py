"""Facets: values found by typing, and choices that leave the reader where they were made."""

import re

from playwright.sync_api import expect

from tests.browser.checks import axe_finds_nothing
from tests.browser.conftest import OpenPage
from tests.browser.reading import entries

LONG = ".facet:has(.sift)"


def test_a_long_facet_is_sifted_while_one_types(open_page: OpenPage) -> None:
    page = open_page()
    facet = page.locator(LONG).first
    everything = facet.locator("li > a:first-child > span:first-of-type").all_text_contents()
    field = facet.get_by_role("searchbox")
    field.fill("KÍM")
    expected = sorted(name for name in everything if "kim" in name.casefold())
    assert expected
    assert sorted(facet.locator("li:visible > a:first-child > span:first-of-type").all_inner_texts()) == expected
    expect(facet.locator("output")).to_have_text("1 value" if len(expected) == 1 else f"{len(expected)} values")
    field.press("Enter")
    expect(facet.locator("li:visible > a").first).to_be_focused()
    field.fill("nobody at all")
    expect(facet.locator("li:visible")).to_have_count(0)
    field.fill("")
    assert facet.locator("li").count() == len(everything)
    expect(facet.locator("li[hidden]")).to_have_count(0)


def test_without_javascript_every_value_of_a_long_facet_can_be_unfolded(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    facet = page.locator(LONG).first
    expect(facet.get_by_role("searchbox")).to_have_count(0)
    facet.locator("summary").click()
    expect(facet.locator("li:visible")).to_have_count(facet.locator("li").count())


def test_what_was_typed_unfolded_and_focused_outlives_a_choice(open_page: OpenPage) -> None:
    page = open_page()
    field = page.locator(LONG).first.get_by_role("searchbox")
    field.fill("kim")
    field.press("Enter")
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


def test_axe_finds_nothing_on_a_sifted_facet(open_page: OpenPage) -> None:
    page = open_page("/?-topic=war")
    page.locator(".filters > details").evaluate("(fold) => { fold.open = true; }")
    page.locator(LONG).first.get_by_role("searchbox").fill("kim")
    axe_finds_nothing(page, ".filters")
