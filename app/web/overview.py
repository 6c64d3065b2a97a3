"""The chart over the timeline as a drawing: counts laid out in percent of the width and pixels of the height."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from app.domain.edtf import Precision
from app.domain.timeline_filter import Open, TimelineFilter
from app.queries.overview import EventSpans
from app.web.chart_labels import Label, chart_labels
from app.web.day_ranges import DayRange
from app.web.time_bins import FEWEST_BINS, Stretch, TimeBins, bin_spans
from app.web.words import Words

# Pixels. What is certain stands on the line, what is possible hangs below it: each with a scale of its own, for a
# single decade would otherwise press the days flat; yet what is possible is never drawn larger than what is certain.
CERTAIN_HEIGHT, POSSIBLE_HEIGHT = 72, 36
LEAST_HEIGHT = 3
SHARE_OF_FOLD, SHARE_OF_FOLDS = 0.075, 0.25  # of the width of all bins: one at most, and all of them together
SHARE_OF_BAR, WIDEST_BAR = 0.84, 3.5  # of its bin; percent of the width, so that few bars are no blocks
DAYS_A_YEAR, DAYS_A_MONTH = 365.2425, 30.4369


@dataclass(frozen=True)
class Piece:
    """A bin or a fold: where it stands (percent of the width), how high its bars are (pixels), where it leads."""

    x: float
    width: float
    bar_x: float
    bar_width: float
    certain: int
    possible: int
    certain_height: int
    possible_height: int
    is_folded: bool
    time: DayRange
    href: str  # to what lies in it; empty where nothing does, and where that would change nothing

    @property
    def years(self) -> int:
        """Its length, rounded; what is shorter than two years is told in months or days."""
        return floor(self._days / DAYS_A_YEAR + 0.5)

    @property
    def months(self) -> int:
        """Its length, rounded."""
        return floor(self._days / DAYS_A_MONTH + 0.5)

    @property
    def _days(self) -> int:
        return (self.time.last - self.time.first).days + 1


@dataclass(frozen=True)
class Chart:
    """What is drawn. The scales reach to `certain_scale` above the line and `possible_scale` below it."""

    unit: str
    time: DayRange
    pieces: tuple[Piece, ...]
    labels: tuple[Label, ...]
    most_certain: int
    most_possible: int


@dataclass(frozen=True)
class Step:
    """A link to another range of time."""

    time: DayRange
    href: str


@dataclass(frozen=True)
class Unplaced:
    """Events of one kind that no chart has a place for."""

    kind: str  # open_start, open_end, yearless, undated: as in EventSpans
    events: int
    href: str  # to them; empty where they are all that is shown


@dataclass(frozen=True)
class Overview:
    """What templates/timeline/_overview.html shows: the chart, what has no place on it, and the ways to other times."""

    chart: Chart | None  # None where no event has a place on it
    asked: DayRange | None  # None unless both ends are asked
    wider: tuple[Step, ...]  # the widest first; all years are not among them
    before: Step | None
    after: Step | None
    tray: tuple[Unplaced, ...]  # what has no place on the chart, and how much of each


def overview_of(spans: EventSpans, wanted: TimelineFilter, words: Words) -> Overview:
    """Lay out the chart of a filtered timeline; words under it need room."""
    bins = bin_spans(spans.closed, wanted.first_day, wanted.last_day)
    asked = DayRange(wanted.first_day, wanted.last_day) if wanted.first_day and wanted.last_day else None
    before, after = (asked.before(), asked.after()) if asked else (None, None)
    return Overview(
        chart=_chart(bins, wanted, words) if bins else None,
        asked=asked,
        wider=tuple(_step(time, wanted) for time in reversed(asked.around())) if asked else (),
        before=_step(before, wanted) if before else None,
        after=_step(after, wanted) if after else None,
        tray=tuple(_tray(spans, wanted)),
    )


def _tray(spans: EventSpans, wanted: TimelineFilter) -> Iterator[Unplaced]:
    yearless = wanted.without("precision").with_value("open", Open.BOTH)
    asked = {
        "open_start": wanted.with_value("open", Open.START),
        "open_end": wanted.with_value("open", Open.END),
        "yearless": yearless.excluding("precision", Precision.UNKNOWN),
        "undated": wanted.with_value("precision", Precision.UNKNOWN),
    }
    for kind, narrowed in asked.items():
        if events := getattr(spans, kind):
            yield Unplaced(kind, events, narrowed.href() if narrowed != wanted.without() else "")


def _step(time: DayRange, wanted: TimelineFilter) -> Step:
    return Step(time, _href(time, wanted))


def _href(time: DayRange, wanted: TimelineFilter) -> str:
    return wanted.with_value("from", time.asked_from).with_value("to", time.asked_to).href()


def _chart(bins: TimeBins, wanted: TimelineFilter, words: Words) -> Chart:
    pieces = tuple(_pieces(bins.stretches, wanted))
    return Chart(
        unit=bins.unit.name,
        time=DayRange(bins.stretches[0].first, bins.stretches[-1].last),
        pieces=pieces,
        labels=chart_labels(bins, [*(piece.x for piece in pieces), pieces[-1].x + pieces[-1].width], words),
        most_certain=max(one.certain for one in bins.stretches),
        most_possible=max(one.possible for one in bins.stretches),
    )


def _pieces(stretches: tuple[Stretch, ...], wanted: TimelineFilter) -> Iterator[Piece]:
    """Side by side from 0 to 100 percent; few bins keep to the left, so that none is as broad as a page."""
    bins = max(FEWEST_BINS, sum(not one.is_folded for one in stretches))
    folds = sum(one.is_folded for one in stretches)
    fold = bins * min(SHARE_OF_FOLD, SHARE_OF_FOLDS / max(1, folds))
    percent = 100 / (bins + fold * folds)
    certain_scale = max(1, *(one.certain for one in stretches))
    possible_scale = max(certain_scale * POSSIBLE_HEIGHT / CERTAIN_HEIGHT, *(one.possible for one in stretches))
    x = 0.0
    for one in stretches:
        width = percent * (fold if one.is_folded else 1)
        beside = 0 if one.is_folded else width * (1 - SHARE_OF_BAR) / 2
        bar_width = width if one.is_folded else min(width * SHARE_OF_BAR, WIDEST_BAR)
        yield Piece(
            x=round(x, 2),
            width=round(width, 2),
            bar_x=round(x + beside, 2),
            bar_width=round(bar_width, 2),
            certain=one.certain,
            possible=one.possible,
            certain_height=_height(one.certain, certain_scale, CERTAIN_HEIGHT),
            possible_height=_height(one.possible, possible_scale, POSSIBLE_HEIGHT),
            is_folded=one.is_folded,
            time=DayRange(one.first, one.last),
            href=_href_of(one, wanted),
        )
        x += width


def _height(count: int, scale: float, height: int) -> int:
    """Whatever is there is seen."""
    return max(LEAST_HEIGHT, round(count / scale * height)) if count else 0


def _href_of(stretch: Stretch, wanted: TimelineFilter) -> str:
    is_all = (stretch.first, stretch.last) == (wanted.first_day, wanted.last_day)
    has_events = stretch.certain or stretch.possible
    return "" if stretch.is_folded or is_all or not has_events else _href(DayRange(stretch.first, stretch.last), wanted)
