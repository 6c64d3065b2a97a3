"""The whole flow on one screen; the only place where the pure stages meet storage."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import repeat
from typing import NamedTuple

from sqlmodel import Session

from app.domain.article import RawPage
from app.domain.edtf import UNKNOWN_DATE
from app.domain.lending import NO_LOAN, Loan, Wording
from app.intake import Intake, Outcome, take_in
from app.knowledge.rows import Knowledge
from app.lending import changed_loans, within_reach
from app.pipeline.flow import Source, describe_event, extract_article, relink_mentions
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

# Of one transaction, so that on a slow machine too it ends before another writer gives up waiting (30 seconds): 9 to 13
# seconds on one core. What others tell of the same months is linked anew with each: larger ones take less time in all.
BATCH_PAGES = 500
BATCH_CHARACTERS = 2_000_000
EXTRACTED_AT_ONCE = 500  # articles; of those before only the mentions are kept in memory
ENTRIES_AT_ONCE = 200  # of the timeline; with the mentions of so many, what is linked anew is read and written
PAGES_A_TASK = 8  # what a worker is given at a time
NO_LOANS: Mapping[str, Loan] = {}


class Summary(NamedTuple):
    """How many pages were what to the database."""

    new: int
    updated: int
    unchanged: int

    @classmethod
    def of(cls, intake: Intake) -> "Summary":
        """Count the pages of a batch."""
        return cls(*(intake.outcomes.count(outcome) for outcome in (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED)))


def ingest(pages: Iterable[RawPage], session: Session, knowledge: Knowledge, workers: Executor) -> Summary:
    """Carry one batch of pages to stored events; the caller's transaction keeps all of it or, on an error, nothing.

    Args:
        pages: Not more than memory holds; see `batches`.
        session: In a transaction that writes.
        knowledge: The rows of the database's subject.
        workers: Where articles are extracted, each by itself.

    Raises:
        SubjectMismatch: The database holds another subject.
    """
    pages = list(pages)
    claim_subject(session, knowledge.subject)
    intake = take_in(pages, kept_articles(session, {page.article_id for page in pages}), knowledge.version)
    anew = {page.article_id for page in intake.to_extract}
    reached = within_reach(session, anew)
    fresh: dict[str, list[QuotedMention]] = {}
    for some in pieces(intake.to_extract, EXTRACTED_AT_ONCE):
        fresh |= _extract(some, session, knowledge, workers)
    save_names(session, intake.names)
    if fresh:
        fresh |= _lend(reached | within_reach(session, anew), session, knowledge, workers)
        _relink(session, knowledge, fresh)
    return Summary.of(intake)


def rebuild(session: Session, knowledge: Knowledge, workers: Executor) -> int:
    """Extract every article anew from its kept text; how many there are."""
    claim_subject(session, knowledge.subject)
    fresh: dict[str, list[QuotedMention]] = {}
    for some in pieces(kept_article_ids(session), EXTRACTED_AT_ONCE):
        fresh |= _extract(kept_pages(session, some), session, knowledge, workers)
    fresh |= _lend(fresh, session, knowledge, workers)
    _relink(session, knowledge, fresh)
    return len(fresh)


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


def batches(
    pages: Iterable[RawPage], most_pages: int = BATCH_PAGES, most_characters: int = BATCH_CHARACTERS
) -> Iterator[list[RawPage]]:
    """The pages in pieces that end where they reach a limit; unless told otherwise, what one transaction holds."""
    batch: list[RawPage] = []
    characters = 0
    for page in pages:
        batch.append(page)
        characters += len(page.text)
        if len(batch) >= most_pages or characters >= most_characters:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


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
            fresh |= _extract(kept_pages(session, some), session, knowledge, workers, loans)
        reached |= within_reach(session, loans)
    return fresh


def _extract(
    pages: Sequence[RawPage],
    session: Session,
    knowledge: Knowledge,
    workers: Executor,
    loans: Mapping[str, Loan] = NO_LOANS,
) -> dict[str, list[QuotedMention]]:
    """Extract and save pages; the mentions of each article, not saved yet, for only LINK knows their events."""
    lent = [loans.get(page.article_id, NO_LOAN) for page in pages]
    extracted = list(workers.map(extract_article, pages, repeat(knowledge), lent, chunksize=PAGES_A_TASK))
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
