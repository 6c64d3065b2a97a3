"""Clues from how far the day of writing lies from a day that is told: "last Friday (3 March)", "exactly four years"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.named_day_clues import days_of
from app.pipeline.dating.publishing.pair_clues import days_told, is_beside, seen_from
from app.pipeline.dating.publishing.puzzle import (
    NO_DAYS,
    Constraint,
    Days,
    between,
    from_day_on,
    numbered_days,
    weekday_days,
)
from app.pipeline.dating.readers.named import recalled_day

_DAYS_OF = {"D": 1, "W": 7}
_REACH = 80  # characters from the weekday to the day from which it is counted
_WEEK = 6  # days from the first of a week to its last
_EXACTLY = re.compile(r"[\s,(–—-]*(?:exactly|precisely)\s+", re.IGNORECASE)
_TODAY_IS = re.compile(r"(?:^|[\s“\"])(?:it|today|this)(?: is|[’']s) $", re.IGNORECASE)
_BESIDE_TODAY = re.compile(r"[\s,(–—-]*")
_WILL = re.compile(r",? (?:will|shall|is to|are to)\b")
_EVE = re.compile(r"[\s,(–—-]*(?:on )?(?:the )?eve of\s+(?:the )?", re.IGNORECASE)


def distance_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    for first, second in pairwise(evidence.story):
        if first.is_quoted or second.span.start - first.span.end > _longest_gap(first):
            continue
        yield from _weekday_beside(first, second, evidence)
        yield from _numbered_weekday(first, second, evidence)
        yield from _on_the_eve(first, second, evidence)
    for placed in evidence.story:
        yield from _weekday_of_today(placed, evidence)
    for today, later, told in zip(evidence.story, evidence.story[1:], evidence.story[2:], strict=False):
        yield from _exactly_after(today, later, told, evidence)
        yield from _weekday_before(today, later, told, evidence)


def _longest_gap(placed: PlacedForm) -> int:
    """How far behind a form the one that belongs to it may begin."""
    return 100 if placed.reads == "duration" else 20


def _between(first: PlacedForm, second: PlacedForm) -> str:
    return first.text[first.span.end : second.span.start]


def _weekday_beside(weekday: PlacedForm, told: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "last Friday (3 March)", "next Monday, 5 June": the weekday fits some years, and it is seen from near."""
    is_seen_from_now = weekday.reads == "weekday" and weekday.form.parts.get("shift") in (-1, 0, 1)
    if not is_seen_from_now or told.reads != "day" or not is_beside(_between(weekday, told)):
        return
    days = days_told(told) & weekday_days(weekday.number("weekday"))
    if not days:
        return
    span = Stretch(weekday.span.start, told.span.end)
    says = f"“{span.of(evidence.article.text)}” lies within the week or in the one beside it."
    shift = weekday.number("shift")
    is_ahead = shift == 0 and _WILL.match(told.after) is not None  # "This Thursday, October 12, will mark"
    allows = from_day_on(days, _WEEK) >> _WEEK if is_ahead else _seen_from_week(days, shift)
    yield evidence.constraint(ClueKind.WEEK_OF_DAY, span, says, allows)


