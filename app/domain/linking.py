"""What LINK goes by: of each mention only what it is compared by, and of each happening what others see of it.

Days are ordinals of the proleptic Gregorian calendar (`date.toordinal`): compared and stored as numbers.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple, Protocol

TOLD, DENYING = "", "!"  # the two blocks: denials meet denials first


class Tier(IntEnum):
    """How finely a mention is dated; finer ones found happenings, and coarser ones join them."""

    DAY = 0
    DAYS = 1  # at most ten days
    MONTH = 2
    PART = 3  # of a year: a season, a quarter, a half
    YEAR = 4
    ERA = 5  # a decade, a century, a span of whole years
    LOOSE = 6  # a bound, or nothing, or a span so wide that it says no more


# The longest span of each tier that is found by its days, in days. A happening of a single day may grow by a few.
LONGEST_DAYS = {Tier.DAY: 1, Tier.DAYS: 10, Tier.MONTH: 31, Tier.PART: 190, Tier.YEAR: 400}


class Stance(IntEnum):
    """How a telling tells its happening, as far as that keeps tellings apart."""

    TOLD = 0
    HEDGED = 1  # planned or claimed
    DENIED = 2


@dataclass(frozen=True)
class Trace:
    """A telling as LINK compares it: what an article says of one happening in one breath, mostly a single mention.

    `block` parts what is denied from the rest, `cell` says which others a telling is grouped with directly.
    """

    mention_id: str  # of the mention that leads it
    also: tuple[str, ...]  # the ids of the others
    article_id: str
    block: str
    cell: str
    tier: Tier
    first_day: int | None
    last_day: int | None
    families: frozenset[str]  # of kinds
    sides: frozenset[str]  # who acts, where the kind has a direction
    people: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]  # stems of the other words
    stance: Stance
    voices: frozenset[str]  # who claims, denies or says it
    is_definite: bool  # its words speak of a happening that the reader knows: "the talks"
    is_head: bool  # it stands where an article says in short what it tells again below
    calendar: str  # of a loose one whose year nobody knows: its month, or month and day, as in Happening; else ""
    happening_id: str = ""  # of which it is, as it was stored; "" for a new one

    @property
    def mention_ids(self) -> tuple[str, ...]:
        """All its mentions."""
        return self.mention_id, *self.also


@dataclass(frozen=True)
class Happening:
    """What the tellings that founded a happening say of it: all that a coarser telling sees when it looks for a home.

    Tellings that only joined it do not count, so that nobody's home hangs on who else came home.
    """

    id: str  # the least id of the tellings that founded it
    block: str
    tier: Tier
    first_day: int | None
    last_day: int | None
    families: frozenset[str]  # as which at least a third of them tell it
    sides: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    stances: frozenset[Stance]
    voices: frozenset[str]
    weight: int  # how many articles founded it, in powers of two, so that one more hardly ever changes it
    answers: str = ""  # a denial: the happening that it denies, told or not told in the same entry

    @cached_property
    def calendar(self) -> str:
        """Where it stands in any year: "09-13" of a day, "09" of a whole month, else ""."""
        if self.first_day is None or self.last_day is None or self.tier not in {Tier.DAY, Tier.MONTH}:
            return ""
        first, last = date.fromordinal(self.first_day), date.fromordinal(self.last_day)
        if self.tier is Tier.DAY:
            return f"{first:%m-%d}"
        is_whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.month == last.month
        return f"{first:%m}" if is_whole else ""


class Span(NamedTuple):
    """Days of a block, both ends included."""

    block: str
    first_day: int
    last_day: int


class Surroundings(Protocol):
    """What is kept from before, looked up by keys that are indexed: all that a change can reach, and little more."""

    def in_cells(self, cells: Collection[str]) -> Iterable[Trace]:
        """The traces in these cells."""

    def touching(self, spans: Collection[Span], tier: Tier) -> Iterable[Trace]:
        """The traces of a tier, any but ERA, whose days touch one of the spans, in its block."""

    def of_articles(self, article_ids: Collection[str]) -> Iterable[Trace]:
        """The traces of these articles."""

    def of_happenings(self, happening_ids: Collection[str]) -> Iterable[Trace]:
        """The traces that these happenings hold."""

    def happenings(self, happening_ids: Collection[str]) -> Iterable[Happening]:
        """Those of these happenings that are kept."""

    def happenings_touching(self, spans: Collection[Span]) -> Iterable[Happening]:
        """The happenings of tiers finer than ERA whose days touch one of the spans, in its block."""

    def answering(self, happening_ids: Collection[str]) -> Iterable[Happening]:
        """The denials that deny one of these happenings."""

    def traces_on(self, calendars: Collection[str]) -> Iterable[Trace]:
        """The traces of no year on these months, or months and days."""

    def happenings_on(self, calendars: Collection[str]) -> Iterable[Happening]:
        """The happenings on these months, or months and days, of any year."""


class Nothing:
    """The surroundings of a first batch, or of linking everything from nothing."""

    def in_cells(self, _cells: Collection[str]) -> Iterable[Trace]:
        """None."""
        return ()

    def touching(self, _spans: Collection[Span], _tier: Tier) -> Iterable[Trace]:
        """None."""
        return ()

    def of_articles(self, _article_ids: Collection[str]) -> Iterable[Trace]:
        """None."""
        return ()

    def of_happenings(self, _happening_ids: Collection[str]) -> Iterable[Trace]:
        """None."""
        return ()

    def happenings(self, _happening_ids: Collection[str]) -> Iterable[Happening]:
        """None."""
        return ()

    def happenings_touching(self, _spans: Collection[Span]) -> Iterable[Happening]:
        """None."""
        return ()

    def answering(self, _happening_ids: Collection[str]) -> Iterable[Happening]:
        """None."""
        return ()

    def traces_on(self, _calendars: Collection[str]) -> Iterable[Trace]:
        """None."""
        return ()

    def happenings_on(self, _calendars: Collection[str]) -> Iterable[Happening]:
        """None."""
        return ()


@dataclass(frozen=True)
class Relinked:
    """What a change of mentions does to the happenings."""

    traces: tuple[Trace, ...]  # new ones, and those that came to another happening, as they are now
    happenings: tuple[Happening, ...]  # new or changed, as they are now
    gone: frozenset[str]  # ids of happenings that are no more
    entries: tuple[tuple[str, ...], ...]  # mentions of each entry of the timeline that may look otherwise, by id
