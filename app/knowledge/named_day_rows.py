"""Days of the year with a name: fixed ones, those that follow a rule, and those of another calendar."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class FixedDay:
    """The same day of every year."""

    month: int
    day: int


@dataclass(frozen=True)
class WeekdayOfMonth:
    """The fourth Thursday of November, the last Monday of May."""

    month: int
    weekday: int  # 1 is Monday
    number: int  # 1 to 4, or -1 for the last


@dataclass(frozen=True)
class EasterDay:
    """A day that moves with Easter."""

    easter: Literal["western", "orthodox"]
    offset_days: int = 0


@dataclass(frozen=True)
class ListedDays:
    """A day of another calendar: its days in ours, one for each year that is known."""

    days: tuple[date, ...]


DayRule = FixedDay | WeekdayOfMonth | EasterDay | ListedDays


@dataclass(frozen=True)
class NamedDayRow:
    """A day of the year with names, and the happening it recalls."""

    id: str
    title: str
    names: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    first: str = ""  # the day recalled, EDTF; without `on`, the day of each year is the same
    on: DayRule | None = None
    told_as: str = ""  # how the rule is told to people; for a fixed day it is the day and the month
    commemorates: tuple[str, ...] = ()  # regular expressions: how the happening is told beside "anniversary"
    is_name: bool = False  # only with a capital letter
    not_behind: str = ""  # regular expression: words just before the name that make it another day

    def __post_init__(self) -> None:
        """Refuse a row that names no day.

        Raises:
            ValueError: Neither the day recalled nor a rule is given, or a rule has no words for people.
        """
        if not self.first and self.on is None:
            raise ValueError("give `first`, the day recalled, or `on`, the day of the year")
        if self.on is not None and not isinstance(self.on, FixedDay) and not self.told_as:
            raise ValueError("give `told_as`, how the rule is told to people")

    @property
    def first_day(self) -> date | None:
        """The day recalled; None for a day that recalls none."""
        return date.fromisoformat(self.first) if self.first else None

    @property
    def rule(self) -> DayRule:
        """How its day is found in a year."""
        if self.on is not None:
            return self.on
        first = date.fromisoformat(self.first)
        return FixedDay(first.month, first.day)
