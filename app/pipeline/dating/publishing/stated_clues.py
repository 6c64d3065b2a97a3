"""Clues that say outright when an article appeared: headers, date lines, stamps, datelines of agencies, addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.domain.article import Clue
from app.domain.edtf import edtf
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.calendar import day_or_unknown
from app.pipeline.dating.publishing.dateline_clues import dateline_clues
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_dates import PageDate, page_date
from app.pipeline.dating.publishing.page_lines import has_minute
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.puzzle import (
    NO_DAYS,
    Constraint,
    between,
    spread,
)

_DOCUMENT = re.compile(r"\W*(?:[^\W\d_]{1,10}\W{1,3})?\d{1,6}-(\d\d)-(\d\d)-((?:19|20)\d\d)\W*")
# Behind the day of a number may stand the minute and a count: "20190425003400315".
_ADDRESS_DAY = re.compile(r"(?<!\d)(19\d\d|20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:\d{6,9})?(?!\d)")
_ADDRESS_MONTH = re.compile(r"(?<=/)(19\d\d|20\d\d)/(0[1-9]|1[0-2])(?=/[^/\s]*[a-z])")
_ADDRESS_OF_COPY = re.compile(
    r"archives?[./]|/web/\d|cache|recover|migrat|mirror|backup|restored|uploads?/|files/", re.IGNORECASE
)
_REPRINT_NOTE = 300  # characters
_MOST_LINES = 2  # with more days in lines of their own the page lists other stories

_SAYS = {
    ClueKind.ORIGINAL: "the day of the paper or print that the text was taken from",
    ClueKind.LABELLED: "stands behind a word for publication",
    ClueKind.LINE_IN_HEAD: "a line of its own above the story",
    ClueKind.ISSUE: "the month of the issue",
    ClueKind.LINE_ABOVE: "a line of its own above the headline",
    ClueKind.SIGNED: "the place, or the number of the issue, and the day under the story",
    ClueKind.SENT: "the stamp of a wire, with its minute",
    ClueKind.COPIED: "copied or changed then, so that it is not younger",
    ClueKind.VISITED: "the day of a visit to the page, so that it is not younger",
    ClueKind.COMMENTED: "the first comment on the page, which is not older than its story",
    ClueKind.PERHAPS_OWN: "a day on the page of which nothing says what it is",
    ClueKind.RIGHTS: "the year of the rights in the page, which is mostly not younger",
    ClueKind.ON_PAGE: "a date on the page around the story, which says nothing of its day",
}
_NOT_YOUNGER = frozenset({ClueKind.COPIED, ClueKind.VISITED, ClueKind.COMMENTED, ClueKind.RIGHTS})
_OWN_DAY = frozenset(_SAYS) - _NOT_YOUNGER - {ClueKind.ORIGINAL, ClueKind.PERHAPS_OWN, ClueKind.ON_PAGE}
_UNLABELLED = frozenset({ClueKind.LINE_IN_HEAD, ClueKind.LINE_ABOVE})


def stated_clues(evidence: Evidence) -> list[Constraint]:
    """All clues of this kind that an article has; dates that say nothing are there too, with no weight."""
    found = [stated for placed in evidence.forms if (stated := page_date(placed, evidence))]
    own = _without_visits_before_comments(_without_days_of_reprint(found, evidence))
    kept = _without_lists(_without_later_comments(own))
    return [
        *(_constraint(stated, evidence) for stated in kept),
        *dateline_clues(evidence),
        *_number_of_document(evidence),
        *_address(evidence),
    ]


def _without_days_of_reprint(found: list[PageDate], evidence: Evidence) -> list[PageDate]:
    """On the page of a reprint all other days are the reprint's: the text is not younger."""
    text = evidence.article.text
    page = [p.span.of(text) for p in evidence.article.paragraphs if evidence.places.of[p.number] is not Place.STORY]
    is_reprint = any(stated.kind is ClueKind.ORIGINAL for stated in found)
    if not is_reprint and not any(evidence.marks(PageRole.REPRINTED, words[:_REPRINT_NOTE]) for words in page):
        return found
    return [
        replace(s, kind=ClueKind.ON_PAGE if s.kind is ClueKind.PERHAPS_OWN else ClueKind.COPIED)
        if s.kind in (_OWN_DAY | {ClueKind.PERHAPS_OWN, ClueKind.VISITED})
        else s
        for s in found
    ]


def _without_visits_before_comments(found: list[PageDate]) -> list[PageDate]:
    """A day in the head that lies before a comment on the page is not that of a visit, which saw the comment."""
    last = max((spread(s.allows)[0] for s in found if s.kind is ClueKind.COMMENTED), default=date.min)
    return [
        replace(s, kind=ClueKind.LINE_IN_HEAD) if s.kind is ClueKind.VISITED and spread(s.allows)[1] < last else s
        for s in found
    ]


