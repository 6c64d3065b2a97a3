"""Which paragraphs belong to the page and not to the story."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.domain.article import Paragraph, ParagraphKind
from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge, FurnitureRow
from app.knowledge.needle_scan import Hits

# Furniture is short; a longer line is never tested, so that a hostile one costs nothing.
_LONGEST_FURNITURE = 420
_FEWEST_WORDS = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
# The line of a chronology: a date with a year, and what happened. So many of them make one.
_ENTRY = re.compile(
    r"(?:\d{1,2}\.?[–-])?(?:\d{1,4}[./-]){1,2}\d{2,4}[\s:–—-]+[^\W\d_]|(?:[^\W\d_]{3,9}\.?\s+|\d{1,2}\s+){0,2}[12]\d{3}[\s:–—-]+[^\W\d_]"
)
_FEWEST_ENTRIES = 4
# The row for "More on …", and the headlines that stand below it.
_POINTER, _ANOTHER_STORY = "pointer to other stories", "headline of another story"
_ENDS_SENTENCE = re.compile(r"[.!?…。][\"'”’»)\]]*(?:\s*\([^)]{1,40}\))?$")


class Furniture:
    """What the rows know as furniture in a text; each line is looked at once, and tried on the rows that it may fit."""

    def __init__(self, text: str, hits: Hits[str], rows: CleaningKnowledge) -> None:
        """Look at lines of this text, in which these are the needles of the rows."""
        self._text, self._hits, self._rows = text, hits, rows
        self._known: dict[Stretch, str | None] = {}
        self._by_likely: dict[frozenset[str], Sequence[tuple[re.Pattern[str], FurnitureRow]]] = {}

    def reason(self, line: Stretch) -> str | None:
        """The name of the row that knows the line, if any."""
        if line not in self._known:
            self._known[line] = self._fitting(line, line.of(self._text))
        return self._known[line]

    def reason_before_more(self, line: Stretch) -> str | None:
        """The same where a blank follows the line: what stands in front of a story may stand alone too."""
        return self._fitting(line, line.of(self._text) + " ")

    def prefix_end(self, line: Stretch) -> int:
        """How many characters of the line are a header that was glued to a sentence."""
        head = line.of(self._text)[:_LONGEST_FURNITURE]
        likely = self._likely(line)
        prefixes = (pattern for pattern, _ in self._rows.prefixes if pattern.pattern in likely)
        return next((found.end() for pattern in prefixes if (found := pattern.match(head))), 0)

    def _fitting(self, line: Stretch, words: str) -> str | None:
        if len(words) > _LONGEST_FURNITURE:
            return None
        fitting = (row.name for pattern, row in self._rows_of(self._likely(line)) if pattern.fullmatch(words))
        return next(fitting, None)

    def _rows_of(self, likely: frozenset[str]) -> Sequence[tuple[re.Pattern[str], FurnitureRow]]:
        """The rows with these patterns; most lines have the same few."""
        if likely not in self._by_likely:
            rows = (*self._rows.furniture, *self._rows.prefixes)
            self._by_likely[likely] = [(pattern, row) for pattern, row in rows if pattern.pattern in likely]
        return self._by_likely[likely]

    def _likely(self, line: Stretch) -> frozenset[str]:
        return self._hits.likely(line.start, line.end)


def cut_prefixes(text: str, paragraphs: Iterable[Stretch], furniture: Furniture) -> Iterator[Stretch]:
    """Part a header from the sentence that it was glued to ("date 2004-03-02 The harbour …")."""
    for paragraph in paragraphs:
        cut = paragraph.start + furniture.prefix_end(paragraph)
        if paragraph.start < cut < paragraph.end:
            header = text[paragraph.start : cut].rstrip()
            yield Stretch(paragraph.start, paragraph.start + len(header))
            yield Stretch(cut, paragraph.end)
        else:
            yield paragraph


def find_entries(text: str, spans: Sequence[Stretch]) -> frozenset[Stretch]:
    """The lines of a chronology, which are story though they are no sentences; none where there are too few."""
    entries = frozenset(span for span in spans if _ENTRY.match(text, span.start, span.end))
    return entries if len(entries) >= _FEWEST_ENTRIES else frozenset()


def mark_furniture(text: str, spans: Sequence[Stretch], title: Stretch | None, furniture: Furniture) -> list[Paragraph]:
    """Number the paragraphs and say of each whether it is body or furniture, and why."""
    headline = title.of(text) if title else None
    entries = find_entries(text, spans)
    paragraphs: list[Paragraph] = []
    is_below_pointer = False
    for number, span in enumerate(spans, start=1):
        reason = None if span == title else furniture.reason(span) or furniture.reason_before_more(span)
        if span != title and not reason:
            reason = _reason(span.of(text), headline, is_entry=span in entries)
        if not reason and is_below_pointer and span not in entries and not _ENDS_SENTENCE.search(span.of(text)):
            reason = _ANOTHER_STORY
        is_below_pointer = reason in (_POINTER, _ANOTHER_STORY)
        kind = ParagraphKind.FURNITURE if reason else ParagraphKind.BODY
        paragraphs.append(Paragraph(number, span, kind, reason))
    return paragraphs


def _reason(line: str, title: str | None, *, is_entry: bool) -> str | None:
    """Why a line that no row knows is furniture, if it is."""
    if title and _alike(line, title):
        return "headline again"
    is_sentence = is_entry or _ENDS_SENTENCE.search(line) is not None
    if not is_sentence and len(_WORD.findall(line[:_LONGEST_FURNITURE])) < _FEWEST_WORDS:
        return "short line without a sentence"
    return None


def _alike(line: str, title: str) -> bool:
    """Is the line the headline once more, perhaps with the outlet's name behind it?"""
    if len(line) > 2 * len(title):
        return False
    mine, theirs = (set(_WORD.findall(one.casefold())) for one in (line, title))
    return bool(mine) and len(mine & theirs) >= 0.8 * len(mine | theirs)
