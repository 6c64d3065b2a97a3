"""What the analyst asked to see: one value, read from an address or a command line and written back to it.

The words are those of DESIGN.md section 4; how questions are read and written is told in question.py.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from app.domain.edtf import Precision, edtf
from app.domain.event import Status, Topic
from app.domain.question import LONGEST_VALUE, MOST_PAGES, ActiveFilter, Keys, Question
from app.errors import BadDate, BadFilter

__all__ = [
    "ADDRESS_ORDER", "CLOSED_LISTS", "FILTER_KEYS", "LIST_KEYS", "LONGEST_VALUE", "MOST_ORIGINS", "MOST_PAGES",
    "TIMELINE_KEYS", "ActiveFilter", "Certainty", "ListFilter", "Open", "Sort", "TimelineFilter", "read_filter",
]  # fmt: skip

MOST_ORIGINS = 100_000


class Certainty(StrEnum):
    """Must an event's span only touch the range, or lie inside it?"""

    POSSIBLY = "possibly"
    SURELY = "surely"


class Open(StrEnum):
    """Which side of an event's span no source bounds: "by 15 August 2022" is open at its start."""

    START = "start"
    END = "end"
    BOTH = "both"  # a day of an unknown year, or no date at all

    @classmethod
    def of(cls, earliest: object | None, latest: object | None) -> "Open | None":
        """The open side of a span with these bounds; None where both are there."""
        if earliest is None:
            return cls.BOTH if latest is None else cls.START
        return cls.END if latest is None else None


class Sort(StrEnum):
    """Oldest first, or the whole order reversed."""

    DATE = "date"
    REVERSED = "-date"


class Density(StrEnum):
    """Entries of the list with their first quote, or a line each."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


CLOSED_LISTS: dict[str, type[StrEnum]] = {
    "topic": Topic,
    "status": Status,
    "precision": Precision,
    "open": Open,
    "certainty": Certainty,
    "sort": Sort,
    "view": Density,
}
LIST_KEYS = ("actor", "place", "topic", "status", "publisher", "precision", "open")
EXCLUDABLE = ("q", *LIST_KEYS)
FILTER_KEYS = ("q", "from", "to", "certainty", *LIST_KEYS, "min_origins", "sort", "page")
NUMBERS = {"min_origins": range(MOST_ORIGINS + 1), "page": range(1, MOST_PAGES + 1)}
UNASKED = {"certainty": Certainty.POSSIBLY.value, "sort": Sort.DATE.value, "page": "1", "min_origins": "0"}
TIMELINE_KEYS = Keys(FILTER_KEYS, EXCLUDABLE, CLOSED_LISTS, NUMBERS, UNASKED)
ADDRESS_ORDER = TIMELINE_KEYS.address_order
# How the list is shown, not what is on it: only pages with the list know these.
LIST_PAGE_KEYS = ("after", "view")


@dataclass(frozen=True)
class TimelineFilter(Question):
    """A checked question to the timeline; `TimelineFilter()` asks for everything. Made by `read_filter`."""

    KEYS: ClassVar[Keys] = TIMELINE_KEYS

    @property
    def first_day(self) -> date | None:
        """First day of `from`; None when not asked."""
        return edtf(self.one("from")).earliest

    @property
    def last_day(self) -> date | None:
        """Last day of `to`: `to=2022` means to 31 December; None when not asked."""
        return edtf(self.one("to")).latest

    @property
    def certainty(self) -> Certainty:
        """How an event's span must lie to the range."""
        return Certainty(self.one("certainty"))

    @property
    def min_origins(self) -> int:
        """The fewest independent witnesses; 0 when not asked."""
        return int(self.one("min_origins"))

    @property
    def is_reversed(self) -> bool:
        """Is the newest wanted first?"""
        return self.one("sort") == Sort.REVERSED

    @property
    def of_timeline(self) -> "TimelineFilter":
        """The same question without what only one kind of page knows."""
        return TimelineFilter(tuple(pair for pair in self.without().pairs if pair[0] in TIMELINE_KEYS.address_order))

    @classmethod
    def _loosest(cls, key: str, values: set[str]) -> list[str]:
        """A bound that is given twice means either of them, which is the looser one."""
        if len(values) < 2 or key.removeprefix("-") in EXCLUDABLE:  # noqa: PLR2004 -- one is one
            return sorted(values)
        if key == "min_origins":
            return [min(values, key=int)]
        if key == "certainty":
            return [Certainty.POSSIBLY.value]
        if key not in ("from", "to"):
            return sorted(values)
        bounds = sorted(values, key=lambda value: (_bound(key, value) or date.min, value))
        return [bounds[-1] if key == "to" else bounds[0]]

    @classmethod
    def _check_value(cls, key: str, value: str) -> None:
        super()._check_value(key, value)
        if key in ("from", "to"):
            _check_day(key, value)

    @classmethod
    def _check_together(cls, given: list[tuple[str, str]]) -> None:
        """Check also that the range does not end before it begins."""
        super()._check_together(given)
        wanted = cls.canonical(given)
        if wanted.first_day and wanted.last_day and wanted.first_day > wanted.last_day:
            first = wanted.one("from")
            raise BadFilter("to", wanted.one("to"), f"the range ends before it begins, at from={first}; swap the two")


@dataclass(frozen=True)
class ListFilter(TimelineFilter):
    """The same on a page with the list of events: also where the list begins, and how densely it is set."""

    KEYS: ClassVar[Keys] = replace(
        TIMELINE_KEYS,
        all=(*TIMELINE_KEYS.all, *LIST_PAGE_KEYS),
        unasked={**UNASKED, "view": Density.COMFORTABLE.value},
        once=(*TIMELINE_KEYS.once, *LIST_PAGE_KEYS),
    )

    @property
    def is_compact(self) -> bool:
        """Is a line for each event enough?"""
        return self.one("view") == Density.COMPACT

    def without(self, *keys: str) -> Self:
        """Ask nothing of these keys; the list begins at its beginning again."""
        return super().without("after", *keys)

    def going_on(self, page: int, after: str) -> Self:
        """The next page, behind the event that the page before ended with: new events do not shift it."""
        return self.canonical((*self.with_page(page).pairs, ("after", after)))

    def in_density(self, density: str) -> Self:
        """The same page, comfortable or compact."""
        return self.canonical((*(pair for pair in self.pairs if pair[0] != "view"), ("view", density)))

    def href(self, path: str = "") -> str:
        """A link that shows a page in this state, without what only pages with the list know."""
        if path in ("", self.PATH) or path.startswith(("/events/", "/facets/")):
            return super().href(path)
        return TimelineFilter(tuple(pair for pair in self.pairs if pair[0] not in LIST_PAGE_KEYS)).href(path)


def read_filter(pairs: Iterable[tuple[str, str]], also: Collection[str] = ()) -> TimelineFilter:
    """Read what was asked of the timeline, as `Question.read` tells."""
    return TimelineFilter.read(pairs, also)


def _check_day(key: str, value: str) -> None:
    try:
        day = _bound(key, value)
    except BadDate as error:
        raise BadFilter(key, value, str(error)) from error
    if day is None:
        raise BadFilter(key, value, "that side is open; write a date such as 2022, 2022-08 or 2022-08-15")


def _bound(key: str, value: str) -> date | None:
    return edtf(value).latest if key == "to" else edtf(value).earliest
