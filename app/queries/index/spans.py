"""How events lie over time: one number for each pair of first and last day, so that many are counted at once."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import compress

from app.domain.edtf import edtf
from app.queries.index.bitmaps import flags_of

Span = tuple[date | None, date | None]  # first and last day; None where open


@dataclass(frozen=True)
class Spans:
    """The spans of all events, each once: as they are, and rounded outwards to whole months."""

    days: Sequence[Span]
    months: Sequence[Span]
    day_span: "array[int]"  # the number of its span in `days`, for the event at each position
    month_span: "array[int]"  # and of the rounded one in `months`

    def by_day(self, bits: int) -> dict[Span, int]:
        """How many of these events have each span; spans that none has are left out."""
        return {self.days[number]: events for number, events in _counts(self.day_span, bits).items()}

    def by_month(self, bits: int) -> dict[Span, int]:
        """The same of spans that are rounded to months: few however many events there are."""
        return {self.months[number]: events for number, events in _counts(self.month_span, bits).items()}


def _counts(numbers: "array[int]", bits: int) -> Counter[int]:
    return Counter(compress(numbers, flags_of(bits, len(numbers))))


def spans_of(earliest: Sequence[str | None], latest: Sequence[str | None]) -> Spans:
    """Number the spans.

    Args:
        earliest: The first day of each event, in the order of the timeline, as ISO.
        latest: The last day of each.
    """
    days: dict[tuple[str | None, str | None], int] = {}
    day_span = array("I", (days.setdefault(span, len(days)) for span in zip(earliest, latest, strict=True)))
    months: dict[Span, int] = {}
    day, month = cache(_day), cache(_month)
    rounded = [months.setdefault((month(first)[0], month(last)[1]), len(months)) for first, last in days]
    month_span = array("I", map(rounded.__getitem__, day_span))
    return Spans(tuple((day(first), day(last)) for first, last in days), tuple(months), day_span, month_span)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _month(day: str | None) -> Span:
    """The first and the last day of the month that a day lies in."""
    return edtf(day[: len("2022-08")] if day else "").bounds
