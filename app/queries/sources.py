"""The articles that tell of events, each with its quotes."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from sqlmodel import Session, col, select

from app.domain.edtf import EdtfDate, edtf
from app.errors import NotFound
from app.queries.quotes import WITHOUT_TEXT, EvidenceQuote, quotes_of
from app.storage.tables import ArticleTable


@dataclass(frozen=True)
class Source:
    """An article as it is cited."""

    article_id: str
    title: str | None
    publisher: str | None
    file: str
    url: str | None
    published: EdtfDate
    basis: str


@dataclass(frozen=True)
class SourceEvidence(Source):
    """An article and its quotes for one event."""

    quotes: tuple[EvidenceQuote, ...]


def evidence_of(session: Session, event_ids: list[str]) -> dict[str, tuple[SourceEvidence, ...]]:
    """The articles that tell of each event (at most some hundreds: their ids are bound), in the order of its quotes."""
    quotes = quotes_of(session, event_ids)
    articles = sources_by_id(session, {quote.article_id for told in quotes.values() for quote in told})
    return {event_id: _by_article(articles, told) for event_id, told in quotes.items()}


def sources_by_id(session: Session, article_ids: Collection[str]) -> dict[str, Source]:
    """Those of the articles (at most some thousands) that are there."""
    rows = select(ArticleTable).where(col(ArticleTable.id).in_(article_ids)).options(WITHOUT_TEXT)
    return {article.id: source_of(article) for article in session.exec(rows)}


def kept_text(session: Session, article_id: str) -> str:
    """The text of an article, as it came in.

    Raises:
        NotFound: No article has this id.
    """
    text = session.exec(select(ArticleTable.text).where(ArticleTable.id == article_id)).first()
    if text is None:
        raise NotFound(f"no article has the id {article_id!r}; look for it among the articles")
    return text


def source_of(article: ArticleTable) -> Source:
    """A row as it is cited."""
    return Source(
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        file=article.file,
        url=article.url,
        published=edtf(article.edtf),
        basis=article.basis,
    )


def _by_article(articles: dict[str, Source], quotes: list[EvidenceQuote]) -> tuple[SourceEvidence, ...]:
    """Quotes come by publication day and article, so those of one article stand together."""
    by_article = groupby(quotes, key=lambda quote: quote.article_id)
    return tuple(SourceEvidence(**vars(articles[key]), quotes=tuple(told)) for key, told in by_article)
