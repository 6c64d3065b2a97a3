"""The puzzle over days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import Clue
from app.pipeline.dating.puzzle import (
    ALL_DAYS,
    FIRST_DAY,
    LAST_DAY,
    NO_DAYS,
    Constraint,
    Days,
    best_days,
    between,
    from_day_on,
    spread,
    stretches,
    weekday_days,
    yearly_days,
)

DAYS = st.dates(FIRST_DAY, LAST_DAY)


def constraint(allows: Days, weight: int) -> Constraint:
    return Constraint(Clue("", None, "", is_used=True), allows, weight)


@given(DAYS, DAYS)
def test_a_stretch_spreads_from_its_first_to_its_last_day(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert spread(between(first, last)) == (first, last)
    assert list(stretches(between(first, last))) == [(first, last)]


@given(DAYS)
def test_every_day_is_a_day_of_its_weekday_and_its_date(day: date) -> None:
    assert between(day, day) & weekday_days(day.isoweekday()) & yearly_days(day.month, day.day)


def test_between_is_empty_when_it_ends_before_it_begins() -> None:
    assert between(date(2022, 8, 16), date(2022, 8, 15)) == NO_DAYS
    assert between(None, None) == ALL_DAYS


def test_stretches_come_in_order_and_apart() -> None:
    days = between(date(2005, 8, 15), date(2005, 8, 21)) | between(date(2022, 8, 15), date(2022, 8, 15))
    assert list(stretches(days)) == [
        (date(2005, 8, 15), date(2005, 8, 21)),
        (date(2022, 8, 15), date(2022, 8, 15)),
    ]


def test_days_after_a_day_belong_to_it() -> None:
    day = between(date(2022, 8, 15), date(2022, 8, 15))
    assert spread(from_day_on(day, 6)) == (date(2022, 8, 15), date(2022, 8, 21))


def test_clues_that_agree_outweigh_a_heavier_one_alone() -> None:
    monday = between(date(2022, 8, 15), date(2022, 8, 21))
    friday = between(date(2022, 9, 30), date(2022, 9, 30))
    days, weight = best_days([constraint(monday, 3), constraint(friday, 4), constraint(monday, 2)])
    assert (spread(days), weight) == ((date(2022, 8, 15), date(2022, 8, 21)), 5)


def test_without_clues_every_day_is_as_good() -> None:
    assert best_days([]) == (ALL_DAYS, 0)


@given(st.lists(st.tuples(DAYS, st.integers(0, 400), st.integers(0, 8)), max_size=8))
def test_the_order_of_the_clues_plays_no_part(raw: list[tuple[date, int, int]]) -> None:
    clues = [constraint(between(day, day + timedelta(days=length)), weight) for day, length, weight in raw]
    assert best_days(clues) == best_days(sorted(clues, key=lambda c: (c.weight, c.allows)))


@pytest.mark.parametrize(("month", "day", "count"), [(2, 29, 61), (8, 15, 250)])
def test_a_day_of_the_year_comes_as_often_as_the_calendar_has_it(month: int, day: int, count: int) -> None:
    assert yearly_days(month, day).bit_count() == count
