"""What the analyst asked to see: one value, read from an address or a command line and written back to it.

A filter is its canonical pairs and nothing else, so that equal questions have equal addresses. The words are those of
DESIGN.md section 4: a repeated key means OR, different keys AND, `-key=value` excludes, blank means not asked.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote, urlencode

from app.domain.edtf import Precision, edtf
from app.domain.event import Status, Topic
from app.errors import BadDate, BadFilter

LONGEST_VALUE = 500  # characters; no name or search is longer
MOST_VALUES = 100  # in one question; an address must stay readable, a database bind them all
MOST_PAGES = 1_000_000
MOST_ORIGINS = 100_000


class Certainty(StrEnum):
    """Must an event's span only touch the range, or lie inside it?"""

    POSSIBLY = "possibly"
    SURELY = "surely"


class Sort(StrEnum):
    """Oldest first, or the whole order reversed."""

    DATE = "date"
    REVERSED = "-date"


CLOSED_LISTS: dict[str, type[StrEnum]] = {
    "topic": Topic,
    "status": Status,
    "precision": Precision,
    "certainty": Certainty,
    "sort": Sort,
}
LIST_KEYS = ("actor", "place", "topic", "status", "publisher", "precision")
EXCLUDABLE = ("q", *LIST_KEYS)
FILTER_KEYS = ("q", "from", "to", "certainty", *LIST_KEYS, "min_origins", "sort", "page")
ADDRESS_ORDER = tuple(form for key in FILTER_KEYS for form in ((key, f"-{key}") if key in EXCLUDABLE else (key,)))
UNASKED = {"certainty": Certainty.POSSIBLY.value, "sort": Sort.DATE.value, "page": "1", "min_origins": "0"}


class ActiveFilter(NamedTuple):
    """One thing that was asked, as a chip shows it."""

    key: str
    value: str
    is_excluded: bool


@dataclass(frozen=True)
class TimelineFilter:
    """A checked question to the timeline; `TimelineFilter()` asks for everything. Made by `read_filter`."""

    pairs: tuple[tuple[str, str], ...] = ()

    def chosen(self, key: str) -> tuple[str, ...]:
        """The values of a key that are asked for; any of them will do."""
        return tuple(value for name, value in self.pairs if name == key)

    def excluded(self, key: str) -> tuple[str, ...]:
        """The values of a key that must not be there."""
        return self.chosen(f"-{key}")

    def one(self, key: str) -> str:
        """The value of a key that holds only one; what goes without saying when it was not asked."""
        return next(iter(self.chosen(key)), UNASKED.get(key, ""))

    @property
    def q(self) -> str:
        """The words searched for, as the search field shows them."""
        return self.one("q")

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
    def page(self) -> int:
        """The page of the list, from 1."""
        return int(self.one("page"))

    @property
    def is_narrowed(self) -> bool:
        """Does it leave any event out? Order and page do not."""
        return bool(self.active())

    def active(self) -> tuple[ActiveFilter, ...]:
        """Everything that narrows the timeline, in the order of the address."""
        asked = (pair for pair in self.pairs if pair[0] not in ("sort", "page"))
        return tuple(ActiveFilter(key.removeprefix("-"), value, key.startswith("-")) for key, value in asked)

    def state_of(self, key: str, value: str) -> str:
        """How a facet shows a value: `off`, `chosen` or `excluded`."""
        if (key, value) in self.pairs:
            return "chosen"
        return "excluded" if (f"-{key}", value) in self.pairs else "off"

    def with_value(self, key: str, value: str) -> "TimelineFilter":
        """Ask for a value too (instead, where a key holds only one); begins at page 1 again."""
        kept = self.without_value(key, value) if key in EXCLUDABLE else self.without(key)
        return _canonical((*kept.pairs, (key, value)))

    def excluding(self, key: str, value: str) -> "TimelineFilter":
        """Leave a value out; begins at page 1 again."""
        return _canonical((*self.without_value(key, value).pairs, (f"-{key}", value)))

    def without_value(self, key: str, value: str) -> "TimelineFilter":
        """Ask no longer for a value, nor against it; begins at page 1 again."""
        dropped = {(key, value), (f"-{key}", value)}
        return _canonical(pair for pair in self.without("page").pairs if pair not in dropped)

    def without(self, *keys: str) -> "TimelineFilter":
        """Ask nothing of these keys; begins at page 1 again."""
        dropped = {"page", *keys, *(f"-{key}" for key in keys)}
        return TimelineFilter(tuple(pair for pair in self.pairs if pair[0] not in dropped))

    def with_page(self, page: int) -> "TimelineFilter":
        """The same question, another page of its answer."""
        return _canonical((*self.without("page").pairs, ("page", str(page))))

    def to_pairs(self) -> list[tuple[str, str]]:
        """The whole state, in canonical order, as a form or an address carries it."""
        return list(self.pairs)

    def query_string(self) -> str:
        """The state as an address carries it, without the question mark."""
        return urlencode(self.pairs, quote_via=quote)

    def href(self, path: str = "/") -> str:
        """A link that shows a page in this state."""
        return f"{path}?{self.query_string()}" if self.pairs else path


