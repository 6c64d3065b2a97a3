"""The head of a page: the lines above the story."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.pipeline.cleaning.furniture import find_entries, furniture_reason
from app.pipeline.cleaning.sentences import split_sentences

# No page has a longer head that is of use; a headline is neither a label nor a paragraph.
_LINES_SEARCHED, LONGEST_LINE = 25, 220
# A lead is mostly longer than the notices of a page ("Please enable scripts."); only where nothing is, it may be short.
_LONG_LEAD, _ANY_LEAD = 60, 1
_GOES_ON_WITHIN = 3
_ENDS_SENTENCE = re.compile(r"[.!…。][\"'”’»)\]]*(?:\s*\([^)]{1,40}\))?$")


def find_head(text: str, spans: Sequence[Stretch], rows: CleaningKnowledge) -> list[Stretch]:
    """The lines above the first paragraph of the story, furniture among them; none where the story begins at once.

    A notice above the headline may be a sentence too: what follows it is short. The first line that the story goes on
    behind is its lead.
    """
    story = find_entries(text, spans) or _running_text(text, spans, rows, _LONG_LEAD)
    begins = _begin(text, spans, rows, story)
    if begins is None:
        begins = _begin(text, spans, rows, _running_text(text, spans, rows, _ANY_LEAD))
    return list(spans[: begins or 0])


def _begin(text: str, spans: Sequence[Stretch], rows: CleaningKnowledge, story: AbstractSet[Stretch]) -> int | None:
    """Where the first line of a story stands that goes on soon behind it, or is the last of the page."""
    for position, span in enumerate(spans[:_LINES_SEARCHED]):
        if span in story:
            following = [one for one in spans[position + 1 :] if not furniture_reason(one.of(text), rows)]
            if not following or not story.isdisjoint(following[:_GOES_ON_WITHIN]):
                return position
    return None


def _running_text(text: str, spans: Sequence[Stretch], rows: CleaningKnowledge, shortest: int) -> AbstractSet[Stretch]:
    """The lines of at least so many characters that are sentences, or too long for a headline."""
    searched = spans[: _LINES_SEARCHED * 2]
    return {span for span in searched if len(span.of(text)) >= shortest and _is_running(text, span, rows)}


def _is_running(text: str, span: Stretch, rows: CleaningKnowledge) -> bool:
    line = span.of(text)
    if furniture_reason(line, rows):
        return False
    if len(line) > LONGEST_LINE or _ENDS_SENTENCE.search(line):
        return True
    return len(list(split_sentences(text, span, rows.abbreviations))) > 1
