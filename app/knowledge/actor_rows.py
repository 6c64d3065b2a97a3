"""The rows of who acts, and where: people, states, bodies and groups, and places."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from app.domain.edtf import Bounds

# So long before somebody leads a side, and after, he may act for it, and be called by his surname for what he does.
NEAR_OFFICE = timedelta(days=3 * 365)


@dataclass(frozen=True)
class OfficeRow:
    """A time in which somebody led a side; it tells which "Kim" or "Soviet leader" is meant."""

    title: str
    first: date
    last: date | None = None  # None: still in office when the row was written

    def is_on(self, days: Bounds, around: timedelta = timedelta(0)) -> bool:
        """Was it held on one of these days, or so near to them? An open end reaches all days."""
        first, last = days
        return (last is None or self.first - around <= last) and (
            first is None or self.last is None or first <= self.last + around
        )


@dataclass(frozen=True)
class ActorRow:
    """A person, state, body or group of people, and the words that name it."""

    name: str
    kind: Literal["person", "state", "body", "group"]
    side: str
    aliases: list[str]
    source: str
    adjectives: list[str] = field(default_factory=list)  # name the side, not the actor: "Russian"
    surname: str | None = None  # names the person once the article, or the office, says who is meant
    titles: list[str] = field(default_factory=list)  # names the person while in office: "the Kremlin leader"
    offices: list[OfficeRow] = field(default_factory=list)
    born: list[str] = field(default_factory=list)  # EDTF; several where sources differ
    forerunner: str | None = None  # the actor that the same words name in earlier times
    since: date | None = None  # the first day on which it is not the forerunner

    def led_on(self, days: Bounds, around: timedelta = timedelta(0)) -> bool:
        """Did the person lead on one of these days, or so near to them? An open end reaches all days."""
        return any(office.is_on(days, around) for office in self.offices)


@dataclass(frozen=True)
class CountryRow:
    """A state that a subject does not list itself: it makes a side of its own."""

    name: str
    aliases: list[str]
    adjectives: list[str]

    @property
    def actor(self) -> ActorRow:
        """The state as an actor."""
        return ActorRow(self.name, "state", self.name, self.aliases, "countries.toml", adjectives=self.adjectives)


@dataclass(frozen=True)
class LeadersRow:
    """People who lead or speak for a state that is neither side of the subject."""

    country: str
    names: list[str]


@dataclass(frozen=True)
class PeopleRow:
    """People who act or speak for a side of the subject."""

    side: str
    names: list[str]
    source: str


@dataclass(frozen=True)
class GivenNamesRow:
    """Given names by which an official of a side is known, where an article names the office alone."""

    side: str
    names: list[str]
    source: str


@dataclass(frozen=True)
class SpellingRow:
    """Words of names that stand for one another: ways to write one name in Latin letters."""

    alike: list[str]
    source: str


@dataclass(frozen=True)
class PlaceRow:
    """A place, and the words that name it."""

    name: str
    aliases: list[str]
    source: str
    side: str | None = None  # who is there is with that side
    is_wide: bool = False  # a region: what lies in it is no other place
    within: str | None = None  # the place of which it is a part: an island, an airport
    is_capital: bool = False  # "Moscow" is a place only after "in", "to", "at", …; else it is the state
