"""Domain objects as rows of the tables, and back.

Rows are plain values: making objects of the classes in tables.py takes longer than writing them.
"""

from typing import Any

from app.domain.article import Article, KnownMetadata, Publication
from app.domain.edtf import edtf
from app.domain.event import Event, Mention, Status, Topic
from app.domain.lending import DatedArticle
from app.domain.text import Stretch
from app.storage.differences import Values
from app.storage.names import Name
from app.storage.tables import ArticleNameTable


def article_row(dated: DatedArticle, rules: str) -> Values:
    """An article; `file` and `encoding` follow later from its names."""
    article, day = dated.article, dated.publication.date
    return {
        "id": article.id,
        "file": article.page.file,
        "sha256": article.page.sha256,
        "text": article.text,
        "encoding": article.page.encoding,
        "title": article.title,
        "publisher": article.publisher,
        "house": article.house,
        "url": article.url,
        "basis": dated.publication.basis.value,
        "rules": rules,
        "own_edtf": dated.own.date.text,
        "own_basis": dated.own.basis.value,
        "words": dated.wording.words,
        "loan_key": dated.loan.key,
        "edtf": day.text,
        "earliest": day.earliest,
        "latest": day.latest,
        "precision": day.precision.value,
    }


def paragraph_rows(article: Article) -> list[Values]:
    """The numbered pieces of an article."""
    return [
        {
            "article_id": article.id,
            "number": paragraph.number,
            "start": paragraph.span.start,
            "end": paragraph.span.end,
            "kind": paragraph.kind.value,
            "reason": paragraph.reason,
        }
        for paragraph in article.paragraphs
    ]


def clue_rows(article_id: str, publication: Publication) -> list[Values]:
    """The clues to the day of publication, in the order in which they are shown."""
    return [
        {
            "article_id": article_id,
            "position": position,
            "text": clue.text,
            "start": clue.span.start if clue.span else None,
            "end": clue.span.end if clue.span else None,
            "says": clue.says,
            "is_used": clue.is_used,
            "lender_id": clue.lender_id,
        }
        for position, clue in enumerate(publication.clues)
    ]


def event_row(event: Event, articles: int) -> Values:
    """An event, told by so many articles."""
    first, last = event.date.sort_key
    return {
        "id": event.id,
        "title": event.title,
        "topic": event.topic.value,
        "status": event.status.value,
        "status_reason": event.status_reason,
        "articles": articles,
        "origins": event.origins,
        "first_sort": first,
        "last_sort": last,
        "edtf": event.date.text,
        "earliest": event.date.earliest,
        "latest": event.date.latest,
        "precision": event.date.precision.value,
    }


def actor_rows(event: Event) -> list[Values]:
    """The actors of an event."""
    return [{"event_id": event.id, "name": name, "position": n} for n, name in enumerate(event.actors)]


def place_rows(event: Event) -> list[Values]:
    """The places of an event."""
    return [{"event_id": event.id, "name": name, "position": n} for n, name in enumerate(event.places)]


def conflict_rows(event: Event) -> list[Values]:
    """What the mentions of an event tell differently."""
    return [
        {"event_id": event.id, "about": one.about, "mention_id": one.mention_id, "value": one.value}
        for one in event.versions
    ]


def mention_row(mention: Mention, quote: str, *, event_id: str, position: int) -> Values:
    """A mention with its quote, at its place within its event."""
    words = mention.date_words
    return {
        "id": mention.id,
        "event_id": event_id,
        "article_id": mention.article_id,
        "paragraph": mention.paragraph,
        "start": mention.quote.start,
        "end": mention.quote.end,
        "quote": quote,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
        "kind": mention.kind,
        "topic": mention.topic.value,
        "status": mention.status.value,
        "status_reason": mention.status_reason,
        "speaker": mention.speaker,
        "date_start": words.start if words else None,
        "date_end": words.end if words else None,
        "reasoning": mention.reasoning,
        "actors": list(mention.actors),
        "places": list(mention.places),
        "headline": mention.headline,
        "sources": list(mention.sources),
        "fingerprints": list(mention.fingerprints),
        "is_background": mention.is_background,
        "position": position,
        "edtf": mention.date.text,
        "earliest": mention.date.earliest,
        "latest": mention.date.latest,
        "precision": mention.date.precision.value,
    }


def mention_of(row: Any) -> Mention:  # noqa: ANN401 -- a row of SQLAlchemy's, with the names of the columns
    """The mention as EXTRACT found it."""
    return Mention(
        article_id=row.article_id,
        paragraph=row.paragraph,
        quote=Stretch(row.start, row.end),
        trigger=Stretch(row.trigger_start, row.trigger_end),
        kind=row.kind,
        topic=Topic(row.topic),
        status=Status(row.status),
        status_reason=row.status_reason,
        speaker=row.speaker,
        date=edtf(row.edtf),
        date_words=None if row.date_start is None or row.date_end is None else Stretch(row.date_start, row.date_end),
        reasoning=row.reasoning,
        actors=tuple(row.actors),
        places=tuple(row.places),
        headline=row.headline,
        sources=tuple(row.sources),
        fingerprints=tuple(row.fingerprints),
        is_background=row.is_background,
    )


def name_row(article_id: str, name: Name) -> Values:
    """A name under which an article was handed in."""
    return {
        "article_id": article_id,
        "name": name.file,
        "encoding": name.encoding,
        "known_url": name.known.url,
        "known_publisher": name.known.publisher,
        "known_published": name.known.published,
        "known_title": name.known.title,
    }


def name_of(row: ArticleNameTable) -> Name:
    """The name, with what was known of the article under it."""
    known = KnownMetadata(row.known_url, row.known_publisher, row.known_published, row.known_title)
    return Name(row.name, row.encoding, known)
