from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import edtf
from app.domain.showing import date_to_people
from app.web.day_ranges import DayRange


def a_range(text: str) -> DayRange:
    first, _, last = text.partition("/")
    begins, ends = edtf(first).earliest, edtf(last or first).latest
    assert begins
    assert ends
    return DayRange(begins, ends)


@st.composite
def ranges(draw: st.DrawFn) -> DayRange:
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    return DayRange(first, last)


@pytest.mark.parametrize(
    ("text", "name", "asked"),
    [
        ("2022-08-15", "15 August 2022", ("2022-08-15", "2022-08-15")),
        ("2022-08-08/2022-08-14", "8 – 14 August 2022", ("2022-08-08", "2022-08-14")),
        ("2022-08", "August 2022", ("2022-08", "2022-08")),
        ("2022-33", "first quarter of 2022", ("2022-01", "2022-03")),
        ("2022", "2022", ("2022", "2022")),
        ("199X", "1990s", ("1990", "1999")),
        ("19XX", "20th century", ("1900", "1999")),
        ("2021-03/2022-08", "March 2021 – August 2022", ("2021-03", "2022-08")),
        ("1910/1945", "1910 – 1945", ("1910", "1945")),
    ],
)
def test_a_range_has_a_name_and_the_coarsest_values_to_ask_for_it(text: str, name: str, asked: tuple[str, str]) -> None:
    found = a_range(text)
    assert date_to_people(found.when) == name
    assert (found.asked_from, found.asked_to) == asked


@given(ranges())
def test_what_is_asked_for_is_exactly_the_range(found: DayRange) -> None:
    assert (edtf(found.asked_from).earliest, edtf(found.asked_to).latest) == (found.first, found.last)


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("2022-08-15", ["August 2022", "2022", "2020s"]),
        ("2022-08-08/2022-09-14", ["August – September 2022", "2022", "2020s"]),
        ("2022", ["2020s"]),
        ("2018/2021", ["2010 – 2029"]),
        ("199X", []),
    ],
)
def test_wider_ranges_are_whole_months_years_and_decades(text: str, around: list[str]) -> None:
    assert [date_to_people(wider.when) for wider in a_range(text).around()] == around


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("2022-08-15", "14 August 2022", "16 August 2022"),
        ("2022-08-08/2022-08-14", "1 – 7 August 2022", "15 – 21 August 2022"),
        ("2024-02", "January 2024", "March 2024"),
        ("2022-33", "fourth quarter of 2021", "second quarter of 2022"),
        ("202X", "2010s", "2030s"),
    ],
)
def test_the_ranges_beside_it_are_as_long(text: str, before: str, after: str) -> None:
    found = a_range(text)
    beside = [date_to_people(one.when) if one else None for one in (found.before(), found.after())]
    assert beside == [before, after]


@given(ranges())
def test_ranges_beside_it_touch_it_or_are_not_of_the_calendar(found: DayRange) -> None:
    before, after = found.before(), found.after()
    assert before is None or before.last.toordinal() + 1 == found.first.toordinal()
    assert after is None or after.first.toordinal() - 1 == found.last.toordinal()


def test_the_calendar_has_two_ends() -> None:
    assert DayRange(date(1, 1, 1), date(1, 12, 31)).before() is None
    assert DayRange(date(9999, 12, 31), date(9999, 12, 31)).after() is None
