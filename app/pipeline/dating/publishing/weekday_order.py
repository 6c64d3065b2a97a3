"""Weekdays around a day that is known: of the weeks in which a report must have appeared, they leave a few days."""

from collections.abc import Iterable
from datetime import timedelta

from app.knowledge.publication_rows import PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import Days, between, spread, weekday_days
from app.pipeline.dating.surroundings import Direction

_DAYS_OF_WEEK, _DAYS_OF_MONTH = 7, 31
_WEEKEND = "WE"  # as ISO-TimeML writes it
_WEEK = range(1, _DAYS_OF_WEEK + 1)
_MOST_DAYS = 3  # further on, the weekday may be the one before; so may all below the lead


def narrowed_by_weekdays(days: Days, evidence: Evidence) -> Days:
    """Of a few weeks the days that the weekdays leave.

    "Landed on Monday", "is to take off on Wednesday": not before Monday, not after Wednesday. Where the first day is
    one of the news ("on Sunday they marked the anniversary", known to be 27 July), other weekdays of the lead lie after
    it.
    """
    first, last = spread(days)
    if not 1 < (last - first).days < _DAYS_OF_MONTH:
        return days
    bare = [p for p in evidence.story if p.reads == "weekday" and not p.has("shift") and not p.is_quoted]
    past = [
        p for p in bare if p.is_told_past and not (p.is_told_as_before or evidence.marks(PageRole.TO_COME, p.before))
    ]
    ahead = _weekdays(p for p in bare if p.looks is Direction.AHEAD) | _weekend_to_come(evidence)
    left = days & any_of(map(weekday_days, _around(_weekdays(past), ahead)))
    coming = last + timedelta(days=1)
    # The day to come that ends the span is the one that is named.
    if past and coming.isoweekday() in ahead - _weekdays(past):
        left &= ~weekday_days(coming.isoweekday())
    if (last - first).days < _DAYS_OF_WEEK and first.isoweekday() in _weekdays(bare) - ahead:
        start, end = _after(first.isoweekday(), past, ahead, evidence)
        left &= between(first + timedelta(days=start), first + timedelta(days=end))
    return days & between(*spread(left)) if left else days


def _weekend_to_come(evidence: Evidence) -> set[int]:
    """Sunday, of "is to visit the fleet over the weekend": not after it."""
    told = (p for p in evidence.story if p.reads == "weekend" or p.form.parts.get("unit") == _WEEKEND)
    is_ahead = any(p.looks is Direction.AHEAD and not p.is_quoted and p.form.parts.get("shift", 0) == 0 for p in told)
    return {_DAYS_OF_WEEK} if is_ahead else set()


def _weekdays(placed: Iterable[PlacedForm]) -> set[int]:
    return {p.number("weekday") for p in placed}


def _around(past: set[int], ahead: set[int]) -> list[int]:
    """The weekdays on which one can write so: all that a report names without more lie within one week around it.

    Else a reader could not tell which one is meant. A paper may be printed on the very day that it calls to come.
    """
    if not past or not ahead or past & ahead:
        return list(_WEEK)
    return [
        today
        for today in _WEEK
        if max((today - day) % _DAYS_OF_WEEK for day in past) + max((day - today) % _DAYS_OF_WEEK for day in ahead)
        < _DAYS_OF_WEEK
    ] or list(_WEEK)


def _after(anchor: int, past: list[PlacedForm], ahead: set[int], evidence: Evidence) -> tuple[int, int]:
    """How many days after a known day of the news the report appeared, at least and at most."""
    others = _weekdays(p for p in past if p.paragraph.number in evidence.lead) - {anchor}
    since = [(weekday - anchor) % _DAYS_OF_WEEK for weekday in others]
    start = max((days for days in since if days <= _MOST_DAYS), default=0)
    to_come = [(weekday - anchor) % _DAYS_OF_WEEK for weekday in ahead]
    return start, min((days for days in to_come if days > start), default=_DAYS_OF_WEEK - 1)
