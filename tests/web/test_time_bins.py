"""Whatever the dates: bins tile the time, no event is lost or counted twice, and nothing happens in a fold."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queries.overview import MOST_BINS, SpanCount
from app.web.time_bins import FEWEST_BINS, MOST_FOLDS, UNITS, TimeBins, bin_spans

ONE_DAY = timedelta(days=1)
DAYS = st.one_of(
    st.dates(date(2019, 1, 1), date(2022, 12, 31)),
    st.dates(date(1880, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date.min, date.max, date(1945, 8, 15), date(1, 12, 31), date(9999, 1, 1)]),
    st.dates(),
)


@st.composite
def spans(draw: st.DrawFn) -> SpanCount:
    first = draw(DAYS)
    last = draw(st.one_of(st.just(first), DAYS))
    return SpanCount(min(first, last), max(first, last), draw(st.integers(1, 9)))


@st.composite
def questions(draw: st.DrawFn) -> tuple[list[SpanCount], date | None, date | None]:
    """Spans, and a range that each of them touches."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    first_asked, last_asked = draw(st.sampled_from([(None, None), (first, last), (first, None), (None, last)]))
    found = draw(st.lists(spans(), max_size=12))
    return [one for one in found if touches(one, first_asked, last_asked)], first_asked, last_asked


def touches(span: SpanCount, first: date | None, last: date | None) -> bool:
    return span.latest >= (first or date.min) and span.earliest <= (last or date.max)


def bins_of(*dates: str, first: date | None = None, last: date | None = None) -> TimeBins:
    found = bin_spans([a_span(text) for text in dates], first, last)
    assert found
    return found


def a_span(text: str) -> SpanCount:
    first, _, last = text.partition("/")
    return SpanCount(date.fromisoformat(first), date.fromisoformat(last or first), 1)


@given(questions())
def test_stretches_tile_the_time_shown(question: tuple[list[SpanCount], date | None, date | None]) -> None:
    found, first, last = question
    bins = bin_spans(found, first, last)
    assert (bins is None) == (not found)
    if not bins:
        return
    for left, right in pairwise(bins.stretches):
        assert left.last + ONE_DAY == right.first
    shown = bins.stretches[0].first, bins.stretches[-1].last
    assert shown[0] == first if first else shown[0] <= min(span.earliest for span in found)
    assert shown[1] == last if last else shown[1] >= max(span.latest for span in found)


@given(questions())
def test_every_event_is_certain_in_one_bin_or_possible_in_all_that_it_overlaps(
    question: tuple[list[SpanCount], date | None, date | None],
) -> None:
    found, first, last = question
    bins = bin_spans(found, first, last)
    for stretch in bins.stretches if bins else ():
        inside = [span for span in found if stretch.first <= span.earliest and span.latest <= stretch.last]
        overlapping = [span for span in found if span.latest >= stretch.first and span.earliest <= stretch.last]
        assert stretch.certain == sum(span.events for span in inside)
        assert stretch.possible == sum(span.events for span in overlapping) - stretch.certain


@given(questions())
def test_in_a_fold_no_event_begins_or_ends(question: tuple[list[SpanCount], date | None, date | None]) -> None:
    found, first, last = question
    bins = bin_spans(found, first, last)
    for fold in (one for one in bins.stretches if one.is_folded) if bins else ():
        assert fold.certain == 0
        bounds = {span.earliest for span in found} | {span.latest for span in found}
        assert not any(fold.first <= day <= fold.last for day in bounds)


@given(questions())
def test_bins_are_few_enough_to_be_drawn(question: tuple[list[SpanCount], date | None, date | None]) -> None:
    bins = bin_spans(*question)
    if not bins:
        return
    folds = sum(one.is_folded for one in bins.stretches)
    assert len(bins.stretches) - folds <= (100 if bins.unit.name == "century" else MOST_BINS)
    assert bins.unit.name == "century" or folds <= MOST_FOLDS