def read_filter(pairs: Iterable[tuple[str, str]], also: Collection[str] = ()) -> TimelineFilter:
    """Read what was asked.

    Args:
        pairs: Keys and values as an address or a command line gives them, in any order.
        also: Further keys that a route answers to itself; they are left alone.

    Raises:
        BadFilter: A key or a value of a closed list is unknown, or a value is malformed.
    """
    asked = [(key, _tidy(value)) for key, value in pairs if key not in also]
    for key, value in asked:
        _check_key(key, value)
    given = [(key, value) for key, value in asked if value]
    for key, value in given:
        _check_value(key, value)
    _check_together(given)
    return _canonical(given)


def _tidy(value: str) -> str:
    return " ".join(value.split())


def _check_key(key: str, value: str) -> None:
    if key in ADDRESS_ORDER:
        return
    if key.removeprefix("-") in FILTER_KEYS:
        raise BadFilter(key, value, f"{key[1:]} cannot be excluded; only {', '.join(EXCLUDABLE)} can")
    raise BadFilter(key, value, f"there is no such filter; there are {', '.join(FILTER_KEYS)}")


def _check_value(key: str, value: str) -> None:
    plain = key.removeprefix("-")
    if len(value) > LONGEST_VALUE:
        raise BadFilter(key, f"{value[:40]}…", f"it is longer than {LONGEST_VALUE} characters; shorten it")
    if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in value):
        raise BadFilter(key, ascii(value), "it holds characters that are no text; type it again")
    if plain in CLOSED_LISTS and value not in set(CLOSED_LISTS[plain]):
        raise BadFilter(key, value, f"write one of {', '.join(CLOSED_LISTS[plain])}")
    if plain in ("from", "to"):
        _check_day(plain, value)
    if plain == "page":
        _check_number(plain, value, range(1, MOST_PAGES + 1))
    if plain == "min_origins":
        _check_number(plain, value, range(MOST_ORIGINS + 1))


def _check_day(key: str, value: str) -> None:
    try:
        day = _bound(key, value)
    except BadDate as error:
        raise BadFilter(key, value, str(error)) from error
    if day is None:
        raise BadFilter(key, value, "that side is open; write a date such as 2022, 2022-08 or 2022-08-15")


def _check_number(key: str, value: str, allowed: range) -> None:
    is_number = value.isascii() and value.isdigit() and len(value) <= len(str(allowed[-1]))
    if not is_number or int(value) not in allowed:
        raise BadFilter(key, value, f"write a whole number from {allowed[0]} to {allowed[-1]}")


def _check_together(given: list[tuple[str, str]]) -> None:
    """Check what only shows when all is read: too much, two pages at once, a range that ends before it begins."""
    if len(given) > MOST_VALUES:
        raise BadFilter(*given[MOST_VALUES], f"more than {MOST_VALUES} values are asked for; ask for fewer")
    for key in ("sort", "page"):
        values = sorted({value for name, value in given if name == key})
        if len(values) > 1:
            raise BadFilter(key, values[1], f"{key}={values[0]} is asked for too; keep one of them")
    wanted = _canonical(given)
    if wanted.first_day and wanted.last_day and wanted.first_day > wanted.last_day:
        first = wanted.one("from")
        raise BadFilter("to", wanted.one("to"), f"the range ends before it begins, at from={first}; swap the two")


def _canonical(pairs: Iterable[tuple[str, str]]) -> TimelineFilter:
    """One form for equal questions: order of FILTER_KEYS, then of letters; nothing twice, nothing that goes unsaid."""
    values: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        values[key].add(str(int(value)) if key in ("min_origins", "page") else value)
    asked = sorted(values, key=ADDRESS_ORDER.index)
    return TimelineFilter(
        tuple((key, value) for key in asked for value in _loosest(key, values[key]) if value != UNASKED.get(key))
    )


def _loosest(key: str, values: set[str]) -> list[str]:
    """A bound that is given twice means either of them, which is the looser one."""
    if len(values) < 2 or key.removeprefix("-") in EXCLUDABLE:  # noqa: PLR2004 -- one is one
        return sorted(values)
    if key == "min_origins":
        return [min(values, key=int)]
    if key == "certainty":
        return [Certainty.POSSIBLY.value]
    bounds = sorted(values, key=lambda value: (_bound(key, value) or date.min, value))
    return [bounds[-1] if key == "to" else bounds[0]]


def _bound(key: str, value: str) -> date | None:
    return edtf(value).latest if key == "to" else edtf(value).earliest
