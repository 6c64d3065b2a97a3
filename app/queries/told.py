"""The filtered timeline as a stream of events with their evidence: of each no more than its id is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.domain.edtf import EdtfDate, edtf
from app.domain.timeline_filter import TimelineFilter
from app.queries.lines import EventLine, event_lines
from app.queries.matching import matching, selected
from app.queries.quotes import WITHOUT_TEXT, EvidenceQuote
from app.queries.sources import Source, SourceEvidence, evidence_of, source_of
from app.storage.tables import ArticleTable, EventTable, MentionTable

EVENTS_AT_ONCE = 500  # their ids are bound in one statement


@dataclass(frozen=True)
class ToldEvent:
    """An event and the articles that tell of it."""

    line: EventLine
    sources: tuple[SourceEvidence, ...]

    def quotes(self) -> Iterator[tuple[SourceEvidence, EvidenceQuote]]:
        """Its quotes in the order in which they are shown, each with its article."""
        return ((source, quote) for source in self.sources for quote in source.quotes)


@dataclass(frozen=True)
class Tally:
    """How many events have one date."""

    date: EdtfDate
    events: int


def event_chunks(session: Session, wanted: TimelineFilter) -> Iterator[list[EventLine]]:
    """All events of the filtered timeline in their order, some hundreds at a time; its page does not limit them."""
    ids = selected(session, wanted).ids()
    for first in range(0, len(ids), EVENTS_AT_ONCE):
        yield event_lines(session, ids[first : first + EVENTS_AT_ONCE])


def told_events(session: Session, wanted: TimelineFilter) -> Iterator[ToldEvent]:
    """The same events, each with its evidence."""
    for lines in event_chunks(session, wanted):
        yield from told_of(session, lines)


def told_of(session: Session, lines: list[EventLine]) -> list[ToldEvent]:
    """Events in the order given (at most some hundreds), each with its evidence."""
    evidence = evidence_of(session, [line.id for line in lines])
    return [ToldEvent(line, evidence.get(line.id, ())) for line in lines]


def tallies(session: Session, wanted: TimelineFilter) -> list[Tally]:
    """Every date of the filtered timeline, once, with the number of its events."""
    rows = select(EventTable.edtf, func.count()).where(matching(session, wanted)).group_by(col(EventTable.edtf))
    return [Tally(edtf(text), events) for text, events in session.exec(rows.order_by(col(EventTable.edtf)))]


def count_quotes(session: Session, wanted: TimelineFilter) -> int:
    """How many quotes the filtered events have."""
    quotes = (
        select(func.count()).select_from(MentionTable).join(EventTable, col(EventTable.id) == MentionTable.event_id)
    )
    return session.exec(quotes.where(matching(session, wanted))).one()


def cited_articles(session: Session, wanted: TimelineFilter) -> Iterator[Source]:
    """The articles that the filtered events quote, by id."""
    quoted = select(MentionTable.article_id).join(EventTable, col(EventTable.id) == MentionTable.event_id)
    rows = (
        select(ArticleTable)
        .options(WITHOUT_TEXT)
        .where(col(ArticleTable.id).in_(quoted.where(matching(session, wanted))))
    )
    for article in session.exec(rows.order_by(col(ArticleTable.id)).execution_options(yield_per=EVENTS_AT_ONCE)):
        yield source_of(article)
