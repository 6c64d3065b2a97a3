from app.queries.index.bitmaps import bits_at, positions_of
from app.queries.index.values import values_of

SIZE = 5_000
HAVING = {"common": [*range(0, SIZE, 2), 0], "rare": [4, 7, 4], "never": []}
VALUES = values_of(HAVING, SIZE)


def test_what_few_events_have_is_a_list_and_what_many_have_a_bitmap() -> None:
    assert set(VALUES.common) == {"common"}
    assert {value: list(positions) for value, positions in VALUES.rare.items()} == {"rare": [4, 7], "never": []}


def test_any_of_several_values_is_all_events_that_have_one() -> None:
    assert positions_of(VALUES.any_of(["rare", "common"])) == sorted({7, *range(0, SIZE, 2)})
    assert positions_of(VALUES.any_of(["rare"])) == [4, 7]
    assert VALUES.any_of(["unheard of", "never"]) == 0


def test_a_value_is_counted_among_the_events_asked_for_and_once_for_each() -> None:
    assert VALUES.counts(bits_at(range(8), SIZE)) == {"common": 4, "rare": 2}
    assert VALUES.counts(bits_at([5, 7], SIZE)) == {"rare": 1}
    assert VALUES.counts(0) == {}
