"""The whole flow on one screen; the only place where the pure stages meet storage."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session

from app.batching import Size, next_batch, size_beside
from app.domain.article import RawPage
from app.domain.edtf import UNKNOWN_DATE
from app.domain.lending import Wording
from app.errors import PageFailed
from app.intake import Intake, Outcome, take_in
from app.knowledge.rows import Knowledge
from app.lending import changed_loans, within_reach
from app.pipeline.flow import ExtractedArticle, Source, describe_event, relink_mentions
from app.storage.counts import count_articles
from app.storage.database import reading, writing
from app.storage.differences import pieces
from app.storage.found import note_found
from app.storage.kept import (
    QuotedMention,
    find_article,
    kept_article_ids,
    kept_articles,
    kept_mention_ids,
    kept_mentions,
    kept_pages,
    kept_publications,
    linking_rules,
    mention_ids_of,
)
from app.storage.passed import save_passed_over
from app.storage.save import Entry, claim_subject, delete_article, save_articles, save_names, save_timeline
from app.storage.surroundings import KeptSurroundings, forget_links, save_links
from app.storage.wording import save_wording
from app.workers import NOTHING_AHEAD, Ahead, extract_ahead, extract_all

EXTRACTED_AT_ONCE = 500  # articles; of those before only the mentions are kept in memory
ENTRIES_AT_ONCE = 200  # of the timeline; with the mentions of so many, what is linked anew is read and written


class Summary(NamedTuple):
    """How many pages were what to the database."""

    new: int
    updated: int
    unchanged: int

    @classmethod
    def of(cls, intake: Intake) -> "Summary":
        """Count the pages of a batch."""
        return cls(*(intake.outcomes.count(outcome) for outcome in (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED)))


class Stored(NamedTuple):
    """What became of a batch: the pages that are stored, and those on which a stage broke."""

    summary: Summary
    failed: Sequence[PageFailed]


def ingest_all(pages: Iterable[RawPage], engine: Engine, knowledge: Knowledge, workers: Executor) -> Iterator[Stored]:
    """Carry pages to stored events, a batch at a time; what became of each batch, once it is stored.

    Others wait only while a batch is linked and stored, and after a crash all batches before it are there. A page on
    which a stage breaks is left out, as if it had not been given: the others do not wait for its mend.

    Raises:
        SubjectMismatch: The database holds another subject.
    """
    waiting = iter(pages)
    while batch := next_batch(waiting, _size_now(engine)):
        with reading(engine) as session:
            kept = kept_articles(session, {page.article_id for page in batch})
        ahead = extract_ahead(take_in(batch, kept, knowledge.version).to_extract, knowledge, workers)
        sound = [page for page in batch if page.article_id not in ahead.failed]
        with writing(engine) as session:
            summary = ingest(sound, session, knowledge, workers, ahead)
        yield Stored(summary, list(ahead.failed.values()))


def _size_now(engine: Engine) -> Size:
    with reading(engine) as session:
        return size_beside(count_articles(session))


def ingest(
    pages: Iterable[RawPage], session: Session, knowledge: Knowledge, workers: Executor, ahead: Ahead = NOTHING_AHEAD
) -> Summary:
    """Carry one batch of pages to stored events; the caller's transaction keeps all of it or, on an error, nothing.

    Args:
        pages: Not more than memory holds; see `batching`.
        session: In a transaction that writes.
        knowledge: The rows of the database's subject.
        workers: Where articles are extracted, each by itself.
        ahead: What was extracted already. Of a page of which more has become known since, it is not taken.

    Raises:
        SubjectMismatch: The database holds another subject.
    """
    pages = list(pages)
    claim_subject(session, knowledge.subject)
    intake = take_in(pages, kept_articles(session, {page.article_id for page in pages}), knowledge.version)
    anew = {page.article_id for page in intake.to_extract}
    reached = within_reach(session, anew)
    fresh = _extract(intake.to_extract, session, knowledge, workers, ahead)
    save_names(session, intake.names)
    if fresh:
        _settle(fresh, reached, session, knowledge, workers)
    return Summary.of(intake)


class Rebuilt(NamedTuple):
    """How many articles were made anew, and on which a stage broke: those stay as they were."""

    articles: int
    failed: Sequence[PageFailed]


def rebuild(engine: Engine, knowledge: Knowledge, workers: Executor) -> Rebuilt:
    """Extract every article anew from its kept text, a batch at a time as `ingest_all` does."""
    failed: list[PageFailed] = []
    with reading(engine) as session:
        article_ids = kept_article_ids(session)
    for some in pieces(article_ids, size_beside(len(article_ids)).pages):
        with reading(engine) as session:
            pages = kept_pages(session, some)
        ahead = extract_ahead(pages, knowledge, workers)
        failed += ahead.failed.values()
        sound = [article_id for article_id in some if article_id not in ahead.failed]
        with writing(engine) as session:
            _make_anew(kept_pages(session, sound), session, knowledge, workers, ahead)
    return Rebuilt(len(article_ids) - len(failed), failed)


def _make_anew(
    pages: Sequence[RawPage], session: Session, knowledge: Knowledge, workers: Executor, ahead: Ahead
) -> None:
    """Extract pages that are kept once more, whatever the rules were by which they were extracted."""
    claim_subject(session, knowledge.subject)
    reached = within_reach(session, {page.article_id for page in pages})
    _settle(_extract(pages, session, knowledge, workers, ahead), reached, session, knowledge, workers)


def forget(asked: str, session: Session, knowledge: Knowledge, workers: Executor) -> str:
    """Leave the state as if the article with this id or file name had never been ingested; its id.

    Raises:
        NotFound: There is no such article.
        InputError: Several articles have this file name.
    """
    claim_subject(session, knowledge.subject)
    article_id = find_article(session, asked)
    reached = within_reach(session, {article_id}) - {article_id}
    save_wording(session, [(article_id, Wording(), UNKNOWN_DATE)])
    _relink(session, knowledge, _lend(reached, session, knowledge, workers) | {article_id: []})
    delete_article(session, article_id)
    return article_id


def _settle(
    fresh: dict[str, list[QuotedMention]],
    reached: Collection[str],
    session: Session,
    knowledge: Knowledge,
    workers: Executor,
) -> None:
    """What follows from articles that were extracted: loans of days, and links.

    Args:
        fresh: Their mentions, as `_extract` gives them.
        reached: The articles that might have borrowed from what they were before.
        session: In a transaction that writes.
        knowledge: The rows of the database's subject.
        workers: Where articles are extracted.
    """
    lent = _lend({*reached, *within_reach(session, fresh.keys())}, session, knowledge, workers)
    _relink(session, knowledge, fresh | lent)


def _lend(
    reached: Collection[str], session: Session, knowledge: Knowledge, workers: Executor
) -> dict[str, list[QuotedMention]]:
    """The second pass: extract those anew that are lent another day now; the mentions of each, as with `_extract`.

    It ends after one round, for what was lent never lends; where newer rules date an article otherwise, after more.
    """
    fresh: dict[str, list[QuotedMention]] = {}
    while loans := changed_loans(session, reached):
        reached = within_reach(session, loans)
        for some in pieces(sorted(loans), EXTRACTED_AT_ONCE):
            extracted = extract_all(kept_pages(session, some), knowledge, workers, loans)
            fresh |= _save_extracted(extracted, session, knowledge)
        reached |= within_reach(session, loans)
    return fresh


def _extract(
    pages: Sequence[RawPage], session: Session, knowledge: Knowledge, workers: Executor, ahead: Ahead
) -> dict[str, list[QuotedMention]]:
    """Extract and save pages, as far as they were not extracted ahead; the mentions of each article, not saved yet."""
    fresh: dict[str, list[QuotedMention]] = {}
    for some in pieces(pages, EXTRACTED_AT_ONCE):
        made = [one for page in some if (one := ahead.made.get(page.article_id)) and one.article.page == page]
        done = {one.article.id for one in made}
        left = [page for page in some if page.article_id not in done]
        fresh |= _save_extracted([*made, *extract_all(left, knowledge, workers)], session, knowledge)
    return fresh


def _save_extracted(
    extracted: Sequence[ExtractedArticle], session: Session, knowledge: Knowledge
) -> dict[str, list[QuotedMention]]:
    """Save articles; the mentions of each are left, for only LINK knows their events."""
    save_articles(session, extracted, knowledge.version)
    save_passed_over(session, {one.article.id: one.passed_over for one in extracted})
    return {
        one.article.id: [QuotedMention(mention, mention.quote.of(one.article.text)) for mention in one.mentions]
        for one in extracted
    }


def _relink(session: Session, knowledge: Knowledge, fresh: Mapping[str, Sequence[QuotedMention]]) -> None:
    """Link the mentions of the articles in `fresh` anew, and those whose event changes with them.

    What a change can reach is looked up; the result is that of linking everything from nothing, so that order and
    batches leave no trace. Where other rules linked what is kept, everything is linked from nothing.
    """
    made = {quoted.mention.id: quoted for of_article in fresh.values() for quoted in of_article}
    leaving = mention_ids_of(session, fresh) - made.keys()
    around = KeptSurroundings(session)
    old = list(around.of_articles(fresh))
    coming = list(made.values())
    if linking_rules(session) != knowledge.version:
        forget_links(session, knowledge.version)
        old.clear()
        others = kept_mention_ids(session) - made.keys() - leaving
        coming += kept_mentions(session, others)
    texts = {quoted.mention.id: quoted.quote for quoted in coming}
    relinked = relink_mentions(old, [quoted.mention for quoted in coming], texts, around, knowledge)
    save_links(session, old, relinked)
    save_timeline(session, _entries(session, knowledge, relinked.entries, made), leaving)
    note_found(session, made)


def _entries(
    session: Session, knowledge: Knowledge, entries: Iterable[Sequence[str]], made: Mapping[str, QuotedMention]
) -> Iterator[Entry]:
    """Each entry of the timeline that may look otherwise now, some at a time."""
    for some in pieces(entries, ENTRIES_AT_ONCE):
        ids = [key for entry in some for key in entry]
        kept = kept_mentions(session, [key for key in ids if key not in made])
        quoted = {one.mention.id: one for one in kept} | {key: made[key] for key in ids if key in made}
        told_by = {quoted[key].mention.article_id for key in ids}
        sources = {one.article_id: Source(*one) for one in kept_publications(session, told_by)}
        for entry in some:
            mentions = [quoted[key] for key in entry]
            texts = {one.mention.id: one.quote for one in mentions}
            yield describe_event([one.mention for one in mentions], texts, sources, knowledge), mentions
