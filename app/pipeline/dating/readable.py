"""Text as a reader sees it: marks without a width and names of marks that a page left over, at the same positions."""

import re

_WIDTHLESS = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_ENTITY = re.compile(
    r"&(?:(?P<blank>nbsp|ensp|emsp|thinsp|#160|#[xX][aA]0)|(?P<dash>[nm]dash|#8211|#8212|#[xX]201[34]));"
)


def readable(text: str) -> str:
    """The text with blanks for marks that have no width, and with marks for the names that HTML gives them.

    Returns:
        A text of the same length, so that positions in one are positions in the other.
    """
    if not text.isascii():
        text = _WIDTHLESS.sub(" ", text)
    return _ENTITY.sub(_mark, text) if "&" in text else text


def _mark(entity: re.Match[str]) -> str:
    mark = " " if entity["blank"] else "–"
    return mark.ljust(len(entity[0]))
