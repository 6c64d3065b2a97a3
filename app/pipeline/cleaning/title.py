"""The headline of a page."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.pipeline.cleaning.furniture import Furniture
from app.pipeline.cleaning.head import LONGEST_LINE
from app.pipeline.cleaning.publisher import outlet_names

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
_SHORT_WORD, _LETTERS, _SYLLABLES = 3, 5, 2  # of a word: so many say nothing, so many are its stem
# What a headline is about is told at once, and again and again; its deck often has more of the words, but comes second.
_LEAD, _STORY = 700, 20_000  # characters
_NEARLY_AS_MUCH = 0.6


def find_title(text: str, head: Sequence[Stretch], furniture: Furniture, rows: CleaningKnowledge) -> Stretch | None:
    """The headline: the first line of the head of which the story makes about as much use as of any other.

    Args:
        text: The kept text.
        head: The lines above the story.
        furniture: What of the text is furniture.
        rows: What besides is no headline.

    Returns:
        Its stretch, without a label in front; None where the story begins at once, or no line can be a headline.
    """
    lines = [_without_label(text, line, rows) for line in head]
    lines = [line for line in lines if not furniture.reason(line) and _may_be(line.of(text), rows)]
    if not lines:
        return None
    begin = head[-1].end
    lead, story = _stems(text[begin : begin + _LEAD]), _stems(text[begin : begin + _STORY])
    uses = [_uses(_stems(line.of(text)), lead, story) for line in lines]
    return next(line for line, use in zip(lines, uses, strict=True) if use >= _NEARLY_AS_MUCH * max(uses))


def _uses(line: AbstractSet[str], lead: AbstractSet[str], story: AbstractSet[str]) -> float:
    """How many words of a line the story uses, those of its lead twice, by the share that they are of the line."""
    used = line & story
    return (len(used) + len(used & lead)) * len(used) / max(len(line), 1)


def _without_label(text: str, span: Stretch, rows: CleaningKnowledge) -> Stretch:
    """A line without what stands before its words ("HEADLINE:" of an archive, the mark of a wire), nor its by-line."""
    found = rows.headline_label.match(text, span.start, span.end)
    start, end = found.end() if found else span.start, span.end
    first, _, rest = text[start:end].partition("\n")
    is_alone = rest and not _is_headline_like(rest.strip(), rows)
    return Stretch(start, start + len(first.rstrip())) if is_alone else Stretch(start, end)


def _may_be(line: str, rows: CleaningKnowledge) -> bool:
    if len(line) > LONGEST_LINE or len(_WORD.findall(line)) < _FEWEST_WORDS:
        return False
    return _is_headline_like(line, rows) and not any(outlet_names(line, rows))


def _is_headline_like(line: str, rows: CleaningKnowledge) -> bool:
    return not any(pattern.search(line) for pattern, _ in rows.not_headlines)


def _stems(text: str) -> AbstractSet[str]:
    """The beginnings of its words, by which "visits" is "visited", and 푸틴은 is 푸틴; short words say nothing."""
    words = _WORD.findall(text.casefold())
    korean = {word[:_SYLLABLES] for word in words if _is_hangul(word)}
    return korean | {word[:_LETTERS] for word in words if len(word) > _SHORT_WORD and not _is_hangul(word)}


def _is_hangul(word: str) -> bool:
    return "가" <= word[0] <= "힣"
