"""Saves articles and their timeline. Writes only what changed; the caller's transaction holds it together."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from app.domain.event import Event
from app.domain.lending import DatedArticle
from app.storage import rows
from app.storage.differences import delete_rows, pieces, replace_rows, table_of, write_differences
from app.storage.kept import SUBJECT, QuotedMention, kept_subject, subject_for
from app.storage.names import Name
from app.storage.placing import move_mentions, placed_mentions
from app.storage.search import index_events
from app.storage.tables import (
    AboutTable,
    ArticleNameTable,
    ArticleTable,
    ClueTable,
    EventActorTable,
    EventConflictTable,
    EventPlaceTable,
    EventTable,
    MentionTable,
    ParagraphTable,
    RetiredMentionTable,
)
from app.storage.wording import save_wording

EVENTS_AT_ONCE = 200
Entry = tuple[Event, Sequence[QuotedMention]]  # of the timeline: an event with all its mentions


def claim_subject(session: Session, subject: str) -> None:
    """Give the database its subject, once and for all.

    Raises:
        SubjectMismatch: It has another one.
    """
    if kept_subject(session) != subject_for(session, subject):
        session.add(AboutTable(name=SUBJECT, value=subject))


def save_articles(session: Session, extracted: Sequence[DatedArticle], rules: str) -> None:
    """Save articles with their paragraphs, clues and wording; their names and mentions are saved apart.

    Args:
        session: In a transaction that writes.
        extracted: Each article with its day of publication.
        rules: Version of the rules that made them.
    """
    ids = [one.article.id for one in extracted]
    articles = [rows.article_row(one, rules) for one in extracted]
    paragraphs = [row for one in extracted for row in rows.paragraph_rows(one.article)]
    clues = [row for one in extracted for row in rows.clue_rows(one.article.id, one.publication)]
    replace_rows(session, ArticleTable, articles, col(ArticleTable.id).in_(ids))
    replace_rows(session, ParagraphTable, paragraphs, col(ParagraphTable.article_id).in_(ids))
    replace_rows(session, ClueTable, clues, col(ClueTable.article_id).in_(ids))
    save_wording(session, [(one.article.id, one.wording, one.own.date) for one in extracted])


def save_names(session: Session, names: Mapping[str, Sequence[Name]]) -> None:
    """Save under which names articles were handed in; the first in order of letters is the article's file."""
    wanted = [rows.name_row(article_id, name) for article_id, all_names in names.items() for name in all_names]
    replace_rows(session, ArticleNameTable, wanted, col(ArticleNameTable.article_id).in_(names))
    article = table_of(ArticleTable).c
    differs = (article.file != bindparam("first_file")) | (article.encoding != bindparam("first_encoding"))
    change = update(table_of(ArticleTable)).where(article.id == bindparam("key"), differs)
    change = change.values(file=bindparam("first_file"), encoding=bindparam("first_encoding"))
    firsts = [
        {"key": article_id, "first_file": of_article[0].file, "first_encoding": of_article[0].encoding}
        for article_id, of_article in names.items()
    ]
    if firsts:
        session.connection().execute(change, firsts)


def delete_article(session: Session, article_id: str) -> None:
    """Delete an article with all that hangs on it, retired mentions too."""
    delete_rows(session, ArticleTable, [(article_id,)])


def save_timeline(
    session: Session,
    entries: Iterable[Entry],
    leaving: Collection[str],
) -> None:
    """Make these entries of the stored timeline new, and the search index with them; the others stay as they are.

    Mentions that are no longer made are kept as retired, so that every link ever given leads somewhere.

    Args:
        session: In a transaction that writes.
        entries: Each event that may look otherwise now, with all its mentions. No other event holds one of them, nor
            one that has left it.
        leaving: Ids of mentions that are no longer made.
    """
    changed = _retire(session, leaving)
    for some in pieces(entries, EVENTS_AT_ONCE):
        changed |= _save_entries(session, some)
    delete_rows(session, EventTable, [(key,) for key in _without_mentions(session, changed)])
    index_events(session, changed)


def _save_entries(session: Session, entries: Sequence[Entry]) -> set[str]:
    """Write events with all that hangs on them, and their mentions: the ids of the events that this changed."""
    events = [event for event, _ in entries]
    ids = [event.id for event in events]
    told_by = [len({quoted.mention.article_id for quoted in mentions}) for _, mentions in entries]
    of_events = write_differences(
        session, EventTable, map(rows.event_row, events, told_by), col(EventTable.id).in_(ids)
    )
    actors = [row for event in events for row in rows.actor_rows(event)]
    places = [row for event in events for row in rows.place_rows(event)]
    of_actors = replace_rows(session, EventActorTable, actors, col(EventActorTable.event_id).in_(ids))
    of_places = replace_rows(session, EventPlaceTable, places, col(EventPlaceTable.event_id).in_(ids))
    conflicts = [row for event in events for row in rows.conflict_rows(event)]
    replace_rows(session, EventConflictTable, conflicts, col(EventConflictTable.event_id).in_(ids))
    written = {key[0] for both in (of_events, of_actors, of_places) for keys in both for key in keys}
    return written | _save_mentions(session, entries)


def _save_mentions(session: Session, entries: Sequence[Entry]) -> set[str]:
    """Write new mentions whole; of kept ones only their place, for nothing else of them can have changed.

    Returns:
        The ids of the events that a mention came to, left, or tells otherwise.
    """
    quoted = {one.mention.id: one for _, mentions in entries for one in mentions}
    places = {key: (event.id, n) for event, _ in entries for n, key in enumerate(event.mention_ids)}
    before = placed_mentions(session, places)
    new = [
        rows.mention_row(one.mention, one.quote, event_id=places[key][0], position=places[key][1])
        for key, one in quoted.items()
        if one.is_new
    ]
    made = [row["id"] for row in new]
    written = write_differences(session, MentionTable, new, col(MentionTable.id).in_(made)).written
    delete_rows(session, RetiredMentionTable, [(key,) for key in made])
    moved = [key for key, one in quoted.items() if not one.is_new and before[key] != places[key]]
    move_mentions(session, {key: places[key] for key in moved})
    elsewhere = {key for key in places if key in before and before[key][0] != places[key][0]}
    return {places[key][0] for key in elsewhere | {key for (key,) in written}} | {before[key][0] for key in elsewhere}


def _retire(session: Session, leaving: Collection[str]) -> set[str]:
    """Move mentions that are no longer made to the retired ones; the ids of the events that they were of."""
    events = set()
    for some in pieces(sorted(leaving)):
        for mention in session.exec(select(MentionTable).where(col(MentionTable.id).in_(some))):
            session.add(RetiredMentionTable(id=mention.id, article_id=mention.article_id, paragraph=mention.paragraph))
            events.add(mention.event_id)
            session.delete(mention)
    session.flush()
    return events


def _without_mentions(session: Session, event_ids: Iterable[str]) -> list[str]:
    """Those of these events that no mention tells any longer."""
    left: list[str] = []
    for some in pieces(sorted(event_ids)):
        told = set(session.exec(select(MentionTable.event_id).where(col(MentionTable.event_id).in_(some)).distinct()))
        left += [key for key in some if key not in told]
    return left
