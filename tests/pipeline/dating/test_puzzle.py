"""The puzzle over days."""

from datetime import date, timedelta
from functools import reduce
from itertools import pairwise
from operator import or_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import Clue
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.puzzle import (
    ALL_DAYS,
    DECIDES,
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
    year_days,
    yearly_days,
)

DAYS = st.dates(FIRST_DAY, LAST_DAY)


def constraint(allows: Days, weight: int) -> Constraint:
    return Constraint(Clue("", None, "", is_used=True), allows, weight, ClueKind.LABELLED)


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


@given(st.lists(st.tuples(DAYS, st.integers(0, 40)), max_size=8))
def test_stretches_hold_all_days_and_do_not_touch(spans: list[tuple[date, int]]) -> None:
    days = reduce(or_, (between(day, day + timedelta(days=more)) for day, more in spans), NO_DAYS)
    found = list(stretches(days))
    assert reduce(or_, (between(*one) for one in found), NO_DAYS) == days
    assert all(one[1] + timedelta(days=1) < other[0] for one, other in pairwise(found))


def test_a_day_of_every_year_is_a_stretch_of_each() -> None:
    assert len(list(stretches(yearly_days(8, 15)))) == LAST_DAY.year - FIRST_DAY.year + 1


@given(DAYS, st.integers(0, 400))
def test_days_after_a_day_belong_to_it(day: date, days_later: int) -> None:
    assert from_day_on(between(day, day), days_later) == between(day, day + timedelta(days=days_later))


def test_years_are_whole_and_end_with_the_puzzle() -> None:
    assert spread(year_days(2004, 2005)) == (date(2004, 1, 1), date(2005, 12, 31))
    assert year_days(LAST_DAY.year - 1, LAST_DAY.year + 9) == between(date(LAST_DAY.year - 1, 1, 1), None)
    assert year_days(2005, 2004) == NO_DAYS


MONDAY = between(date(2022, 8, 15), date(2022, 8, 21))
FRIDAY = between(date(2022, 9, 30), date(2022, 9, 30))


def test_clues_that_agree_outweigh_a_heavier_one_alone() -> None:
    days, weight = best_days([constraint(MONDAY, 3), constraint(FRIDAY, 4), constraint(MONDAY, 3)])
    assert (days, weight) == (MONDAY, 6)


def test_days_are_not_given_up_for_a_little_more_weight() -> None:
    days, weight = best_days([constraint(MONDAY, DECIDES + 2), constraint(FRIDAY, 3)])
    assert (days, weight) == (MONDAY | FRIDAY, DECIDES + 2)


def test_a_hint_decides_nothing_alone_and_two_do() -> None:
    hint = constraint(MONDAY, 1)
    assert best_days([hint]) == (ALL_DAYS, 1)
    assert best_days([hint, hint]) == (MONDAY, 2)


def test_a_clue_without_weight_plays_no_part() -> None:
    assert best_days([constraint(MONDAY, 3), constraint(FRIDAY, 0)]) == (MONDAY, 3)


def test_without_clues_every_day_is_as_good() -> None:
    assert best_days([]) == (ALL_DAYS, 0)


@given(st.lists(st.tuples(DAYS, st.integers(0, 400), st.integers(0, 8)), max_size=8))
def test_the_order_of_the_clues_plays_no_part(raw: list[tuple[date, int, int]]) -> None:
    clues = [constraint(between(day, day + timedelta(days=length)), weight) for day, length, weight in raw]
    assert best_days(clues) == best_days(sorted(clues, key=lambda c: (c.weight, c.allows)))


@pytest.mark.parametrize(("month", "day", "count"), [(2, 29, 61), (8, 15, 250)])
def test_a_day_of_the_year_comes_as_often_as_the_calendar_has_it(month: int, day: int, count: int) -> None:
    assert yearly_days(month, day).bit_count() == count
