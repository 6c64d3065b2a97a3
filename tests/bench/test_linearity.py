"""What the benchmark says of growth, and the same promise held quickly: time grows with the text and no faster."""

import gc
import time
from collections.abc import Iterator

import pytest

from bench.adversarial import PIECES, text_of
from bench.linearity import Growth
from bench.tumen import count_in_text

LONG_ENOUGH_SECONDS = 0.01  # for a run to be compared with another
SHORTEST, LONGEST = 2_000, 256_000  # characters of the shorter text
TIMES_LONGER, TIMES_SLOWER = 8, 16  # quadratic would be 64
TRIES = 3


def test_growth_is_that_of_a_megabyte_from_the_smallest_size_to_the_largest() -> None:
    linear = Growth("", {0.25: 0.5, 1.0: 2.2, 4.0: 8.0})
    assert (linear.ratio, linear.speed, linear.flags) == (1, 0.5, [])
    quadratic = Growth("", {0.25: 1.0, 0.5: 4.0})
    assert (quadratic.ratio, quadratic.speed, quadratic.flags) == (2, 0.125, ["grows", "slow"])
    one_size = Growth("", {0.25: 0.25})
    assert (one_size.ratio, one_size.flags) == (None, [])


def test_a_text_is_its_piece_over_and_over() -> None:
    assert text_of("abc", 7) == "abcabca"
    assert all(len(text_of(piece, 1000)) == 1000 for piece in PIECES.values())


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """The collector would walk over all that other tests have left in memory, now in one run and now in another."""
    gc.disable()
    yield
    gc.enable()


def seconds(piece: str, characters: int) -> float:
    text = text_of(piece, characters)
    began = time.process_time()
    count_in_text(text)
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_eight_times_the_text_takes_less_than_sixteen_times_the_time(piece: str) -> None:
    characters = SHORTEST
    while (short := seconds(piece, characters)) < LONG_ENOUGH_SECONDS and characters < LONGEST:
        characters *= 2
    long = seconds(piece, TIMES_LONGER * characters)
    for _ in range(TRIES - 1):
        if long < TIMES_SLOWER * short:
            break
        # Another program may have slowed the run down: the best of several counts, of both.
        short = min(short, seconds(piece, characters))
        long = min(long, seconds(piece, TIMES_LONGER * characters))
    assert long < TIMES_SLOWER * short, (characters, short, long)
