"""What the benchmark says of pages, and the databases that it serves."""

from pathlib import Path

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.queries.timeline import count_events, events_on_timeline
from bench.many_events import make_database
from bench.pages import PageFigures, PageTimes


def figures(first_paint: float | None) -> PageFigures:
    return PageFigures(answer=1, first_paint=first_paint, kilobytes=1)


def test_a_page_is_slow_when_many_events_hold_up_its_first_paint() -> None:
    quick = PageTimes("timeline", figures(100), figures(150))
    assert (quick.ratio, quick.flags) == (1.5, [])
    slow = PageTimes("timeline", figures(100), figures(151))
    assert (slow.ratio, slow.flags) == (1.51, ["slow"])
    unseen = PageTimes("timeline", figures(None), figures(None))
    assert (unseen.ratio, unseen.flags) == (None, [])


def test_a_database_of_many_events_is_the_same_each_time_and_can_be_searched(tmp_path: Path) -> None:
    told = []
    for name in ("one.db", "other.db"):
        engine = make_database(tmp_path / name, 30)
        with Session(engine) as session:
            told.append(events_on_timeline(session, TimelineFilter()))
            first_word = told[-1][0].title.split()[0]
            assert 0 < count_events(session, read_filter([("q", first_word)])) <= 30
        engine.dispose()
    assert told[0] == told[1]
    assert len(told[0]) == 30
