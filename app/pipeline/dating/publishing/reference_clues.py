"""A first day from the list of references of an encyclopedia: it cites what its writers had read by then."""

import re
from collections.abc import Iterator

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.puzzle import Constraint, between

_HEADING = re.compile(
    r"\W*(?:\d{1,2}\.?\s+)?(?:references|notes|sources|footnotes)\b\W*(?:\[?edit\]?)?\W*", re.IGNORECASE
)
# "4. ^ “Horses take first train”. Primorye Today. 2 November 2022. Retrieved 9 November 2022."
_ENTRY = re.compile(r"\W{0,3}(?:\d{1,3}\W{1,3}|\^\s*)[^\n]*[”\"’']")
_RETRIEVED = re.compile(r"[.,;]\s*(?:retrieved|accessed|archived from the original)(?: on)?\s+$", re.IGNORECASE)


def reference_clues(evidence: Evidence) -> Iterator[Constraint]:
    """The day of the latest retrieval of a source, from which on the page may be."""
    text = evidence.article.text
    headings = [p.number for p in evidence.article.paragraphs if _HEADING.fullmatch(text, p.span.start, p.span.end)]
    if not headings:
        return
    retrieved = [p for p in evidence.forms if p.paragraph.number > min(headings) and _is_retrieval(p)]
    for day, placed in sorted(((p.day, p) for p in retrieved if p.day), key=lambda pair: pair[0])[-1:]:
        says = f"A source was retrieved on {date_to_people(day_date(day))}: the page that cites it is not older."
        yield evidence.constraint(ClueKind.PAST, placed.span, says, between(day, None))


def _is_retrieval(placed: PlacedForm) -> bool:
    """Is it the day on which the source of an entry was read?"""
    is_entry = _ENTRY.match(placed.text, placed.paragraph.span.start, placed.span.start) is not None
    return placed.day is not None and is_entry and _RETRIEVED.search(placed.line_before) is not None
