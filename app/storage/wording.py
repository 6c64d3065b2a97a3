"""The fingerprints of all articles: who shares words with whom is a look-up, not a comparison of all with all."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Subquery, false, func, insert, select
from sqlmodel import Session

from app.domain.article import Basis
from app.domain.edtf import EdtfDate, edtf
from app.domain.lending import OwnDate, SharedWords, Wording
from app.storage.differences import delete_rows, pieces, table_of
from app.storage.tables import ArticleTable, WordingTable

_WORDING = table_of(WordingTable).c
_COLUMNS = _WORDING.fingerprint, _WORDING.article_id, _WORDING.passage, _WORDING.words, _WORDING.is_quoted
_STORED = *_COLUMNS, _WORDING.first_day, _WORDING.last_day
_NAMES = [column.name for column in _STORED]
ARTICLES_AT_ONCE = 500  # well below SQLite's limit of bound values
_SEVERAL = 2


class Limits(NamedTuple):
    """What wording counts: that of few enough articles, and of one time."""

    most_holders: int  # wording of more articles counts for nothing
    longest_days: int  # wording that was in use for longer lends nothing
    week_days: int  # who lends knows its day to fewer days than so many


def save_wording(session: Session, wordings: Collection[tuple[str, Wording, EdtfDate]]) -> None:
    """Save the fingerprints of articles, by id, with the day that an article's own text gives it.

    Those that an article has no longer go. Rows are written as they are, past the classes of tables.py: there are more
    of them than of all others together.
    """
    wanted = {
        (
            fingerprint,
            article_id,
            number,
            passage.words,
            passage.is_quoted,
            _ordinal(own.earliest),
            _ordinal(own.latest),
        )
        for article_id, wording, own in wordings
        for number, passage in enumerate(wording.passages)
        for fingerprint in passage.fingerprints
    }
    chosen = select(*_STORED).where(_WORDING.article_id.in_([article_id for article_id, _, _ in wordings]))
    kept = {tuple(row) for row in session.execute(chosen)}
    delete_rows(session, WordingTable, [row[:2] for row in kept - wanted])
    if new := [dict(zip(_NAMES, row, strict=True)) for row in sorted(wanted - kept, key=lambda row: row[:2])]:
        session.execute(insert(table_of(WordingTable)), new)


def articles_with_words_of(session: Session, article_ids: Collection[str], limits: Limits) -> set[str]:
    """These articles, and all whose loans may change with them: they share a fingerprint that may count.

    Args:
        session: Where to look.
        article_ids: Articles that are about to change, or have just changed.
        limits: What counts. A fingerprint that these articles themselves may have brought over the limit, or may bring
            below it, still counts; one that was in use for long without any of them does not, with them or without.
    """
    found = set(article_ids)
    changed = sorted(article_ids)
    for some in pieces(changed, ARTICLES_AT_ONCE):
        theirs = _fingerprints_of(some)
        use = _Use(theirs, limits, _WORDING_OF.article_id.not_in(some))
        with_them = _Use(theirs, limits).holders
        counts = (use.holders <= limits.most_holders) & (with_them >= _SEVERAL)
        may_count = counts & ((with_them > limits.most_holders) | ~use.is_worn)
        live = session.scalars(select(theirs.c.fingerprint).where(may_count)).all()
        for fingerprints in pieces(live):
            holders = select(_WORDING.article_id).where(_WORDING.fingerprint.in_(fingerprints)).distinct()
            found.update(session.scalars(holders))
    return found


def may_borrow(session: Session, article_ids: Collection[str], limits: Limits) -> set[str]:
    """Those of these articles (at most ARTICLES_AT_ONCE) that share two passages with one that knows its week."""
    # Apart, so that these articles are where a database begins: else it asks for each of them with each fingerprint.
    columns = _WORDING.article_id, _WORDING.fingerprint, _WORDING.passage
    theirs = select(*columns).where(_WORDING.article_id.in_(article_ids)).distinct().subquery("theirs")
    use, lender = _Use(theirs, limits), table_of(WordingTable).alias("lender").c
    pairs = (
        select(theirs.c.article_id)
        .join_from(theirs, lender.fingerprint.table, lender.fingerprint == theirs.c.fingerprint)
        .where(use.holders.between(_SEVERAL, limits.most_holders), ~use.is_worn)
        .where(lender.article_id != theirs.c.article_id, lender.last_day - lender.first_day < limits.week_days)
        .group_by(theirs.c.article_id, lender.article_id)
        .having(func.count(theirs.c.passage.distinct()) >= _SEVERAL)
    )
    return set(session.scalars(pairs))


def shared_words(
    session: Session, article_ids: Collection[str], limits: Limits
) -> tuple[list[SharedWords], list[SharedWords]]:
    """The fingerprints of these articles that others have too, at most so many.

    Args:
        session: Where to look.
        article_ids: At most ARTICLES_AT_ONCE.
        limits: Fingerprints of more articles are left out.

    Returns:
        Those that may lend, as they stand in all articles that have them; and those that were in use for too long,
        whichever article is looked at, as they stand in these articles.
    """
    theirs = _fingerprints_of(article_ids)
    use = _Use(theirs, limits)
    counting = use.holders.between(_SEVERAL, limits.most_holders)
    rows = session.execute(select(theirs.c.fingerprint, use.is_worn).where(counting)).all()
    live = [fingerprint for fingerprint, is_worn in rows if not is_worn]
    worn = {fingerprint for fingerprint, is_worn in rows if is_worn}
    shared = [
        SharedWords(*row)
        for some in pieces(live)
        for row in session.execute(select(*_COLUMNS).where(_WORDING.fingerprint.in_(some)))
    ]
    own = session.execute(select(*_COLUMNS).where(_WORDING.article_id.in_(article_ids)))
    return shared, [SharedWords(*row) for row in own if row.fingerprint in worn]


def own_dates(session: Session, article_ids: Collection[str]) -> dict[str, OwnDate]:
    """What these articles' own texts say of their day, by id."""
    article = table_of(ArticleTable).c
    columns = article.id, article.title, article.publisher, article.own_edtf, article.own_basis, article.words
    return {
        key: OwnDate(key, title, publisher, edtf(day), Basis(basis), words, loan_key)
        for some in pieces(sorted(article_ids), ARTICLES_AT_ONCE)
        for key, title, publisher, day, basis, words, loan_key in session.execute(
            select(*columns, article.loan_key).where(article.id.in_(some))
        )
    }