@given(st.sampled_from(UNITS), st.dates())
def test_every_day_lies_in_the_unit_of_its_index(unit_of_time: object, day: date) -> None:
    (unit,) = (one for one in UNITS if one is unit_of_time)
    index = unit.index_of(day)
    assert unit.first_day(index) <= day <= unit.last_day(index)
    assert (unit.last_day(index) - unit.first_day(index)).days < unit.most_days


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("2022-08-15", "2022-08-15", "day"),
        ("2022-07-01", "2022-08-31", "day"),
        ("2022-01-01", "2022-06-30", "week"),
        ("2022-01-01", "2022-12-31", "month"),
        ("2017-01-01", "2022-12-31", "month"),
        ("2010-01-01", "2022-12-31", "quarter"),
        ("1990-01-01", "2026-12-31", "year"),
    ],
)
def test_the_unit_suits_the_time_shown(first: str, last: str, unit: str) -> None:
    busy = [f"{year}-{month:02d}-15" for year in range(1990, 2027) for month in range(1, 13)]
    shown = date.fromisoformat(first), date.fromisoformat(last)
    bins = bins_of(*(day for day in busy if first <= day <= last), first=shown[0], last=shown[1])
    assert bins.unit.name == unit
    assert not any(one.is_folded for one in bins.stretches)
    if unit != "day":
        assert FEWEST_BINS <= len(bins.stretches) <= MOST_BINS


def test_days_that_lie_decades_apart_are_both_seen() -> None:
    bins = bins_of("1945-08-15", "1991-01-01/1991-12-31", "2019-01-01/2019-12-31", "2022-08-15", "2022-08-05")
    assert bins.unit.name == "month"
    folded = [(one.first.isoformat(), one.last.isoformat()) for one in bins.stretches if one.is_folded]
    assert folded == [("1945-09-01", "1990-12-31"), ("1992-01-01", "2018-12-31"), ("2020-01-01", "2022-07-31")]
    assert (bins.stretches[0].certain, bins.stretches[-1].certain) == (1, 2)


def test_a_whole_year_is_spread_over_its_months_and_no_spike_on_its_first_day() -> None:
    bins = bins_of("2019-01-01/2019-12-31", "2019-05-20")
    assert [(one.certain, one.possible) for one in bins.stretches] == [(int(month == 5), 1) for month in range(1, 13)]


def test_a_single_day_stands_among_those_around_it() -> None:
    bins = bins_of("2016-09-14")
    assert len(bins.stretches) == FEWEST_BINS
    assert [one.first for one in bins.stretches if one.certain] == [date(2016, 9, 14)]
    asked = bins_of("2016-09-14", first=date(2016, 9, 14), last=date(2016, 9, 14))
    assert len(asked.stretches) == 1
    assert bins_of("9999-12-31", first=date(9999, 12, 30)).stretches[-1].last == date.max


def test_two_days_far_apart_each_stand_among_those_beside_them() -> None:
    bins = bins_of("1945-08-15", "2022-08-15")
    assert sum(not one.is_folded for one in bins.stretches) == FEWEST_BINS
    assert [one.is_folded for one in bins.stretches].index(True) == FEWEST_BINS // 2


def test_a_long_span_is_folded_where_nothing_else_happens_and_says_that_it_may_lie_there() -> None:
    bins = bins_of("1910-01-01/1945-12-31", "1945-08-15")
    (fold,) = [one for one in bins.stretches if one.is_folded]
    assert (fold.first, fold.last) == (date(1910, 5, 1), date(1945, 4, 30))
    assert (fold.certain, fold.possible) == (0, 1)


def test_what_reaches_beyond_the_range_asked_is_only_possible_in_it() -> None:
    bins = bins_of("2022-08-01/2022-08-31", "2022-08-10", first=date(2022, 8, 5), last=date(2022, 8, 20))
    assert [one.certain for one in bins.stretches] == [int(day == 10) for day in range(5, 21)]
    assert [one.possible for one in bins.stretches] == [1] * 16
