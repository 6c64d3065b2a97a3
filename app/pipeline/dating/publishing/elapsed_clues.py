"""Clues from the time since a happening of the world: "a year into the war", "nears its first anniversary"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.dating_rows import ReferenceFactRow
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import shift_months
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.puzzle import LAST_DAY, NO_DAYS, Constraint, Days, between
from app.pipeline.dating.publishing.sum_clues import count_told
from app.pipeline.dating.surroundings import is_quoted, sentence_after, sentence_before

_MOST_TELLINGS = 3  # of one happening are looked at
_AGO = re.compile(
    r"(?:\b(?P<about>nearly|almost|just under|about|some|around|roughly|more than|over|just over)\s+)?"
    r"\b(?P<count>an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)\s(?P<unit>years?|months?)\s(?P<how>after|into|on from)\s"
    r"(?:(?!(?:is|was|were|had|has|have|said|that|who|which)\b)[\w.’'-]+\s){0,5}$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r",?\s(?:is |was )?(?:now )?(?P<verb>near|approach|enter|in\b)(?:s|es|ing)?\s(?:its|the|a)\s"
    r"(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d{1,2}(?:st|nd|rd|th))\s(?P<unit>anniversary|year|month)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:is|are|has|have|do|does|still|now|today|remains?|we|our)\b|[’']s been\b")
_PAST_PERFECT = re.compile(r"\bhad\b")
_BEGINS = re.compile(r"inva|attack|outbreak|annex|began|start|launch", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MONTHS_OF_YEAR = 12
_NEARING = timedelta(days=120)  # so long before it one says that it nears
_ENTERED = timedelta(days=92)  # so long after its beginning one says that a year is entered
_SLACK = {_MONTHS_OF_YEAR: timedelta(days=92), 1: timedelta(days=25)}  # either way, of years and of months
_LONG, _LONG_SLACK = 20, 2  # years; "forty years after" is said of 38 too


def elapsed_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    text = evidence.article.text
    for row, found in evidence.facts_told:
        for span in found[:_MOST_TELLINGS]:
            before, after = sentence_before(text, span), sentence_after(text, span)
            sentence = f"{before}{span.of(text)}{after}"
            if is_quoted(text, span.start) or _YEAR.search(sentence) or _PAST_PERFECT.search(sentence):
                continue
            where, allows = _of_turn(span, after, row, evidence) if row.lasts else (span, NO_DAYS)
            if not allows and _PRESENT.search(sentence):
                where, allows = _of_distance(span, before, row, evidence)
            if allows:
                says = f"“{where.of(text)}”, which was on {date_to_people(day_date(row.day))}, tells from when."
                yield evidence.constraint(ClueKind.YEARS_SINCE, where, says, allows)


def _of_distance(span: Stretch, before: str, row: ReferenceFactRow, evidence: Evidence) -> tuple[Stretch, Days]:
    """Read "nearly three years after the invasion": of what lasts, only of its beginning."""
    found = _AGO.search(before)
    is_of_beginning = not row.lasts or _BEGINS.search(span.of(evidence.article.text)) is not None
    if found is None or not (is_of_beginning or found["how"].lower() == "into"):
        return span, NO_DAYS
    count = 1 if found["count"].lower() in ("a", "an", "one") else count_told(found["count"], evidence)
    if count is None:
        return span, NO_DAYS
    unit = _MONTHS_OF_YEAR if found["unit"].lower().startswith("year") else 1
    where = Stretch(span.start - len(before) + found.start(), span.end)
    return where, _so_long_after(row.day, count, unit, (found["about"] or "").lower())


def _so_long_after(day: date, count: int, unit: int, about: str) -> Days:
    """The days on which one says "two years after", "nearly two years into": up to the next whole number."""
    if unit == _MONTHS_OF_YEAR and count >= _LONG:
        around = _LONG_SLACK if count % 10 == 0 else 1
        first, last = (day.year + count - around, day.year + count + around)
        return between(date(first, 1, 1), date(last, 12, 31)) if last <= LAST_DAY.year else NO_DAYS
    exact, following = _later(day, count * unit), _later(day, (count + 1) * unit)
    slack = _SLACK[unit]
    if about in ("nearly", "almost", "just under"):
        return between(exact - 2 * slack, exact)
    if about in ("more than", "over", "just over"):
        return between(exact, following)
    return between(exact - slack, following if about == "" else following + slack)


def _of_turn(span: Stretch, after: str, row: ReferenceFactRow, evidence: Evidence) -> tuple[Stretch, Days]:
    """Read "nears its first anniversary", "enters its third year", "now in its fourth month"."""
    found = _TURN.match(after)
    number = _ordinal(found["ordinal"], evidence) if found else None
    if found is None or number is None:
        return span, NO_DAYS
    where = Stretch(span.start, span.end + found.end())
    unit = 1 if found["unit"].lower() == "month" else _MONTHS_OF_YEAR
    if found["unit"].lower() == "anniversary":
        day = _later(row.day, number * unit)
        return where, between(day - _NEARING, day) if found["verb"].lower() in ("near", "approach") else NO_DAYS
    start, end = _later(row.day, (number - 1) * unit), _later(row.day, number * unit)
    if found["verb"].lower() == "in":
        return where, between(start, end)
    entered = between(start - _NEARING / 2, min(end, start + _ENTERED))
    return where, entered if found["verb"].lower() == "enter" else between(start - _NEARING, start)


def _later(day: date, months: int) -> date:
    year, month = shift_months(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _ordinal(words: str, evidence: Evidence) -> int | None:
    if words.lower() in ("first", "1st"):
        return 1
    return count_told(words[:-2] if words[0].isdigit() else words, evidence)
