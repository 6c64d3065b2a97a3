"""The head of a page: the lines above the story."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from app.domain.text import Stretch
from app.pipeline.cleaning.furniture import Furniture, find_entries

# No page has a longer head that is of use; a headline is neither a label nor a paragraph.
_LINES_SEARCHED, LONGEST_LINE = 25, 220
# A lead is mostly longer than the notices of a page ("Please enable scripts."); only where nothing is, it may be short.
_LONG_LEAD = 60
_GOES_ON_WITHIN = 3
_ENDS_SENTENCE = re.compile(r"[.!…。][\"'”’»)\]]*(?:\s*\([^)]{1,40}\))?$")


def find_head(text: str, spans: Sequence[Stretch], furniture: Furniture) -> list[Stretch]:
    """The lines above the first paragraph of the story, furniture among them; none where the story begins at once.

    A notice above the headline may be a sentence too: what follows it is short. The first line that the story goes on
    behind is its lead.
    """
    running = {
        span: len(span.of(text))
        for span in spans[: _LINES_SEARCHED * 2]
        if not furniture.reason(span) and _is_running(text, span)
    }
    story = find_entries(text, spans) or {span for span, length in running.items() if length >= _LONG_LEAD}
    begins = _begin(spans, furniture, story)
    if begins is None:
        begins = _begin(spans, furniture, running.keys())
    return list(spans[: begins or 0])


def _begin(spans: Sequence[Stretch], furniture: Furniture, story: AbstractSet[Stretch]) -> int | None:
    """Where the first line of a story stands that goes on soon behind it, or is the last of the page."""
    for position, span in enumerate(spans[:_LINES_SEARCHED]):
        if span in story:
            behind = (one for one in islice(spans, position + 1, None) if not furniture.reason(one))
            following = list(islice(behind, _GOES_ON_WITHIN))
            if not following or not story.isdisjoint(following):
                return position
    return None


def _is_running(text: str, span: Stretch) -> bool:
    """Does a line end as a sentence does, or is it too long for a headline? A headline can be two ("What now? …")."""
    line = span.of(text)
    return len(line) > LONGEST_LINE or _ENDS_SENTENCE.search(line) is not None
