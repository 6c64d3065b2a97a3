"""One article with what was taken from it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.errors import NotFound
from app.queries.article_list import ArticleLine, article_line
from app.queries.quotes import is_intact
from app.storage.tables import (
    ArticleNameTable,
    ArticleTable,
    ClueTable,
    EventTable,
    MentionTable,
    ParagraphTable,
    PassedOverTable,
)


@dataclass(frozen=True)
class PublicationClue:
    """A clue to the day of publication; start and end are None where no words stand in the text."""

    text: str
    start: int | None
    end: int | None
    says: str
    is_used: bool
    lender_id: str | None  # the article that lent it, if one did


@dataclass(frozen=True)
class ArticleQuote:
    """A stretch of an article that an event quotes; positions in the kept text."""

    id: str
    event_id: str
    start: int
    end: int
    title: str  # of the event
    is_intact: bool


@dataclass(frozen=True)
class ArticleParagraph:
    """A numbered paragraph with the quotes taken from it, by position."""

    number: int
    kind: str
    reason: str | None
    text: str
    start: int
    end: int
    quotes: tuple[ArticleQuote, ...]


@dataclass(frozen=True)
class ArticlePassage:
    """A stretch of an article that names a date or a trigger and gave no event, and why; positions in the kept text."""

    paragraph: int
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True)
class KnownOfArticle:
    """What the operator gave with --metadata; of several names, the first that says it."""

    url: str | None
    publisher: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True)
class ArticlePage:
    """An article in full."""

    line: ArticleLine
    sha256: str
    encoding: str
    names: tuple[str, ...]
    known: KnownOfArticle
    clues: tuple[PublicationClue, ...]
    paragraphs: tuple[ArticleParagraph, ...]
    passed_over: tuple[ArticlePassage, ...]

    @property
    def quotes(self) -> tuple[ArticleQuote, ...]:
        """All quotes taken from it, by position."""
        return tuple(quote for paragraph in self.paragraphs for quote in paragraph.quotes)

    def paragraph_at(self, position: int) -> int | None:
        """The number of the paragraph that holds a character of the kept text; None between paragraphs."""
        at = bisect_right([paragraph.start for paragraph in self.paragraphs], position) - 1
        return self.paragraphs[at].number if at >= 0 and position < self.paragraphs[at].end else None


def find_article(session: Session, article_id: str) -> ArticlePage:
    """One article in full.

    Raises:
        NotFound: No article has this id.
    """
    article = session.get(ArticleTable, article_id)
    if article is None:
        raise NotFound(f"no article has the id {article_id!r}; look for it among the articles")
    names, quotes = _names(session, article_id), _quotes(session, article_id)
    told = [quote for in_paragraph in quotes.values() for quote in in_paragraph]
    return ArticlePage(
        line=article_line(article, events=len({quote.event_id for quote in told}), quotes=len(told)),
        sha256=article.sha256,
        encoding=article.encoding,
        names=tuple(name.name for name in names),
        known=_known(names),
        clues=_clues(session, article_id),
        paragraphs=_paragraphs(session, article, quotes),
        passed_over=_passed_over(session, article, told),
    )


def _known(names: Sequence[ArticleNameTable]) -> KnownOfArticle:
    return KnownOfArticle(
        url=_first(name.known_url for name in names),
        publisher=_first(name.known_publisher for name in names),
        published=_first(name.known_published for name in names),
        title=_first(name.known_title for name in names),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)


def _names(session: Session, article_id: str) -> Sequence[ArticleNameTable]:
    rows = select(ArticleNameTable).where(col(ArticleNameTable.article_id) == article_id)
    return session.exec(rows.order_by(col(ArticleNameTable.name))).all()


def _clues(session: Session, article_id: str) -> tuple[PublicationClue, ...]:
    rows = select(ClueTable).where(col(ClueTable.article_id) == article_id).order_by(col(ClueTable.position))
    return tuple(
        PublicationClue(clue.text, clue.start, clue.end, clue.says, clue.is_used, clue.lender_id)
        for clue in session.exec(rows)
    )


def _quotes(session: Session, article_id: str) -> dict[int, list[ArticleQuote]]:
    """The quotes taken from an article, by paragraph and then by position."""
    rows = (
        select(MentionTable, col(EventTable.title), is_intact())
        .join(EventTable, col(EventTable.id) == MentionTable.event_id)
        .join(ArticleTable, col(ArticleTable.id) == MentionTable.article_id)
        .where(col(MentionTable.article_id) == article_id)
        .order_by(col(MentionTable.start), col(MentionTable.end), col(MentionTable.id))
    )
    quotes = defaultdict(list)
    for told, title, intact in session.exec(rows):
        quote = ArticleQuote(told.id, told.event_id, told.start, told.end, title, is_intact=intact)
        quotes[told.paragraph].append(quote)
    return quotes


def _paragraphs(
    session: Session, article: ArticleTable, quotes: dict[int, list[ArticleQuote]]
) -> tuple[ArticleParagraph, ...]:
    rows = select(ParagraphTable).where(col(ParagraphTable.article_id) == article.id)
    return tuple(
        ArticleParagraph(
            number=row.number,
            kind=row.kind,
            reason=row.reason,
            text=article.text[row.start : row.end],
            start=row.start,
            end=row.end,
            quotes=tuple(quotes.get(row.number, ())),
        )
        for row in session.exec(rows.order_by(col(ParagraphTable.number)))
    )


def _passed_over(session: Session, article: ArticleTable, quotes: Iterable[ArticleQuote]) -> tuple[ArticlePassage, ...]:
    """What gave no event, by position; a sentence that gave one for other words of it is left out."""
    starts = sorted(quote.start for quote in quotes)
    rows = select(PassedOverTable).where(col(PassedOverTable.article_id) == article.id)
    return tuple(
        ArticlePassage(
            row.paragraph, row.start, row.end, " ".join(article.text[row.start : row.end].split()), row.reason
        )
        for row in session.exec(rows.order_by(col(PassedOverTable.position)))
        if bisect_left(starts, row.start) == bisect_left(starts, row.end)
    )
