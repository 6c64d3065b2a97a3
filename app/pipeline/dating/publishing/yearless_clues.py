"""Clues from days told as past without their year: all of them lie in the months before publication."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache, reduce
from itertools import pairwise

from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.dateline_clues import is_dateline
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.lead_clues import news_of_lead
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.page_lists import is_of_others
from app.pipeline.dating.publishing.pair_clues import any_of, days_told, is_beside
from app.pipeline.dating.publishing.puzzle import (
    ALL_DAYS,
    Constraint,
    Days,
    between,
    from_day_on,
    rest_of_years,
    spread,
    stretches,
)
from app.pipeline.dating.surroundings import Direction

_REACH_DAYS = 210  # so long after a day one still writes of it without its year
_LONG_REACH, _LONGEST_REACH = timedelta(days=240), timedelta(days=300)  # the longer one within its year
_LAST_CERTAIN_MONTH = 9  # "on 3 October" may be of last year at the beginning of the next
_FEWEST = 2  # one alone may be of what was agreed or set for it
_YEARLESS = frozenset({"day", "month"})
_LONGEST_TIME = 31  # days of a time that may be a step of a story: its year goes for what is told next
_DAYS_OF_WEEK = 7


def yearless_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _first_told(evidence)
    dated = list(_days_of_now(evidence))
    if len({(placed.number("month"), placed.number("day")) for placed in dated}) < _FEWEST:
        return
    allows = reduce(lambda left, placed: left & _from_then_on(yearless_days(placed)), dated, ALL_DAYS)
    if not allows:  # some are of another year
        return
    for placed in evidence.story:
        if _is_to_come(placed, evidence):
            allows = allows & _until_next(allows, yearless_days(placed)) or allows
    newest = _newest(allows, dated)
    says = f"“{newest.words}” is the newest of the days told without their year, all of the months before."
    yield evidence.constraint(ClueKind.YEARLESS_DAYS, newest.span, says, allows)
    yield from _lead_after(allows, newest, evidence)


def _first_told(evidence: Evidence) -> Iterator[Constraint]:
    """Read "On August 5", told as past without a year: it lies in the months before publication."""
    told_in = 0  # the paragraph in which a story with its own year is told
    for placed in evidence.story:
        if placed.explicit:
            told_in = placed.paragraph.number
        is_told = placed.reads in _YEARLESS and placed.is_told_past and not placed.is_quoted
        is_told = is_told and not evidence.marks(PageRole.NOT_YET, placed.before)
        if not is_told or told_in == placed.paragraph.number or not (days := days_told(placed)):
            continue
        says = f"“{placed.words}”, told without its year, lies not long before publication."
        first = spread(days)[0]
        is_close = placed.reads == "day" or evidence.is_news  # else one tells of a month in the next year too
        is_of_year = is_close and placed.paragraph.number in evidence.lead and first.month <= _LAST_CERTAIN_MONTH
        rest = rest_of_years(first.month, first.day)
        within = rest if is_of_year else rest | from_day_on(days, _REACH_DAYS)
        yield evidence.constraint(ClueKind.YEARLESS, placed.span, says, within)
        return  # the others of the story are no witnesses of their own


def _days_of_now(evidence: Evidence) -> Iterator[PlacedForm]:
    """The days without a year of which nothing says that they are of another year than the last one.

    Where a story goes back to a time with its year, what follows may be of that year: its paragraph and, where a later
    year is told elsewhere, the next; all, where the first paragraph itself tells of such a day.
    """
    if evidence.is_chronology or any(_is_step(p) and p.paragraph.number in evidence.lead[:1] for p in evidence.story):
        return
    latest = max((p.explicit[0].year for p in evidence.story if p.explicit and _is_step(p)), default=0)
    told_in: set[int] = set()
    for before, placed in pairwise((None, *evidence.story)):
        if placed is None:
            continue
        if placed.explicit:
            number = placed.paragraph.number
            told_in |= {number, number + 1} if _is_step(placed) and placed.explicit[0].year < latest else {number}
        if (
            placed.paragraph.number in told_in
            or _is_near(before, placed)
            or is_dateline(placed)
            or not yearless_days(placed)
        ):
            continue
        if _is_told(placed, evidence):
            yield placed


def _is_step(placed: PlacedForm) -> bool:
    """Is it a day or a month, with its year, in which something came to pass?"""
    if placed.explicit is None or placed.looks is Direction.AHEAD:
        return False
    return (placed.explicit[1] - placed.explicit[0]).days < _LONGEST_TIME


def _is_near(before: PlacedForm | None, placed: PlacedForm) -> bool:
    """Is it called this or the next one, as in "this Sunday, the 25th"?"""
    if before is None or not before.has("shift") or before.number("shift") < 0:
        return False
    return is_beside(placed.text[before.span.end : placed.span.start])


def _is_told(placed: PlacedForm, evidence: Evidence) -> bool:
    if placed.is_quoted or not placed.is_told_past or is_of_others(placed):
        return False
    return not evidence.marks(PageRole.NOT_YET, placed.before)


@lru_cache(maxsize=512)
def _from_then_on(days: Days) -> Days:
    """The days from each of these on, as long as one still writes of it without its year."""
    return any_of(
        between(first, max(first + _LONG_REACH, min(first + _LONGEST_REACH, date(first.year, 12, 31))))
        for first, _ in stretches(days)
    )


def _is_to_come(placed: PlacedForm, evidence: Evidence) -> bool:
    is_one = placed.reads == "day" and placed.explicit is None and not placed.is_quoted
    return is_one and evidence.marks(PageRole.TO_COME, placed.before)


def _until_next(days: Days, to_come: Days) -> Days:
    """From each first day to the next that is to come: without a year all lies within one year around the report."""
    firsts = [first for first, _ in stretches(days)]
    return any_of(between(first, spread(coming)[0]) for first in firsts if (coming := between(first, None) & to_come))


def _newest(allows: Days, dated: Sequence[PlacedForm]) -> PlacedForm:
    """Of these days the one with which the days that they allow begin."""
    first = allows & ~(allows << 1)
    return next((placed for placed in dated if yearless_days(placed) & first), dated[-1])


def _lead_after(allows: Days, newest: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """What the lead tells by its weekday is newer than what the story tells by its day."""
    news = news_of_lead(evidence)
    if news is None or (newest.has("weekday") and newest.paragraph.number in evidence.lead):
        return
    since = any_of(
        between(first + timedelta(days=(news.number("weekday") - first.isoweekday()) % _DAYS_OF_WEEK), last)
        for first, last in stretches(allows)
    )
    says = f"“{news.words}” is the news of the lead, and so not before “{newest.words}”."
    yield evidence.constraint(ClueKind.ORDER_OF_WEEKDAYS, news.span, says, since)
