"""The words before and after quotes, so that they are found again in a text that has changed."""

from typing import NamedTuple

from sqlalchemy import String
from sqlmodel import Session, case, col, func, select

from app.storage.tables import ArticleTable, MentionTable

REACH_CHARACTERS = 32


class Surroundings(NamedTuple):
    """Up to 32 characters of the kept text on each side of a quote."""

    before: str
    after: str


def surroundings_of(session: Session, event_ids: list[str]) -> dict[str, Surroundings]:
    """The surroundings of every quote of these events (at most some hundreds), by its id."""
    text, start, end = col(ArticleTable.text), col(MentionTable.start), col(MentionTable.end)
    first = case((start < REACH_CHARACTERS, 0), else_=start - REACH_CHARACTERS)
    rows = (
        select(MentionTable.id)
        .add_columns(
            func.substr(text, first + 1, start - first, type_=String),  # SQL counts from 1
            func.substr(text, end + 1, REACH_CHARACTERS, type_=String),
        )
        .join(ArticleTable, col(ArticleTable.id) == MentionTable.article_id)
        .where(col(MentionTable.event_id).in_(event_ids))
    )
    return {quote_id: Surroundings(before, after) for quote_id, before, after in session.execute(rows)}
