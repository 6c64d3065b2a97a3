"""The fingerprints of all articles: who shares words with whom is a look-up, not a comparison of all with all."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from sqlalchemy import Select, func, insert, select
from sqlmodel import Session

from app.domain.article import Basis
from app.domain.edtf import edtf
from app.domain.lending import OwnDate, SharedWords, Wording
from app.storage.differences import delete_rows, table_of
from app.storage.tables import ArticleTable, WordingTable

_WORDING = table_of(WordingTable).c
_COLUMNS = _WORDING.fingerprint, _WORDING.article_id, _WORDING.passage, _WORDING.words, _WORDING.is_quoted
_NAMES = [column.name for column in _COLUMNS]
ARTICLES_AT_ONCE = 500  # well below SQLite's limit of bound values
_SEVERAL = 2


def save_wording(session: Session, wordings: Collection[tuple[str, Wording]]) -> None:
    """Save the fingerprints of articles, by id; those that an article has no longer go.

    Rows are written as they are, past the classes of tables.py: there are more of them than of all others together.
    """
    wanted = {
        (fingerprint, article_id, number, passage.words, passage.is_quoted)
        for article_id, wording in wordings
        for number, passage in enumerate(wording.passages)
        for fingerprint in passage.fingerprints
    }
    chosen = select(*_COLUMNS).where(_WORDING.article_id.in_([article_id for article_id, _ in wordings]))
    kept = {tuple(row) for row in session.execute(chosen)}
    delete_rows(session, WordingTable, [row[:2] for row in kept - wanted])
    if new := [dict(zip(_NAMES, row, strict=True)) for row in sorted(wanted - kept)]:
        session.execute(insert(table_of(WordingTable)), new)


def articles_with_words_of(session: Session, article_ids: Collection[str], most_holders: int) -> set[str]:
    """These articles, and all that share a fingerprint with one of them.

    Args:
        session: Where to look.
        article_ids: Articles that are about to change, or have just changed.
        most_holders: Fingerprints of more articles count for nothing. One that these articles themselves may have
            brought over that limit, or may bring below it, still counts.
    """
    found = set(article_ids)
    for some in _pieces(article_ids):
        counting = _held_by_several(some, most_holders + len(article_ids))
        found.update(session.scalars(select(_WORDING.article_id).where(_WORDING.fingerprint.in_(counting)).distinct()))
    return found


def shared_words(session: Session, article_ids: Collection[str], most_holders: int) -> list[SharedWords]:
    """The fingerprints of these articles that others have too, at most so many, as they stand in all of them.

    Args:
        session: Where to look.
        article_ids: At most ARTICLES_AT_ONCE.
        most_holders: Fingerprints of more articles are left out.
    """
    counting = _held_by_several(article_ids, most_holders)
    return [SharedWords(*row) for row in session.execute(select(*_COLUMNS).where(_WORDING.fingerprint.in_(counting)))]


def own_dates(session: Session, article_ids: Collection[str]) -> dict[str, OwnDate]:
    """What these articles' own texts say of their day, by id."""
    article = table_of(ArticleTable).c
    columns = article.id, article.title, article.publisher, article.own_edtf, article.own_basis, article.words
    return {
        key: OwnDate(key, title, publisher, edtf(day), Basis(basis), words, loan_key)
        for some in _pieces(article_ids)
        for key, title, publisher, day, basis, words, loan_key in session.execute(
            select(*columns, article.loan_key).where(article.id.in_(some))
        )
    }


def _held_by_several(article_ids: Collection[str], most_holders: int) -> Select[tuple[str]]:
    """The fingerprints of these articles that several articles have, but at most so many."""
    theirs = select(_WORDING.fingerprint).where(_WORDING.article_id.in_(article_ids))
    of_all = select(_WORDING.fingerprint).where(_WORDING.fingerprint.in_(theirs)).group_by(_WORDING.fingerprint)
    return of_all.having(func.count().between(_SEVERAL, most_holders))


def _pieces(article_ids: Collection[str]) -> Iterator[Sequence[str]]:
    ids = iter(sorted(article_ids))
    while some := list(islice(ids, ARTICLES_AT_ONCE)):
        yield some
