"""Clues from who acts in an office: "President Boris Yeltsin said on Friday" was told while he was president."""

import re
from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.people_rows import Terms
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.puzzle import Constraint, between
from app.pipeline.dating.surroundings import is_quoted, sentence_after, sentence_before

_SEEN_FROM_NOW = frozenset({"relative_day", "shifted_daypart", "weekday"})
_NO_MORE = re.compile(
    r"\b(?:former|late|then|ex|one-?time|deposed|dead|under|when|since|future|next)[\s-]+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_ACTING = "acting"
_MOST_TELLINGS = 8  # of one name are looked at


def office_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    now = [p for p in evidence.story if p.reads in _SEEN_FROM_NOW and not p.is_quoted]
    lead = set(evidence.lead) if any(p.paragraph.number in evidence.lead for p in now) else set()
    places = [p.span for p in evidence.places.telling if p.number in lead]
    sentences = [Stretch(p.span.start - len(p.before), p.span.end + len(p.after)) for p in now]
    for terms in evidence.dating.publication.people.terms:
        if evidence.may_hold(terms.pattern) and (where := _acts_now(terms, [*places, *sentences], evidence)):
            allows = sum(between(first, last) for first, last in terms.held)
            says = f"“{where.of(evidence.article.text)}” acts as one in office, as {terms.name} then was."
            yield evidence.constraint(ClueKind.IN_OFFICE, where, says, allows)


def _acts_now(terms: Terms, places: list[Stretch], evidence: Evidence) -> Stretch | None:
    """Where somebody acts in the office as the story tells of now; who was acting in it was so only then."""
    text = evidence.article.text
    hits = [m.span() for span in evidence.story_spans for m in terms.pattern.finditer(text, span.start, span.end)]
    for where in (Stretch(*hit) for hit in hits[:_MOST_TELLINGS]):
        is_now = where.of(text).lower().startswith(_ACTING) or any(place.holds(where) for place in places)
        before = sentence_before(text, where)
        is_then = _NO_MORE.search(before) or _YEAR.search(f"{before} {sentence_after(text, where)}")
        if is_now and not is_then and not is_quoted(text, where.start):
            return where
    return None
