from app.domain.edtf import edtf
from app.exporting.leaving import left_out
from app.queries.told import Tally

TALLIES = [Tally(edtf("2022-08-15"), 4), Tally(edtf("2022-08"), 2), Tally(edtf("2021"), 1), Tally(edtf("2020"), 1)]


def test_what_is_left_out_is_counted_by_precision() -> None:
    told = left_out(TALLIES, lambda when: len(when.text) == 10, "no day is known")
    assert told == "4 of 8 events are left out, because no day is known (by precision: month 2, year 2)."


def test_nothing_left_out_is_said_too() -> None:
    assert left_out(TALLIES, lambda _: True, "no day is known") == "No event is left out."
