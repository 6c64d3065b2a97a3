"""What every state of a page must stand: axe, its width, its zoom, the size of what is clicked."""

import time
from typing import Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it has no types
from playwright.sync_api import Page

Rules = dict[str, object]
STANDARDS: Rules = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# What depends on the width, and on the colours; the other rules would say of a page what they have said of it already.
OF_WIDTH: Rules = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "bypass", "skip-link"]},
    "resultTypes": ["violations"],
}
OF_COLOURS: Rules = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
# Only what is wrong comes out of the browser: to bring all that is right takes as long as finding it.
VIOLATIONS = """([part, options]) => axe.run(part, options).then(({ violations }) =>
  violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html + node.failureSummary).join(" ")}`))"""
WIDTHS_PX = [320, 390, 768, 1024, 1440, 2560]
WINDOW_PX, ZOOMED_PX = 1280, 640  # what a window of 1280 pixels is at 200 percent
PATIENCE_SECONDS, PAUSE_MILLISECONDS = 10, 30
UNFOLD = "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
# Those within a sentence are excused by WCAG 2.5.8, as is the title, whose target is the whole entry of the list.
SMALL_TARGETS = """(excused) => Array.from(document.querySelectorAll("a, button, input, select, summary"))
  .filter((one) => one.checkVisibility() && !one.matches(".skip, .title, .nothing a"))
  .filter((one) => !excused || !one.matches(excused))
  .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
  .map((one) => one.outerHTML)"""
# What a reader can use and read; what is written for one width only stands in a drawing.
READ = "a, button, input, select, p, li, dd, th, td, h1, h2, h3"
CONTENTS = """(read) => Array.from(document.querySelectorAll(`main :is(${read})`))
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("svg"))
  .map((one) => one.tagName + " " + (one.id || one.innerText).replace(/\\s+/g, " ").trim())"""


def axe_finds_nothing(page: Page, part: str = "html") -> None:
    """Look for violations with everything unfolded: by all rules, in the dark at the colours, narrow at the sizes.

    Args:
        page: An open page.
        part: A selector of what is looked at, where the rest of the page is looked at elsewhere.
    """
    page.evaluate(UNFOLD)
    page.evaluate(Axe().axe_script)
    looks: tuple[tuple[int, Literal["light", "dark"], Rules], ...]
    looks = (1440, "light", STANDARDS), (1440, "dark", OF_COLOURS), (320, "light", OF_WIDTH)
    for width_px, scheme, rules in looks:
        resize(page, width_px)
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(VIOLATIONS, [part, rules]) == [], (scheme, width_px)
    page.emulate_media(color_scheme="light")


def nothing_scrolls_sideways(page: Page) -> None:
    """Try windows from that of a small phone to that of a large screen, with everything unfolded."""
    page.evaluate(UNFOLD)
    for width_px in WIDTHS_PX:
        resize(page, width_px)
        assert page.evaluate("document.documentElement.scrollWidth") <= width_px


def targets_are_large_enough(page: Page, within_sentences: str) -> None:
    """Measure all that can be clicked, but for a selector of links that are as small as the sentence around them."""
    page.evaluate(UNFOLD)
    for width_px in (320, 1440):
        resize(page, width_px)
        small = page.evaluate(SMALL_TARGETS, within_sentences)
        assert small == [], (width_px, small)


def nothing_is_lost_at_200_percent(page: Page) -> None:
    """Compare what is there in a window and in the same one zoomed in, with everything unfolded."""
    page.evaluate(UNFOLD)
    resize(page, WINDOW_PX)
    whole = page.evaluate(CONTENTS, READ)
    resize(page, ZOOMED_PX, 400)
    page.evaluate(UNFOLD)
    left = page.evaluate(CONTENTS, READ)
    assert [one for one in whole if one not in left] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED_PX


def resize(page: Page, width_px: int, height_px: int = 800) -> None:
    """Give the window another size."""
    page.set_viewport_size({"width": width_px, "height": height_px})


def wait_until(page: Page, expression: str) -> None:
    """Wait until an expression is true. Playwright's own waiting runs in the page, whose policy forbids that."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(PAUSE_MILLISECONDS)
