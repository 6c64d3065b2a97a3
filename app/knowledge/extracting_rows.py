"""The rows by which EXTRACT finds what happened: kinds, triggers, status and speakers. Who acts: actor_rows.py."""

from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

from app.domain.event import Status, Topic


class PatternRow(Protocol):
    """A row with a pattern; it tests itself: found in each of its `finds`, in none of its `ignores`."""

    @property
    def pattern(self) -> str:
        """A regular expression."""

    @property
    def finds(self) -> list[str]:
        """Texts in which the pattern is found."""

    @property
    def ignores(self) -> list[str]:
        """Texts in which it is not."""


Row = TypeVar("Row", bound=PatternRow)


@dataclass(frozen=True)
class SubjectRow:
    """What the database is about: the relation between two sides."""

    title: str
    sides: list[str]
    source: str
    neutral: list[str] = field(default_factory=list)  # sides that have a part in it and no affairs of their own
    stands_for: dict[str, str] = field(default_factory=dict)  # a neutral side, to the one that it means among these


@dataclass(frozen=True)
class PairRow:
    """Words that name both sides at once."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class KindRow:
    """A kind of happening. Mentions of one family can tell of the same event."""

    name: str
    topic: Topic
    family: str
    noun: str  # for the reader: "the letter told of in paragraph 3"
    plover: str  # event type of the PLOVER ontology, "" where it has none
    source: str
    is_directed: bool = False  # A doing it to B is not B doing it to A
    is_frequent: bool = False  # happens again and again: a month or a year alone does not say which one is meant
    akin: list[str] = field(default_factory=list)  # families that its words are often told for, and theirs for it
    apart: list[str] = field(default_factory=list)  # families of the acts that it follows or undoes, and is told with
    instead_of: list[str] = field(default_factory=list)  # families that its own words name: an invitation to visit
    is_open: bool = False  # its words say what class of act, and not what is done: they are told for any other kind
    is_distinct: bool = False  # told in one breath with another such kind, it is a happening of its own
    is_spoken: bool = False  # somebody says it: what two voices say is of two happenings
    is_impersonal: bool = False  # states do it, or nobody: who and what place is named beside it, says nothing
    is_trip: bool = False  # goes on for days, and is told by them
    part_of: list[str] = field(default_factory=list)  # told in one breath with one of these, it is a part of that
    is_talk: bool = False  # people speak to each other in it: what they say without a date, they say there
    is_telling: bool = False  # is done in words: what others say of the two, they say of the relation
    is_measured: bool = False  # tells of a period: a month within a year is another event
    is_mutual: bool = False  # is done by two together: where only one of them is a side, it is of those two
    is_shared: bool = False  # of the relation, in a story on it, also where one side does it with or to others


@dataclass(frozen=True)
class TriggerRow:
    """Words that tell of a happening of a kind."""

    kind: str
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str
    form: Literal["verb", "noun"] = "verb"
    is_continuing: bool = False  # goes on about a happening of this kind that the article has told of
    is_background: bool = False  # counts without both sides, where the article dates it
    skips_modifier: bool = False  # "the 1961 treaty lapsed": the year is the treaty's, not that of its end
    takes_end: bool = False  # of a range of years the last one: "the end of the 1910-1945 rule"
    status: Status | None = None  # where the words themselves say it: "readiness to send"
    is_open: bool = False  # a verb of acts.toml: it says what class of act, and nothing of what is done


# A verb of saying tells of a statement where its sentence tells of nothing else.
STATING = TriggerRow(kind="statement", pattern="", finds=[], ignores=[], source="rows of [[speech]]")


@dataclass(frozen=True)
class ActRow:
    """Verbs of acting of one class; the first word of each stands for all its forms: "come home"."""

    kind: str  # "" for words that look like an act and tell of none: "come from"
    verbs: list[str]
    finds: list[str]
    ignores: list[str]
    source: str
    status: Status | None = None


@dataclass(frozen=True)
class ConcernRow:
    """Words for what the two sides have to do with each other: they tie a sentence that names one of them."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class OwnRow:
    """Words for what a state does by itself: a sentence that names one side only and holds them is not on both."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class StatusRow:
    """Words around a trigger that say whether it happened."""

    status: Status
    pattern: str
    reach: Literal["before", "after", "anywhere"]  # where they stand, seen from the trigger
    finds: list[str]
    ignores: list[str]
    source: str
    reason: str | None = None
    within_words: int = 12


@dataclass(frozen=True)
class DenialRow:
    """Words that deny or doubt a claim told elsewhere in the article."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class SpeechRow:
    """Verbs of saying; `claims` where the verb itself keeps a distance."""

    words: list[str]
    source: str
    claims: bool = False


@dataclass(frozen=True)
class MediumRow:
    """Words for an outlet or a group of them that names none: "North Korean state media"."""

    family: str
    words: list[str]
    source: str


@dataclass(frozen=True)
class VoiceRow:
    """What sort of voice a speaker is, by the words for them."""

    voice: Literal["commentator", "third party", "media"]
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class TieRow:
    """Words that tie a happening to the one told before it: it takes that one's date."""

    pattern: str
    means: Literal["same time", "same day", "soon after"]
    finds: list[str]
    ignores: list[str]
    source: str
    families: list[str] = field(default_factory=list)  # of what it can be tied to, where the words say it
    prefers: str = ""  # the kind among these that the words mean, if one of it was told


@dataclass(frozen=True)
class GrammarRow:
    """Small words by which a sentence is taken apart, known by the name of the row."""

    name: str
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class PassRow:
    """Words that keep a sentence off the timeline, with the reason that is shown."""

    reason: str
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str
