"""Clues from weekdays: with their date they fit only some years, and among themselves they have an order."""

import re
from collections.abc import Iterator

from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.dateline_clues import is_dateline
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.lead_clues import news_of_lead
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.pair_clues import told_beside_today
from app.pipeline.dating.publishing.puzzle import Constraint, from_day_on
from app.pipeline.dating.surroundings import Direction

_PRESENT = re.compile(
    r"\b(?:celebrat|mark|observ|open|begin|start|clos|meet|arriv|leav|visit|hold|host|vot|fall|com)(?:e?s)\b",
    re.IGNORECASE,
)
_DAYS_OF_WEEK = 7
_WEEK, _FORTNIGHT, _MONTH, _YEAR = 6, 13, 31, 364  # days after a day on which one still writes of it without its year
_MOST_DAYS_IN_LEAD, _MOST_DAYS_AFTER = 3, 2  # further on, the weekday may be the one before
_SEEN_FROM_NOW = frozenset({"relative_day", "shifted_daypart", "weekday"})


def week_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    paired = told_beside_today(evidence)
    for placed in evidence.story:
        if not placed.has("weekday") or not yearless_days(placed) or placed.is_quoted or placed.span in paired:
            continue
        yield _weekday_with_day(placed, evidence)
        is_of_lead = placed.paragraph.number in evidence.lead and placed.looks is not Direction.AHEAD
        if is_of_lead and not is_dateline(placed):
            yield from _order_of_weekdays(placed, evidence)


def _weekday_with_day(placed: PlacedForm, evidence: Evidence) -> Constraint:
    """A weekday with its date fits only some years; in the lead it is news of that week."""
    days = yearless_days(placed)
    if placed.looks is Direction.AHEAD:
        says = f"“{placed.words}”, still to come, is that weekday only in some years."
        return evidence.constraint(ClueKind.WEEKDAY_DAY, placed.span, says, from_day_on(days, _MONTH) >> _MONTH)
    is_daily = any(form.reads in _SEEN_FROM_NOW for form in evidence.story)
    if placed.paragraph.number in evidence.lead[:1] or (is_daily and placed.paragraph.number in evidence.lead):
        says = f"“{placed.words}” is that weekday only in some years; in the lead, it is news of that week."
        allows = from_day_on(days, _WEEK)
        if placed.looks is Direction.OPEN and _PRESENT.search(placed.before):  # it may be still to come
            allows |= from_day_on(days, _MONTH) >> _MONTH
        return evidence.constraint(ClueKind.WEEKDAY_DAY_LEAD, placed.span, says, allows)
    says = f"“{placed.words}”, told without its year, is that weekday only in some years."
    is_near = placed.looks is Direction.BACK and news_of_lead(evidence) is not None
    told = from_day_on(days, _FORTNIGHT if is_near else _YEAR)
    allows = told if placed.looks is Direction.BACK else told | from_day_on(days, _MONTH) >> _MONTH
    return evidence.constraint(ClueKind.WEEKDAY_DAY, placed.span, says, allows)


def _order_of_weekdays(dated: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """After the news of "Tuesday, July 16", "he said on Thursday" is the Thursday after it.

    The lead is the newest: where it has weekdays of its own, the others may lie before it. So may those that are nearer
    before the dated day than after it.
    """
    bare = [p for p in evidence.story if p.reads == "weekday" and not p.has("shift") and not p.is_quoted]
    told = [p for p in bare if p.looks is not Direction.AHEAD]
    in_lead = [p for p in told if p.paragraph.number in evidence.lead]
    past = [p for p in in_lead or told if p.is_told_past and not p.is_told_as_before]
    most_days = _MOST_DAYS_IN_LEAD if in_lead else _MOST_DAYS_AFTER
    after = {days: p for p in past if (days := _days_after(dated, p)) <= most_days}
    if not after:
        return
    first = max(after)
    to_come = [(_days_after(dated, p) - first) % _DAYS_OF_WEEK for p in bare if p.looks is Direction.AHEAD]
    last = min([_WEEK - first, *(days for days in to_come if days)])
    says = f"“{after[first].words}”, told of the news of “{dated.words}”, lies in the days after it."
    allows = from_day_on(yearless_days(dated) << first, last)
    yield evidence.constraint(ClueKind.ORDER_OF_WEEKDAYS, after[first].span, says, allows)


def _days_after(dated: PlacedForm, placed: PlacedForm) -> int:
    """How many days after the dated weekday the next such weekday comes."""
    return (placed.number("weekday") - dated.number("weekday")) % _DAYS_OF_WEEK
