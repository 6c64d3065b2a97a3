"""Clues from states that are no more: "the Soviet Union wants", "Soviet officials said on Friday"."""

import re
from collections.abc import Iterator

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.puzzle import Constraint, between
from app.pipeline.dating.surroundings import is_quoted, sentence_after, sentence_before

_NO_MORE = re.compile(
    r"\b(?:former|ex|late|old|then|of|for|in|against|with|and|by|to)[\s-]+(?:the\s+)?$", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\s(?:has|have|is|are|wants?|says?|will|plans?|remains?|continues?|seems?|appears?|supplies|supports?|hopes?|insists?)\b"
)
# "Soviet officials said on Friday": no history tells the weekday of what somebody said.
_SAID = re.compile(
    r"(?:\s[A-Z][\w.’'-]*){0,4}\s(?:said|announced|told|declared|denied|rejected|accused|proposed|confirmed)\b"
)
_HAD = re.compile(r"\b(?:had|was|were|until|later|years?)\b")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SEEN_FROM_NOW = frozenset({"weekday", "relative_day", "shifted_daypart"})


def state_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has; none of a chronology, which tells all in the present."""
    text = evidence.article.text
    for pattern, row in evidence.dating.publication.states if not evidence.is_chronology else ():
        told = (span for span in evidence.where_told(pattern) if _is_told_now(span, evidence))
        if where := next(told, None):
            says = f"“{where.of(text)}” is told as there, as it was until {date_to_people(day_date(row.last))}."
            yield evidence.constraint(ClueKind.STATE, where, says, between(row.first, row.last))


def _is_told_now(span: Stretch, evidence: Evidence) -> bool:
    """Is it the subject of a verb of the present, or of one of saying in a sentence that tells of a weekday?"""
    text = evidence.article.text
    before, after = sentence_before(text, span), sentence_after(text, span)
    if _NO_MORE.search(before) or is_quoted(text, span.start) or _YEAR.search(before + after):
        return False
    if _PRESENT.match(after):
        return True
    start, end = span.start - len(before), span.end + len(after)
    is_news = any(start <= p.span.start < end and p.reads in _SEEN_FROM_NOW for p in evidence.story)
    return is_news and _SAID.match(after) is not None and _HAD.search(before) is None
