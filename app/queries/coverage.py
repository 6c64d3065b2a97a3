"""Who reported what: the events of the filtered timeline against the publishers that tell of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, String
from sqlmodel import Session, col, func, select

from app.domain.coverage_filter import CoverageFilter
from app.queries.index.event_index import EventIndex
from app.queries.lines import EventLine, event_lines
from app.queries.matching import Selection, selected
from app.storage.tables import ArticleTable, MentionTable

ROWS_PER_PAGE = 50
COLUMNS_PER_PAGE = 24
UNNAMED = ""  # stands for all articles that name no publisher


@dataclass(frozen=True)
class PublisherColumn:
    """A publisher, and how many of the filtered events it tells of."""

    name: str
    events: int


@dataclass(frozen=True)
class CoverageCell:
    """What a publisher tells of an event."""

    quote_id: str  # the first of its quotes, in the order in which they are shown
    quotes: int
    statuses: tuple[str, ...]  # that they give it, each once


@dataclass(frozen=True)
class CoverageRow:
    """An event and who tells of it; a publisher without a cell does not."""

    line: EventLine
    cells: Mapping[str, CoverageCell]  # by publisher

    @property
    def publishers(self) -> int:
        """How many publishers tell of it by name."""
        return sum(name != UNNAMED for name in self.cells)


def coverage_columns(session: Session, wanted: CoverageFilter) -> list[PublisherColumn]:
    """Every publisher that tells of a filtered event: those of most events first, then by name; the unnamed last."""
    found = selected(session, wanted)
    named = found.index.values["publisher"].counts(found.bits)
    columns = [PublisherColumn(name, named[name]) for name in sorted(named, key=lambda name: (-named[name], name))]
    unnamed = (found.bits & found.index.unnamed).bit_count()
    return [*columns, PublisherColumn(UNNAMED, unnamed)] if unnamed else columns


def coverage_rows(session: Session, wanted: CoverageFilter) -> list[CoverageRow]:
    """One page of events in the order asked; empty past the last page."""
    lines = event_lines(session, _ids_of_page(selected(session, wanted), wanted))
    cells = _cells(session, [line.id for line in lines])
    return [CoverageRow(line, cells[line.id]) for line in lines]


def _publisher() -> ColumnElement[str]:
    return func.coalesce(col(ArticleTable.publisher), UNNAMED, type_=String)


def _ids_of_page(found: Selection, wanted: CoverageFilter) -> list[str]:
    """The ids of one page of events, what is asked for first; among equals in the order of the timeline."""
    ids: list[str] = []
    skipped = (wanted.page - 1) * ROWS_PER_PAGE
    for tier in _tiers(found.index, wanted):
        equals = replace(found, bits=found.bits & tier)
        ids += equals.ids(skipped, skipped + ROWS_PER_PAGE - len(ids))
        skipped = max(0, skipped - equals.count)
    return ids


def _tiers(index: EventIndex, wanted: CoverageFilter) -> Iterable[int]:
    """All events as bitmaps, one for each place in the order asked."""
    if wanted.is_by_publishers:
        return index.by_publishers().values()
    if wanted.led_by is None:
        return (index.everything,)
    leading = index.unnamed if wanted.led_by == UNNAMED else index.values["publisher"].any_of([wanted.led_by])
    return leading, ~leading


def _cells(session: Session, event_ids: list[str]) -> dict[str, dict[str, CoverageCell]]:
    rows = (
        select(MentionTable.event_id, _publisher(), MentionTable.id, MentionTable.status)
        .join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
        .where(col(MentionTable.event_id).in_(event_ids))
        .order_by(col(MentionTable.event_id), col(MentionTable.position), col(MentionTable.id))
    )
    told: dict[str, dict[str, list[tuple[str, str]]]] = {event_id: {} for event_id in event_ids}
    for event_id, publisher, quote_id, status in session.exec(rows):
        told[event_id].setdefault(publisher, []).append((quote_id, status))
    return {event_id: {name: _cell(quotes) for name, quotes in by.items()} for event_id, by in told.items()}


def _cell(quotes: Sequence[tuple[str, str]]) -> CoverageCell:
    return CoverageCell(quotes[0][0], len(quotes), tuple(dict.fromkeys(status for _, status in quotes)))
