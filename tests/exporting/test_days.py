"""Dates of other formats say no more than the EDTF that they are made from."""

import pytest

from app.domain.edtf import edtf
from app.exporting.days import certain_day, interval, numbers, plain_date, span_of

SPANS = [
    ("2022-08-15", "2022-08-15", "2022-08-15"),
    ("2022-08", "2022-08", "2022-08"),
    ("2019~", "2019", "2019"),
    ("2018-24", "2018-12", "2019-02"),
    ("2019-33", "2019-01", "2019-03"),
    ("2022-41", "2022-07", "2022-12"),
    ("199X", "1990", "1999"),
    ("19XX", "1900", "1999"),
    ("1910/1945", "1910", "1945"),
    ("2019-04/2019-05-03", "2019-04", "2019-05-03"),
    ("199X/2001?", "1990", "2001"),
    ("../2022-08-15", None, "2022-08-15"),
    ("2022-08-05/..", "2022-08-05", None),
    ("[2013-05,2013-06]", "2013-05", "2013-06"),
    ("[2014,2013-05-02]", "2013-05-02", "2014"),
    ("[../2013,2014]", None, "2014"),
    ("XXXX-03-12", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "first", "last"), SPANS)
def test_the_ends_of_a_date_are_as_exact_as_they_are_known(text: str, first: str | None, last: str | None) -> None:
    assert span_of(edtf(text)) == (first, last)


@pytest.mark.parametrize(("text", "first", "last"), SPANS)
def test_the_ends_have_the_bounds_of_the_date(text: str, first: str | None, last: str | None) -> None:
    when = edtf(text)
    if first:
        assert edtf(first).earliest == when.earliest
    if last:
        assert edtf(last).latest == when.latest


@pytest.mark.parametrize(
    ("text", "written"),
    [("2022-07", "2022-07"), ("1910/1945", "1910/1945"), ("../2022", "../2022"), ("2022/..", "2022/.."), ("", None)],
)
def test_an_interval_is_one_date_where_it_can_be(text: str, written: str | None) -> None:
    assert interval(edtf(text)) == written


def test_only_a_day_that_nobody_doubts_is_certain() -> None:
    days = [
        certain_day(edtf(text)) for text in ("2022-08-15", "2022-08-15~", "2022-08-15?", "2022-08", "../2022-08-15")
    ]
    assert [str(day) for day in days] == ["2022-08-15", "None", "None", "None", "None"]


def test_a_plain_date_is_a_day_a_month_or_a_year() -> None:
    assert [plain_date(edtf(text)) for text in ("2022-08-15", "2022-08~", "2022?", "2018-24", "199X", "")] == [
        "2022-08-15", "2022-08", "2022", None, None, None,
    ]  # fmt: skip
    assert numbers("2022-08") == [2022, 8]
