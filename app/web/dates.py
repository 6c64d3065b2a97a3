"""Dates on pages: the columns they are set in, and the headings that events stand under."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from app.domain.edtf import EdtfDate, Precision
from app.queries.timeline import EventLine
from app.web.words import ENGLISH, Words

_HOW_SURE = frozenset({"by", "from", "about", "perhaps"})
_BETWEEN = frozenset({"–", "or"})
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{4}s?")


@dataclass(frozen=True)
class DateRow:
    """One row of a date as a ledger sets it: what is not known stays empty, so that precision is seen as width."""

    how_sure: str = ""  # "by", "about"
    day: str = ""
    name: str = ""  # of the month, the season, whatever else is neither a day nor a year
    year: str = ""
    leads_on: str = ""  # to the next row: "–", "or"


@lru_cache(maxsize=4096)  # the dates of a page come again with each reading
def date_rows(when: EdtfDate, words: Words) -> tuple[DateRow, ...]:
    """The words of a date in their columns, a row for each end of an interval; read in order they are its words.

    The columns are those of English; a language that orders its dates otherwise has them whole.
    """
    if words is not ENGLISH:
        return (DateRow(name=words.people(when)),)
    rows, parts = [], dict[str, list[str]]()
    for word in words.people(when).split():
        part = _part_of(word, parts)
        parts.setdefault(part, []).append(word)
        if part == "leads_on":
            rows.append(_row(parts))
            parts = {}
    return (*rows, _row(parts))


def _part_of(word: str, before: Mapping[str, list[str]]) -> str:
    if word in _BETWEEN:
        return "leads_on"
    if word in _HOW_SURE and not before.keys() - {"how_sure"}:
        return "how_sure"
    if _DAY.fullmatch(word):
        return "day"
    return "year" if _YEAR.fullmatch(word) else "name"


def _row(parts: Mapping[str, list[str]]) -> DateRow:
    return DateRow(**{part: " ".join(words) for part, words in parts.items()})


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
