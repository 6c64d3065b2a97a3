"""A filter answered: which events of the timeline it leaves, in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, true
from sqlmodel import Session, col

from app.domain.timeline_filter import EXCLUDABLE, Certainty, TimelineFilter
from app.queries.index.bitmaps import first_from, last_before, positions_of
from app.queries.index.event_index import EventIndex
from app.queries.index.kept import index_of
from app.storage.sqlite import is_among
from app.storage.tables import EventTable


@dataclass(frozen=True)
class Selection:
    """The events that a filter leaves, in the order in which they are shown."""

    index: EventIndex
    bits: int
    is_reversed: bool

    @property
    def count(self) -> int:
        """How many there are."""
        return self.bits.bit_count()

    def ids(self, first: int = 0, last: int | None = None) -> list[str]:
        """All of them, or from the first-th to before the last-th, counted from 0; fewer where there are no more."""
        wanted = range(self.count)[first:last]
        if not self.is_reversed:
            return self._ids(wanted.start, wanted.stop)
        return self._ids(self.count - wanted.stop, self.count - wanted.start)[::-1]

    def place_behind(self, event_id: str) -> int | None:
        """How many of them are shown up to this event, which need not be among them; None where there is none."""
        place = self.index.position_of(event_id)
        if place is None:
            return None
        if self.is_reversed:
            return (self.bits >> place).bit_count()
        return (self.bits & ((2 << place) - 1)).bit_count()

    def neighbours_of(self, event_id: str) -> tuple[str | None, str | None]:
        """The events shown before and after this one, which need not be among them itself; None at an end."""
        place = self.index.position_of(event_id)
        if place is None:
            return None, None
        earlier, later = last_before(self.bits, place), first_from(self.bits, place + 1)
        before, after = (later, earlier) if self.is_reversed else (earlier, later)
        return self._id(before), self._id(after)

    def _ids(self, first: int, last: int) -> list[str]:
        return [self.index.ids[position] for position in positions_of(self.bits, first, last)]

    def _id(self, position: int | None) -> str | None:
        return None if position is None else self.index.ids[position]


def selected(session: Session, wanted: TimelineFilter) -> Selection:
    """The events that fulfil the filter, on all pages."""
    index = index_of(session)
    return Selection(index, matching_bits(session, index, wanted), wanted.is_reversed)


def matching(session: Session, wanted: TimelineFilter) -> ColumnElement[bool]:
    """The same as a condition, for questions that join other tables to EventTable."""
    if not wanted.is_narrowed:
        return true()
    return is_among(col(EventTable.id), selected(session, wanted).ids())


def matching_bits(session: Session, index: EventIndex, wanted: TimelineFilter) -> int:
    """The events that fulfil the filter, as a bitmap over the index of what the session sees."""
    bits = index.everything
    for fulfilling in (*_range(index, wanted), *_witnesses(index, wanted), *_lists(session, index, wanted)):
        bits &= fulfilling
    return bits


def _range(index: EventIndex, wanted: TimelineFilter) -> Iterator[int]:
    """Overlap or inclusion; open sides reach for ever, and what has no date at all is sure nowhere."""
    earliest, latest, first, last = index.earliest, index.latest, wanted.first_day, wanted.last_day
    if wanted.certainty is Certainty.SURELY:
        yield ~index.undated
        if first:
            yield earliest.known & ~earliest.before(first)
        if last:
            yield latest.until(last)
        return
    # It belongs when it neither ends too early nor starts too late.
    if first:
        yield ~latest.before(first)
    if last:
        yield ~(earliest.known & ~earliest.until(last))


def _witnesses(index: EventIndex, wanted: TimelineFilter) -> Iterator[int]:
    if wanted.min_origins:
        yield index.with_origins(wanted.min_origins)


def _lists(session: Session, index: EventIndex, wanted: TimelineFilter) -> Iterator[int]:
    for key in EXCLUDABLE:
        if chosen := wanted.chosen(key):
            yield index.having(session, key, chosen)
        if excluded := wanted.excluded(key):
            yield ~index.having(session, key, excluded)
