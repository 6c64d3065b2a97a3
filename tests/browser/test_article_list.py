"""The list of articles as an analyst works with it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])


def titles(page: Page) -> list[str]:
    return page.locator(".articles a.title").all_inner_texts()


@with_and_without_javascript
def test_a_publisher_is_chosen_taken_back_and_left_out(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page("/articles", javascript=javascript)
    everything = titles(page)
    page.locator("#facet-publisher ~ ul a", has_text="MSN").first.click()
    expect(page.locator(".chips")).to_contain_text("MSN")
    chosen = titles(page)
    assert len(chosen) == 1
    page.get_by_role("link", name="Take back the filter Publisher MSN").click()
    expect(page.locator(".chips")).to_have_count(0)
    page.get_by_role("link", name="Leave out MSN").click()
    expect(page.locator(".chips")).to_contain_text("not")
    assert sorted(titles(page) + chosen) == sorted(everything)
    page.go_back()
    expect(page.locator(".chips")).to_have_count(0)


@with_and_without_javascript
def test_a_search_goes_on_with_what_was_chosen(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page("/articles?year=2022&sort=title", javascript=javascript)
    page.get_by_label("Words of the title").fill("putin")
    page.get_by_label("Words of the title").press("Enter")
    page.wait_for_url("**/articles?*q=putin*")
    expect(page.locator(".chips")).to_contain_text("putin")
    assert {"year=2022", "sort=title", "q=putin"} == set(page.url.partition("?")[2].split("&"))
    assert titles(page) == sorted(titles(page))
    assert page.locator(".sought").count() == len(titles(page)) > 0


def test_the_focus_is_not_lost_when_the_order_changes(open_page: OpenPage) -> None:
    page = open_page("/articles")
    page.get_by_role("link", name="Newest first").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".order [aria-current]")).to_have_text("Newest first")
    expect(page.locator("#articles")).to_be_focused()
