"""What happens while a part of the page is on its way: nothing that is clicked or typed meanwhile is lost."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import entries, evidence_title

PAUSE_MILLISECONDS = 300  # for an answer to arrive and be put in its place


def hold(page: Page, address: str) -> Callable[[], None]:
    """Keep the answers from an address back; calling what is returned lets them go."""
    held: list[Route] = []
    page.route(address, lambda route: held.append(route))  # noqa: PLW0108 -- Playwright marks what it is given

    def let_go() -> None:
        for route in held:
            route.continue_()
        page.wait_for_timeout(PAUSE_MILLISECONDS)

    return let_go


def press(page: Page, selector: str) -> None:
    """Put the pointer on an element and press, without releasing."""
    page.locator(selector).first.hover()
    page.mouse.down()


def press_while_the_page_changes(page: Page, selector: str) -> None:
    """Turn the list round, and press an element that stands until the answer comes and is released behind it."""
    let_go = hold(page, "**/?sort=-date")
    page.get_by_role("link", name="Newest first").click()
    press(page, selector)
    let_go()
    expect(page.get_by_role("link", name="Oldest first")).to_be_visible()
    page.mouse.up()


def test_a_link_that_is_replaced_while_it_is_pressed_is_followed(open_page: OpenPage) -> None:
    page = open_page()
    press_while_the_page_changes(page, "#facet-topic ~ ul li.off a")
    expect(page.locator(".chips")).to_contain_text("Topic")


def test_a_button_that_is_replaced_while_it_is_pressed_is_pressed(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("searchbox").fill("letter")
    press_while_the_page_changes(page, "form button:has-text('Find')")
    expect(page.locator(".chips")).to_contain_text("letter")


def test_of_two_links_the_last_is_what_comes(open_page: OpenPage) -> None:
    page = open_page()
    first, second, *_ = entries(page)
    let_go = hold(page, f"**/events/{first.id}")
    page.locator(f"#{first.id} a.title").click()
    page.locator(f"#{second.id} a.title").click()
    expect(page.locator(".evidence h2")).to_have_text(second.title)
    let_go()
    assert evidence_title(page) == second.title
    assert page.url.endswith(second.id)


def test_a_filter_asked_for_while_another_is_on_its_way_is_what_comes(open_page: OpenPage) -> None:
    page = open_page()
    let_go = hold(page, "**/?sort=-date")
    page.get_by_role("link", name="Newest first").click()
    page.locator("#facet-topic ~ ul li.off a").first.click()
    let_go()
    expect(page.locator(".chips")).to_contain_text("Topic")
    assert "topic=" in page.url


def test_what_is_typed_while_the_workplace_moves_stays(open_page: OpenPage) -> None:
    page = open_page()
    let_go = hold(page, "**/?sort=-date")
    page.get_by_role("link", name="Newest first").click()
    page.locator("#q").press_sequentially("trea")
    let_go()
    expect(page.get_by_role("link", name="Oldest first")).to_be_visible()
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("ty")
    expect(page.locator("#q")).to_have_value("treaty")


def test_going_back_is_not_undone_by_what_was_on_its_way(open_page: OpenPage) -> None:
    page = open_page()
    first, second, *_ = entries(page)
    page.locator(f"#{first.id} a.title").click()
    expect(page.locator(".evidence h2")).to_have_text(first.title)
    let_go = hold(page, f"**/events/{second.id}")
    page.locator(f"#{second.id} a.title").click()
    page.go_back()
    let_go()
    expect(page.locator(".evidence")).to_have_count(0)
    assert page.url.endswith("/")


def test_what_has_just_come_moves_in_place_too(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("window.isTheSame = true")
    page.evaluate(
        """() => document.addEventListener("htmx:afterSwap", () => setTimeout(() =>
             document.querySelector("#facet-topic ~ ul li.off a").click()), { once: true })"""
    )
    page.get_by_role("link", name="Newest first").click()
    expect(page.locator(".chips")).to_contain_text("Topic")
    assert page.evaluate("window.isTheSame")
