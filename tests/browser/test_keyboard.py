"""A day's work without a mouse, and without single keys for those whom they disturb."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.checks import axe_finds_nothing, nothing_scrolls_sideways
from tests.browser.conftest import OpenPage
from tests.browser.reading import entries


def title(page: Page, place: int) -> Locator:
    return page.locator("#events a.title").nth(place)


def test_an_event_is_found_read_and_followed_to_its_source_by_keys(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("j")
    expect(title(page, 0)).to_be_focused()
    for key, place in (("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(title(page, place)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".evidence h2")).to_be_focused()
    page.keyboard.press("j")  # from the event that is open
    expect(title(page, 2)).to_be_focused()
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/articles/a[0-9a-f]+\?quote=e[0-9a-f]+#p\d+$"))
    expect(page.locator("mark").first).to_be_in_viewport()


def test_on_a_narrow_screen_j_and_k_lead_from_event_to_event(open_page: OpenPage) -> None:
    page = open_page(width=390)
    first, second, *_ = entries(page)
    page.goto(f"/events/{first.id}")
    page.keyboard.press("j")
    expect(page.locator(".evidence h2")).to_have_text(second.title)
    page.keyboard.press("k")
    expect(page.locator(".evidence h2")).to_have_text(first.title)


def test_j_and_k_move_through_the_list_of_articles(open_page: OpenPage) -> None:
    page = open_page("/articles")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".articles a.title").nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/a*")


def test_j_and_k_move_through_the_rows_of_the_matrix(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".matrix tbody .what a").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/e*")


def test_c_copies_the_citation_of_the_open_event_and_of_the_one_in_focus(open_page: OpenPage) -> None:
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for place, keys in ((1, ("j", "j", "c")), (1, ("Enter", "c"))):
        for key in keys:
            page.keyboard.press(key)
            if key == "Enter":
                page.locator(".evidence h2").wait_for()
        expect(page.get_by_role("status").filter(has_text="Citation copied")).to_be_visible()
        cited = page.request.get(f"/events/{entries(page)[place].id}/citation.txt").text()
        assert page.evaluate("navigator.clipboard.readText()") == cited
        page.evaluate("document.getElementById('told').replaceChildren()")


def test_c_shows_the_citation_where_nothing_may_be_copied(open_page: OpenPage) -> None:
    page = open_page(may_fail=True)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"/events/{entries(page)[0].id}")
    page.keyboard.press("c")
    page.wait_for_url("**/events/*/citation.txt")


@pytest.mark.parametrize("width_px", [390, 1280])
def test_slash_searches_and_f_goes_to_the_filters(open_page: OpenPage, width_px: int) -> None:
    page = open_page(width=width_px)
    page.keyboard.press("f")
    expect(page.locator(".facet a").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    page.keyboard.type("j/k?f")
    expect(page.get_by_label("Search", exact=True)).to_have_value("j/k?f")
    expect(page.locator("#keys")).to_be_hidden()


def test_slash_searches_the_articles_among_articles_and_the_timeline_from_one_of_them(open_page: OpenPage) -> None:
    page = open_page("/articles")
    page.keyboard.press("/")
    expect(page.get_by_label("Words of the title")).to_be_focused()
    page.locator(".articles a.title").first.click()
    page.wait_for_url("**/articles/a*")
    page.keyboard.press("/")
    page.wait_for_url("**/#q")
    expect(page.get_by_label("Search", exact=True)).to_be_focused()


def test_the_help_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(title(page, 0)).to_be_focused()


def test_keys_switched_off_stay_off_until_they_are_switched_on(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("?")
    page.get_by_label("Single keys act").uncheck()
    page.get_by_role("button", name="Close").click()
    for _ in range(2):
        for key in ("j", "/", "f", "?"):
            page.keyboard.press(key)
        expect(page.locator("#events a.title:focus, #q:focus, .facet a:focus")).to_have_count(0)
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.reload()
    page.get_by_role("link", name="Keyboard").first.click()
    page.get_by_label("Single keys act").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(title(page, 0)).to_be_focused()


def test_keys_with_modifiers_are_left_to_the_browser(open_page: OpenPage) -> None:
    page = open_page()
    for key in ("Control+j", "Alt+f", "Meta+k", "Shift+J"):
        page.keyboard.press(key)
    expect(page.locator("#events a.title:focus, .facet a:focus")).to_have_count(0)


def test_a_korean_keyboard_has_the_keys_where_they_stand(open_page: OpenPage) -> None:
    page = open_page()
    press = "(key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyJ', bubbles: true }))"
    for place, key in enumerate(("ㅓ", "о")):
        page.evaluate(press, key)
        expect(title(page, place)).to_be_focused()


def test_without_javascript_the_link_leads_to_the_words(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    expect(page.locator("#keys")).to_be_hidden()
    page.get_by_role("link", name="Keyboard").first.click()
    expect(page.locator("#keys")).to_be_in_viewport()
    expect(page.get_by_text("Keys need JavaScript")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_axe_finds_nothing_on_the_help(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("?")
    axe_finds_nothing(page, "#keys")
    nothing_scrolls_sideways(page)
