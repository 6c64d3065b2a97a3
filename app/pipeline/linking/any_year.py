"""What is told of a month or a day without its year finds its home among the happenings of that day in all years.

To be looked up by their days, all are moved to one leap year.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from app.domain.linking import Happening, Span, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.candidates import Candidates

_LEAP_YEAR = 2000
_MONTH = 2  # letters, as in "09"
_LONGEST_MONTH = 31


def calendars_seen(traces: Iterable[Trace]) -> set[str]:
    """All on which a happening may lie that one of these traces of no year tells: a month is all of its days too."""
    seen = {trace.calendar for trace in traces if trace.calendar}
    months = {calendar for calendar in seen if len(calendar) == _MONTH}
    return seen | {f"{month}-{day:02}" for month in months for day in range(1, _LONGEST_MONTH + 1)}


def calendars_seeing(happenings: Iterable[Happening]) -> set[str]:
    """The calendars of all traces of no year that may tell one of these happenings."""
    seen = {one.calendar for one in happenings if one.calendar}
    return seen | {calendar[:_MONTH] for calendar in seen}


def in_any_year(happenings: Iterable[Happening], rows: Evidence) -> Candidates:
    """Happenings that stand somewhere in the calendar, to be looked up by that."""
    return Candidates((_moved(one) for one in happenings), rows)


def home_in_any_year(trace: Trace, candidates: Candidates, own: Collection[str], rows: Evidence) -> str | None:
    """The happening that a trace of no year tells: one that shares much with it, and clearly more than all others.

    Args:
        trace: Any; one with a year, or without anything, has no home here.
        candidates: What `in_any_year` gives.
        own: Ids of what its article tells with a date: the writer goes on.
        rows: The bars.
    """
    if not trace.calendar:
        return None
    first, last = _days(trace.calendar)
    found = candidates.ranked(trace, Span(trace.block, first, last))
    ranks = sorted((rank for rank, one in found if one.id not in own), reverse=True)
    if not ranks or ranks[0].points < rows.bars.any_year:
        return None
    is_ahead = all(ranks[0].points - other.points >= rows.bars.any_year_ahead for other in ranks[1:])
    return ranks[0].id if is_ahead else None


def _moved(one: Happening) -> Happening:
    first, last = _days(one.calendar)
    return replace(one, first_day=first, last_day=last)


def _days(calendar: str) -> tuple[int, int]:
    """The days of a month, or of a month and day, in the year to which all are moved."""
    month, _, day = calendar.partition("-")
    first = date(_LEAP_YEAR, int(month), int(day or 1))
    following = date(_LEAP_YEAR + int(month) // 12, int(month) % 12 + 1, 1)
    return first.toordinal(), first.toordinal() if day else following.toordinal() - 1
