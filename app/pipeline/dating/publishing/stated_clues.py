"""Clues that say outright when an article appeared: headers, date lines, stamps, datelines of agencies, addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from app.domain.article import Clue
from app.domain.edtf import edtf
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.calendar import day_or_unknown
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_dates import PageDate, days_named, page_date
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import (
    NO_DAYS,
    Constraint,
    Days,
    between,
    from_day_on,
    numbered_days,
    weekday_days,
)

_UPPER = r"[^\W\d_a-zа-яё]"  # a letter that opens a name, in scripts with capitals and in those without
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:[Ff]rom [^.\n]{{3,50}}, )?(?:{_UPPER}[\w.=’'/-]*(?: \([^()\n]{{2,30}}\))?[ ,/)–—-]{{1,4}}){{1,6}}"
)
_DATELINE_END = re.compile(
    rf"[.,]?발?\s*(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,30}}/|{_UPPER}[\w ]{{1,24}}?)?\s*(?:[-–—_:.]|[)\]】/]|$)"
)
# "March 3, MOSCOW (Agency) -": where the day stands first, an agency or a place in capitals must follow.
_DATE_FIRST_END = re.compile(r",?\s*(?:[A-ZА-ЯЁ]{3,}[ ,]*){0,3}(?:\([^()\n]{2,40}\)|(?<=[A-ZА-ЯЁ ]{4}))\s*[-–—_]")
_BRACKET = re.compile(r"[^\w(]{0,3}\([^()\n]{2,40}\)")
_CORRESPONDENT = re.compile(
    r"^\W*(?:special(?: dispatch)?(?: by [\w ]+)? to\b|(?:from|by) (?:our|a|the)\b[^.\n]{0,24}\bcorrespondent)",
    re.IGNORECASE,
)
_SATURDAY = 6  # its report stands in Monday's paper where there is none on Sunday
_DAYS_TO_PRINT = 3  # a dispatch of Friday evening stands in Monday's paper
_DOCUMENT = re.compile(r"\W*(?:[^\W\d_]{1,10}\W{1,3})?\d{1,6}-(\d\d)-(\d\d)-((?:19|20)\d\d)\W*")
_ADDRESS_DAY = re.compile(r"(?<!\d)(19\d\d|20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_MONTH = re.compile(r"(?<=/)(19\d\d|20\d\d)/(0[1-9]|1[0-2])(?=/[^/\s]*[a-z])")
_ADDRESS_OF_COPY = re.compile(
    r"archives?[./]|/web/\d|cache|recover|migrat|mirror|backup|restored|uploads?/|files/", re.IGNORECASE
)
_REPRINT_NOTE = 300  # characters
_TIME = re.compile(r"\W{1,4}(?:at )?\d{1,2}[:.]\d{2}\b")
_MOST_WEEKDAYS = 2  # of a lead: with more of them one fits by chance
_BETWEEN = re.compile(r",? ")  # a weekday and the number of its day
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
    ClueKind.ON_PAGE: "a date on the page around the story, which says nothing of its day",
}
_NOT_YOUNGER = frozenset({ClueKind.COPIED, ClueKind.VISITED, ClueKind.COMMENTED})
_OWN_DAY = frozenset(_SAYS) - _NOT_YOUNGER - {ClueKind.ORIGINAL, ClueKind.PERHAPS_OWN, ClueKind.ON_PAGE}
_UNLABELLED = frozenset({ClueKind.LINE_IN_HEAD, ClueKind.LINE_ABOVE})


def stated_clues(evidence: Evidence) -> list[Constraint]:
    """All clues of this kind that an article has; dates that say nothing are there too, with no weight."""
    found = [stated for placed in evidence.forms if (stated := page_date(placed, evidence))]
    kept = _without_lists(_without_later_comments(_without_days_of_reprint(found, evidence)))
    return [
        *(_constraint(stated, evidence) for stated in kept),
        *_dateline(evidence),
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
    is_sure = kind is ClueKind.SENT or (kind is ClueKind.LABELLED and placed.place is not Place.BESIDE)
    if placed.explicit is None and not is_sure:
        is_line = kind in _UNLABELLED and placed.place is Place.HEAD
        # Without its year it may be the day of the visit; but no site shows its visitor the minute too.
        kind = _timed_or_not(placed) if is_line else ClueKind.ON_PAGE
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


def _timed_or_not(placed: PlacedForm) -> ClueKind:
    return ClueKind.LINE_ABOVE if _TIME.match(placed.line_after) else ClueKind.PERHAPS_OWN


def _dateline(evidence: Evidence) -> Iterator[Constraint]:
    """Read "MOSCOW, June 19 (Agency) -" where the story begins; the first such line counts."""
    for before, placed in pairwise((None, *evidence.forms)):
        if placed is None or placed.paragraph.number > evidence.last_of_head:
            return
        is_header = placed.place is Place.HEAD and placed.explicit is not None  # counted as a line of the head
        if is_header or not _is_dateline(placed) or _is_banner(placed, evidence):
            continue
        if not (days := _days_of_dateline(before, placed, evidence)):
            continue
        says = f"“{placed.words}”: the dateline of the report"
        printed = from_day_on(days, _DAYS_TO_PRINT)
        yield evidence.constraint(ClueKind.DATELINE, placed.span, f"{says}, printed soon after.", printed)
        if _is_by_correspondent(placed, evidence):
            days |= days << 1 | (days & weekday_days(_SATURDAY)) << 2
            says = f"{says} of a paper’s own correspondent, printed that day or in the next paper"
        yield evidence.constraint(ClueKind.DAY_OF_DATELINE, placed.span, f"{says}.", days)
        yield from _weekday_of_dateline(placed, days, evidence)
        return


def _is_by_correspondent(dateline: PlacedForm, evidence: Evidence) -> bool:
    """Does the head say that a correspondent of the paper wrote it? Then no agency sent it out on the day itself."""
    if _BRACKET.match(dateline.line_after) or _BRACKET.search(dateline.line_before):
        return False
    lines = (p.span.of(dateline.text) for p in evidence.article.paragraphs[: dateline.paragraph.number])
    return any(_CORRESPONDENT.search(line[:_REPRINT_NOTE]) for line in lines)


def _weekday_of_dateline(dateline: PlacedForm, days: Days, evidence: Evidence) -> Iterator[Constraint]:
    """Read "June 19 (Agency) - Guards on Wednesday released": what a report tells is mostly of its day."""
    lead = [p for p in evidence.story if p.paragraph.number in evidence.lead and not p.is_quoted]
    past = [p for p in lead if p.reads == "weekday" and p.is_told_past and not p.has("shift")]
    weekdays = {p.number("weekday") for p in past}
    is_told_otherwise = dateline.explicit or dateline.has("weekday") or any(p.reads == "relative_day" for p in lead)
    if is_told_otherwise or not 0 < len(weekdays) <= _MOST_WEEKDAYS:
        return
    on_weekdays = any_of(weekday_days(weekday) for weekday in weekdays)
    fitting = days & (on_weekdays | on_weekdays << 1 | on_weekdays << 2)
    says = f"“{past[0].words}” is the day of the dateline, or lies one or two days before it, only in some years."
    printed = from_day_on(fitting, _DAYS_TO_PRINT)
    yield evidence.constraint(ClueKind.WEEKDAY_OF_DATELINE, past[0].span, says, printed)


def _days_of_dateline(before: PlacedForm | None, placed: PlacedForm, evidence: Evidence) -> Days:
    """The days that a date names; of "Wednesday the 14th" those of all months."""
    if placed.reads != "day_of_story" or before is None or before.reads != "weekday":
        return days_named(placed, evidence)
    if not _BETWEEN.fullmatch(placed.text[before.span.end : placed.span.start]):
        return NO_DAYS
    return numbered_days(placed.number("day")) & weekday_days(before.number("weekday"))


def _is_banner(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it a day that the site shows its visitor, as in "Khabarovsk, 3 November. +2, wind north"?"""
    title = evidence.article.title_span
    is_above = title is not None and placed.span.end <= title.start  # no report has its dateline above its headline
    is_of_visit = evidence.marks(PageRole.VISITED, placed.line_before)
    is_of_head = placed.place is Place.HEAD and evidence.marks(PageRole.VISITED, placed.line_after)
    return is_above or is_of_visit or is_of_head


def _is_dateline(placed: PlacedForm) -> bool:
    is_first = placed.text[placed.paragraph.span.start : placed.span.start] == placed.line_before
    is_day = placed.day is not None or placed.reads in ("day", "whole_day", "day_of_story")
    if not placed.line_before.strip():
        return is_first and is_day and _DATE_FIRST_END.match(placed.line_after) is not None
    is_place = _DATELINE.fullmatch(placed.line_before) is not None
    return is_first and is_day and is_place and _DATELINE_END.match(placed.line_after) is not None


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
