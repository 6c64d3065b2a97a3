"""What EXTRACT and LINK are handed: all their rows, compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.knowledge.extracting_rows import (
    ActorRow,
    KindRow,
    PassRow,
    StatusRow,
    SubjectRow,
    TieRow,
    TriggerRow,
    VoiceRow,
)
from app.knowledge.needles import Needles
from app.knowledge.word_lists import Words


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
    side_by_place: Mapping[str, str]
    pairs: re.Pattern[str]
    kinds: Mapping[str, KindRow]
    talks: tuple[KindRow, ...]  # kinds in which people speak to each other
    triggers: tuple[tuple[re.Pattern[str], TriggerRow], ...]
    trigger_needles: tuple[Needles, ...]  # as long as `triggers`: what each cannot match without
    statuses: tuple[tuple[re.Pattern[str], StatusRow], ...]
    denials: re.Pattern[str]
    speech: re.Pattern[str]
    claiming: frozenset[str]
    voices: tuple[tuple[re.Pattern[str], VoiceRow], ...]
    ties: tuple[tuple[re.Pattern[str], TieRow], ...]
    passes: tuple[tuple[re.Pattern[str], PassRow], ...]
    media: Words  # outlets as sources, to their family
    generic_media: frozenset[str]  # words for outlets that name none: "North Korean state media"
