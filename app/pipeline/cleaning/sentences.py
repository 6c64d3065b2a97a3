"""Where the sentences of a paragraph stand."""

import re
from collections.abc import Iterator

from app.domain.text import Stretch

# A full stop may be followed by closing marks and by the numbers of notes ("[16]", "in public.1"); what comes next must
# look like a beginning.
_NOTES = r"(?:\[\d{1,3}\]|(?<=[^\W\d][.!?”])\d{1,2}(?=\s+[^\W\d]|$))*"
_END = re.compile(rf"[.!?…。！？]+[\"'”’»)\]]*{_NOTES}(?=\s|$)|[。！？]")
_BEGINS = re.compile(r"[\"'“‘«(\[—–\-\s]*[^\Wa-zа-яё_]")
_LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.[\"'”’»)\]]*(?:\[\d{1,3}\]|(?<!\d)\d{1,2}(?!\d))*$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-ZА-Я]")

# No abbreviation is longer: how far back the word before a full stop is looked for.
_LOOK_BACK = 24


def split_sentences(text: str, paragraph: Stretch, abbreviations: frozenset[str]) -> Iterator[Stretch]:
    """Split a paragraph into sentences.

    Args:
        text: The kept text.
        paragraph: Where the paragraph stands in it.
        abbreviations: Words whose full stop does not end a sentence, without it.

    Yields:
        Stretches in order, without the white space around them.
    """
    start = paragraph.start
    for found in _END.finditer(text, paragraph.start, paragraph.end):
        if found.end() < paragraph.end and not _is_end(text, found, abbreviations):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, paragraph.end)


def _is_end(text: str, found: re.Match[str], abbreviations: frozenset[str]) -> bool:
    after = text[found.end() : found.end() + 12]
    if not _BEGINS.match(after):
        return False
    if not found[0].startswith(".") or found[0].startswith(".."):
        return True
    word = _LAST_WORD.search(text[max(0, found.start() - _LOOK_BACK) : found.end()])
    if word is None:
        return True
    if word[1] in abbreviations:
        # "on Dec. 7", "Mr. Kim" go on; "in Dec. The talks" is rare enough to be read as going on too.
        return False
    return not _INITIAL.fullmatch(word[1]) or _closes_abbreviation(word[1], after)


def _closes_abbreviation(word: str, after: str) -> bool:
    """Does "U.S." end the sentence here? Only before a word that begins sentences and no names."""
    first = re.match(r"[\"'“‘«(\[\s]*(\w+)", after)
    begins = first is not None and first[1] in {"The", "In", "On", "He", "She", "It", "They", "But", "This", "A", "An"}
    return "." in word and begins


def _trimmed(text: str, start: int, end: int) -> Iterator[Stretch]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Stretch(start, end)
