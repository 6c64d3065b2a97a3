"""Figures: the ends of the scale, cases counted by hand, and the bootstrap."""

from dataclasses import replace

import pytest

from app.domain.edtf import UNKNOWN_DATE
from app.evaluation.marked import Answers, Half, MarkedDocument, Timex
from app.evaluation.matching import Scope
from app.evaluation.misses import Kind, misses_by_kind
from app.evaluation.scoring import Counts, Measure, by_scope, count, figures, share_above

TEXT = "On Monday at ten, and for three days, it rained; on 3 March 2004 it did not."
MONDAY = Timex(3, 9, "DATE", "2004-03-01")
AT_TEN = Timex(13, 16, "TIME", "2004-03-01T10:00")
DAYS = Timex(26, 36, "DURATION", "P3D")
MARCH = Timex(52, 64, "DATE", "2004-03-03")
HARBOUR = MarkedDocument("harbour", TEXT, UNKNOWN_DATE, (MONDAY, AT_TEN, DAYS, MARCH))
EMPTY = MarkedDocument("quay", "", UNKNOWN_DATE, ())
DOCUMENTS = [HARBOUR, EMPTY]


@pytest.mark.parametrize("scope", Scope)
def test_the_gold_itself_scores_1_nothing_scores_0_and_other_values_score_0(scope: Scope) -> None:
    same = figures(count(DOCUMENTS, {"harbour": HARBOUR.gold}, scope))
    assert (same.strict.f1, same.relaxed.f1, same.value.f1, same.accuracy) == (1, 1, 1, 1)
    nothing = figures(count(DOCUMENTS, {}, scope))
    assert (nothing.strict.f1, nothing.relaxed.f1, nothing.value.f1, nothing.accuracy) == (0, 0, 0, 0)
    shifted = {"harbour": [replace(mark, value=f"9{mark.value}") for mark in HARBOUR.gold]}
    moved = figures(count(DOCUMENTS, shifted, scope))
    assert (moved.strict.f1, moved.relaxed.f1, moved.value.f1, moved.accuracy) == (1, 1, 0, 0)


def test_figures_are_those_counted_by_hand() -> None:
    answers = {
        "harbour": [
            replace(MONDAY, start=0),  # relaxed, right
            replace(AT_TEN, value="2004-03-01T22:00"),  # strict, wrong; right in CAL, where only the day counts
            replace(MARCH, end=59, value="2004-03"),  # relaxed, wrong
            Timex(41, 47, "DATE", "PAST_REF"),  # spurious, and outside of CAL
            Timex(0, 2, "SET", "P1D"),  # spurious: MONDAY's answer begins here too, but MONDAY does not
        ]
    }
    tables = by_scope(DOCUMENTS, answers)
    assert tables[Scope.ALL] == [Counts(gold=4, found=5, strict=1, relaxed=3, value=1), Counts(0, 0, 0, 0, 0)]
    assert tables[Scope.DATE][0] == Counts(gold=2, found=3, strict=0, relaxed=2, value=1)
    assert tables[Scope.CAL][0] == Counts(gold=3, found=3, strict=1, relaxed=3, value=2)
    in_all = figures(tables[Scope.ALL])
    assert in_all.relaxed == Measure(precision=3 / 5, recall=3 / 4, f1=6 / 9)
    assert in_all.value == Measure(precision=1 / 5, recall=1 / 4, f1=2 / 9)
    assert in_all.strict.f1 == 2 / 9
    assert in_all.accuracy == 1 / 3


def test_misses_are_told_by_kind_with_the_words_around_them() -> None:
    answers: Answers = {"harbour": [replace(MONDAY, value="2004-03-08"), MARCH, AT_TEN, Timex(41, 47, "DATE", "2004")]}
    misses = misses_by_kind(DOCUMENTS, answers, Scope.ALL)
    assert {kind: [(miss.gold, miss.answer) for miss in misses[kind]] for kind in Kind} == {
        Kind.WRONG_VALUE: [(MONDAY, replace(MONDAY, value="2004-03-08"))],
        Kind.MISSED: [(DAYS, None)],
        Kind.SPURIOUS: [(None, Timex(41, 47, "DATE", "2004"))],
    }
    assert misses[Kind.MISSED][0].context == (
        "On Monday at ten, and for [three days], it rained; on 3 March 2004 it did not."
    )


def test_the_share_above_is_over_draws_of_the_same_documents_for_both() -> None:
    right, wrong = Counts(1, 1, 1, 1, 1), Counts(1, 1, 1, 1, 0)
    picks = iter([0, 1, 1, 1, 0, 0, 1, 0])  # draws of two: equal, below, above, equal
    assert share_above([right, wrong], [wrong, right], 4, lambda _: next(picks)) == 1 / 4
    picks = iter([0, 1, 1, 1, 0, 0, 1, 0])
    assert share_above([right, wrong], [wrong, wrong], 4, lambda _: next(picks)) == 3 / 4


def test_the_halves_share_all_documents_and_their_names_alone_decide() -> None:
    names = [f"document-{number}" for number in range(200)]
    halves = [(Half.DEVELOPMENT.holds(name), Half.REPORT.holds(name)) for name in names]
    assert all(develops is not reports for develops, reports in halves)
    assert 70 < sum(develops for develops, _ in halves) < 130
    assert all(Half.ALL.holds(name) for name in names)
    # `printf harbour | sha256sum` begins with aa, which is even, and that of ferry with e9, which is odd.
    assert (Half.DEVELOPMENT.holds("harbour"), Half.DEVELOPMENT.holds("ferry")) == (True, False)
