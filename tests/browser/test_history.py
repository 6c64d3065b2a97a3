"""Back, forward, reload: the address bar is the whole state."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import entries, evidence_title, open_entry


def expect_event(page: Page, title: str) -> None:
    expect(page.locator(".evidence h2")).to_have_text(title)
    expect(page.locator("#events [aria-current]")).to_have_text(title)
    expect(page).to_have_title(f"{title} ({page.locator('.evidence .when').inner_text()}) – Tumen")


def expect_no_event(page: Page) -> None:
    expect(page.locator(".legend")).to_be_visible()
    expect(page.locator("#events [aria-current]")).to_have_count(0)
    expect(page).to_have_title("Timeline – Tumen")


def test_back_and_forward_lead_through_the_events_that_were_open(open_page: OpenPage) -> None:
    page = open_page()
    first, second, *_ = entries(page)
    open_entry(page, first)
    expect_event(page, first.title)
    open_entry(page, second)
    page.go_back()
    expect_event(page, first.title)
    page.go_back()
    expect_no_event(page)
    page.go_forward()
    expect_event(page, first.title)
    page.go_forward()
    expect_event(page, second.title)


def test_a_page_reloaded_is_the_page_as_it_was(open_page: OpenPage) -> None:
    page = open_page("/?-topic=history")
    shown = entries(page)
    open_entry(page, shown[0])
    page.reload()
    assert evidence_title(page) == shown[0].title
    assert entries(page) == shown


def test_going_back_past_what_htmx_remembers_gives_the_whole_page(open_page: OpenPage) -> None:
    page = open_page()
    first, *_ = entries(page)
    open_entry(page, first)
    page.evaluate("sessionStorage.removeItem('htmx-history-cache')")
    page.go_back()
    expect_no_event(page)
    expect(page.locator("header.masthead")).to_have_count(1)


def test_back_from_another_page_gives_the_whole_page(open_page: OpenPage) -> None:
    page = open_page()
    first, *_ = entries(page)
    open_entry(page, first)
    page.get_by_role("link", name="Articles").click()
    expect(page.locator("h1")).to_have_text("Articles")
    page.go_back()
    expect_event(page, first.title)
    expect(page.locator("header.masthead")).to_be_visible()


def test_a_filter_changed_is_a_step_back(open_page: OpenPage) -> None:
    page = open_page()
    everything = entries(page)
    page.get_by_role("link", name="Newest first").click()
    page.wait_for_url("**/?sort=-date")
    expect(page.get_by_role("link", name="Oldest first")).to_be_visible()
    assert entries(page) == everything[::-1]
    page.go_back()
    expect(page.get_by_role("link", name="Newest first")).to_be_visible()
    assert entries(page) == everything


def test_the_open_event_leads_to_its_neighbours(open_page: OpenPage) -> None:
    page = open_page()
    first, second, *_ = entries(page)
    open_entry(page, first)
    page.get_by_role("link", name="Later", exact=True).click()
    expect_event(page, second.title)
    page.get_by_role("link", name="Earlier", exact=True).click()
    expect_event(page, first.title)


def test_on_a_narrow_screen_the_evidence_is_a_page_of_its_own(open_page: OpenPage) -> None:
    page = open_page(width=390)
    first, *_ = entries(page)
    open_entry(page, first)
    expect(page.locator("#events")).to_be_hidden()
    expect(page.locator(".evidence h2")).to_be_in_viewport()
    page.get_by_role("link", name="All events").click()
    expect(page.locator(f"#{first.id}")).to_be_in_viewport()
    expect(page.locator(".evidence")).to_have_count(0)


def test_fields_left_blank_stay_out_of_the_address(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_label("From").fill("2022")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**/?from=2022")


def test_the_focus_goes_where_reading_goes_on(open_page: OpenPage) -> None:
    page = open_page()
    first, *_ = entries(page)
    page.locator(f"#{first.id} a.title").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".evidence h2")).to_be_focused()
    page.get_by_role("link", name="Newest first").click()
    expect(page.get_by_role("link", name="Oldest first")).to_be_focused()


def test_the_evidence_of_the_last_event_begins_within_the_window(open_page: OpenPage) -> None:
    page = open_page()
    last = entries(page)[-1]
    open_entry(page, last)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".evidence .when")).to_be_in_viewport(ratio=1)
    page.reload()
    expect(page.locator(".evidence .when")).to_be_in_viewport(ratio=1)
