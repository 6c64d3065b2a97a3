from hypothesis import given
from hypothesis import strategies as st

from app.queries.index.bitmaps import bits_at, first_from, flags_of, last_before, positions_of

SIZE = 20_000  # several of the pieces that are looked at together
SETS = st.frozensets(st.one_of(st.integers(0, 40), st.integers(0, SIZE - 1)), max_size=60)
PLACES = st.integers(0, SIZE)


@given(SETS)
def test_the_positions_in_a_set_are_those_that_it_was_made_of(positions: frozenset[int]) -> None:
    bits = bits_at(positions, SIZE)
    assert bits.bit_count() == len(positions)
    assert positions_of(bits) == sorted(positions)


@given(SETS, st.integers(0, 70), st.integers(0, 70))
def test_a_page_of_positions_is_a_slice_of_all(positions: frozenset[int], first: int, last: int) -> None:
    assert positions_of(bits_at(positions, SIZE), first, last) == sorted(positions)[first:last]


@given(SETS, PLACES)
def test_neighbours_are_the_nearest_positions_on_each_side(positions: frozenset[int], place: int) -> None:
    bits = bits_at(positions, SIZE)
    assert first_from(bits, place) == min((one for one in positions if one >= place), default=None)
    assert last_before(bits, place) == max((one for one in positions if one < place), default=None)


@given(SETS)
def test_every_position_has_its_flag(positions: frozenset[int]) -> None:
    flags = flags_of(bits_at(positions, SIZE), SIZE)
    assert len(flags) == SIZE
    assert {at for at, flag in enumerate(flags) if flag} == positions


def test_a_position_that_comes_twice_counts_once() -> None:
    assert positions_of(bits_at([3, 3, 0], 4)) == [0, 3]
