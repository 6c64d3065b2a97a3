"""What every state of a page must stand: axe, its width, the size of what is clicked."""

from itertools import product
from typing import Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it has no types
from playwright.sync_api import Page

STANDARDS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS_PX = [320, 390, 768, 1440, 2560]
UNFOLD = "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
# Those within a sentence are excused by WCAG 2.5.8, as is the title, whose target is the whole entry of the list.
SMALL_TARGETS = """(excused) => Array.from(document.querySelectorAll("a, button, input, select, summary"))
  .filter((one) => one.checkVisibility() && !one.matches(".skip, .title, .nothing a"))
  .filter((one) => !excused || !one.matches(excused))
  .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
  .map((one) => one.outerHTML)"""


def check_page(page: Page, *, within_sentences: str = "") -> None:
    """Check a page with everything unfolded, in light and dark, narrow and wide.

    Args:
        page: An open page.
        within_sentences: A selector of links that stand within sentences.
    """
    page.evaluate(UNFOLD)
    for width_px in WIDTHS_PX:
        page.set_viewport_size({"width": width_px, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width_px
    for width_px, scheme in product((320, 1440), SCHEMES):
        page.set_viewport_size({"width": width_px, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=STANDARDS)
        assert found.violations_count == 0, (scheme, width_px, found.generate_report())
        small = page.evaluate(SMALL_TARGETS, within_sentences)
        assert small == [], (width_px, small)
