"""Clues from the dateline of a report: "MOSCOW, June 19 (Agency) - "."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.edtf import EdtfDate, day_date
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.calendar import days_later
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_dates import days_named
from app.pipeline.dating.publishing.page_lines import is_in_field
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import (
    NO_DAYS,
    Constraint,
    Days,
    between,
    from_day_on,
    numbered_days,
    spread,
    weekday_days,
)

_UPPER = r"[^\W\d_a-zа-яё]"  # a letter that opens a name, in scripts with capitals and in those without
_DATELINE = re.compile(
    rf"\W{{0,9}}(?:(?i:dateline)\s*:\s*)?(?:[Ff]rom [^.\n]{{3,50}}, )?"
    rf"(?:{_UPPER}[\w.=’']*+(?:[/-][\w.=’']++)*+(?: \([^()\n]{{2,30}}\))?[ ,/)–—-]{{1,4}}){{1,6}}"
)
_DATELINE_END = re.compile(
    rf"[.,]?발?\s*(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,30}}/|{_UPPER}[\w ]{{1,24}}?)?\s*(?:[-–—_:.]|[)\]】/]|$)"
)
# "March 3, MOSCOW (Agency) -": where the day stands first, an agency or a place in capitals must follow.
_DATE_FIRST_END = re.compile(r",?\s*(?:[A-ZА-ЯЁ]{3,}+[ ,]*+){0,3}(?:\([^()\n]{2,40}\)|(?<=[A-ZА-ЯЁ ]{4}))\s*[-–—_]")
# "18 December 2014 – The Assembly today condemned", as offices write.
_DASH = re.compile(r"\s[–—-]{1,2}\s(?=[^\W\d_a-zа-яё])")
_BRACKET = re.compile(r"[^\w(]{0,3}\([^()\n]{2,40}\)")
_CORRESPONDENT = re.compile(
    r"^\W*(?:special(?: dispatch)?(?: by [\w ]+)? to\b|(?:from|by) (?:our|a|the)\b[^.\n]{0,24}\bcorrespondent)",
    re.IGNORECASE,
)
_SATURDAY = 6  # its report stands in Monday's paper where there is none on Sunday
_DAYS_TO_PRINT = 3  # a dispatch of Friday evening stands in Monday's paper
_LONGEST_LINE = 300  # characters looked at
_MOST_WEEKDAYS = 2  # of a lead: with more of them one fits by chance
_BETWEEN = re.compile(r",? ")  # a weekday and the number of its day


def dateline_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    first, days = find_dateline(evidence)
    if first is None:
        return
    dateline, days = _last_dispatch(first, days, evidence)
    says = f"“{dateline.words}”: the dateline of the report"
    printed = from_day_on(days, _DAYS_TO_PRINT)
    yield evidence.constraint(ClueKind.DATELINE, dateline.span, f"{says}, printed soon after.", printed)
    if _is_by_correspondent(dateline, evidence):
        says = f"{says} of a paper’s own correspondent, printed that day or in the next paper"
        yield evidence.constraint(ClueKind.DAY_OF_DATELINE, dateline.span, f"{says}.", _with_next_paper(days))
    else:
        yield evidence.constraint(ClueKind.DAY_OF_DATELINE, dateline.span, f"{says}.", days)
    yield from _weekday_of_dateline(dateline, days, evidence)


def days_printed(written: Days, evidence: Evidence) -> Days:
    """When a report that was written on one of these days is printed, as far as these words tell besides its dateline.

    A correspondent's is printed that day or the next. That an agency's goes out on the day itself its dateline says
    already: "today" in it is no second witness for that.
    """
    dateline, days = find_dateline(evidence)
    if dateline is None or not written & days:
        return written
    is_by_correspondent = _is_by_correspondent(dateline, evidence)
    return _with_next_paper(written) if is_by_correspondent else from_day_on(written, _DAYS_TO_PRINT)


def _with_next_paper(days: Days) -> Days:
    return days | days << 1 | (days & weekday_days(_SATURDAY)) << 2


def day_written(published: EdtfDate, evidence: Evidence) -> EdtfDate:
    """The day from which a report counts: that of its dateline where it lies just before a known day, else that day."""
    first, last = published.bounds
    if first is None or first != last:
        return published
    written = find_dateline(evidence)[1] & between(days_later(first, -_DAYS_TO_PRINT), first)
    return day_date(spread(written)[1]) if written else published


def find_dateline(evidence: Evidence) -> tuple[PlacedForm | None, Days]:
    """The first dateline where the story begins, and the days that it names; None and none where there is none."""
    for before, placed in pairwise((None, *evidence.forms)):
        if placed is None or placed.paragraph.number > evidence.last_of_head:
            break
        # Counted as a line of the head.
        is_header = placed.place is Place.HEAD and placed.explicit is not None and not is_in_field(placed)
        is_one = is_dateline(placed) or _is_day_before_today(placed, evidence)
        if is_header or not is_one or _is_banner(placed, evidence):
            continue
        if days := _days_of_dateline(before, placed, evidence):
            return placed, days
    return None, NO_DAYS


def _last_dispatch(first: PlacedForm, days: Days, evidence: Evidence) -> tuple[PlacedForm, Days]:
    """Of several dispatches under one headline the one that was sent last, in the days in which they can be printed."""
    found = first
    for placed in evidence.story:
        later = from_day_on(days << 1, _DAYS_TO_PRINT - 1)
        if placed.paragraph == found.paragraph or not is_dateline(placed):
            continue
        if days_named(placed, evidence) & later:
            found, days = placed, days_named(placed, evidence) & later
    return found, days


def _is_by_correspondent(dateline: PlacedForm, evidence: Evidence) -> bool:
    """Does the head say that a correspondent of the paper wrote it? Then no agency sent it out on the day itself."""
    if _BRACKET.match(dateline.line_after) or _BRACKET.search(dateline.line_before):
        return False
    lines = (p.span.of(dateline.text) for p in evidence.article.paragraphs[: dateline.paragraph.number])
    return any(_CORRESPONDENT.search(line[:_LONGEST_LINE]) for line in lines)


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


def _is_day_before_today(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does a day with its year open a story whose first paragraph tells of "today"? An entry of a list does not."""
    is_first = placed.span.start == placed.paragraph.span.start and _DASH.match(placed.line_after) is not None
    if placed.day is None or not is_first or placed.paragraph.number != evidence.places.first_of_story:
        return False
    others = (p for p in evidence.story if p.day and p.paragraph != placed.paragraph)
    is_entry = any(p.span.start == p.paragraph.span.start for p in others)
    here = (p for p in evidence.story if p.paragraph == placed.paragraph and not p.is_quoted)
    return not is_entry and any(p.reads == "relative_day" and not p.number("offset") for p in here)


def _is_banner(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it a day that the site shows its visitor, as in "Khabarovsk, 3 November. +2, wind north"?"""
    title = evidence.article.title_span
    # No report has its dateline above its headline, and no site shows its visitor "Wednesday the 14th".
    is_above = title is not None and placed.span.end <= title.start and placed.reads != "day_of_story"
    is_of_visit = evidence.marks(PageRole.VISITED, placed.line_before)
    is_of_head = placed.place is Place.HEAD and evidence.marks(PageRole.VISITED, placed.line_after)
    return is_above or is_of_visit or is_of_head


def is_dateline(placed: PlacedForm) -> bool:
    """Is it written as the dateline of a dispatch, behind a place at the beginning of a paragraph?"""
    is_first = placed.text[placed.paragraph.span.start : placed.span.start] == placed.line_before
    is_day = placed.day is not None or placed.reads in ("day", "whole_day", "day_of_story")
    if not placed.line_before.strip():
        return is_first and is_day and _DATE_FIRST_END.match(placed.line_after) is not None
    is_place = _DATELINE.fullmatch(placed.line_before) is not None
    return is_first and is_day and is_place and _DATELINE_END.match(placed.line_after) is not None
