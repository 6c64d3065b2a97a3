"""The matrix of events and publishers as an analyst works with it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import wait_until
from tests.browser.conftest import OpenPage

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])


def told_by(page: Page, publisher: str) -> list[bool]:
    """For each row, whether this publisher tells of it."""
    names = [one.inner_text() for one in page.locator("th.publisher").all()]
    at = next(number for number, name in enumerate(names) if publisher in name)
    rows = page.locator(".matrix tbody tr").all()
    return ["told" in (row.locator("td").nth(1 + at).get_attribute("class") or "") for row in rows]


@with_and_without_javascript
def test_what_one_publisher_tells_comes_first_and_a_cell_leads_to_its_quote(
    open_page: OpenPage, *, javascript: bool
) -> None:
    page = open_page(javascript=javascript)
    page.get_by_role("link", name="Who reported what").click()
    expect(page.locator("h1")).to_have_text("Coverage")
    page.locator("th.publisher a", has_text="MSN").click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("MSN")
    told = told_by(page, "MSN")
    assert True in told
    assert told == sorted(told, reverse=True)
    cell = page.locator(".matrix td.told a").first
    quote = (cell.get_attribute("href") or "").partition("#")[2]
    cell.click()
    expect(page.locator(f"#{quote} blockquote")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("MSN")


@with_and_without_javascript
def test_a_facet_narrows_the_matrix_and_leads_back_to_the_same_timeline(
    open_page: OpenPage, *, javascript: bool
) -> None:
    page = open_page("/coverage?order=publishers", javascript=javascript)
    everything = page.locator(".matrix tbody tr").count()
    page.locator("#facet-topic ~ ul a", has_text="letters").first.click()
    expect(page.locator(".chips")).to_contain_text("letters")
    assert page.url.endswith("/coverage?topic=letters&order=publishers")
    rows = page.locator(".matrix tbody tr").count()
    assert 0 < rows < everything
    page.get_by_role("link", name="The same on the timeline").click()
    page.wait_for_url("**/?topic=letters")
    assert page.locator("#events li.event").count() == rows


def test_the_focus_is_not_lost_when_the_order_changes(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    page.locator("th.how-many a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("th.how-many")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("#events")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_headings_stay_in_sight_while_the_matrix_scrolls(open_page: OpenPage, width: int) -> None:
    page = open_page("/coverage", width=width)
    page.set_viewport_size({"width": width, "height": 500})
    box = page.locator(".matrix")
    box.scroll_into_view_if_needed()
    box.evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    box.evaluate("(one) => one.scrollBy(60, 0)")
    for part in (page.locator("thead th.what"), page.locator("tbody tr").last.locator("th.what .day")):
        expect(part).to_be_in_viewport()


def test_the_matrix_is_scrolled_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/coverage", width=390)
    page.locator(".matrix").focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.matrix').scrollLeft > 0")
