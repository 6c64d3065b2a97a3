"""Saves articles and their timeline. Writes only what changed; the caller's transaction holds it together."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlmodel import Session, col, select, update

from app.domain.edtf import EdtfDate
from app.domain.event import Event
from app.domain.lending import DatedArticle
from app.storage import rows
from app.storage.differences import Key, delete_rows, replace_rows, write_differences
from app.storage.kept import SUBJECT, QuotedMention, kept_subject, subject_for
from app.storage.names import Name
from app.storage.search import index_events
from app.storage.tables import (
    AboutTable,
    ArticleNameTable,
    ArticleTable,
    ClueTable,
    EventActorTable,
    EventPlaceTable,
    EventTable,
    MentionTable,
    ParagraphTable,
    RetiredMentionTable,
)
from app.storage.wording import save_wording


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
    save_wording(session, [(one.article.id, one.wording) for one in extracted])


def save_names(session: Session, names: Mapping[str, Sequence[Name]]) -> None:
    """Save under which names articles were handed in; the first in order of letters is the article's file."""
    wanted = [rows.name_row(article_id, name) for article_id, all_names in names.items() for name in all_names]
    replace_rows(session, ArticleNameTable, wanted, col(ArticleNameTable.article_id).in_(names))
    for article_id, (first, *_) in names.items():
        article = col(ArticleTable.id) == article_id
        differs = (col(ArticleTable.file) != first.file) | (col(ArticleTable.encoding) != first.encoding)
        session.exec(update(ArticleTable).where(article, differs).values(file=first.file, encoding=first.encoding))


def delete_article(session: Session, article_id: str) -> None:
    """Delete an article with all that hangs on it, retired mentions too."""
    delete_rows(session, ArticleTable, [(article_id,)])


def save_timeline(
    session: Session,
    mentions: Sequence[QuotedMention],
    events: Sequence[Event],
    published: Mapping[str, EdtfDate],
) -> None:
    """Make the stored timeline this one, and the search index with it.

    Mentions that are no longer made are kept as retired, so that every link ever given leads somewhere.

    Args:
        session: In a transaction that writes.
        mentions: All mentions of the database, each in exactly one event.
        events: All events.
        published: Day of publication by article id; quotes are shown in its order.
    """
    before = _event_of_mention(session)
    touched, gone = _write_events(session, mentions, events)
    written, stale = write_differences(session, MentionTable, _mention_rows(mentions, events, published))
    _retire(session, stale, {mention.id for mention, _ in mentions})
    delete_rows(session, EventTable, gone)
    after = _event_of_mention(session)
    touched |= {event_of[key] for event_of in (before, after) for (key,) in written | stale if key in event_of}
    index_events(session, touched)


def _write_events(
    session: Session, mentions: Iterable[QuotedMention], events: Sequence[Event]
) -> tuple[set[str], frozenset[Key]]:
    """Write events with their actors and places: the ids of those that changed, the keys of those to be deleted."""
    article_of = {mention.id: mention.article_id for mention, _ in mentions}
    told_by = {event.id: len({article_of[key] for key in event.mention_ids}) for event in events}
    of_events = write_differences(session, EventTable, [rows.event_row(event, told_by[event.id]) for event in events])
    of_actors = replace_rows(session, EventActorTable, [row for event in events for row in rows.actor_rows(event)])
    of_places = replace_rows(session, EventPlaceTable, [row for event in events for row in rows.place_rows(event)])
    touched = {key[0] for both in (of_events, of_actors, of_places) for keys in both for key in keys}
    return touched, of_events.stale


def _mention_rows(
    mentions: Iterable[QuotedMention], events: Iterable[Event], published: Mapping[str, EdtfDate]
) -> list[MentionTable]:
    def shown_by(quoted: QuotedMention) -> tuple[object, ...]:
        mention = quoted.mention
        key = published[mention.article_id].sort_key
        return *key, mention.article_id, mention.quote.start, mention.trigger.start, mention.id

    by_id = {quoted.mention.id: quoted for quoted in mentions}
    return [
        rows.mention_row(mention, quote, event_id=event.id, position=position)
        for event in events
        for position, (mention, quote) in enumerate(sorted((by_id[key] for key in event.mention_ids), key=shown_by))
    ]


def _retire(session: Session, stale: Iterable[Key], made: Collection[str]) -> None:
    """Move mentions that are no longer made to the retired ones, and take back those that are made again."""
    for (key,) in stale:
        mention = session.get_one(MentionTable, key)
        session.add(RetiredMentionTable(id=key, article_id=mention.article_id, paragraph=mention.paragraph))
        session.delete(mention)
    for retired in session.exec(select(RetiredMentionTable)):
        if retired.id in made:
            session.delete(retired)
    session.flush()


def _event_of_mention(session: Session) -> dict[str, str]:
    return dict(session.exec(select(MentionTable.id, MentionTable.event_id)).all())
