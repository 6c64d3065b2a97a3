"""The chart over the timeline with mouse and keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.checks import WIDTHS_PX, axe_finds_nothing
from tests.browser.conftest import OpenPage
from tests.browser.reading import entries, open_entry

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False])


def bar(page: Page, *, begins: str) -> Locator:
    return page.locator(f"a.bar[href*='from={begins}&']")


def asked(page: Page) -> tuple[str, str]:
    """What the date fields say."""
    return page.get_by_label("From").input_value(), page.get_by_label("To", exact=True).input_value()


def middle_of(slot: Locator) -> tuple[float, float]:
    box = slot.locator(".hit").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, *, begins: str, ends: str) -> None:
    """Press on one bar and move to another; the button stays down."""
    page.mouse.move(*middle_of(bar(page, begins=begins)))
    page.mouse.down()
    page.mouse.move(*middle_of(bar(page, begins=ends)), steps=8)


@with_and_without_javascript
def test_a_bar_leads_to_what_lies_in_it_and_all_years_lead_out_again(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    everything = entries(page)
    page.mouse.click(*middle_of(bar(page, begins="2022-08")))
    page.wait_for_url("**/?from=2022-08&to=2022-08")
    expect(page.locator(".overview li[aria-current]")).to_have_text("August 2022")
    assert asked(page) == ("2022-08", "2022-08")
    assert 0 < len(entries(page)) < len(everything)
    page.get_by_role("link", name="2022", exact=True).first.click()
    page.wait_for_url("**/?from=2022&to=2022")
    page.get_by_role("link", name="All years").click()
    page.wait_for_url("**/")
    expect(page.get_by_role("link", name="All years")).to_have_count(0)
    assert entries(page) == everything


def test_a_bar_moves_the_workplace_and_loads_no_page(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("window.isTheSamePage = true")
    page.mouse.click(*middle_of(bar(page, begins="2022-08")))
    expect(page.locator("#count")).to_contain_text("of")
    assert page.evaluate("window.isTheSamePage")
    page.go_back()
    expect(page.locator(".overview li[aria-current]")).to_have_text("January 1910 – August 2022")
    page.mouse.click(*middle_of(bar(page, begins="2022-07")))
    page.wait_for_url("**/?from=2022-07&to=2022-07")


def test_dragging_fills_the_fields_and_letting_go_asks(open_page: OpenPage) -> None:
    page = open_page()
    drag(page, begins="2021-12", ends="2021-03")
    assert asked(page) == ("2021-03", "2021-12")
    expect(page.get_by_role("status").filter(has_text="2021-03 – 2021-12")).to_be_visible()
    assert page.url.endswith("/")
    page.mouse.up()
    page.wait_for_url("**/?from=2021-03&to=2021-12")
    expect(page.locator(".chips")).to_contain_text("From 2021-03")


def test_dragging_over_a_fold_takes_it_along(open_page: OpenPage) -> None:
    page = open_page()
    drag(page, begins="1945-08", ends="2022-08")
    page.mouse.up()
    page.wait_for_url("**/?from=1945-08&to=2022-08")


def test_escape_lets_go_of_what_is_dragged(open_page: OpenPage) -> None:
    page = open_page("/?from=2021&to=2022")
    drag(page, begins="2021-03", ends="2021-06")
    page.keyboard.press("Escape")
    assert asked(page) == ("2021", "2022")
    page.mouse.up()
    expect(page.locator("rect.brush")).to_have_attribute("width", "0")
    assert page.url.endswith("/?from=2021&to=2022")


def test_the_chart_is_one_tab_stop_and_arrow_keys_move_on_it(open_page: OpenPage) -> None:
    page = open_page()
    expect(page.locator("a.bar[tabindex='0']")).to_have_count(1)
    page.locator("a.bar[tabindex='0']").focus()
    page.keyboard.press("End")
    expect(bar(page, begins="2022-08")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(bar(page, begins="2022-07")).to_be_focused()
    page.keyboard.press("Home")
    expect(bar(page, begins="1910-01")).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.locator("a.bar:focus").count()


def test_shift_and_arrow_keys_extend_a_brush_that_enter_asks_for(open_page: OpenPage) -> None:
    page = open_page()
    page.locator("a.bar[tabindex='0']").focus()
    page.keyboard.press("End")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowLeft")
    assert asked(page) == ("2021-12", "2022-08")
    page.keyboard.press("Escape")
    assert asked(page) == ("", "")
    page.keyboard.press("Shift+ArrowRight")
    assert asked(page) == ("2021-12", "2022-07")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?from=2021-12&to=2022-07")
    expect(page.locator("#events")).to_be_focused()


def test_enter_on_a_bar_follows_it(open_page: OpenPage) -> None:
    page = open_page()
    bar(page, begins="2022-07").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?from=2022-07&to=2022-07")


def test_going_elsewhere_lets_go_of_the_brush(open_page: OpenPage) -> None:
    page = open_page()
    bar(page, begins="2022-08").focus()
    page.keyboard.press("Shift+ArrowLeft")
    page.get_by_label("Search").focus()
    assert asked(page) == ("", "")


def test_a_bar_under_the_pointer_or_the_focus_says_what_it_counts(open_page: OpenPage) -> None:
    page = open_page()
    told = bar(page, begins="2022-08").locator(".told")
    expect(told).to_have_css("opacity", "0")
    page.mouse.move(*middle_of(bar(page, begins="2022-08")))
    expect(told).to_have_css("opacity", "1")
    assert "certain" in (told.text_content() or "")


def test_the_chart_stays_while_events_are_read(open_page: OpenPage) -> None:
    page = open_page("/?from=2022&to=2022")
    open_entry(page, entries(page)[0])
    page.mouse.click(*middle_of(bar(page, begins="2022-08")))
    page.wait_for_url("**/?from=2022-08&to=2022-08")


@with_and_without_javascript
def test_the_table_leads_where_the_bars_do(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    page.locator(".twin summary").click()
    page.locator(".twin").get_by_role("link", name="August 2022").click()
    page.wait_for_url("**/?from=2022-08&to=2022-08")


@pytest.mark.parametrize("address", ["/", "/?from=2022-08-05&to=2022-08-21&topic=letters"])
def test_axe_finds_nothing_on_chart_table_and_brush(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    page.locator("a.bar").first.focus()
    page.keyboard.press("Shift+ArrowRight")
    axe_finds_nothing(page, ".overview")


@pytest.mark.parametrize("address", ["/", "/?from=2021-03&to=2022-08"])
def test_the_chart_fits_every_window(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    for width_px in WIDTHS_PX:
        page.set_viewport_size({"width": width_px, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width_px
        chart = page.locator("svg.chart").bounding_box()
        assert chart
        assert chart["x"] >= 0
        assert chart["x"] + chart["width"] <= width_px


def test_the_chart_is_printed_without_its_controls(open_page: OpenPage) -> None:
    page = open_page()
    page.emulate_media(media="print")
    expect(page.locator("svg.chart")).to_be_visible()
    for control in (".overview form", ".twin"):
        expect(page.locator(control)).to_be_hidden()
