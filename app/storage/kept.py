"""Reads back what was saved, as the domain objects that the pipeline and the next ingest need."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlmodel import Session, col, select

from app.domain.article import RawPage
from app.domain.edtf import EdtfDate, edtf
from app.domain.event import Mention
from app.errors import DatabaseCorrupt, InputError, NotFound, SubjectMismatch
from app.storage import rows
from app.storage.differences import pieces, table_of
from app.storage.names import KeptArticle, Name
from app.storage.tables import AboutTable, ArticleNameTable, ArticleTable, MentionTable

SUBJECT = "subject"
LINKED_BY = "linked_by"
RESTORE = "restore a backup, or `tumen forget` it and ingest it again"


class QuotedMention(NamedTuple):
    """A mention, and its quote as it stood in the text when the mention was made."""

    mention: Mention
    quote: str
    is_new: bool = True  # was it just made? What is kept changes only its place


class PublishedArticle(NamedTuple):
    """What LINK needs to know of an article."""

    article_id: str
    publisher: str | None
    published: EdtfDate
    own: EdtfDate  # the day of publication by its own text alone


def kept_subject(session: Session) -> str | None:
    """The subject of the database; None as long as nothing was ingested."""
    about = session.get(AboutTable, SUBJECT)
    return about.value if about else None


def subject_for(session: Session, asked: str | None) -> str | None:
    """The subject to work with: the database's own, else the one that was asked for.

    Raises:
        SubjectMismatch: The database holds another one than was asked for.
    """
    kept = kept_subject(session)
    if kept is None or asked in {None, kept}:
        return kept or asked
    database = session.get_bind().engine.url.database
    raise SubjectMismatch(
        f"{database} holds {kept}, not {asked}; name another file in TUMEN_DATABASE_URL, or --subject {kept}"
    )


def kept_articles(session: Session, article_ids: Collection[str]) -> Mapping[str, KeptArticle]:
    """Those of the articles that are there."""
    names = _kept_names(session, article_ids)
    versions = select(ArticleTable.id, ArticleTable.rules).where(col(ArticleTable.id).in_(article_ids))
    return {key: KeptArticle(names[key], rules) for key, rules in session.exec(versions)}


def kept_article_ids(session: Session) -> list[str]:
    """Every article, by id."""
    return list(session.exec(select(ArticleTable.id).order_by(col(ArticleTable.id))))


def kept_pages(session: Session, article_ids: Collection[str]) -> list[RawPage]:
    """The pages from which these articles were made, by id, with all that is known of them.

    Raises:
        DatabaseCorrupt: A kept text is not the one that came in; what is read from it would be another article's.
    """
    known = kept_articles(session, article_ids)
    chosen = select(ArticleTable).where(col(ArticleTable.id).in_(article_ids)).order_by(col(ArticleTable.id))
    pages = {row.id: RawPage(row.file, row.text, row.encoding, known[row.id].known) for row in session.exec(chosen)}
    for key, page in pages.items():
        if page.article_id != key:
            raise DatabaseCorrupt(f"article {key} ({page.file}): the kept text has changed; {RESTORE}")
    return list(pages.values())


def kept_mention_ids(session: Session) -> set[str]:
    """Every mention."""
    return set(session.exec(select(MentionTable.id)))


def mention_ids_of(session: Session, article_ids: Collection[str]) -> set[str]:
    """The mentions of these articles."""
    ids = select(MentionTable.id)
    return {
        key
        for some in pieces(sorted(article_ids))
        for key in session.exec(ids.where(col(MentionTable.article_id).in_(some)))
    }


def kept_mentions(session: Session, mention_ids: Collection[str]) -> list[QuotedMention]:
    """Those of these mentions that are there, by id."""
    mention = table_of(MentionTable)
    return [
        QuotedMention(rows.mention_of(row), row.quote, is_new=False)
        for some in pieces(sorted(mention_ids))
        for row in session.execute(mention.select().where(mention.c.id.in_(some)).order_by(mention.c.id))
    ]


def kept_publications(session: Session, article_ids: Collection[str]) -> list[PublishedArticle]:
    """These articles' publisher and day of publication, by id."""
    columns = select(ArticleTable.id, ArticleTable.publisher, ArticleTable.edtf, ArticleTable.own_edtf)
    return [
        PublishedArticle(key, publisher, edtf(day), edtf(own))
        for some in pieces(sorted(article_ids))
        for key, publisher, day, own in session.exec(
            columns.where(col(ArticleTable.id).in_(some)).order_by(col(ArticleTable.id))
        )
    ]


def linking_rules(session: Session) -> str | None:
    """The version of the rules by which the timeline was last linked; None before anything was."""
    about = session.get(AboutTable, LINKED_BY)
    return about.value if about else None


def find_article(session: Session, asked: str) -> str:
    """The id of the article with this id or file name.

    Raises:
        NotFound: There is none.
        InputError: Several articles were handed in under this name.
    """
    named = select(ArticleNameTable.article_id).where(ArticleNameTable.name == asked)
    by_id = select(ArticleTable.id).where(ArticleTable.id == asked)
    found: list[str] = sorted({*session.exec(named), *session.exec(by_id)})
    if not found:
        raise NotFound(f"{asked}: no such article; `tumen articles` lists them")
    if len(found) > 1:
        raise InputError(f"{asked}: several articles have this name; give one of their ids: {', '.join(found)}")
    return found[0]


def _kept_names(session: Session, article_ids: Collection[str]) -> Mapping[str, tuple[Name, ...]]:
    names: dict[str, tuple[Name, ...]] = defaultdict(tuple)
    chosen = select(ArticleNameTable).where(col(ArticleNameTable.article_id).in_(article_ids))
    for row in session.exec(chosen.order_by(col(ArticleNameTable.name))):
        names[row.article_id] += (rows.name_of(row),)
    return names
