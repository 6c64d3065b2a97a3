"""An article as an analyst reads it: its map, the steps from quote to quote, what was missed, the clues to its day."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import words

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])


def open_article(open_page: OpenPage, *, javascript: bool = True) -> Page:
    page = open_page("/articles", javascript=javascript)
    page.goto(page.locator("a.title").first.get_attribute("href") or "")
    return page


@with_and_without_javascript
def test_steps_lead_through_all_quotes_and_back(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_article(open_page, javascript=javascript)
    quotes = page.locator(".taken li:not(.none)").count()
    page.get_by_role("link", name="First quote").click()
    for number in range(1, quotes):
        expect(page.locator(".steps")).to_contain_text(f"Quote {number} of {quotes}")
        expect(page.locator("mark").first).to_be_in_viewport()
        page.get_by_role("link", name="Next quote").click()
    expect(page.locator(".steps")).to_contain_text(f"Quote {quotes} of {quotes}")
    expect(page.get_by_role("link", name="Next quote")).to_have_count(0)
    page.get_by_role("link", name="Previous quote").click()
    expect(page.locator(".steps")).to_contain_text(f"Quote {quotes - 1} of {quotes}")


@with_and_without_javascript
def test_the_map_leads_to_each_kind_of_paragraph(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_article(open_page, javascript=javascript)
    for use, sign in (("used", ".used"), ("passed", ".taken .none"), ("furniture", ".reason")):
        mark = page.locator(f".map a.use-{use}").first
        mark.click()
        paragraph = page.locator(mark.get_attribute("href") or "")
        expect(paragraph).to_be_in_viewport()
        expect(paragraph.locator(sign).first).to_be_visible()


@with_and_without_javascript
def test_a_clue_leads_to_its_words(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_article(open_page, javascript=javascript)
    row = page.locator(".publication tbody tr", has=page.locator("a[href^='#p']")).first
    clue = words(row.locator("q").inner_text()).strip("“”")
    row.locator("a").first.click()
    marked = page.locator("li:target .clue")
    expect(marked.first).to_be_in_viewport()
    assert clue in words(" ".join(marked.all_inner_texts()))


def test_the_map_stays_beside_the_text_on_a_wide_screen(open_page: OpenPage) -> None:
    page = open_article(open_page)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    expect(page.locator(".map a").first).to_be_in_viewport()


def test_kinds_of_paragraphs_differ_without_colour(open_page: OpenPage) -> None:
    page = open_article(open_page)
    looks = {
        page.locator(f".map ol a.use-{use}").first.evaluate(
            "(one) => { const s = getComputedStyle(one);"
            " return [s.borderStyle, s.borderWidth, s.borderRadius, s.fontWeight, s.textDecorationLine].join() }"
        )
        for use in ("used", "passed", "furniture")
    }
    assert len(looks) == 3
