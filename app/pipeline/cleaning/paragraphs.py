"""Where the paragraphs of a text stand."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from app.domain.text import Stretch

# Everything that ends a line in Unicode, so that no page can hide one paragraph in another.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;。][\"'”’»)\]]*$")

# A block is taken for hard-wrapped text when its lines are this long, as typewriters and mail programs wrap.
_WRAPPED_LEAST, _WRAPPED_MOST = 45, 100


def split_paragraphs(text: str) -> list[Stretch]:
    """Split a text into paragraphs: a line each, or a block of lines where the text is hard-wrapped.

    Args:
        text: The kept text.

    Returns:
        Stretches in order, without the white space around them; none for a text of white space.
    """
    paragraphs = []
    for block in _blocks(text):
        if _is_hard_wrapped(text, block):
            paragraphs.append(Stretch(block[0].start, block[-1].end))
        else:
            paragraphs.extend(block)
    return paragraphs


def _lines(text: str) -> Iterator[Stretch]:
    for found in _LINE.finditer(text):
        start, end = found.span()
        while start < end and _is_blank(text[start]):
            start += 1
        while end > start and _is_blank(text[end - 1]):
            end -= 1
        if start < end:
            yield Stretch(start, end)


def _is_blank(character: str) -> bool:
    """White space, or one of the characters that are not seen: byte order mark, zero width, soft hyphen."""
    return character.isspace() or character in "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def _blocks(text: str) -> Iterator[list[Stretch]]:
    """Lines that no blank line parts."""
    block: list[Stretch] = []
    for line in _lines(text):
        if block and _has_blank_line(text[block[-1].end : line.start]):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _has_blank_line(gap: str) -> bool:
    return len(gap.strip(" \t\u00a0").splitlines()) > 1 and gap.replace("\r\n", "\n").count("\n") > 1


def _is_hard_wrapped(text: str, block: list[Stretch]) -> bool:
    """Are the lines pieces of running text? Then most break off in the middle of a sentence."""
    full = [line.of(text) for line in block[:-1]]
    if not full or not median(map(len, full)) >= _WRAPPED_LEAST or max(map(len, full)) > _WRAPPED_MOST:
        return False
    broken_off = [not _ENDS_SENTENCE.search(line) for line in full]
    runs_on = [text[later.start].islower() for _, later in pairwise(block)]
    return sum(broken_off) * 2 > len(full) and any(runs_on)
