from datetime import date

from app.queries.index.bitmaps import bits_at
from app.queries.index.spans import spans_of

EARLIEST = ["2019-05-20", "2019-05-20", "2019-05-01", None, None]
LATEST = ["2019-05-20", "2019-05-20", "2019-06-02", "2019-06-02", None]
SPANS = spans_of(EARLIEST, LATEST)
MAY_20, JUNE_2 = date(2019, 5, 20), date(2019, 6, 2)


def test_events_of_one_span_are_counted_together() -> None:
    everything = {(MAY_20, MAY_20): 2, (date(2019, 5, 1), JUNE_2): 1, (None, JUNE_2): 1, (None, None): 1}
    assert SPANS.by_day(bits_at(range(5), 5)) == everything
    assert SPANS.by_day(bits_at([1, 4], 5)) == {(MAY_20, MAY_20): 1, (None, None): 1}
    assert SPANS.by_day(0) == {}


def test_spans_are_rounded_outwards_to_months() -> None:
    may = date(2019, 5, 1), date(2019, 5, 31)
    may_to_june = date(2019, 5, 1), date(2019, 6, 30)
    everything = {may: 2, may_to_june: 1, (None, date(2019, 6, 30)): 1, (None, None): 1}
    assert SPANS.by_month(bits_at(range(5), 5)) == everything
