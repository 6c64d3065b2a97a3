"""What EXTRACT and LINK are handed: all their rows, compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.knowledge.actor_rows import ActorRow
from app.knowledge.acts import Acts
from app.knowledge.extracting_rows import (
    ConcernRow,
    DenialRow,
    KindRow,
    OwnRow,
    PairRow,
    PassRow,
    StatusRow,
    SubjectRow,
    TieRow,
    TriggerRow,
    VoiceRow,
)
from app.knowledge.linking_evidence import Evidence
from app.knowledge.linking_rows import DifferingKnowledge
from app.knowledge.needle_scan import NeedleScan
from app.knowledge.word_lists import Words

Row = TypeVar("Row")
Grammar = Mapping[str, re.Pattern[str]]  # rows of grammar.toml by name


@dataclass(frozen=True)
class Signal(Generic[Row]):
    """Words that stand around triggers, and the row that knows them."""

    number: int  # by which `scan` knows it
    pattern: re.Pattern[str]
    row: Row


@dataclass(frozen=True)
class ExtractingKnowledge:
    """All rows of EXTRACT and LINK, compiled once."""

    subject: SubjectRow
    actors: Mapping[str, ActorRow]
    states: Mapping[str, str]  # side of the subject, to the name of its state: the first row of it
    names: Words  # aliases, adjectives, surnames and titles, to the actors' names
    adjectives: frozenset[str]
    surnames: frozenset[str]
    titles: frozenset[str]
    places: Words
    capitals: frozenset[str]
    wide_places: frozenset[str]
    side_by_place: Mapping[str, str]
    side_by_given_name: Mapping[str, str]
    pairs: tuple[Signal[PairRow], ...]
    kinds: Mapping[str, KindRow]
    evidence: Evidence
    differing: DifferingKnowledge
    talks: tuple[KindRow, ...]  # kinds in which people speak to each other
    triggers: tuple[tuple[re.Pattern[str], TriggerRow], ...]
    scan: NeedleScan[int]  # what triggers (by their place in `triggers`) and signals cannot match without
    acts: Acts
    grammar: Grammar
    concerns: tuple[Signal[ConcernRow], ...]
    own_affairs: tuple[Signal[OwnRow], ...]
    statuses: tuple[Signal[StatusRow], ...]
    denials: tuple[Signal[DenialRow], ...]
    speech: re.Pattern[str]
    claiming: frozenset[str]
    voices: tuple[Signal[VoiceRow], ...]
    ties: tuple[Signal[TieRow], ...]
    passes: tuple[Signal[PassRow], ...]
    media: Words  # outlets as sources, to their family
    generic_media: frozenset[str]  # words for outlets that name none: "North Korean state media"
