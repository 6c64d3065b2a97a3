"""Weekdays around a day that is known: of the week in which a report must have appeared, they leave a few days."""

from collections.abc import Iterable
from datetime import timedelta

from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.puzzle import Days, between, spread
from app.pipeline.dating.surroundings import Direction

_DAYS_OF_WEEK = 7
_MOST_DAYS_IN_LEAD, _MOST_DAYS_AFTER = 3, 2  # further on, the weekday may be the one before
_MOST_DAYS_BEFORE, _FEWEST_BEFORE = 4, 2  # of a day to come; a weekly paper tells of one such day, not of two


def narrowed_by_weekdays(days: Days, evidence: Evidence) -> Days:
    """Of a week that begins with a day of the news, or ends before one to come, the days that the weekdays leave.

    "On Sunday they marked the anniversary", known to be 27 July, "landed on Monday", "is to take off on Tuesday":
    not before Monday, not after Tuesday.
    """
    first, last = spread(days)
    if not 1 < (last - first).days < _DAYS_OF_WEEK:
        return days
    bare = [p for p in evidence.story if p.reads == "weekday" and not p.has("shift") and not p.is_quoted]
    ahead = {p.number("weekday") for p in bare if p.looks is Direction.AHEAD}
    past = [p for p in bare if p.is_told_past and not p.is_told_as_before]
    if first.isoweekday() in _weekdays(past):
        start, end = _after(first.isoweekday(), past, ahead, evidence)
        left = days & between(first + timedelta(days=start), first + timedelta(days=end))
    else:
        coming = last + timedelta(days=1)
        before = _before(coming.isoweekday(), past) if coming.isoweekday() in ahead else None
        left = days & between(coming - timedelta(days=before), last) if before else days
    return left or days


def _weekdays(placed: Iterable[PlacedForm]) -> set[int]:
    return {p.number("weekday") for p in placed}


def _after(anchor: int, past: list[PlacedForm], ahead: set[int], evidence: Evidence) -> tuple[int, int]:
    """How many days after its first day the report appeared, at least and at most."""
    in_lead = [p for p in past if p.paragraph.number in evidence.lead]
    others = _weekdays(in_lead) - {anchor}
    most = _MOST_DAYS_IN_LEAD if others else _MOST_DAYS_AFTER
    since = [(weekday - anchor) % _DAYS_OF_WEEK for weekday in others or _weekdays(past)]
    start = max((days for days in since if days <= most), default=0)
    to_come = [(weekday - anchor) % _DAYS_OF_WEEK for weekday in ahead]
    return start, min((days for days in to_come if days > start), default=_DAYS_OF_WEEK - 1)


def _before(anchor: int, past: list[PlacedForm]) -> int | None:
    """How many days before a day to come the report appeared, at most; None where the weekdays do not tell."""
    until = [(anchor - weekday) % _DAYS_OF_WEEK for weekday in _weekdays(past)]
    is_close = len(until) >= _FEWEST_BEFORE and all(0 < days <= _MOST_DAYS_BEFORE for days in until)
    return min(until) if is_close else None
