"""Clues that say outright when an article appeared: headers, date lines, datelines of agencies, addresses."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.article import Clue
from app.domain.text import Stretch
from app.pipeline.dating.evidence import Evidence, PlacedForm, told_day
from app.pipeline.dating.meaning import date_to_people_or
from app.pipeline.dating.puzzle import Constraint, Days, between, weekday_days, yearly_days

LABELLED, LINE_IN_HEAD, DATELINE, LINE_ELSEWHERE, IN_ADDRESS, BOUND, UNTRUSTED = 8, 6, 6, 3, 3, 2, 0

_LABEL = re.compile(
    r"\b(?:date|published|posted|issued|pubdate|created)\W{0,4}(?:on\s)?\W{0,2}$",
    re.IGNORECASE,
)
_NOT_BEFORE_LABEL = re.compile(r"\b(?:photo|image|picture|taken|captured)\b", re.IGNORECASE)
_NOT_AFTER_LABEL = re.compile(
    r"\b(?:generated|retrieved|accessed|digiti[sz]ed|scanned|uploaded|crawled|printed|archived|updated|modified|"
    r"last (?:visited|checked)|today is|now)\b",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(r"copyright|©|\(c\)|related|read more|most read|more from|see also", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,30}(?:, [A-Z][\w.’' -]{1,20})?,\s*$")
_DATELINE_END = re.compile(r"\.?\s*(?:\([^()\n]{2,40}\)|/[^/\n]{2,30}/)?\s*[-–—:.]")
_ADDRESS_DAY = re.compile(r"(?<!\d)(19\d\d|20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SOURCE = re.compile(r"[(\[][A-Z][^()\[\],]{1,40},\s*$")
_SOURCE_END = re.compile(r",?\s*(?:pp?\.\s*\d|page \d|[)\]])")
_REACH = 80
_BYLINE = re.compile(r"\bBy\b|[|•·]|\s[—–-]\s")
# "June 19, 2024 5:41 AM UTC Updated 2 months ago": what stands behind the day is no title and no sentence.
_TIME_AND_CHANGE = re.compile(
    r"^\W{0,4}(?:at\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}\b(?:[+-]\d+)?)?"
    r"|\b(?:last\s)?(?:updated|modified)\b.*$",
    re.IGNORECASE,
)
_IN_PROSE = re.compile(r"\b(?:on|in|of|since|from|until|by|after|before|the|and|to)\s+$", re.IGNORECASE)
_MOST_WORDS_OF_LINE, _MOST_WORDS_OF_BYLINE = 2, 8
_DATELINE_SAYS = "the dateline of the report"


def stated_clues(evidence: Evidence) -> list[Constraint]:
    """All clues of this kind that an article has; those of no weight are seen but not trusted."""
    found = [
        constraint
        for placed in evidence.forms
        if placed.reads in ("day", "whole_day")
        and not _is_in_title(placed, evidence)
        and (constraint := _stated(placed, evidence))
    ]
    beside = {constraint.allows for constraint in found if constraint.weight == LINE_ELSEWHERE}
    if len(beside) > 1:  # a list of other stories, each with its day
        found = [replace(c, weight=UNTRUSTED, states_day=False) if c.weight == LINE_ELSEWHERE else c for c in found]
    return [*found, *_address(evidence)]


def _is_in_title(placed: PlacedForm, evidence: Evidence) -> bool:
    title = evidence.article.title_span
    return title is not None and title.holds(placed.span)


def _stated(placed: PlacedForm, evidence: Evidence) -> Constraint | None:
    allows = stated_days(placed)
    if not allows:
        return None
    text = evidence.article.text
    # A line that is longer than this holds more words than a header has, so that no more need be looked at.
    before = text[max(placed.paragraph.span.start, placed.span.start - _REACH) : placed.span.start].rpartition("\n")[2]
    after = text[placed.span.end : min(placed.paragraph.span.end, placed.span.end + _REACH)].partition("\n")[0]
    if bound := _bound(placed, before, after, evidence):
        return bound
    title = evidence.article.title_span
    in_head = placed.paragraph.number <= evidence.last_of_head
    weight, says = _named_source(before, after, in_head=in_head) or _trust(
        placed,
        before,
        after,
        in_head=in_head,
        is_above_title=title is not None and placed.span.end <= title.start,
    )
    if not says:
        return None
    is_yearless = told_day(placed) is None and placed.reads == "day"
    if is_yearless and says != _DATELINE_SAYS and weight < LABELLED:
        weight, says = UNTRUSTED, "a date without a year on the page around the story, maybe the day of the visit"
    clue = evidence.clue(placed.span, f"“{placed.span.of(text)}”: {says}.")
    return Constraint(clue, allows, weight, states_day=weight > UNTRUSTED)


def _bound(placed: PlacedForm, before: str, after: str, evidence: Evidence) -> Constraint | None:
    """A stamp of the visit or of a change is not before publication, a photograph not after it."""
    day = told_day(placed)
    if day is None or not _is_line_of_its_own(before, after, most_words=_MOST_WORDS_OF_BYLINE):
        return None
    words = placed.span.of(evidence.article.text)
    if _NOT_AFTER_LABEL.search(before) or _NOT_AFTER_LABEL.match(after.lstrip(" (,-–|")):
        clue = evidence.clue(placed.span, f"“{words}”: the page was changed or visited then, so it is not younger.")
        return Constraint(clue, between(None, day), BOUND, is_bound=True)
    if _NOT_BEFORE_LABEL.search(before):
        clue = evidence.clue(placed.span, f"“{words}”: a picture of that day, so the page is not older.")
        return Constraint(clue, between(day, None), BOUND, is_bound=True)
    return None


def stated_days(placed: PlacedForm) -> Days:
    """The days that a form names: one, or the same day of every year when its year is not told."""
    day = told_day(placed)
    if day:
        return between(day, day)
    if placed.reads == "whole_day":  # "03/05/2004" can be either of two
        either = str(placed.form.parts["day"]).strip("[]").split(",")
        return sum(between(day, day) for day in map(date.fromisoformat, either))
    if placed.reads != "day" or placed.has("day_year") or placed.has("year"):
        return 0
    days = yearly_days(placed.number("month"), placed.number("day"))
    for name in ("weekday", "weekday_after"):
        if placed.has(name):
            days &= weekday_days(placed.number(name))
    return days


def _trust(placed: PlacedForm, before: str, after: str, *, in_head: bool, is_above_title: bool) -> tuple[int, str]:
    """How far a date is to be trusted as the day of publication, and why; no reason when it says nothing of it."""
    if _OTHER_LABEL.search(before) or _OTHER_LABEL.search(after):
        return UNTRUSTED, "" if placed.is_body else "a mark or a list on the page, not its day of publication"
    if _LABEL.search(before) and (in_head or not placed.is_body):
        return LABELLED, "stands behind a word for publication"
    if placed.is_body and _DATELINE.fullmatch(before.strip() + " ") and _DATELINE_END.match(after):
        return DATELINE, _DATELINE_SAYS
    is_line = _is_line_of_its_own(before, after)
    if is_line and in_head and not is_above_title:
        return LINE_IN_HEAD, "a line of its own above the story"
    if is_line and (is_above_title or not placed.is_body):
        return LINE_ELSEWHERE, "a line of its own beside the story"
    return UNTRUSTED, "" if placed.is_body else "a date on the page around the story"


def _named_source(before: str, after: str, *, in_head: bool) -> tuple[int, str] | None:
    """Read "(Evening Star, March 3, 1959, p. 2.)" above a translation or a reprint."""
    if in_head and _SOURCE.match(before) and _SOURCE_END.match(after):
        return LINE_IN_HEAD, "the day of the paper that is named as the source"
    return None


def _is_line_of_its_own(before: str, after: str, most_words: int | None = None) -> bool:
    """A date with at most a place, a time or a by-line beside it; a heading or a sentence says more."""
    after = _TIME_AND_CHANGE.sub("", after)
    words = len(_WORD.findall(before)) + len(_WORD.findall(after))
    is_byline = bool(_BYLINE.search(before) or _BYLINE.search(after))
    is_prose = after.rstrip().endswith((".", "?", "!")) or _IN_PROSE.search(before) is not None
    most_words = most_words or (_MOST_WORDS_OF_BYLINE if is_byline else _MOST_WORDS_OF_LINE)
    return words <= most_words and not is_prose


def _address(evidence: Evidence) -> Iterator[Constraint]:
    """A day within the address of the page; addresses can lie, so this weighs little."""
    url = evidence.article.url
    if not url or not (found := _ADDRESS_DAY.search(url)):
        return
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return
    at = evidence.article.text.find(url)
    span = Stretch(at + found.start(), at + found.end()) if at >= 0 else None
    says = f"The address of the page holds {date_to_people_or(day, '')}."
    yield Constraint(Clue(found[0], span, says, is_used=True), between(day, day), IN_ADDRESS, states_day=True)
