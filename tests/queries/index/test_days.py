from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.queries.index.bitmaps import positions_of
from app.queries.index.days import day_order

SIZE = 1_000  # so that several days stand between two marks
DAYS = st.integers(1, 400).map(lambda seed: {at: 1 + at * seed % 97 for at in range(SIZE) if at % 5})
EDGES = [*map(date.fromordinal, (1, 40, 97, 98)), date.max]


@given(st.dictionaries(st.integers(0, SIZE - 1), st.integers(1, 97), max_size=12) | DAYS, st.sampled_from(EDGES))
def test_events_until_and_before_a_day_are_those_whose_day_says_so(days: dict[int, int], edge: date) -> None:
    order = day_order(days, SIZE)
    assert positions_of(order.until(edge)) == sorted(at for at, day in days.items() if day <= edge.toordinal())
    assert positions_of(order.before(edge)) == sorted(at for at, day in days.items() if day < edge.toordinal())
    assert positions_of(order.known) == sorted(days)
