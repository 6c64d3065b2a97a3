"""Mentions, and the events that they tell of."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.domain.article import short_hash
from app.domain.edtf import EdtfDate
from app.domain.text import Stretch


class Topic(StrEnum):
    """A closed list, in the order in which it is shown."""

    VISITS = "visits"
    LETTERS = "letters"
    TREATIES = "treaties"
    RECOGNITION = "recognition"
    MILITARY = "military"
    ARMS = "arms"
    LABOUR = "labour"
    TRADE = "trade"
    AID = "aid"
    SANCTIONS = "sanctions"
    DIPLOMACY = "diplomacy"
    WAR = "war"
    HISTORY = "history"


class Status(StrEnum):
    """What is said of a happening; an event with a claim and a denial is disputed."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    CLAIMED = "claimed"
    DENIED = "denied"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Mention:
    """One sentence, or clause, that tells of one event. Positions are in the article's kept text."""

    article_id: str
    paragraph: int
    quote: Stretch
    trigger: Stretch
    kind: str  # the happening that the trigger names, such as "letter"; a row of the knowledge
    topic: Topic
    status: Status
    status_reason: str | None  # such as "cancelled"
    speaker: str | None
    date: EdtfDate
    date_words: Stretch | None
    reasoning: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    headline: str
    sources: tuple[str, ...] = ()  # wires and outlets credited, by family: what an origin is told by
    fingerprints: tuple[str, ...] = ()  # of its wording: articles that share one copied the same text
    is_background: bool = False

    @cached_property
    def id(self) -> str:
        """Hash of the article's id and the position of the trigger words."""
        return "e" + short_hash(f"{self.article_id}:{self.trigger.start}:{self.trigger.end}")


@dataclass(frozen=True)
class PassedOver:
    """What names a date or a trigger and yet gave no event, and why: a sentence, or a paragraph that is no story."""

    paragraph: int
    span: Stretch
    reason: str


@dataclass(frozen=True, order=True)
class Version:
    """What a mention tells that others of its event tell differently."""

    about: str  # "date", "number" or "first": who spoke first
    value: str  # EDTF; "10,000 troops"; a name
    mention_id: str


@dataclass(frozen=True)
class Event:
    """All mentions of the same happening; `id` is that of its first-published mention."""

    id: str
    date: EdtfDate
    title: str
    topic: Topic
    status: Status
    status_reason: str | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    origins: int
    mention_ids: tuple[str, ...]  # in the order in which their quotes are shown
    versions: tuple[Version, ...] = ()  # of what is told differently
