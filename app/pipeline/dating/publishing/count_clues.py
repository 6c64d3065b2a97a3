"""Clues from lengths of time that run up to now, wherever their beginning is told: "Sixteen years have passed"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in, shift_months
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.puzzle import Constraint, between

_AND = re.compile(r",?\s+and\s+")
_HAD = re.compile(r"\b(?:had|was|were)\b")
_PERFECT = re.compile(r"\b(?:have|has)\b|[’'](?:ve|s been)\b", re.IGNORECASE)
_PASSED = re.compile(
    r"\s+(?:(?:that\s+)?(?:have|has|are)\s+)?(?:now\s+|already\s+)?(?:passed|gone(?: by)?|elapsed)\b(?P<since> since)?",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\s+(?:(?:now|ago|this (?:week|month|year)|today)\s+)?since\b(?! then)", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+(?:(?:just|only|now|exactly)\s+|the (?:last|past)\s+)?$", re.IGNORECASE)
_IS_NOW = re.compile(
    r"\b(?:it|that)(?: is|[’']s)(?: now| just| only| already)*\s+$|^\W*(?:only |just )?$", re.IGNORECASE
)
_FIRST_IN = re.compile(r"\b(?:first|highest|lowest|largest|worst|best)\b[^.;]{0,60}\b(?:in|for)\s+$", re.IGNORECASE)
_LAST_TIME = re.compile(
    r"\b(?:last time|previous (?:time|visit|one)|last (?:came|visited|met|went|was|visit)|time before)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|some|around|roughly|least|most|half|several)\b[^.;]{0,12}$", re.IGNORECASE)
_ROUGH = re.compile(r"(?:about|almost|nearly|some|around|roughly|over|under|more|less)\b", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:nearly|almost|not quite|under|less than)\s+$", re.IGNORECASE)
_OVER = re.compile(r"\b(?:more than|over)\s+$", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:found|establish|proclaim|creat|set up|open|sign|conclud|launch|form|born|beg[au]n|start|elect|appoint|clos"
    r"|last|since|when|after)\w*\b",
    re.IGNORECASE,
)
_LENGTHS = frozenset({"duration", "in_time"})
_CALENDAR = frozenset({"day", "whole_day", "month", "year"})
_REACH = 240  # characters from the length to the time at which it began
_MONTHS_OF_YEAR = 12
_WHOLE_YEAR = 364  # days from its first to its last
_LONG = 10  # years after which nobody counts months
_LEAST_ROUND, _ROUNDING = 20, 2  # "forty years" is said of 38 too


def count_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    taken: set[int] = set()
    story = evidence.head_and_story
    for index, placed in enumerate(story):
        is_length = placed.reads in _LENGTHS and placed.form.parts.get("units") in ("Y", "M") and placed.is_counted
        is_length = is_length and not placed.has("is_clock")  # minutes
        if not is_length or index in taken:
            continue
        last, months = _length(index, story)
        taken.add(last)
        began = _beginning(placed, story[last], evidence)
        if began is None:
            continue
        try:
            first, end = _counted_from(began, placed, months)
        except (OverflowError, ValueError):  # outside the years 1 to 9999
            continue
        span = Stretch(min(placed.span.start, began.span.start), max(story[last].span.end, began.span.end))
        says = f"“{placed.words}” up to now, which began with “{began.words}”."
        kind = ClueKind.YEARS_SINCE if placed.form.parts["units"] == "Y" else ClueKind.BESIDE_PERIOD
        yield evidence.constraint(kind, span, says, between(first, end))


def _length(index: int, story: Sequence[PlacedForm]) -> tuple[int, int]:
    """Where a length ends among the forms, and its months: "four years and five months" are two forms."""
    placed = story[index]
    months = placed.number("count") * (_MONTHS_OF_YEAR if placed.form.parts["units"] == "Y" else 1)
    for first, second in pairwise(story[index : index + 2]):
        gap = first.text[first.span.end : second.span.start]
        is_part = second.reads == "duration" and second.form.parts.get("units") == "M" and second.is_counted
        if is_part and first.form.parts["units"] == "Y" and _AND.fullmatch(gap):
            return index + 1, months + second.number("count")
    return index, months


def _beginning(length: PlacedForm, last: PlacedForm, evidence: Evidence) -> PlacedForm | None:
    """When a length began that is told as running up to now; None for other lengths."""
    sentence = f"{length.before}{length.words}{last.after}"
    is_rough = length.form.parts["units"] == "M" and (_UNDER.search(length.before) or _OVER.search(length.before))
    if is_rough or _ABOUT.search(length.before) or _ROUGH.match(length.words):
        return None
    near = [
        placed
        for placed in evidence.story
        if placed.explicit
        and placed.reads in _CALENDAR
        and placed.paragraph == length.paragraph
        and -_REACH <= placed.span.start - last.span.end <= _REACH
    ]
    behind = [placed for placed in near if placed.span.start > last.span.end]
    before = [placed for placed in near if placed.span.end < length.span.start]
    if (passed := _PASSED.match(last.after)) and not _HAD.search(passed[0]):
        return next(iter(behind if passed["since"] else before[-1:] or behind), None)
    if _SINCE.match(last.after) and (_PERFECT.search(sentence) or _IS_NOW.search(length.before)):
        return next((placed for placed in behind if placed.span.start < last.span.end + len(last.after)), None)
    if _FIRST_IN.search(length.before) and not _HAD.search(length.before):
        return _last_time(evidence)
    is_for = _FOR.search(length.before) and _PERFECT.search(length.before) and not _HAD.search(length.before)
    told = [placed for placed in (*before[-1:], *behind[:1]) if _BEGAN.search(placed.before)]
    return told[0] if is_for and told else None


def _last_time(evidence: Evidence) -> PlacedForm | None:
    """The time before, of what is "the first in 24 years": "the last time he came, in July 2000"."""
    told = [p for p in evidence.story if p.explicit and p.reads in _CALENDAR and _LAST_TIME.search(p.before)]
    return told[0] if len({p.explicit for p in told}) == 1 else None


def _counted_from(began: PlacedForm, length: PlacedForm, months: int) -> tuple[date, date]:
    """The first and the last day on which so many months may have passed."""
    first, last = began.explicit or (date.min, date.max)
    years, rest = divmod(months, _MONTHS_OF_YEAR)
    under, over = bool(_UNDER.search(length.before)), bool(_OVER.search(length.before))
    if rest == 0:
        slack = _ROUNDING if years >= _LEAST_ROUND and years % 10 == 0 else 0
        if (last - first).days >= _WHOLE_YEAR:
            return date(first.year + years - under - slack, 1, 1), date(last.year + years + over + slack, 12, 31)
        earliest = date(first.year + years - under - slack, 1, 1)  # often only the years are set against each other
        is_long = years >= _LONG
        latest = date(last.year + years, 12, 31) if is_long else same_day_in(last, last.year + years + 1)
        return earliest, same_day_in(latest, latest.year + over + slack)
    return _first_of_month(first, months - 1), _first_of_month(last, months + 2) - timedelta(days=1)


def _first_of_month(day: date, months: int) -> date:
    """The first day of the month that lies so many months after that of a day."""
    return date(*shift_months(day, months), 1)