def _without_later_comments(found: list[PageDate]) -> list[PageDate]:
    """Of all comments the first alone: the others are no witnesses of their own."""
    first = min((s.allows for s in found if s.kind is ClueKind.COMMENTED), default=NO_DAYS)
    is_later = [s.kind is ClueKind.COMMENTED and s.allows != first for s in found]
    return [replace(s, kind=ClueKind.ON_PAGE) if late else s for s, late in zip(found, is_later, strict=True)]


def _without_lists(found: Iterable[PageDate]) -> Iterator[PageDate]:
    """Several days in lines of their own, and labelled ones below a labelled header, are those of other stories."""
    every = list(found)
    lines = {s.allows for s in every if s.kind in _UNLABELLED}
    labelled = {s.allows for s in every if s.kind is ClueKind.LABELLED}
    head = {s.allows for s in every if s.kind is ClueKind.LABELLED and s.placed.place is not Place.BESIDE}
    for stated in every:
        is_listed = (stated.kind in _UNLABELLED and len(lines) > _MOST_LINES) or (
            stated.kind is ClueKind.LABELLED and len(labelled) > 1 and stated.allows not in head
        )
        yield replace(stated, kind=ClueKind.ON_PAGE) if is_listed else stated


def _constraint(stated: PageDate, evidence: Evidence) -> Constraint:
    placed, kind, allows = stated.placed, stated.kind, stated.allows
    is_sure = kind in (ClueKind.SENT, ClueKind.ORIGINAL) or (
        kind is ClueKind.LABELLED and placed.place is not Place.BESIDE
    )
    if placed.explicit is None and not is_sure:
        is_line = kind in _UNLABELLED and placed.place is Place.HEAD
        # Without its year it may be the day of the visit; but no site shows its visitor the minute too, or the name of
        # a paper.
        kind = _timed_or_not(placed, evidence) if is_line else ClueKind.ON_PAGE
    elif placed.explicit and (kind in _NOT_YOUNGER or _is_above_menu(stated, evidence)):
        allows = between(None, placed.explicit[1])
    return evidence.constraint(kind, placed.span, f"“{placed.words}”: {_SAYS[kind]}.", allows)


def _is_above_menu(stated: PageDate, evidence: Evidence) -> bool:
    """Does a menu stand between a day above the headline and that? Then the site may show it to its visitor."""
    title = evidence.article.title_span
    if stated.kind is not ClueKind.LINE_ABOVE or title is None:
        return False
    text = evidence.article.text
    below = evidence.article.paragraphs[stated.placed.paragraph.number : evidence.last_of_head]
    return any(
        evidence.marks(PageRole.VISITED, paragraph.span.of(text))
        for paragraph in below
        if paragraph.span.end <= title.start
    )


def _timed_or_not(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    is_of_paper = placed.has("weekday") and evidence.marks(PageRole.PAPER, f"{placed.line_before}|{placed.line_after}")
    return ClueKind.LINE_ABOVE if has_minute(placed) or is_of_paper else ClueKind.PERHAPS_OWN


def _number_of_document(evidence: Evidence) -> Iterator[Constraint]:
    """Read "1187-23-08-2002" above a story: ministries number what they publish, and end with its day."""
    for paragraph in evidence.article.paragraphs[: evidence.last_of_head]:
        found = _DOCUMENT.fullmatch(evidence.article.text, paragraph.span.start, paragraph.span.end)
        when = day_or_unknown(int(found[3]), int(found[2]), int(found[1])) if found else None
        if found and when and when.text:
            says = f"“{found[0].strip()}”: the number of the document ends with its day."
            yield evidence.constraint(ClueKind.LINE_IN_HEAD, Stretch(*found.span()), says, between(*when.bounds))


def _address(evidence: Evidence) -> Iterator[Constraint]:
    """A day or a month within the address of the page, unless the address is that of a copy."""
    url = evidence.article.url
    if not url or _ADDRESS_OF_COPY.search(url):
        return
    found = _ADDRESS_DAY.search(url) or _ADDRESS_MONTH.search(url)
    if not found:
        return
    year, month, *day = map(int, found.groups())
    when = day_or_unknown(year, month, *day) if day else edtf(f"{year}-{month:02}")
    if not when.text:
        return
    at = evidence.article.text.find(url)
    span = Stretch(at + found.start(), at + found.end()) if at >= 0 else None
    clue = Clue(found[0], span, f"The address of the page holds {date_to_people(when)}.", is_used=True)
    trust = evidence.dating.publication.trust[ClueKind.ADDRESS]
    yield Constraint(clue, between(*when.bounds), trust, ClueKind.ADDRESS)
