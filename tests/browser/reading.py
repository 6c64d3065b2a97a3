"""What a page shows, as an analyst would read it."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Entry:
    """An entry of the list."""

    id: str
    date: str
    title: str


def entries(page: Page) -> list[Entry]:
    """The list, from top to bottom."""
    return [
        Entry(
            item.get_attribute("id") or "",
            " ".join(item.locator(".gutter").inner_text().split()),
            item.locator("a.title").inner_text(),
        )
        for item in page.locator("#events li.event").all()
    ]


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
