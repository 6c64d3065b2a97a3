"""Addresses of original pages: linked only when they lead to the web, and to the quoted words where browsers can."""

from urllib.parse import quote

from app.domain.web_address import web_address

_WORDS_AT_EACH_END = 6


def original_at(url: str | None, quoted: str) -> str | None:
    """The original page, scrolled to the quoted words by browsers that know text fragments.

    Source: https://wicg.github.io/scroll-to-text-fragment/
    """
    address = web_address(url)
    if not address:
        return None
    mark = "" if "#" in address else "#"
    return f"{address}{mark}:~:text={_text_directive(quoted)}"


def _text_directive(quoted: str) -> str:
    """The words, or the first and last of many: pages break long quotes in places that we cannot know."""
    words = quoted.split()
    if len(words) <= 2 * _WORDS_AT_EACH_END:
        return _encoded(words)
    return f"{_encoded(words[:_WORDS_AT_EACH_END])},{_encoded(words[-_WORDS_AT_EACH_END:])}"


def _encoded(words: list[str]) -> str:
    # A hyphen would begin or end a context of the directive, so it is encoded although addresses allow it.
    return quote(" ".join(words), safe="").replace("-", "%2D")