_WORDING_OF = table_of(WordingTable).alias("holder").c


class _Use:
    """How many articles use a fingerprint, and for how long, looked at no further than the limit."""

    def __init__(self, of: Subquery, limits: Limits, *conditions: ColumnElement[bool]) -> None:
        same = _WORDING_OF.fingerprint == of.c.fingerprint, *conditions
        capped = select(_WORDING_OF.article_id).where(*same).correlate(of).limit(limits.most_holders + 1).subquery()
        self.holders = select(func.count()).select_from(capped).correlate(of).scalar_subquery()
        # Without the last and the first one: so it is in use for as long for whoever is left out.
        second_last = select(_WORDING_OF.first_day).where(*same).order_by(_WORDING_OF.first_day.desc().nulls_last())
        second_first = select(_WORDING_OF.last_day).where(*same).order_by(_WORDING_OF.last_day.nulls_last())
        latest, earliest = (
            one.correlate(of).limit(1).offset(1).scalar_subquery() for one in (second_last, second_first)
        )
        self.is_worn = func.coalesce(latest - earliest > limits.longest_days, false())


def _fingerprints_of(article_ids: Collection[str]) -> Subquery:
    theirs = select(_WORDING.fingerprint).where(_WORDING.article_id.in_(article_ids)).distinct()
    return theirs.subquery("theirs")


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
