"""Every filter, one row a case, and the order of the timeline."""

from typing import Any
from urllib.parse import parse_qsl

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.queries.timeline import count_events, events_on_timeline

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
