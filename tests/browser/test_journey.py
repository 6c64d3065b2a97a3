"""From the timeline to the sentence in the source and back, with JavaScript and without."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import Entry, entries, evidence_title, open_entry, words

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])


def filter_by_actor_and_year(page: Page, actor: str, year: str) -> list[Entry]:
    page.locator("#facet-actor ~ ul a", has_text=actor).first.click()
    expect(page.locator(".chips")).to_contain_text(actor)
    page.get_by_label("From").fill(year)
    page.get_by_label("To", exact=True).fill(year)
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".chips")).to_contain_text(f"To {year}")
    return entries(page)


@with_and_without_javascript
def test_an_analyst_checks_an_event_in_its_source(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    everything = entries(page)
    found = filter_by_actor_and_year(page, "Kim Jong Un", "2019")
    assert 0 < len(found) < len(everything)
    assert "actor=Kim" in page.url
    assert "from=2019" in page.url

    meeting = next(entry for entry in found if entry.date.endswith("2019"))
    open_entry(page, meeting)
    assert "2019" in page.locator(".evidence mark").first.inner_text()
    quote = words(page.locator(".evidence blockquote").first.inner_text())

    page.get_by_role("link", name=re.compile("Read in the article")).first.click()
    page.wait_for_url("**/articles/*")
    assert words(" ".join(page.locator("mark").all_inner_texts())) == quote
    expect(page.locator("mark").first).to_be_in_viewport()
    number = page.url.partition("#")[2]
    assert words(page.locator("mark").first.inner_text()) in words(page.locator(f"#{number}").inner_text())

    page.go_back()
    assert evidence_title(page) == meeting.title
    page.go_back()
    expect(page.locator(".evidence")).to_have_count(0)
    assert entries(page) == found


@with_and_without_javascript
def test_the_csv_is_what_the_page_shows(open_page: OpenPage, tmp_path: Path, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    shown = filter_by_actor_and_year(page, "Kim Jong Un", "2022")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    download.value.save_as(tmp_path / "tumen.csv")
    with (tmp_path / "tumen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], row["title"]) for row in rows] == [(entry.id, entry.title) for entry in shown]
    for row, entry in zip(rows, shown, strict=True):
        open_entry(page, entry)
        assert words(row["quote"]) == words(page.locator(".evidence blockquote").first.inner_text())
        assert row["link"] == f"/events/{entry.id}"
        page.go_back()
        page.locator(".legend").wait_for()


@with_and_without_javascript
def test_a_sentence_in_the_source_leads_to_its_event(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page("/articles", javascript=javascript)
    page.locator(".articles a.title").first.click()
    page.wait_for_url("**/articles/a*")
    sentence = page.locator("a.used").first
    told = words(sentence.inner_text())
    sentence.click()
    page.wait_for_url("**/events/*")
    quote = page.locator("figure:target blockquote")
    assert words(quote.inner_text()) == told
    expect(quote).to_be_in_viewport()


@with_and_without_javascript
def test_filters_are_taken_back_one_by_one_and_all_at_once(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    everything = entries(page)
    found = filter_by_actor_and_year(page, "Kim Jong Un", "2022")
    page.get_by_role("link", name="Take back the filter Actor Kim Jong Un").click()
    expect(page.locator(".chips")).not_to_contain_text("Kim Jong Un")
    assert len(entries(page)) > len(found)
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator(".chips")).to_have_count(0)
    assert entries(page) == everything


@with_and_without_javascript
def test_a_value_is_left_out_with_one_click(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    before = len(entries(page))
    facet = page.locator("#facet-topic ~ ul li").first
    count = int(facet.locator("data").inner_text())
    facet.locator(".exclude").click()
    expect(page.locator(".chips")).to_contain_text("not")
    assert len(entries(page)) == before - count


@with_and_without_javascript
def test_a_search_finds_words_in_quotes(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript)
    page.get_by_label("Search").fill("Vladivostok")
    page.get_by_label("Search").press("Enter")
    expect(page.locator(".chips")).to_contain_text("Vladivostok")
    found = entries(page)
    assert len(found) > 0
    for entry in found:
        assert "Vladivostok" in page.locator(f"#{entry.id} .sought").all_inner_texts()


@with_and_without_javascript
def test_a_folded_quote_that_a_link_leads_to_is_unfolded(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page("/articles", javascript=javascript)
    addresses = [link.get_attribute("href") or "" for link in page.locator(".articles a.title").all()]
    for address in addresses:
        page.goto(address)
        link = page.locator(".taken a").last
        quote = (link.get_attribute("href") or "").partition("#")[2]
        page.goto(link.get_attribute("href") or "")
        expect(page.locator(f"#{quote} blockquote")).to_be_in_viewport()


@with_and_without_javascript
def test_a_wrong_date_gets_a_page_that_says_how_to_write_it(open_page: OpenPage, *, javascript: bool) -> None:
    page = open_page(javascript=javascript, may_fail=True)
    page.get_by_label("From").fill("yesterday")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("h1")).to_have_text("One filter cannot be used")
    assert "from=yesterday" in page.url
    page.get_by_role("link", name="The same, without this filter").click()
    expect(page.locator("h1")).to_have_text("Timeline")
