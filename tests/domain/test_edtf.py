"""Dates of our EDTF subset: what is read, what is refused, and what their bounds are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import (
    UNKNOWN_DATE,
    Precision,
    day_date,
    edtf,
    not_later_than,
    span_date,
)
from app.errors import BadDate

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2022-08-15", "2022-08-15", "2022-08-15", "day"),
        ("2020-02-29", "2020-02-29", "2020-02-29", "day"),
        ("2022-07", "2022-07-01", "2022-07-31", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("2019~", "2019-01-01", "2019-12-31", "year"),
        ("2022-08?", "2022-08-01", "2022-08-31", "month"),
        ("2022-08-15%", "2022-08-15", "2022-08-15", "day"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("00XX", "0001-01-01", "0099-12-31", "century"),
        ("2011-21", "2011-03-01", "2011-05-31", "season"),
        ("2024-24", "2024-12-01", "2025-02-28", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("9999-24", "9999-12-01", "9999-12-31", "season"),
        ("2024-33", "2024-01-01", "2024-03-31", "quarter"),
        ("2024-36", "2024-10-01", "2024-12-31", "quarter"),
        ("2024-40", "2024-01-01", "2024-06-30", "half"),
        ("2024-41", "2024-07-01", "2024-12-31", "half"),
        ("1910/1945", "1910-01-01", "1945-12-31", "span"),
        ("2022-08-15/2022-08-21", "2022-08-15", "2022-08-21", "span"),
        ("2013-05/2013-06", "2013-05-01", "2013-06-30", "span"),
        ("../2022-08-15", None, "2022-08-15", "span"),
        ("2022-08-05/..", "2022-08-05", None, "span"),
        ("[2013-05,2013-06]", "2013-05-01", "2013-06-30", "span"),
        ("[2013-06, 2013-05]", "2013-05-01", "2013-06-30", "span"),
        ("[../2013-05,2014]", None, "2014-12-31", "span"),
        ("XXXX-03-12", None, None, "span"),
        ("XXXX-02-29", None, None, "span"),
        ("XXXX-03", None, None, "span"),
        ("", None, None, "unknown"),
    ],
)
def test_a_date_has_the_bounds_and_the_precision_of_its_words(
    text: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    when = edtf(text)
    bounds = tuple(day.isoformat() if day else None for day in when.bounds)
    assert (bounds, when.precision) == ((earliest, latest), precision)
    assert str(when) == when.text == text


@pytest.mark.parametrize(
    "text",
    [
        "yesterday", "2022-13", "2022-00", "2022-08-32", "2021-02-29", "22-08-15", "2022-8-15", "20220815",
        "0000",
        "2022/2021", "2022-08-21/2022-08-15", "XXXX", "XXXX-13", "XXXX-02-30", "2022-08-15T10:00", "1910/1945/1950",
        "2022-25", "2022-32", "2022-42", "[]", "[2013-05", "2013-05,2014", " 2022", "2022 ", "२०२२", "~", "?",
        "2022~~~x",
        "[2013,]", "[2013-05,nothing]",
        "2022-08-1５", "١٩٩X", "199X-05", "2022-", "-2022", "[[2013,2014],2015]",
        "2022/XXXX-03-12",
    ],
)  # fmt: skip
def test_what_is_not_of_the_subset_is_refused(text: str) -> None:
    with pytest.raises(BadDate):
        edtf(text)


@given(DAYS)
def test_a_day_is_read_as_itself(day: date) -> None:
    assert day_date(day).bounds == (day, day)


@given(DAYS, st.integers(0, 5000))
def test_a_span_keeps_its_bounds(first: date, length_days: int) -> None:
    last = first + timedelta(days=length_days)
    assert span_date(first, last).bounds == (first, last)
    assert edtf(span_date(first, last).text) == span_date(first, last)


@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS))
def test_a_span_with_an_open_side_stays_open_there(first: date | None, last: date | None) -> None:
    if first is None or last is None:
        assert span_date(first, last).bounds == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2022-07-01", "2022-07-31", "2022-07"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("0800-01-01", "0800-12-31", "0800"),
        ("2022-07-01", "2022-08-31", "2022-07-01/2022-08-31"),
    ],
)
def test_a_span_is_written_as_tersely_as_its_bounds_allow(first: str, last: str, text: str) -> None:
    assert span_date(date.fromisoformat(first), date.fromisoformat(last)).text == text


@given(DAYS)
def test_not_later_than_a_day_is_open_before_it(day: date) -> None:
    assert not_later_than(day).bounds == (None, day)


@pytest.mark.parametrize("text", ["", "/", "../", "/..", "../.."])
def test_an_interval_that_is_open_on_both_sides_is_unknown(text: str) -> None:
    assert edtf(text) == UNKNOWN_DATE


def test_not_later_than_nothing_is_unknown() -> None:
    assert not_later_than(None) == UNKNOWN_DATE


@given(st.text(alphabet="0123456789-/.X~?[],% ", max_size=24))
def test_any_text_is_a_date_with_ordered_bounds_or_is_refused(text: str) -> None:
    try:
        when = edtf(text)
    except BadDate:
        return
    assert (when.precision is Precision.UNKNOWN) == (when.text == "")
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@given(st.lists(st.sampled_from(["2022-08-15", "2022-08", "2022", "../2022-08-15", "2022-08-05/..", "", "199X"])))
def test_dates_sort_by_their_first_day_and_the_unknown_comes_last(texts: list[str]) -> None:
    ordered = sorted(map(edtf, texts), key=lambda when: when.sort_key)
    assert all(not when.text for when in ordered[len([t for t in texts if t]) :])
