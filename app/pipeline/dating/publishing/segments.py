"""Lines of a page in pieces: the words that belong to a date, and a line without its bullets and brackets."""

import re
from collections.abc import Iterator, Mapping

from app.knowledge.publication_rows import PageRole

_LOOKED_AT = 240  # characters of a line on either side of a date
_SEGMENT = re.compile(
    r"\s{3,}|\t|\s[|·•*/]+\s"
    r"|(?<=[^\W\d_]{3})[.;!?][)\]”\"]*\s+(?=[^\W\d_])|(?<=[)\d])[.;]\s+(?=[^\W\d_])"
)
_OPENING = re.compile(r"(?:[\s>*(–—^#|•-]*\[[^\]\n]{1,40}\]\s*)?[\s>*\[(–—^#|•-]*")

Marks = Mapping[PageRole, re.Pattern[str]]


def segment_before(line: str) -> str:
    """Of the words of a line before a date, those that belong to it: "Hits: 300 | Published " is "Published "."""
    return _SEGMENT.split(line[-_LOOKED_AT:])[-1]


def segment_after(line: str) -> str:
    """Of the words of a line behind a date, those that belong to it."""
    return "" if line.startswith((".", ";")) else _SEGMENT.split(line[:_LOOKED_AT])[0]


def without_opening_marks(words: str) -> str:
    """Words without bullets, brackets and dashes, and without a note in brackets, before them."""
    opening = _OPENING.match(words)
    return words[opening.end() :] if opening else words


def pieces_of(words: str) -> Iterator[str]:
    """The sentences of a paragraph, and the pieces of a line between its bars and gaps."""
    return (without_opening_marks(piece) for piece in _SEGMENT.split(words))
