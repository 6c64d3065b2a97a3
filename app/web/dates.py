"""Dates on pages: the numeral to set large, and the headings that events stand under."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from app.domain.edtf import EdtfDate, Precision
from app.domain.showing import MONTHS, date_to_people
from app.queries.timeline import EventLine


class DateParts(NamedTuple):
    """A date in words: what the eye should find first, and the rest."""

    lead: str
    rest: str


def date_parts(when: EdtfDate) -> DateParts:
    """The day and "August 2022" of a plain day, "July" and "2022" of a plain month, everything else undivided."""
    text = date_to_people(when)
    if when.precision in (Precision.DAY, Precision.MONTH) and when.text[-1].isdigit():
        lead, _, rest = text.partition(" ")
        return DateParts(lead, rest)
    return DateParts(text, "")


def time_value(when: EdtfDate) -> str | None:
    """The date as HTML's <time> can hold it: a plain day, month or year; None for all others."""
    plain = when.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and when.text[-1].isdigit()
    return when.text if plain else None


@dataclass(frozen=True)
class MonthOfEvents:
    """Events in the order of the timeline; `name` is None where they are not known to one month."""

    name: str | None
    events: tuple[EventLine, ...]


@dataclass(frozen=True)
class YearOfEvents:
    """Months in the order of the timeline; `name` is a year, "1990s", "20th century", or None for none."""

    name: str | None
    months: tuple[MonthOfEvents, ...]


def by_year_and_month(events: Iterable[EventLine]) -> list[YearOfEvents]:
    """Put headings over events without touching their order; so a month may come twice around a whole year."""
    years = groupby(events, key=lambda event: _year_of(event.date))
    return [YearOfEvents(name, _by_month(group)) for name, group in years]


def _by_month(events: Iterable[EventLine]) -> tuple[MonthOfEvents, ...]:
    months = groupby(events, key=lambda event: _month_of(event.date))
    return tuple(MonthOfEvents(name, tuple(group)) for name, group in months)


def _year_of(when: EdtfDate) -> str | None:
    """The year that a date begins in; a decade or a century is not put under its first year."""
    if when.precision in (Precision.DECADE, Precision.CENTURY):
        return date_to_people(when)
    day = _place_on_timeline(when)
    return str(day.year) if day else None


def _month_of(when: EdtfDate) -> str | None:
    """The month, when the date lies within one; of a bound that is open on one side, the month of the known day."""
    day = _place_on_timeline(when)
    last = when.latest or when.earliest
    if not day or not last or (day.year, day.month) != (last.year, last.month):
        return None
    return MONTHS[day.month - 1]


def _place_on_timeline(when: EdtfDate) -> date | None:
    return when.earliest or when.latest
