"""What the sources of an event tell differently, as it was kept when the event was linked."""

from collections import defaultdict
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.storage.tables import EventConflictTable


@dataclass(frozen=True)
class ToldVersion:
    """One of several values, with the ids of the quotes that tell it."""

    value: str  # EDTF for a date
    quote_ids: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """What the sources of an event tell differently, and is shown, not averaged."""

    about: str  # date, number, or first: who spoke first
    versions: tuple[ToldVersion, ...]  # the most told first


def conflicts_of(session: Session, event_id: str) -> tuple[Conflict, ...]:
    """What the sources of an event tell differently; none where they agree."""
    rows = (
        select(EventConflictTable)
        .where(EventConflictTable.event_id == event_id)
        .order_by(col(EventConflictTable.about), col(EventConflictTable.value), col(EventConflictTable.mention_id))
    )
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in session.exec(rows):
        told[row.about][row.value].append(row.mention_id)
    return tuple(Conflict(about, _versions(by_value)) for about, by_value in told.items())


def _versions(by_value: dict[str, list[str]]) -> tuple[ToldVersion, ...]:
    most_told = sorted(by_value.items(), key=lambda told: (-len(told[1]), told[0]))
    return tuple(ToldVersion(value, tuple(quote_ids)) for value, quote_ids in most_told)
