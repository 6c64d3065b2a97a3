"""Matching: which answer belongs to which mark, in which scope."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evaluation.marked import Timex
from app.evaluation.matching import Scope, match

MONDAY = Timex(10, 16, "DATE", "2004-03-01")
MARKS = st.lists(
    st.builds(
        lambda start, length, kind, value: Timex(start, start + length, kind, value),
        st.integers(0, 30),
        st.integers(1, 8),
        st.sampled_from(["DATE", "TIME", "DURATION"]),
        st.sampled_from(["2004", "2004-03", "2004-03T10", "P1D", "PAST_REF"]),
    ),
    max_size=7,
)


def marks(*given_marks: tuple[int, int, str]) -> list[Timex]:
    return [Timex(start, end, "DATE", value) for start, end, value in given_marks]


@pytest.mark.parametrize(
    ("gold", "answers", "pairs"),
    [
        ([], [], []),
        ([(0, 4, "a")], [], []),
        ([(0, 4, "a")], [(4, 8, "a")], []),  # side by side is no overlap
        ([(0, 4, "a")], [(3, 8, "b")], [(0, 3)]),
        ([(0, 4, "a")], [(0, 4, "b"), (0, 5, "a")], [(0, 0)]),  # the same place before the same value
        ([(0, 4, "a")], [(0, 3, "b"), (3, 5, "a")], [(0, 3)]),  # the same value before more characters
        ([(0, 9, "a")], [(0, 2, "b"), (2, 9, "b")], [(0, 2)]),  # more characters
        ([(0, 4, "a"), (4, 8, "b")], [(0, 8, "b")], [(4, 0)]),  # an answer counts once
        ([(0, 8, "a"), (2, 4, "b")], [(2, 4, "a")], [(2, 2)]),  # marks within marks
    ],
)
def test_the_best_pairs_are_chosen_first(
    gold: list[tuple[int, int, str]], answers: list[tuple[int, int, str]], pairs: list[tuple[int, int]]
) -> None:
    matching = match(marks(*gold), marks(*answers), Scope.ALL)
    assert [(pair.gold.start, pair.answer.start) for pair in matching.pairs] == pairs
    assert len(matching.missed) == len(gold) - len(pairs)
    assert len(matching.spurious) == len(answers) - len(pairs)


def test_the_same_answer_twice_is_one_and_the_same_mark_twice_is_asked_for_twice() -> None:
    assert match([MONDAY], [MONDAY, MONDAY], Scope.ALL).spurious == ()
    assert match([MONDAY, MONDAY], [MONDAY], Scope.ALL).missed == (MONDAY,)


@pytest.mark.parametrize(
    ("kind", "value", "in_date", "in_calendar"),
    [
        ("DATE", "2004-03-01", True, "2004-03-01"),
        ("DATE", "PAST_REF", True, None),
        ("DATE", "XXXX-03", True, None),
        ("DATE", "", True, None),
        ("TIME", "2004-03-01T10:00", False, "2004-03-01"),
        ("TIME", "T10", False, None),
        ("DURATION", "P1D", False, None),
        ("SET", "1999", False, None),
    ],
)
def test_a_scope_holds_what_it_is_said_to(kind: str, value: str, *, in_date: bool, in_calendar: str | None) -> None:
    mark = Timex(0, 4, kind, value)
    assert Scope.ALL.of([mark]) == [mark]
    assert Scope.DATE.of([mark]) == ([mark] if in_date else [])
    assert Scope.CAL.of([mark]) == ([] if in_calendar is None else [Timex(0, 4, kind, in_calendar)])


@given(MARKS, MARKS, st.sampled_from(Scope))
def test_every_mark_is_paired_or_left_and_no_pair_that_touches_is_left(
    gold: Sequence[Timex], answers: Sequence[Timex], scope: Scope
) -> None:
    gold = sorted(gold)
    matching = match(gold, answers, scope)
    assert sorted([*(pair.gold for pair in matching.pairs), *matching.missed]) == sorted(scope.of(gold))
    assert sorted([*(pair.answer for pair in matching.pairs), *matching.spurious]) == sorted(scope.of(set(answers)))
    assert all(pair.gold.start < pair.answer.end and pair.answer.start < pair.gold.end for pair in matching.pairs)
    assert not any(
        mark.start < other.end and other.start < mark.end for mark in matching.missed for other in matching.spurious
    )
