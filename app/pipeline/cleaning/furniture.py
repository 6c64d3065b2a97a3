"""Which paragraphs belong to the page and not to the story."""

import re
from collections.abc import Iterator, Sequence

from app.domain.article import Paragraph, ParagraphKind
from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge

# Furniture is short; a longer line is never tested, so that a hostile one costs nothing.
_LONGEST_FURNITURE = 420
_FEWEST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
# The line of a chronology: a date with a year, and what happened. So many of them make one.
_ENTRY = re.compile(
    r"(?:\d{1,2}\.?[–-])?(?:\d{1,4}[./-]){1,2}\d{2,4}[\s:–—-]+[^\W\d_]|(?:[^\W\d_]{3,9}\.?\s+|\d{1,2}\s+){0,2}[12]\d{3}[\s:–—-]+[^\W\d_]"
)
_FEWEST_ENTRIES = 4
_ENDS_SENTENCE = re.compile(r"[.!?…。][\"'”’»)\]]*(?:\s*\([^)]{1,40}\))?$")


def cut_prefixes(text: str, paragraphs: Sequence[Stretch], rows: CleaningKnowledge) -> Iterator[Stretch]:
    """Part a header from the sentence that it was glued to ("date 2004-03-02 The harbour …")."""
    for paragraph in paragraphs:
        head = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_FURNITURE)]
        cut = next((found.end() for pattern, _ in rows.prefixes if (found := pattern.match(head))), 0)
        if 0 < cut < len(paragraph.of(text)):
            header = head[:cut].rstrip()
            yield Stretch(paragraph.start, paragraph.start + len(header))
            yield Stretch(paragraph.start + cut, paragraph.end)
        else:
            yield paragraph


def find_entries(text: str, spans: Sequence[Stretch]) -> frozenset[Stretch]:
    """The lines of a chronology, which are story though they are no sentences; none where there are too few."""
    entries = frozenset(span for span in spans if _ENTRY.match(text, span.start, span.end))
    return entries if len(entries) >= _FEWEST_ENTRIES else frozenset()


def mark_furniture(
    text: str, spans: Sequence[Stretch], title: Stretch | None, rows: CleaningKnowledge
) -> list[Paragraph]:
    """Number the paragraphs and say of each whether it is body or furniture, and why."""
    headline = title.of(text) if title else None
    entries = find_entries(text, spans)
    paragraphs = []
    for number, span in enumerate(spans, start=1):
        reason = None if span == title else _reason(span.of(text), headline, rows, is_entry=span in entries)
        kind = ParagraphKind.FURNITURE if reason else ParagraphKind.BODY
        paragraphs.append(Paragraph(number, span, kind, reason))
    return paragraphs


def furniture_reason(line: str, rows: CleaningKnowledge) -> str | None:
    """The name of the row that knows the line as furniture, if any."""
    if len(line) > _LONGEST_FURNITURE:
        return None
    return next((row.name for pattern, row in (*rows.furniture, *rows.prefixes) if pattern.fullmatch(line)), None)


def _reason(line: str, title: str | None, rows: CleaningKnowledge, *, is_entry: bool) -> str | None:
    if reason := furniture_reason(line, rows) or furniture_reason(line + " ", rows):
        return reason
    if title and _alike(line, title):
        return "headline again"
    if (
        not is_entry
        and not _ENDS_SENTENCE.search(line)
        and len(_WORD.findall(line[:_LONGEST_FURNITURE])) < _FEWEST_WORDS
    ):
        return "short line without a sentence"
    return None


def _alike(line: str, title: str) -> bool:
    """Is the line the headline once more, perhaps with the outlet's name behind it?"""
    if len(line) > 2 * len(title):
        return False
    mine, theirs = (set(_WORD.findall(one.casefold())) for one in (line, title))
    return bool(mine) and len(mine & theirs) >= 0.8 * len(mine | theirs)
