"""Whether a length of time that a sentence tells is counted up to now, or up to the news that it tells."""

import re

from app.domain.text import Stretch
from app.knowledge.publication_rows import PageRole
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.surroundings import Direction, is_quoted, sentence_after, sentence_before

_MAIN_CLAUSE = re.compile(r",\s(?!(?:which|who|whose|where|when|and|but|or)\b)", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|do|does|will|still|now|today|remains?|we|our|knows?|needs?|wants?|seems?|looks?|lies|stands?"
    r"|keeps?)\b|[’']s been\b",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?:in|for|over|during|and|but|now|the|these|those|more than)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b")
_PAST = re.compile(r"\b(?:was|were|had)\b")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SEEN_FROM_NOW = frozenset({"weekday", "relative_day", "shifted_daypart"})


def is_of_other_time(length: Stretch, of: Stretch, evidence: Evidence) -> bool:
    """Is it told in a quotation, with a year, or of what had been before what the story tells?

    Args:
        length: The words of the length.
        of: Behind it, the words of that from which it counts.
        evidence: The article.
    """
    text = evidence.article.text
    around = sentence_before(text, length) + of.of(text) + sentence_after(text, of)
    return is_quoted(text, length.start) or _YEAR.search(around) is not None or _HAD.search(around) is not None


def news_of_sentence(length: Stretch, of: Stretch, evidence: Evidence) -> frozenset[int]:
    """The weekdays up to which it is counted, of "left on Friday", 0 for "yesterday"; no history tells of these."""
    text = evidence.article.text
    start, end = length.start - len(sentence_before(text, length)), of.end + len(sentence_after(text, of))
    around = [
        placed
        for placed in evidence.story
        if start <= placed.span.start < end and not length.start <= placed.span.start < of.end
    ]
    seen = [p for p in around if p.reads in _SEEN_FROM_NOW and not p.has("shift") and p.looks is not Direction.AHEAD]
    return frozenset(p.number("weekday") if p.reads == "weekday" else 0 for p in seen)


def is_present(length: Stretch, rest: Stretch, evidence: Evidence) -> bool:
    """Is the first verb of its clause one of the present, before it, or behind the words from which it counts?

    The first tells: "Six years after the war they built a bridge, which is the only one".

    Args:
        length: The words of the length.
        rest: Behind the words of the happening, what else stands before the comma.
        evidence: The article.
    """
    text = evidence.article.text
    words = sentence_before(text, length)
    if not _SMALL.sub("", words).strip(' \t"“,'):
        behind = sentence_after(text, rest)
        words = behind if _MAIN_CLAUSE.match(behind) else rest.of(text) + behind
    present = _PRESENT.search(words)
    past = evidence.dating.publication.marks[PageRole.PAST_VERB].search(words) or _PAST.search(words)
    return present is not None and (past is None or present.start() < past.start())
