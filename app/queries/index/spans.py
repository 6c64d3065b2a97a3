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
    of: "array[int]"  # which of the days is the span of the event at each position
    month_of: "array[int]"  # which of the months each of the days becomes

    def by_day(self, bits: int) -> dict[Span, int]:
        """How many of these events have each span; spans that none has are left out."""
        return {self.days[number]: events for number, events in self._counts(bits).items()}

    def by_month(self, bits: int) -> dict[Span, int]:
        """The same of spans that are rounded to months: few however many events there are."""
        counts: Counter[int] = Counter()
        for number, events in self._counts(bits).items():
            counts[self.month_of[number]] += events
        return {self.months[number]: events for number, events in counts.items()}

    def _counts(self, bits: int) -> Counter[int]:
        return Counter(compress(self.of, flags_of(bits, len(self.of))))


def spans_of(earliest: Sequence[str | None], latest: Sequence[str | None]) -> Spans:
    """Number the spans.

    Args:
        earliest: The first day of each event, in the order of the timeline, as ISO.
        latest: The last day of each.
    """
    days: dict[tuple[str | None, str | None], int] = {}
    of = array("I", (days.setdefault(span, len(days)) for span in zip(earliest, latest, strict=True)))
    months: dict[Span, int] = {}
    day, month = cache(_day), cache(_month)
    rounded = ((month(first)[0], month(last)[1]) for first, last in days)
    month_of = array("I", (months.setdefault(span, len(months)) for span in rounded))
    return Spans(tuple((day(first), day(last)) for first, last in days), tuple(months), of, month_of)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _month(day: str | None) -> Span:
    """The first and the last day of the month that a day lies in."""
    return edtf(day[: len("2022-08")] if day else "").bounds
