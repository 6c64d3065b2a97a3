"""What a page shows, as an analyst would read it."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Entry:
    """An entry of the list."""

    id: str
    date: str
    title: str


READ_ENTRIES = """(items) => items.map((item) =>
  [item.id, item.querySelector(".gutter").innerText, item.querySelector("a.title").innerText])"""


def entries(page: Page) -> list[Entry]:
    """The list, from top to bottom."""
    found = page.locator("#events li.event").evaluate_all(READ_ENTRIES)
    return [Entry(name, words(date), title) for name, date, title in found]


def open_entry(page: Page, entry: Entry) -> None:
    """Click an entry and wait for its evidence."""
    page.locator(f"#{entry.id} a.title").click()
    page.wait_for_url(f"**/events/{entry.id}*")
    page.locator(".evidence h2", has_text=entry.title).wait_for()


def evidence_title(page: Page) -> str:
    """The title of the open event."""
    return page.locator(".evidence h2").inner_text()


def words(text: str) -> str:
    """A text with its white space made single."""
    return " ".join(text.split())
