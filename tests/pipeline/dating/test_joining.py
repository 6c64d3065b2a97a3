"""Dates that share their words: ranges have two ends, lists have one year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)
MONDAY = edtf("2022-08-15")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 1910 to 1945", [("from 1910", "1910"), ("1945", "1945")]),
        ("Throughout 1915-17 it stood.", [("1915", "1915"), ("17", "1917")]),
        ("It ran from 15 to 22 May 2004.", [("from 15", "2004-05-15"), ("22 May 2004", "2004-05-22")]),
        ("It ran 28 July – 3 August 2022.", [("28 July", "2022-07-28"), ("3 August 2022", "2022-08-03")]),
        ("It ran from May 15 to August 16, 1988.", [("from May 15", "1988-05-15"), ("August 16, 1988", "1988-08-16")]),
    ],
)
def test_a_range_has_two_ends(text: str, expected: list[tuple[str, str]]) -> None:
    (found,) = find_time_expressions(text, DATING, MONDAY)
    assert [(end.span.of(text), end.value) for end in found.ends] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained in August and September 1914.", ["1914-08", "1914-09"]),
        ("It rained in July, August and early September 1914.", ["1914-07", "1914-08", "1914-09"]),
        ("It froze in December and January 1915.", ["1914-12", "1915-01"]),
        ("It was fine in the spring and early summer of 1943.", ["1943-21", "1943-22"]),
        ("They met on 3 May and 4 June 1988.", ["1988-05-03", "1988-06-04"]),
        ("It opened in July. September 1914 was wet.", ["2022-07", "1914-09"]),
        ("It opened in July and in September 1914 it closed.", ["2022-07", "1914-09"]),
        ("On 5 August, 2019 visitors came.", ["2019-08-05"]),
    ],
)
def test_a_list_shares_the_year_of_its_last_date(text: str, expected: list[str]) -> None:
    assert [e.date.text for e in find_time_expressions(text, DATING, MONDAY)] == expected


@given(st.integers(1901, 2019), st.integers(1, 29), st.sampled_from(["-", " – ", " to ", " until "]))
def test_the_ends_lie_within_and_name_the_bounds(year: int, length: int, between: str) -> None:
    text = f"It lasted from {year}{between}{year + length}."
    (found,) = find_time_expressions(text, DATING, MONDAY)
    first, last = found.ends
    assert found.span.start <= first.span.start < first.span.end < last.span.start < last.span.end == found.span.end
    assert (first.value, last.value) == (str(year), str(year + length))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 03/05/2004 and on 25/12/2004 it rained.", ["2004-05-03", "2004-12-25"]),
        ("On 12/25/2004 and on 03/05/2004 it rained.", ["2004-12-25", "2004-03-05"]),
        ("On 03/05/04 and on 12/25/04 it rained.", ["2004-03-05", "2004-12-25"]),
        ("On 03/05/2004 it rained.", ["[2004-03-05,2004-05-03]"]),
        (
            "On 25/12/2004, 12/25/2004 and 03/05/2004 it rained.",
            ["2004-12-25", "2004-12-25", "[2004-03-05,2004-05-03]"],
        ),
        ("On 04/04/2004 it rained, on 25/12/2004 not.", ["2004-04-04", "2004-12-25"]),
    ],
)
def test_dates_in_digits_have_the_order_that_the_others_show(text: str, expected: list[str]) -> None:
    assert [e.date.text for e in find_time_expressions(text, DATING, MONDAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left at 3:45 this afternoon.", ["2022-08-15T15:45"]),
        ("He left on Friday morning at 9 a.m.", ["2022-08-12T09:00"]),
        ("He left at 5 p.m. on Friday, at noon Saturday she did.", ["2022-08-12T17:00", "2022-08-13T12:00"]),
        ("He left Friday at 9 a.m., at noon he came.", ["2022-08-12T09:00", "2022-08-12T12:00"]),
        ("Встреча в 10 часов утра 3 мая, вечером 3 мая ужин.", ["2022-05-03T10:00", "2022-05-03TEV"]),
    ],
)
def test_a_day_has_one_time(text: str, expected: list[str]) -> None:
    assert [found.value for found in find_time_expressions(text, DATING, MONDAY)] == expected
