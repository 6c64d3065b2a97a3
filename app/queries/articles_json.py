"""Articles in the shape of format tumen/1."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select, true
from sqlmodel.sql.expression import SelectOfScalar

from app.domain.edtf import edtf
from app.domain.timeline_filter import TimelineFilter
from app.errors import NotFound
from app.queries.matching import matching
from app.queries.quotes import WITHOUT_TEXT
from app.queries.records import ArticleRecord, ClueRecord, date_bounds
from app.storage.tables import ArticleTable, ClueTable, EventTable, MentionTable

ARTICLES_PER_PAGE = 100
ARTICLES_AT_ONCE = 500  # their ids are bound in one statement


def article_records(session: Session, wanted: TimelineFilter) -> Iterator[ArticleRecord]:
    """All articles by id; of a filtered timeline, those that its events quote."""
    for articles in session.exec(_articles(session, wanted).execution_options(yield_per=ARTICLES_AT_ONCE)).partitions():
        yield from _records(session, articles)


def article_page(session: Session, wanted: TimelineFilter) -> list[ArticleRecord]:
    """One page of what `article_records` gives; empty past the last page."""
    skipped = (wanted.page - 1) * ARTICLES_PER_PAGE
    return _records(session, session.exec(_articles(session, wanted).offset(skipped).limit(ARTICLES_PER_PAGE)).all())


def count_articles(session: Session, wanted: TimelineFilter) -> int:
    """How many articles there are, or how many the filtered events quote."""
    return session.exec(select(func.count()).select_from(ArticleTable).where(_is_wanted(session, wanted))).one()


def article_record(session: Session, article_id: str) -> ArticleRecord:
    """One article.

    Raises:
        NotFound: No article has this id.
    """
    rows = select(ArticleTable).options(WITHOUT_TEXT).where(col(ArticleTable.id) == article_id)
    article = session.exec(rows).first()
    if article is None:
        raise NotFound(f"no article has the id {article_id!r}; look for it among the articles")
    return _records(session, [article])[0]


def _articles(session: Session, wanted: TimelineFilter) -> SelectOfScalar[ArticleTable]:
    return select(ArticleTable).options(WITHOUT_TEXT).where(_is_wanted(session, wanted)).order_by(col(ArticleTable.id))


def _is_wanted(session: Session, wanted: TimelineFilter) -> ColumnElement[bool]:
    if not wanted.is_narrowed:
        return true()
    quoted = select(MentionTable.article_id).join(EventTable, col(EventTable.id) == MentionTable.event_id)
    return col(ArticleTable.id).in_(quoted.where(matching(session, wanted)))


def _records(session: Session, articles: Sequence[ArticleTable]) -> list[ArticleRecord]:
    clues = _clues(session, [article.id for article in articles])
    return [_record(article, clues[article.id]) for article in articles]


def _clues(session: Session, ids: list[str]) -> dict[str, list[ClueRecord]]:
    clues: dict[str, list[ClueRecord]] = defaultdict(list)
    rows = select(ClueTable).where(col(ClueTable.article_id).in_(ids))
    for clue in session.exec(rows.order_by(col(ClueTable.article_id), col(ClueTable.position))):
        clues[clue.article_id].append({"text": clue.text, "start": clue.start, "end": clue.end, "says": clue.says})
    return clues


def _record(article: ArticleTable, clues: list[ClueRecord]) -> ArticleRecord:
    published = edtf(article.edtf)
    earliest, latest = date_bounds(published)
    return {
        "id": article.id,
        "file": article.file,
        "sha256": article.sha256,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": {
            "edtf": published.text,
            "earliest": earliest,
            "latest": latest,
            "basis": article.basis,
            "clues": clues,
        },
    }
