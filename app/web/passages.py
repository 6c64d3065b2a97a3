"""Quotes as they are read: a sentence that tells of an event twice is shown once."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.queries.quotes import EvidenceQuote


@dataclass(frozen=True)
class Passage:
    """A quote, and those that are told apart from it by nothing but the words that gave them."""

    quote: EvidenceQuote
    twin_ids: tuple[str, ...]  # links to these lead here too


def by_words(quotes: Iterable[EvidenceQuote]) -> tuple[tuple[EvidenceQuote, ...], ...]:
    """Put together what one article says in one place, whatever was read from it; each place where it is first."""
    told: dict[tuple[str, int, int], list[EvidenceQuote]] = {}
    for one in quotes:
        told.setdefault((one.article_id, one.start, one.end), []).append(one)
    return tuple(map(tuple, told.values()))


def passages(quotes: Iterable[EvidenceQuote]) -> tuple[Passage, ...]:
    """Put together what one article says in one place with one date, status and speaker; each where it is first."""
    told: dict[object, list[EvidenceQuote]] = {}
    for one in quotes:
        said = (one.start, one.end, one.date, one.date_words, one.reasoning, one.status, one.status_reason, one.speaker)
        told.setdefault((one.article_id, *said, one.is_background), []).append(one)
    return tuple(Passage(first, tuple(twin.id for twin in twins)) for first, *twins in told.values())
