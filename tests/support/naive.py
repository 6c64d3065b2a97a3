"""A timeline that is kept in lists and filtered by hand: what the queries must agree with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session

from app.domain.edtf import EdtfDate, edtf
from app.domain.timeline_filter import LIST_KEYS, Certainty, Open, TimelineFilter
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable
from tests.support.sample_database import dated, sorted_by

PUBLISHERS = ("Post", "Wire", "일보")
TABLES = (MentionTable, EventActorTable, EventPlaceTable, EventTable)
DATES = (
    "", "2019", "2019-05", "2019-05-20", "2018-24", "2019-33", "2019-40", "201X", "19XX", "../2019-05-20",
    "2019-05-20/..", "1910/1945", "[2019-05,2019-06]", "XXXX-05-20", "2019~", "2020-01-01", "2018-12-31",
)  # fmt: skip


@dataclass(frozen=True)
class NaiveEvent:
    """An event with everything that can be asked of it in one place."""

    id: str
    date: EdtfDate
    topic: str
    status: str
    origins: int
    actors: frozenset[str]
    places: frozenset[str]
    publishers: frozenset[str]

    def values(self, key: str) -> frozenset[str]:
        """All that it has of a key of the filter."""
        alone = {"topic": self.topic, "status": self.status, "precision": self.date.precision.value}
        if key == "open":
            return frozenset(filter(None, [Open.of(*self.date.bounds)]))
        if key in alone:
            return frozenset([alone[key]])
        return {"actor": self.actors, "place": self.places, "publisher": self.publishers}[key]


def lies(event: NaiveEvent, wanted: TimelineFilter) -> bool:
    """Does it lie in the range, as surely as is asked?"""
    first, last = wanted.first_day or date.min, wanted.last_day or date.max
    earliest, latest = event.date.earliest or date.min, event.date.latest or date.max
    if wanted.certainty is Certainty.SURELY:
        return event.date.text != "" and first <= earliest and latest <= last
    return earliest <= last and latest >= first


def is_wanted(event: NaiveEvent, wanted: TimelineFilter) -> bool:
    """Does it fulfil the whole filter, but for a search?"""
    return (
        lies(event, wanted)
        and event.origins >= wanted.min_origins
        and all(not wanted.chosen(key) or event.values(key) & {*wanted.chosen(key)} for key in LIST_KEYS)
        and not any(event.values(key) & {*wanted.excluded(key)} for key in LIST_KEYS)
    )


def naively(events: list[NaiveEvent], wanted: TimelineFilter) -> list[NaiveEvent]:
    """The events that the filter leaves, in the order of the timeline."""
    return in_order([event for event in events if is_wanted(event, wanted)], wanted)


def in_order(events: Iterable[NaiveEvent], wanted: TimelineFilter) -> list[NaiveEvent]:
    """Events as the timeline shows them."""
    return sorted(events, key=lambda event: (*event.date.sort_key, event.id), reverse=wanted.is_reversed)


def article(publisher: str) -> ArticleTable:
    """The one article of a publisher."""
    return ArticleTable(
        id=f"a{publisher}", file=publisher, sha256=publisher, text="told", encoding="utf-8", title=None,
        publisher=publisher, url=None, basis="unknown", rules="", **dated(edtf("")),
    )  # fmt: skip


def store(session: Session, events: list[NaiveEvent]) -> None:
    """Make these the only events of the database; the articles must be there."""
    for table in TABLES:
        session.execute(delete(table))
    session.add_all(map(_row, events))
    session.flush()
    for event in events:
        session.add_all(EventActorTable(event_id=event.id, name=name, position=0) for name in event.actors)
        session.add_all(EventPlaceTable(event_id=event.id, name=name, position=0) for name in event.places)
        session.add_all(mention(event, position, name) for position, name in enumerate(sorted(event.publishers)))
    session.flush()


def _row(event: NaiveEvent) -> EventTable:
    return EventTable(
        id=event.id, title=event.id, topic=event.topic, status=event.status, status_reason=None,
        articles=len(event.publishers), origins=event.origins, **dated(event.date), **sorted_by(event.date),
    )  # fmt: skip


def mention(event: NaiveEvent, position: int, publisher: str) -> MentionTable:
    """What an article tells of an event."""
    return MentionTable(
        id=f"{event.id}{position}", event_id=event.id, article_id=f"a{publisher}", paragraph=1, start=0, end=4,
        quote="told", trigger_start=0, trigger_end=4, kind="", topic=event.topic, status=event.status,
        status_reason=None, speaker=None, date_start=None, date_end=None, reasoning="", actors=[], places=[],
        headline="", sources=[], fingerprints=[], is_background=False, position=position, **dated(event.date),
    )  # fmt: skip
