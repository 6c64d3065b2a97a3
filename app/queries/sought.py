"""Where the words of a search stand in what a page shows, and the quotes that hold them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlmodel import Session, col, select

from app.storage.search import search_words
from app.storage.tables import MentionTable

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


@dataclass(frozen=True)
class FoundWord:
    """A word that the search found, by its half-open position in the text, and what of the search it answers."""

    start: int
    end: int
    sought: frozenset[str]


def find_sought(text: str, searches: Iterable[str], start: int = 0) -> tuple[FoundWord, ...]:
    """Find the words of a text that begin as a searched word does, by the rules of the search itself.

    Args:
        text: Any text.
        searches: Values of `q`.
        start: The position of the text in what the positions found shall count in.
    """
    sought = frozenset(word for search in searches for word in search_words(search))
    if not sought:
        return ()
    words = (
        FoundWord(start + word.start(), start + word.end(), _answered(word[0], sought)) for word in _WORD.finditer(text)
    )
    return tuple(word for word in words if word.sought)


def quotes_told(session: Session, event_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The words of all quotes of each event, in the order in which they are shown."""
    rows = (
        select(MentionTable.event_id, MentionTable.quote)
        .where(col(MentionTable.event_id).in_(event_ids))
        .order_by(col(MentionTable.event_id), col(MentionTable.position), col(MentionTable.id))
    )
    told: dict[str, tuple[str, ...]] = {}
    for event_id, quote in session.exec(rows):
        told[event_id] = (*told.get(event_id, ()), quote)
    return told


@lru_cache(maxsize=8192)  # the same words come again and again, and to fold one takes long
def _answered(word: str, sought: frozenset[str]) -> frozenset[str]:
    folded = search_words(word)
    return frozenset(one for one in sought if any(part.startswith(one) for part in folded))
