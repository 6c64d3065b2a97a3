"""A small finished database, built straight from rows; the same bytes of text and the same ids every time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.article import RawPage, short_hash
from app.domain.edtf import EdtfDate, edtf
from app.storage.database import open_database, writing
from app.storage.found import note_found
from app.storage.migrate import upgrade
from app.storage.search import index_events
from app.storage.tables import (
    ArticleNameTable,
    ArticleTable,
    ClueTable,
    EventActorTable,
    EventPlaceTable,
    EventTable,
    MentionTable,
    ParagraphTable,
    PassedOverTable,
    RetiredMentionTable,
)
from tests.support.sample_rows import ARTICLES, EVENTS, SampleArticle, SampleEvent, Telling

RETIRED_ID = "e" + short_hash("a mention that newer rules no longer make")
FOUND_AT = datetime(2026, 1, 2, 12, 0, 0, tzinfo=UTC)
BETWEEN = "\n\n"


def build_sample_database(path: Path) -> Engine:
    """A database of the newest form at this path, with the articles and events of sample_rows.py."""
    engine = open_database(f"sqlite:///{path}")
    upgrade(engine)
    with writing(engine) as session:
        _add_articles(session)
        _add_events(session)
        session.flush()
        index_events(session, session.exec(select(EventTable.id)).all())
        note_found(session, session.exec(select(MentionTable.id)).all(), FOUND_AT)
    return engine


def break_quote(engine: Engine, quote_id: str) -> None:
    """Change what was quoted, as damage to a database would."""
    with writing(engine) as session:
        mention = session.get_one(MentionTable, quote_id)
        mention.quote = mention.quote.swapcase()


def store_event(engine: Engine, date: str, title: str) -> str:
    """Add an event without quotes, as an ingest may at any time; its id."""
    when = edtf(date)
    event = EventTable(
        id="e" + short_hash(title), title=title, topic="trade", status="asserted", articles=1, origins=1,
        **dated(when), **sorted_by(when),
    )  # fmt: skip
    with writing(engine) as session:
        session.add(event)
        return event.id


def event_id(title: str) -> str:
    """The id of a sample event, by its title or the beginning of it."""
    event = next(event for event in EVENTS if event.title.startswith(title))
    return _mentions(event)[0].id


def article_id(file: str) -> str:
    """The id of a sample article, by its file."""
    return _page(_article(file)).article_id


def dated(when: EdtfDate) -> dict[str, Any]:
    """The columns of a date."""
    return {"edtf": when.text, "earliest": when.earliest, "latest": when.latest, "precision": when.precision.value}


def sorted_by(when: EdtfDate) -> dict[str, Any]:
    """The columns that the timeline is sorted by."""
    first, last = when.sort_key
    return {"first_sort": first, "last_sort": last}


def _article(file: str) -> SampleArticle:
    return next(article for article in ARTICLES if article.file == file)


def _page(article: SampleArticle) -> RawPage:
    return RawPage(article.file, BETWEEN.join(article.paragraphs))


def _add_articles(session: Session) -> None:
    for article in ARTICLES:
        page = _page(article)
        session.add(_article_row(article, page))
        session.flush()
        session.add_all(_passed_rows(article, page))
        session.add_all([*_name_rows(article, page), *_paragraph_rows(article, page), _clue_row(article, page)])
    retired_from = article_id("notes.txt")
    session.add(RetiredMentionTable(id=RETIRED_ID, article_id=retired_from, paragraph=4))


def _passed_rows(article: SampleArticle, page: RawPage) -> Iterator[PassedOverTable]:
    for position, (text, reason) in enumerate(article.passed_over):
        start = page.text.index(text)
        yield PassedOverTable(
            article_id=page.article_id,
            position=position,
            paragraph=article.paragraphs.index(text) + 1,
            start=start,
            end=start + len(text),
            reason=reason,
        )


def _article_row(article: SampleArticle, page: RawPage) -> ArticleTable:
    return ArticleTable(
        id=page.article_id,
        file=min((article.file, *article.names)),
        sha256=page.sha256,
        text=page.text,
        encoding=page.encoding,
        title=article.title,
        publisher=article.publisher,
        house=article.publisher,
        url=article.url,
        basis=article.basis,
        rules="sample",
        **dated(edtf(article.published)),
    )


def _name_rows(article: SampleArticle, page: RawPage) -> Iterator[ArticleNameTable]:
    for name in (article.file, *article.names):
        yield ArticleNameTable(
            article_id=page.article_id,
            name=name,
            encoding=page.encoding,
            known_url=article.url,
            known_publisher=None,
            known_published=None,
            known_title=None,
        )


def _paragraph_rows(article: SampleArticle, page: RawPage) -> Iterator[ParagraphTable]:
    start = 0
    for number, text in enumerate(article.paragraphs, 1):
        is_furniture = text.startswith(article.furniture) if article.furniture else False
        yield ParagraphTable(
            article_id=page.article_id,
            number=number,
            start=start,
            end=start + len(text),
            kind="furniture" if is_furniture else "body",
            reason="a part of the page, not of the story" if is_furniture else None,
        )
        start += len(text) + len(BETWEEN)


def _clue_row(article: SampleArticle, page: RawPage) -> ClueTable:
    words, says = article.clue
    start, end = _place(page.text, words) if words else (None, None)
    lender_id = article_id(article.lender) if article.lender else None
    return ClueTable(
        article_id=page.article_id,
        position=0,
        text=words,
        start=start,
        end=end,
        says=says,
        is_used=True,
        lender_id=lender_id,
    )


def _place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _add_events(session: Session) -> None:
    for event in EVENTS:
        mentions = _mentions(event)
        session.add(_event_row(event, mentions))
        session.flush()
        session.add_all(mentions)
        for position, name in enumerate(event.actors):
            session.add(EventActorTable(event_id=mentions[0].id, name=name, position=position))
        for position, name in enumerate(event.places):
            session.add(EventPlaceTable(event_id=mentions[0].id, name=name, position=position))


def _event_row(event: SampleEvent, mentions: list[MentionTable]) -> EventTable:
    when = edtf(event.date)
    return EventTable(
        id=mentions[0].id,
        title=event.title,
        topic=event.topic,
        status=event.status,
        status_reason=event.status_reason,
        articles=len({mention.article_id for mention in mentions}),
        origins=event.origins,
        **dated(when),
        **sorted_by(when),
    )


def _mentions(event: SampleEvent) -> list[MentionTable]:
    """The mentions in the order in which their quotes are shown; the first is the anchor."""
    mentions = [_mention(telling, event) for telling in event.tellings]
    published = {_page(article).article_id: edtf(article.published).sort_key for article in ARTICLES}
    mentions.sort(key=lambda mention: (published[mention.article_id], mention.article_id, mention.start))
    for position, mention in enumerate(mentions):
        mention.position = position
        mention.event_id = mentions[0].id
    return mentions


def _mention(telling: Telling, event: SampleEvent) -> MentionTable:
    article = _article(telling.file)
    page = _page(article)
    start, end = _place(page.text, telling.quote)
    trigger_start = page.text.index(telling.trigger, start)
    trigger_end = trigger_start + len(telling.trigger)
    date_start, date_end = _place(page.text, telling.words) if telling.words else (None, None)
    return MentionTable(
        id="e" + short_hash(f"{page.article_id}:{trigger_start}:{trigger_end}"),
        event_id="",
        article_id=page.article_id,
        paragraph=1 + next(i for i, text in enumerate(article.paragraphs) if telling.quote in text),
        start=start,
        end=end,
        quote=telling.quote,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        kind=telling.trigger,
        topic=event.topic,
        status=telling.status,
        status_reason=telling.status_reason,
        speaker=telling.speaker,
        date_start=date_start,
        date_end=date_end,
        reasoning=telling.reasoning,
        actors=list(event.actors),
        places=list(event.places),
        headline=event.title,
        sources=[],
        fingerprints=[],
        is_background=False,
        position=0,
        **dated(edtf(telling.date)),
    )
