"""Full-text search over events: words match as prefixes, whatever their case, accents or ё.

Text is folded here, before it is indexed and before it is asked for, so that no database's own idea of letters counts:
compatibility forms and case are evened out, and accents dropped, ё with them. The breve stays, for й is not и.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    MetaData,
    Select,
    String,
    Table,
    false,
    func,
    select,
)  # fmt: skip
from sqlmodel import Session

from app.domain.article import short_hash
from app.storage.differences import table_of
from app.storage.tables import EventActorTable, EventPlaceTable, EventTable, MentionTable

# Apart from SQLModel's metadata: a virtual table is made by hand in migrations/, not by comparison.
event_search = Table(
    "event_search", MetaData(), Column("rowid", BigInteger), Column("event_id", String), Column("words", String)
)

_WORD = re.compile(r"[^\W_]+(?:\u0306[^\W_]*)*")
_ACCENTS = re.compile("[\u0300-\u0305\u0307-\u036f]")
_IDS_A_QUESTION = 500  # well below SQLite's limit of bound values


def fold(text: str) -> str:
    """The text as it is compared: without case, accents, or compatibility forms such as full-width letters."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", plain))


def search_words(q: str) -> tuple[str, ...]:
    """The words of a question, folded, in its order; operators of FTS5 are words or nothing."""
    return tuple(_WORD.findall(fold(q)))


def events_matching(q: str) -> Select[tuple[int]]:
    """Numbers of the events that hold every word of the question as the start of a word; none if it has no word."""
    numbers = select(event_search.c.rowid)  # told by the index alone; for an id, FTS5 would look up every row
    words = search_words(q)
    if not words:
        return numbers.where(false())
    return numbers.where(event_search.c.words.match(" ".join(f'"{word}"*' for word in words)))


def event_number(event_id: str) -> int:
    """A place in the index that follows from the id: FTS5 finds rows by number only, and the number must last."""
    return int(short_hash(event_id), 16) - 2**63


def has_words(text: str, q: str) -> bool:
    """Does a text hold every word of the question as the start of a word? No, if it has no word."""
    words, held = search_words(q), search_words(text)
    return bool(words) and all(any(one.startswith(word) for one in held) for word in words)


def holds_words(text: ColumnElement[str], q: str) -> ColumnElement[bool]:
    """The same as a condition on a column; for short texts that have no index."""
    return func.has_words(text, q, type_=Boolean)


def index_events(session: Session, event_ids: Collection[str]) -> None:
    """Bring the index up to date for these events; those that no longer exist leave it."""
    ordered = sorted(event_ids)
    for first in range(0, len(ordered), _IDS_A_QUESTION):
        _index(session, ordered[first : first + _IDS_A_QUESTION])


def _index(session: Session, event_ids: list[str]) -> None:
    connection = session.connection()
    connection.execute(event_search.delete().where(event_search.c.rowid.in_([event_number(key) for key in event_ids])))
    texts = _texts_of(session, event_ids)
    rows = [{"rowid": event_number(key), "event_id": key, "words": _words_of(texts[key])} for key in sorted(texts)]
    if rows:
        connection.execute(event_search.insert(), rows)


def _texts_of(session: Session, event_ids: list[str]) -> dict[str, list[str]]:
    """All that can be searched, by event."""
    texts: dict[str, list[str]] = defaultdict(list)
    for shape, key, text in (
        (EventTable, "id", "title"),
        (MentionTable, "event_id", "quote"),
        (EventActorTable, "event_id", "name"),
        (EventPlaceTable, "event_id", "name"),
    ):
        columns = table_of(shape).c
        for event_id, words in session.execute(select(columns[key], columns[text]).where(columns[key].in_(event_ids))):
            texts[event_id].append(words)
    return texts


def _words_of(texts: Iterable[str]) -> str:
    return " ".join(sorted({word for text in texts for word in search_words(text)}))