def _weekday_of_today(weekday: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "It's Wednesday, and this is the news": the day of writing is one."""
    is_bare = weekday.reads == "weekday" and not weekday.has("shift") and not weekday.is_quoted
    if is_bare and _TODAY_IS.search(weekday.before):
        says = f"“{weekday.words}” is told of today."
        yield evidence.constraint(ClueKind.WEEK_OF_DAY, weekday.span, says, weekday_days(weekday.number("weekday")))


def _numbered_weekday(weekday: PlacedForm, numbered: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "It is Tuesday the 12th", today, and "next Tuesday, the 21st": the weekday fits some months."""
    is_numbered = weekday.reads == "weekday" and numbered.reads == "day_of_story"
    if not is_numbered or not is_beside(_between(weekday, numbered)):
        return
    days = weekday_days(weekday.number("weekday")) & numbered_days(numbered.number("day"))
    span = Stretch(weekday.span.start, numbered.span.end)
    shift = weekday.number("shift") if weekday.has("shift") else None
    if shift is None and _TODAY_IS.search(weekday.before):
        says = f"“{span.of(evidence.article.text)}”, told of today, is that weekday only in some months."
        yield evidence.constraint(ClueKind.BESIDE_TODAY, span, says, days)
    elif shift is not None and -1 <= shift <= 1:
        says = f"“{span.of(evidence.article.text)}” lies within the week or in the one beside it."
        yield evidence.constraint(ClueKind.WEEK_OF_DAY, span, says, _seen_from_week(days, shift))


def _seen_from_week(days: Days, shift: int) -> Days:
    """When one says "last", "this" or "next" of a weekday: of the nearest one, or of that of the calendar week."""
    week = seen_from(days, "W", shift)
    if shift < 0:
        return week | from_day_on(days << 1, _WEEK)
    return week | from_day_on(days, 2 * _WEEK) >> _WEEK if shift == 0 else week | from_day_on(days, _WEEK) >> _WEEK + 1


def _on_the_eve(relative: PlacedForm, named: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "Yesterday, on the eve of the 15th anniversary of the liberation": the day before that named day."""
    if relative.reads != "relative_day" or not _EVE.fullmatch(_between(relative, named)):
        return
    days = _days_named(named)
    if not days:
        return
    span = Stretch(relative.span.start, named.span.end)
    says = f"“{span.of(evidence.article.text)}” tells from which day it was seen."
    allows = seen_from(days >> 1, "D", relative.number("offset"))
    yield evidence.constraint(ClueKind.BESIDE_TODAY, span, says, allows)


def _days_named(placed: PlacedForm) -> Days:
    """The day that an anniversary recalls, in every year, and the day that a date names."""
    if placed.reads != "anniversary":
        return days_told(placed) if placed.reads == "day" else NO_DAYS
    row = recalled_day(placed.form.parts, placed)
    return days_of(row.rule) if row else NO_DAYS


def _exactly_after(today: PlacedForm, later: PlacedForm, told: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "Today, exactly four years after the guns fell silent on 27 July 1953"."""
    is_later = (
        later.reads in ("later", "later_to_the_unit") and later.form.parts.get("units") == "Y" and later.is_counted
    )
    if today.reads != "relative_day" or not is_later or told.day is None or today.is_quoted:
        return
    gap = _between(today, later)
    is_to_the_day = _EXACTLY.fullmatch(gap) or (_BESIDE_TODAY.fullmatch(gap) and later.form.parts.get("finer") == "D")
    if not is_to_the_day or told.span.end > later.span.end + len(later.after):
        return
    span = Stretch(today.span.start, told.span.end)
    day = same_day_in(told.day, told.day.year + later.number("count"))
    says = f"“{span.of(evidence.article.text)}” tells from when it was seen."
    yield evidence.constraint(
        ClueKind.BESIDE_TODAY, span, says, seen_from(between(day, day), "D", today.number("offset"))
    )


def _weekday_before(
    weekday: PlacedForm, later: PlacedForm, told: PlacedForm, evidence: Evidence
) -> Iterator[Constraint]:
    """Read "on Thursday, nine days before the feast on 9 May", "on Monday that he died two days earlier, on 17 May"."""
    is_counted = later.reads == "later" and later.form.parts.get("units") in _DAYS_OF and later.is_counted
    is_near = told.span.start - weekday.span.end <= _REACH and weekday.paragraph == told.paragraph
    if not (is_counted and is_near and weekday.reads == "weekday") or weekday.has("shift") or weekday.is_quoted:
        return
    days = later.number("count") * _DAYS_OF[str(later.form.parts["units"])] * later.number("later")
    if is_beside(_between(later, told)):  # the day itself is so much earlier
        days = -days
    there = days_told(told) << days if days > 0 else days_told(told) >> -days
    hits = there & weekday_days(weekday.number("weekday"))
    if hits and _is_short(told):
        span = Stretch(weekday.span.start, told.span.end)
        says = f"“{span.of(evidence.article.text)}” is that weekday only in some years, and lies within a week."
        yield evidence.constraint(ClueKind.WEEK_OF_DAY, span, says, from_day_on(hits, _WEEK))


def _is_short(placed: PlacedForm) -> bool:
    """Is it a day?"""
    return placed.day is not None or placed.reads == "day"
