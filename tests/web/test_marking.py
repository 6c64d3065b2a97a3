from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from app.web.marking import runs


@dataclass(frozen=True)
class Mark:
    start: int
    end: int


MARKS = st.lists(st.builds(Mark, st.integers(-5, 60), st.integers(-5, 60)))


def test_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    first, second = Mark(102, 105), Mark(104, 107)
    cut = [(run.text, run.marks) for run in runs("0123456789", 100, [first, second])]
    assert cut == [("01", ()), ("23", (first,)), ("4", (first, second)), ("56", (second,)), ("789", ())]


def test_an_empty_text_has_no_runs() -> None:
    assert runs("", 7, [Mark(0, 20)]) == ()


@given(st.text(max_size=50), st.integers(0, 9), MARKS)
def test_the_runs_together_are_the_text(text: str, start: int, marks: list[Mark]) -> None:
    assert "".join(run.text for run in runs(text, start, marks)) == text


@given(st.text(max_size=50), st.integers(0, 9), MARKS)
def test_each_character_lies_under_the_marks_that_hold_it(text: str, start: int, marks: list[Mark]) -> None:
    at = start
    for run in runs(text, start, marks):
        for _ in run.text:
            assert set(run.marks) == {mark for mark in marks if mark.start <= at < mark.end}
            at += 1
