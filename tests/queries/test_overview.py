"""The spans of the sample's events, in a database file."""

from collections import Counter
from datetime import date

import pytest
from sqlmodel import Session

from app.domain.edtf import edtf
from app.domain.timeline_filter import read_filter
from app.queries import overview
from app.queries.overview import SpanCount, event_spans
from app.queries.timeline import count_events
from tests.support.sample_rows import EVENTS


def test_events_with_the_same_first_and_last_day_are_counted_together(sample: Session) -> None:
    found = {(span.earliest, span.latest): span.events for span in event_spans(sample, read_filter([])).closed}
    bounds = Counter(edtf(event.date).bounds for event in EVENTS)
    assert found == {span: count for span, count in bounds.items() if None not in span}


def test_what_has_no_place_on_a_chart_is_counted_apart(sample: Session) -> None:
    spans = event_spans(sample, read_filter([]))
    assert (spans.open_start, spans.open_end, spans.yearless, spans.undated) == (1, 0, 0, 1)
    assert count_events(sample, read_filter([("open", "start")])) == spans.open_start
    assert count_events(sample, read_filter([("precision", "unknown")])) == spans.undated


@pytest.mark.parametrize(
    "asked",
    [
        [("topic", "visits")],
        [("from", "2019"), ("to", "2019")],
        [("from", "2019"), ("certainty", "surely")],
        [("q", "Putin")],
        [("-actor", "Russia"), ("min_origins", "2")],
        [("publisher", "The Harbour Post"), ("page", "2")],
    ],
)
def test_it_follows_every_filter_and_loses_no_event(sample: Session, asked: list[tuple[str, str]]) -> None:
    wanted = read_filter(asked)
    spans = event_spans(sample, wanted)
    unplaced = spans.open_start + spans.open_end + spans.yearless + spans.undated
    total = sum(span.events for span in spans.closed) + unplaced
    assert total == count_events(sample, wanted)


def test_only_events_of_the_topic_are_left(sample: Session) -> None:
    spans = event_spans(sample, read_filter([("topic", "visits")]))
    visits = (date(2019, 4, 25), date(2019, 4, 25)), (date(2020, 1, 1), date(2020, 12, 31))
    assert set(spans.closed) == {SpanCount(*bounds, 1) for bounds in visits}


def test_days_are_counted_where_months_would_be_cut(sample: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "MOST_BINS", 0)
    visit = SpanCount(date(2019, 4, 25), date(2019, 4, 25), 1)
    assert event_spans(sample, read_filter([("from", "2019-04-02"), ("topic", "visits")])).closed[0] == visit
    assert event_spans(sample, read_filter([("from", "2019-04"), ("topic", "visits")])).closed[0] == SpanCount(
        date(2019, 4, 1), date(2019, 4, 30), 1
    )
