"""Notes when mentions came into the database, so that a feed can tell what is new."""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlmodel import Session, col, insert, literal, select

from app.storage.differences import pieces, table_of
from app.storage.tables import FoundTable, MentionTable


def note_found(session: Session, mention_ids: Collection[str], at: datetime | None = None) -> None:
    """Note mentions that were not there before; one that newer rules take back and make again keeps its time.

    Args:
        session: In a transaction that writes, in which the mentions are saved already.
        mention_ids: Of mentions that were made now, noted before or not.
        at: When they were found, with its time zone; now, unless told otherwise. Kept in UTC to the second.
    """
    moment = (at or datetime.now(UTC)).replace(microsecond=0)
    found = table_of(FoundTable)
    columns = ["mention_id", "article_id", "at"]
    for some in pieces(sorted(mention_ids)):
        new = (
            select(MentionTable.id, MentionTable.article_id, literal(moment, found.columns.at.type))
            .outerjoin(FoundTable, col(FoundTable.mention_id) == MentionTable.id)
            .where(col(MentionTable.id).in_(some), col(FoundTable.mention_id).is_(None))
        )
        session.connection().execute(insert(found).from_select(columns, new))
