"""Every filter, one row a case, and the order of the timeline."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session, select

from app.domain.timeline_filter import ListFilter, TimelineFilter, read_filter
from app.queries import timeline
from app.queries.timeline import count_events, count_skipped, events_on_timeline
from app.storage.tables import MentionTable
from tests.support.sample_database import build_sample_database, event_id, store_event

IN_ORDER = [
    "soviet", "japan", "shrinks", "rail", "doubles", "wheat", "cash", "meets", "denies", "visit", "recognises",
    "discuss", "letter", "sum",
]  # fmt: skip
# The word by which a row of a case names an event, and the beginning of the event's title.
TITLES = {
    "soviet": "The Soviet Union", "japan": "Japan", "shrinks": "North Korea's trade", "rail": "Rail",
    "doubles": "Trade between", "wheat": "Russia ships", "cash": "Russia said", "meets": "Kim Jong Un meets",
    "denies": "Russia denies", "visit": "Kim Jong Un to visit", "recognises": "North Korea recognises",
    "discuss": "Russia and", "letter": "Putin sends", "sum": "=SUM",
}  # fmt: skip

CASES = [
    ("", " ".join(IN_ORDER)),
    ("topic=trade", "shrinks rail doubles"),
    ("topic=trade&topic=aid", "shrinks rail doubles wheat"),
    ("-topic=trade&-topic=history&-topic=visits", "wheat cash denies recognises discuss letter sum"),
    ("topic=trade&topic=aid&-topic=aid", "shrinks rail doubles"),
    ("topic=treaties", ""),
    ("status=denied", "denies"),
    ("status=disputed&status=claimed", "cash sum"),
    ("-status=asserted", "cash denies visit discuss sum"),
    ("precision=day", "cash meets letter"),
    ("precision=unknown", "sum"),
    ("precision=span", "japan denies"),
    ("precision=decade&precision=century", "soviet shrinks"),
    ("-precision=day&topic=letters", ""),
    ("actor=Kim Jong Un", "meets visit letter"),
    ("actor=Kim Jong Un&actor=Japan", "japan meets visit letter"),
    ("actor=Kim Jong Un&-actor=Vladimir Putin", "visit"),
    ("actor=Kim Jong Un&place=Moscow", "visit"),
    ("actor=Nobody", ""),
    ("-actor=Nobody&topic=letters", "letter"),
    ("place=Moscow", "denies visit"),
    ("-place=Moscow&topic=visits", "meets"),
    ("place=Атлантида", ""),
    ("publisher=한강일보", "shrinks recognises letter"),
    ("publisher=Northern Wire", "wheat cash denies"),
    ("-publisher=The Harbour Post&publisher=Northern Wire", "denies"),
    ("-publisher=The Harbour Post&-publisher=Northern Wire&-publisher=Вестник Востока", "japan shrinks sum"),
    ("publisher=Nobody", ""),
    ("min_origins=2", "cash recognises letter"),
    ("min_origins=3", "letter"),
    ("min_origins=4", ""),
    ("q=푸틴", "letter"),
    ("q=Путин", "letter"),
    ("q=북한", "shrinks recognises"),
    ("q=еще", "letter"),
    ("q=ЕЩЁ", "letter"),
    ("q=wheat rajin", "wheat"),
    ("q=wheat moscow", ""),
    ("q=wheat&q=vladivostok", "wheat meets"),
    ("-q=russia&topic=trade", ""),
    ("-q=rail&topic=trade", "shrinks doubles"),
    ('q="AND OR NOT NEAR( * ^', ""),
    ("q=!!!", ""),
    # The range: what neither ends too early nor starts too late; what has no date is possible everywhere.
    ("from=2019&to=2019", "rail doubles wheat cash meets denies sum"),
    ("from=2019&to=2019&certainty=surely", "doubles wheat cash meets"),
    ("from=2018&to=2019&certainty=surely", "rail doubles wheat cash meets"),
    ("to=1909", "soviet denies sum"),
    ("to=1909&certainty=surely", ""),
    ("to=2019&certainty=surely", "soviet japan shrinks rail doubles wheat cash meets denies"),
    ("from=2022", "recognises discuss letter sum"),
    ("from=2022&certainty=surely", "recognises discuss letter"),
    ("from=2022-08-15&to=2022-08-15", "discuss letter sum"),
    ("from=2022-08-15&to=2022-08-15&certainty=surely", "letter"),
    ("from=2022-07-31&to=2022-08-14", "recognises discuss sum"),
    ("from=2022-07-02&to=2022-07-30&certainty=surely", ""),
    ("certainty=surely&topic=arms", ""),
    ("from=2019-33&to=2019-33&topic=trade", "rail doubles"),
    ("from=2023&-precision=unknown", ""),
    ("topic=visits&status=planned&from=2020&q=kremlin&publisher=The Harbour Post&min_origins=1", "visit"),
]


def read(address: str) -> TimelineFilter:
    return read_filter(parse_qsl(address, keep_blank_values=True))


def names(session: Session, address: str) -> list[str]:
    titles = [line.title for line in events_on_timeline(session, read(address))]
    return [next(name for name, begins in TITLES.items() if title.startswith(begins)) for title in titles]


@pytest.mark.parametrize(("address", "expected"), CASES)
def test_a_filter_leaves_what_was_asked_for_in_order(sample: Session, address: str, expected: str) -> None:
    assert names(sample, address) == expected.split()
    assert count_events(sample, read(address)) == len(expected.split())


@pytest.mark.parametrize(("address", "expected"), CASES[:5])
def test_the_reversed_order_is_the_whole_order_reversed(sample: Session, address: str, expected: str) -> None:
    assert names(sample, f"{address}&sort=-date") == expected.split()[::-1]


def test_an_event_comes_with_its_names(sample: Session) -> None:
    (line,) = events_on_timeline(sample, read("q=wheat"))
    assert line.actors == ("Russia", "North Korea")
    assert line.places == ("Rajin",)
    assert line.publishers == ("Northern Wire", "The Harbour Post")
    assert (line.articles, line.origins, line.date.text) == (2, 1, "2019-03")


def test_past_the_last_page_there_is_nothing(sample: Session) -> None:
    assert events_on_timeline(sample, read("page=2")) == []
    assert events_on_timeline(sample, read("page=1000000")) == []


def test_a_page_takes_the_same_few_questions_however_many_events_it_has(sample_engine: Engine) -> None:
    asked: list[str] = []

    def remember(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's signature
        asked.append(statement)

    event.listen(sample_engine, "before_cursor_execute", remember)
    with Session(sample_engine) as session:
        events_on_timeline(session, read("q=wheat"))
        few = len(asked)
        events_on_timeline(session, read(""))
    event.remove(sample_engine, "before_cursor_execute", remember)
    assert len(asked) - few == few - 1  # the first question of a session begins its transaction


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_a_page_behind_an_event_loses_and_doubles_nothing_while_events_are_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    engine = build_sample_database(tmp_path / "tumen.db")
    wanted = ListFilter.read([("sort", sort)])
    with Session(engine) as session:
        expected = [line.id for line in events_on_timeline(session, wanted)]
    monkeypatch.setattr(timeline, "EVENTS_PER_PAGE", 4)
    seen: list[str] = []
    for number in range(1, 6):
        with Session(engine) as session:
            seen += [line.id for line in events_on_timeline(session, wanted)]
        for date in ("1800", "2019-04", "2100") if number < 3 else ():
            store_event(engine, date, f"Stored in {date} while page {number} was read")
        wanted = wanted.going_on(number + 1, seen[-1])
    engine.dispose()
    assert [event_id for event_id in seen if event_id in expected] == expected
    assert len(set(seen)) == len(seen)


def test_a_page_behind_a_mention_begins_behind_the_event_that_holds_it(sample: Session) -> None:
    letter = sample.exec(select(MentionTable).where(MentionTable.event_id == event_id("Putin sends"))).all()
    assert len(letter) > 1
    places = {count_skipped(sample, ListFilter().going_on(9, mention.id)) for mention in letter}
    assert places == {IN_ORDER.index("letter") + 1}


def test_a_page_behind_what_is_no_more_is_told_by_its_number(sample: Session) -> None:
    assert count_skipped(sample, ListFilter().going_on(3, "e0123456789abcdef")) == 2 * timeline.EVENTS_PER_PAGE
