"""Dates for formats that know less than EDTF: as exact as they are known, never filled up to a first of the month."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.edtf import EdtfDate, Precision, edtf

_MONTHS_LONG = frozenset({Precision.SEASON, Precision.QUARTER, Precision.HALF})
_YEARS_LONG = frozenset({Precision.DECADE, Precision.CENTURY})
_PLAIN = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_DOUBTS = "~?%"


class Span(NamedTuple):
    """First and last day, month or year of a date, as ISO 8601 writes them (`2022-08`); None where it is open."""

    first: str | None
    last: str | None


OPEN = Span(None, None)


def span_of(when: EdtfDate) -> Span:
    """The ends of a date, each at the precision in which it is known.

    Winter 2018 is from `2018-12` to `2019-02`, the 1990s are from `1990` to `1999`; doubt (`~`, `?`) is left out.
    """
    text = when.text
    if text.startswith("["):
        return _between(list(_choices(when)))
    if "/" in text:
        start, _, end = text.partition("/")
        return Span(None if _is_open(start) else span_of(edtf(start)).first, None if _is_open(end) else _last(end))
    if when.earliest is None or when.latest is None:
        return OPEN
    if when.precision in _MONTHS_LONG:
        return Span(when.earliest.isoformat()[:7], when.latest.isoformat()[:7])
    if when.precision in _YEARS_LONG:
        return Span(when.earliest.isoformat()[:4], when.latest.isoformat()[:4])
    plain = text.rstrip(_DOUBTS)
    return Span(plain, plain)


def plain_date(when: EdtfDate) -> str | None:
    """`2022-08-15`, `2022-08` or `2022` where the date is just that, doubted or not; None for all others."""
    return when.text.rstrip(_DOUBTS) if when.precision in _PLAIN else None


def is_doubted(when: EdtfDate) -> bool:
    """Is the date approximate or uncertain?"""
    return when.text.endswith(tuple(_DOUBTS))


def certain_day(when: EdtfDate) -> date | None:
    """The day, where the date is one and nobody doubts it."""
    return when.earliest if when.precision is Precision.DAY and not is_doubted(when) else None


def interval(when: EdtfDate) -> str | None:
    """An ISO 8601 date or interval with `..` for an open end; None where nothing is known."""
    first, last = span_of(when)
    if first is None and last is None:
        return None
    return first if first == last else f"{first or '..'}/{last or '..'}"


def numbers(iso: str) -> list[int]:
    """Year, month and day, as far as they are there."""
    return [int(part) for part in iso.split("-")]


def _is_open(side: str) -> bool:
    return side in ("", "..")


def _last(side: str) -> str | None:
    return span_of(edtf(side)).last


def _choices(when: EdtfDate) -> Iterator[EdtfDate]:
    return (edtf(part.strip()) for part in when.text[1:-1].split(","))


def _between(choices: list[EdtfDate]) -> Span:
    """From the beginning of the earliest choice to the end of the latest."""
    first = min(choices, key=lambda one: one.earliest or date.min)
    last = max(choices, key=lambda one: one.latest or date.max)
    return Span(span_of(first).first, span_of(last).last)
