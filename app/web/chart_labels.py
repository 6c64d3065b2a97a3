"""The words under the chart: as many as have room, the most telling first."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.edtf import edtf
from app.web.time_bins import TimeBins
from app.web.words import Words

# Pixels. The words stand in a type of 12 pixels; the widths are those from which static/tumen.css shows their labels.
PIXELS_A_LETTER, PIXELS_BETWEEN = 6.8, 8
WIDTHS = {"narrow": 262, "middle": 480, "wide": 720}
FIRST, PARENT, ROUND, OTHER = range(4)  # how telling a label is: the first of a row, of a year or month, a fifth one
ENOUGH = 0.75  # of the less telling labels; fewer would look as if the others were missing


@dataclass(frozen=True)
class Label:
    """A name of a time and where it begins, in percent of the width."""

    x: float
    text: str
    shown: str  # on which charts, of narrow, middle and wide
    is_last: bool  # it ends at `x` instead


@dataclass(frozen=True)
class _Wording:
    rank: int
    texts: tuple[str, ...]  # the longest first


class _Placed(NamedTuple):
    place: int
    text: str
    start: float  # pixels
    end: float

    def has_room_beside(self, other: "_Placed") -> bool:
        return self.end + PIXELS_BETWEEN <= other.start or other.end + PIXELS_BETWEEN <= self.start


def chart_labels(bins: TimeBins, edges: Sequence[float], words: Words) -> tuple[Label, ...]:
    """The labels of a chart, from left to right.

    Args:
        bins: What is drawn.
        edges: Where each of its stretches begins, and where the last one ends, in percent of the width.
        words: What months are called.
    """
    wordings = dict(_wordings(bins, words))
    shown: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name, width_px in WIDTHS.items():
        for label in _with_room(wordings, edges, width_px):
            shown[label.place, label.text].append(name)
    return tuple(_label(place, text, names, edges) for (place, text), names in sorted(shown.items()))


def _wordings(bins: TimeBins, words: Words) -> Iterator[tuple[int, _Wording]]:
    """What each bin could be called, in the order in which they get room; a fold says itself how long it is."""
    stretches, last = bins.stretches, len(bins.stretches) - 1
    # The last has no other place than the end; then comes what certainly happened: 1945 before 1910, if one must go.
    for place in sorted(range(last + 1), key=lambda place: (place != last, not stretches[place].certain, place)):
        if not stretches[place].is_folded:
            is_outermost = place in (0, last) or stretches[place - 1].is_folded
            yield place, _WORDINGS[bins.unit.name](stretches[place].first, words, is_first=is_outermost)


def _label(place: int, text: str, shown: Sequence[str], edges: Sequence[float]) -> Label:
    is_last = _is_last(place, edges)
    return Label(edges[place + is_last], text, " ".join(shown), is_last)


def _is_last(place: int, edges: Sequence[float]) -> bool:
    """Does it stand under the last of several bins? Such a label ends where the chart does."""
    return 0 < place == len(edges) - 2


def _with_room(wordings: Mapping[int, _Wording], edges: Sequence[float], width_px: int) -> list[_Placed]:
    """The labels that fit side by side, the most telling first; of the others as good as all, or none."""
    placed: list[_Placed] = []
    for rank in range(OTHER + 1):
        places = [place for place, wording in wordings.items() if wording.rank == rank]
        fitting = list(_fitting(places, wordings, edges, width_px, placed))
        if rank <= PARENT or len(fitting) >= ENOUGH * len(places):
            placed += fitting
    return placed


def _fitting(
    places: Sequence[int],
    wordings: Mapping[int, _Wording],
    edges: Sequence[float],
    width_px: int,
    placed: Sequence[_Placed],
) -> Iterator[_Placed]:
    """Labels of one rank that fit beside those placed and beside each other."""
    found: list[_Placed] = []
    for place in places:
        tried = (_set(place, text, edges, width_px) for text in wordings[place].texts)
        fitting = next((one for one in tried if _fits(one, [*placed, *found], width_px)), None)
        if fitting:
            found.append(fitting)
            yield fitting


def _set(place: int, text: str, edges: Sequence[float], width_px: int) -> _Placed:
    length = len(text) * PIXELS_A_LETTER
    start = edges[-1] / 100 * width_px - length if _is_last(place, edges) else edges[place] / 100 * width_px
    return _Placed(place, text, start, start + length)


def _fits(label: _Placed, others: Sequence[_Placed], width_px: int) -> bool:
    return label.start >= 0 and label.end <= width_px + 0.1 and all(map(label.has_room_beside, others))


def _of_day(day: date, words: Words, *, is_first: bool) -> _Wording:
    month = f"{day.day} {_short(day, words)}"
    if is_first:
        return _Wording(FIRST, (f"{month} {day.year}", month, str(day.day)))
    if day.day == 1:
        return _Wording(PARENT, (month, "1"))
    return _Wording(OTHER if day.day % 5 else ROUND, (str(day.day),))


def _of_week(day: date, words: Words, *, is_first: bool) -> _Wording:
    month = f"{day.day} {_short(day, words)}"
    if is_first:
        return _Wording(FIRST, (f"{month} {day.year}", month))
    is_first_of_month = day.day <= 7  # noqa: PLR2004 -- days of a week
    return _Wording(PARENT if is_first_of_month else OTHER, (month,))


def _of_month(day: date, words: Words, *, is_first: bool) -> _Wording:
    if day.month == 1:
        return _Wording(FIRST if is_first else PARENT, (str(day.year),))
    if is_first:
        return _Wording(FIRST, (f"{_short(day, words)} {day.year}", str(day.year)))
    return _Wording(OTHER if day.month % 6 != 1 else ROUND, (_short(day, words),))


def _of_quarter(day: date, words: Words, *, is_first: bool) -> _Wording:
    if day.month == 1:
        return _Wording(FIRST if is_first else PARENT, (str(day.year),))
    quarter = words.say("Q%(number)s") % {"number": (day.month + 2) // 3}
    return _Wording(FIRST, (f"{quarter} {day.year}", str(day.year))) if is_first else _Wording(OTHER, (quarter,))


def _of_year(day: date, _words: Words, *, is_first: bool) -> _Wording:
    rank = FIRST if is_first else PARENT if day.year % 10 == 0 else ROUND if day.year % 5 == 0 else OTHER
    return _Wording(rank, (str(day.year),))


def _of_decade(day: date, words: Words, *, is_first: bool) -> _Wording:
    begins, name = day.year // 10 * 10, words.people(edtf(f"{day.year // 10:03d}X"))
    return _Wording(FIRST if is_first else PARENT if begins % 100 == 0 else OTHER, (name,))


def _of_century(day: date, _words: Words, *, is_first: bool) -> _Wording:
    return _Wording(FIRST if is_first else OTHER, (str(day.year // 100 * 100),))


def _short(day: date, words: Words) -> str:
    return words.month(day.month)[:3]


_WORDINGS: dict[str, Callable[..., _Wording]] = {
    "day": _of_day,
    "week": _of_week,
    "month": _of_month,
    "quarter": _of_quarter,
    "year": _of_year,
    "decade": _of_decade,
    "century": _of_century,
}
