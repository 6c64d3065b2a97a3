"""The evidence of an event as an analyst works with it: origins, differences, citations, neighbours."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import wait_until
from tests.browser.conftest import OpenPage
from tests.browser.reading import entries, open_entry, words

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])


def open_letter(open_page: OpenPage, *, javascript: bool = True) -> Page:
    """The letter of August 2022, that all five articles tell of."""
    page = open_page("/?topic=letters&from=2022-08&to=2022-08", javascript=javascript)
    told = [entry for entry in entries(page) if "5 articles" in page.locator(f"#{entry.id}").inner_text()]
    open_entry(page, told[0])
    return page


@with_and_without_javascript
def test_carriers_are_folded_until_a_link_leads_to_one(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_letter(open_page, javascript=javascript)
    carried = page.locator(".carried .source").last
    expect(carried).to_be_hidden()
    name = carried.get_attribute("id")
    page.locator(f".evidence > header a[href='#{name}']").click()
    expect(carried).to_be_in_viewport()


@pytest.mark.parametrize("name", ["עיתון הנמל", "\u202egnol eht fo tsop"], ids=["Hebrew", "turned round"])
def test_a_name_that_runs_from_right_to_left_moves_nothing_beside_it(open_page: OpenPage, name: str) -> None:
    source = open_letter(open_page).locator(".evidence > header a[href^='#source-']").first
    source.evaluate("(link, name) => (link.textContent = name)", name)
    name_ends, number_begins = source.evaluate(
        """link => {
             const number = document.createRange();
             number.setStart(link.nextSibling, link.nextSibling.data.indexOf("("));
             number.setEnd(link.nextSibling, number.startOffset + 1);
             return [link.getBoundingClientRect().right, number.getBoundingClientRect().left];
           }"""
    )
    assert number_begins >= name_ends - 1  # a pixel: boxes are rounded


@with_and_without_javascript
def test_a_difference_leads_to_the_quote_that_makes_it(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_letter(open_page, javascript=javascript)
    link = page.locator(".differences .who a").last
    quote = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    expect(page.locator(f"#{quote} blockquote")).to_be_in_viewport()


@with_and_without_javascript
def test_a_citation_holds_the_quote_and_its_place(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_letter(open_page, javascript=javascript)
    figure = page.locator("figure").first
    figure.locator(".cite summary").click()
    cited = figure.locator(".citation")
    expect(cited).to_contain_text(words(figure.locator("blockquote").inner_text()))
    address = re.search(r"http://127\.0\.0\.1\S+#p\d+", cited.inner_text())
    assert address
    page.goto(address[0])
    expect(page.locator("mark").first).to_be_in_viewport()


@with_and_without_javascript
def test_the_link_to_a_quote_leads_back_to_it(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_letter(open_page, javascript=javascript)
    figure = page.locator("figure").nth(1)
    quote = figure.get_attribute("id")
    figure.locator(".cite summary").click()
    figure.get_by_role("link", name="Link to this quote").click()
    page.wait_for_url(f"**/events/*#{quote}")
    expect(page.locator(f"#{quote} blockquote")).to_be_in_viewport()


def test_a_citation_is_copied(open_page: OpenPage) -> None:
    page = open_letter(open_page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure = page.locator("figure").first
    figure.locator(".cite summary").click()
    figure.get_by_role("button", name="Copy citation").click()
    expect(page.locator("p[role=status]", has_text="Copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == words(figure.locator(".citation").inner_text())
    page.locator(".evidence > header").get_by_role("button", name="Copy link").click()
    wait_until(page, "async () => /\\/events\\/e[0-9a-f]+$/.test(await navigator.clipboard.readText())")
    expect(figure.get_by_role("button", name="Copy citation")).to_be_visible()  # the label comes back


def test_where_there_is_no_clipboard_the_words_are_selected(open_page: OpenPage) -> None:
    page = open_letter(open_page)
    page.evaluate("delete Navigator.prototype.clipboard")  # as on a page that is not secure
    figure = page.locator("figure").first
    figure.locator(".cite summary").click()
    figure.get_by_role("button", name="Copy citation").click()
    expect(figure.locator(".copy").first).to_contain_text("Selected")
    selected = words(page.evaluate("getSelection().toString()"))
    assert selected == words(figure.locator(".citation").inner_text())
    page.locator(".evidence > header").get_by_role("button", name="Copy link").click()
    wait_until(page, "getSelection().toString().startsWith('http')")


def test_without_javascript_nothing_offers_to_copy(open_page: OpenPage) -> None:
    page = open_letter(open_page, javascript=False)
    page.locator(".cite summary").first.click()
    for button in page.locator(".copy").all():
        expect(button).to_be_hidden()


@with_and_without_javascript
def test_the_next_event_is_one_click_further_down(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    first, second, *_ = entries(page)
    open_entry(page, first)
    after = page.locator(".around [rel=next]")
    assert second.title in after.inner_text()
    after.click()
    page.wait_for_url(f"**/events/{second.id}")
    heading = page.locator(".evidence h2", has_text=second.title)
    expect(heading).to_be_focused() if javascript else expect(heading).to_be_visible()
