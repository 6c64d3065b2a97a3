"""Quotes with what was read from them, checked against the kept text, for evidence and exports."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, QueryableAttribute, defer
from sqlmodel import Session, case, col, func, select

from app.domain.edtf import EdtfDate, edtf
from app.storage.tables import ArticleTable, MentionTable

# For a select of articles that does not need their long texts.
WITHOUT_TEXT = defer(cast("QueryableAttribute[str]", ArticleTable.text))
# For a select of mentions that needs only their quotes: each list would be read as JSON.
WITHOUT_LISTS = tuple(
    defer(cast("QueryableAttribute[list[str]]", column))
    for column in (MentionTable.actors, MentionTable.places, MentionTable.sources)
)


@dataclass(frozen=True)
class DateWords:
    """The words that a date was read from, by their positions in the article's kept text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class EvidenceQuote:
    """A quote with what was read from it. Positions are characters in the article's kept text."""

    id: str
    event_id: str
    article_id: str
    paragraph: int
    start: int
    end: int
    text: str
    is_intact: bool  # False: the kept text does not say this at this place; shown as broken, never moved
    date: EdtfDate
    date_words: DateWords | None
    reasoning: str
    status: str
    status_reason: str | None
    speaker: str | None
    is_background: bool = False  # told as history that the relation is seen before, not as news of it


def quotes_of(session: Session, event_ids: list[str]) -> dict[str, list[EvidenceQuote]]:
    """The quotes of each event, in the order in which they are shown."""
    quotes = defaultdict(list)
    rows = (
        select(MentionTable, is_intact(), _far_date_words())
        .options(*WITHOUT_LISTS)
        .join(ArticleTable, col(ArticleTable.id) == MentionTable.article_id)
        .where(col(MentionTable.event_id).in_(event_ids))
        .order_by(col(MentionTable.event_id), col(MentionTable.position), col(MentionTable.id))
    )
    for mention, intact, far_words in session.exec(rows):
        quotes[mention.event_id].append(_quote(mention, intact=intact, far_words=far_words))
    return quotes


def is_intact() -> ColumnElement[bool]:
    """Does the kept text say at its place what the quote says? For a select from mentions and their articles."""
    return _kept(col(MentionTable.start), col(MentionTable.end)) == col(MentionTable.quote)


def _kept(start: Mapped[Any], end: Mapped[Any]) -> ColumnElement[str]:
    """Characters of the article's kept text; SQL counts from 1."""
    return func.substr(col(ArticleTable.text), start + 1, end - start, type_=String)


def _far_date_words() -> ColumnElement[str | None]:
    """The date words where they stand outside the quote; otherwise the long text need not be read for them."""
    start, end = col(MentionTable.date_start), col(MentionTable.date_end)
    is_far = (start < col(MentionTable.start)) | (end > col(MentionTable.end))
    return case((is_far, _kept(start, end)))


def _quote(mention: MentionTable, *, intact: bool, far_words: str | None) -> EvidenceQuote:
    return EvidenceQuote(
        id=mention.id,
        event_id=mention.event_id,
        article_id=mention.article_id,
        paragraph=mention.paragraph,
        start=mention.start,
        end=mention.end,
        text=mention.quote,
        is_intact=intact,
        date=edtf(mention.edtf),
        date_words=_date_words(mention, far_words),
        reasoning=mention.reasoning,
        status=mention.status,
        status_reason=mention.status_reason,
        speaker=mention.speaker,
        is_background=mention.is_background,
    )


def _date_words(mention: MentionTable, far_words: str | None) -> DateWords | None:
    start, end = mention.date_start, mention.date_end
    if start is None or end is None:
        return None
    near_words = mention.quote[start - mention.start : end - mention.start]
    return DateWords(near_words if far_words is None else far_words, start, end)
