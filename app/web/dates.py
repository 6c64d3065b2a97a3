"""Dates on pages: the columns they are set in, and the headings that events stand under."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from app.domain.edtf import EdtfDate, Precision
from app.queries.timeline import EventLine
from app.web.words import ENGLISH, Words


@dataclass(frozen=True)
class DateColumns:
    """A plain date as a ledger sets it: what is not known stays empty, so that precision is seen as width."""

    day: str = ""
    month: str = ""
    year: str = ""


@lru_cache(maxsize=4096)  # the dates of a page come again with each reading
def date_columns(when: EdtfDate, words: Words) -> DateColumns | None:
    """The words of a plain day, month or year in their columns; read in order they are its words.

    None for all other dates, and in a language that may order its dates otherwise than English.
    """
    if words is not ENGLISH or not time_value(when):
        return None
    *known, year = words.people(when).split()
    return DateColumns(day=known[0] if len(known) > 1 else "", month=known[-1] if known else "", year=year)


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


def by_year_and_month(events: Iterable[EventLine], words: Words) -> list[YearOfEvents]:
    """Put headings over events without touching their order; so a month may come twice around a whole year."""
    years = groupby(events, key=lambda event: _year_of(event.date, words))
    return [YearOfEvents(name, _by_month(group, words)) for name, group in years]


def _by_month(events: Iterable[EventLine], words: Words) -> tuple[MonthOfEvents, ...]:
    months = groupby(events, key=lambda event: _month_of(event.date, words))
    return tuple(MonthOfEvents(name, tuple(group)) for name, group in months)


def _year_of(when: EdtfDate, words: Words) -> str | None:
    """The year that a date begins in; a decade or a century is not put under its first year."""
    if when.precision in (Precision.DECADE, Precision.CENTURY):
        return words.people(when)
    day = _place_on_timeline(when)
    return str(day.year) if day else None


def _month_of(when: EdtfDate, words: Words) -> str | None:
    """The month, when the date lies within one; of a bound that is open on one side, the month of the known day."""
    day = _place_on_timeline(when)
    last = when.latest or when.earliest
    if not day or not last or (day.year, day.month) != (last.year, last.month):
        return None
    return words.month(day.month)


def _place_on_timeline(when: EdtfDate) -> date | None:
    return when.earliest or when.latest
