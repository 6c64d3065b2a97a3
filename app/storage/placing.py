"""Where mentions stand on the timeline: their event, and their position within it."""

from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from app.storage.differences import pieces, table_of
from app.storage.tables import MentionTable


def placed_mentions(session: Session, mention_ids: Collection[str]) -> dict[str, tuple[str, int]]:
    """The event that each of these mentions is of, and its position there; those that are not there are left out."""
    placed = select(MentionTable.id, MentionTable.event_id, MentionTable.position)
    return {
        key: (event_id, position)
        for some in pieces(sorted(mention_ids))
        for key, event_id, position in session.exec(placed.where(col(MentionTable.id).in_(some)))
    }


def move_mentions(session: Session, places: Mapping[str, tuple[str, int]]) -> None:
    """Give kept mentions another event, or another position in it."""
    table = table_of(MentionTable)
    change = update(table).where(table.c.id == bindparam("key"))
    values = [{"key": key, "event": event_id, "place": position} for key, (event_id, position) in places.items()]
    if values:
        session.connection().execute(change.values(event_id=bindparam("event"), position=bindparam("place")), values)
