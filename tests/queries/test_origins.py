"""The evidence by origin is what LINK counted, and every source stands in it once."""

from collections.abc import Iterator
from itertools import chain, count, takewhile

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.queries.event import EventPage, find_event
from app.queries.origins import EvidenceOrigin, evidence_by_origin
from app.queries.timeline import EventLine, events_on_timeline
from tests.support.folders import SEEDS, SHOWN
from tests.support.ingested import ingested_folders
from tests.support.sample_database import event_id


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """What ingesting real articles gives."""
    with ingested_folders(tmp_path_factory.mktemp("origins") / "tumen.db", SEEDS, SHOWN) as engine:
        yield engine


def origins_of(session: Session, event: str) -> tuple[EventPage, tuple[EvidenceOrigin, ...]]:
    page = find_event(session, event)
    assert isinstance(page, EventPage)
    return page, evidence_by_origin(session, event, page.sources)


def every_event(session: Session) -> list[EventLine]:
    """The events of all pages."""
    pages = (events_on_timeline(session, TimelineFilter().with_page(number)) for number in count(1))
    return list(chain.from_iterable(takewhile(bool, pages)))


def test_the_origins_shown_are_as_many_as_were_counted(read_in: Engine) -> None:
    with Session(read_in) as session:
        lines = every_event(session)
        counts = {line.id: (line.origins, len(origins_of(session, line.id)[1])) for line in lines}
    assert any(counted > 1 for counted, _ in counts.values())
    assert {event: counted for event, (counted, shown) in counts.items() if counted != shown} == {}


def test_every_source_stands_in_one_origin(read_in: Engine) -> None:
    with Session(read_in) as session:
        for line in every_event(session):
            page, origins = origins_of(session, line.id)
            shown = [one.source for origin in origins for one in origin.carriers] + [one.lead for one in origins]
            assert sorted(one.article_id for one in shown) == sorted(one.article_id for one in page.sources)
            assert sum(origin.quotes for origin in origins) == sum(len(one.quotes) for one in page.sources)


def test_a_carrier_says_what_it_shares(read_in: Engine) -> None:
    with Session(read_in) as session:
        lines = [line for line in every_event(session) if line.articles > line.origins]
        found = {
            one.why
            for line in lines
            for origin in origins_of(session, line.id)[1]
            for one in origin.carriers
        }  # fmt: skip
    assert {"wording", "credit"} <= found <= {"wording", "credit", "house"}


def test_articles_of_two_houses_without_credits_are_two_origins(sample: Session) -> None:
    _, origins = origins_of(sample, event_id("Russia ships wheat"))
    assert [(origin.lead.publisher, origin.carriers, origin.credited) for origin in origins] == [
        ("Northern Wire", (), ()), ("The Harbour Post", (), ()),
    ]  # fmt: skip
