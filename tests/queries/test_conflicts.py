"""The page of an event is given what its sources tell differently."""

from concurrent.futures import ThreadPoolExecutor

from sqlmodel import select

from app.domain.article import KnownMetadata, RawPage
from app.queries.event import EventPage, find_event
from app.storage.database import reading
from app.storage.tables import EventTable
from tests.support.ingesting import empty_database, ingest_runs

DAY = KnownMetadata(published="2024-11-20")
TELLING = (
    "North Korea sent 10,000 troops to Russia on 18 October 2024, KCNA said.",
    "According to KCNA, North Korea sent 10,000 troops to Russia on 18 October 2024.",
    "On 18 October 2024 North Korea sent 12 000 soldiers to Russia.",
)


def page() -> EventPage:
    pages = [RawPage(f"{n}.txt", text, known=DAY) for n, text in enumerate(TELLING)]
    with empty_database() as engine, ThreadPoolExecutor(1) as workers:
        ingest_runs(engine, workers, pages)
        with reading(engine) as session:
            found = find_event(session, session.exec(select(EventTable.id)).one())
            assert isinstance(found, EventPage)
            return found


def test_versions_come_with_the_quotes_that_tell_them_the_most_told_first() -> None:
    event = page()
    (conflict,) = event.conflicts
    assert conflict.about == "number"
    assert [(version.value, len(version.quote_ids)) for version in conflict.versions] == [
        ("10,000 troops", 2),
        ("12,000 troops", 1),
    ]
    quotes = {quote.id for source in event.sources for quote in source.quotes}
    assert {key for version in conflict.versions for key in version.quote_ids} <= quotes
