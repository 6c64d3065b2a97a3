"""A question to a list, read from an address and written back to it: the machinery that all filters share.

A question is its canonical pairs and nothing else, so that equal questions have equal addresses. A repeated key means
OR, different keys AND, `-key=value` excludes, blank means not asked. Each kind of question tells which keys there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, NamedTuple, Self
from urllib.parse import quote, urlencode

from app.errors import BadFilter

LONGEST_VALUE = 500  # characters; no name or search is longer
MOST_VALUES = 100  # in one question; an address must stay readable, a database bind them all
MOST_PAGES = 1_000_000


class ActiveFilter(NamedTuple):
    """One thing that was asked, as a chip shows it."""

    key: str
    value: str
    is_excluded: bool


@dataclass(frozen=True)
class Keys:
    """What can be asked: every key in the order of the address, and what its values may be."""

    all: tuple[str, ...]
    excludable: tuple[str, ...]
    closed_lists: Mapping[str, type[StrEnum]]
    numbers: Mapping[str, range]
    unasked: Mapping[str, str] = field(default_factory=dict)  # what goes without saying
    once: tuple[str, ...] = ("sort", "page")  # two values cannot both be meant; they narrow nothing

    @cached_property
    def address_order(self) -> tuple[str, ...]:
        """Every key, and behind it that which excludes."""
        return tuple(form for key in self.all for form in ((key, f"-{key}") if key in self.excludable else (key,)))


@dataclass(frozen=True)
class Question:
    """A checked question; without pairs it asks for everything."""

    KEYS: ClassVar[Keys]
    PATH: ClassVar[str] = "/"  # the page that it is asked of

    pairs: tuple[tuple[str, str], ...] = ()

    def chosen(self, key: str) -> tuple[str, ...]:
        """The values of a key that are asked for; any of them will do."""
        return tuple(value for name, value in self.pairs if name == key)

    def excluded(self, key: str) -> tuple[str, ...]:
        """The values of a key that must not be there."""
        return self.chosen(f"-{key}")

    def one(self, key: str) -> str:
        """The value of a key that holds only one; what goes without saying when it was not asked."""
        return next(iter(self.chosen(key)), self.KEYS.unasked.get(key, ""))

    @property
    def q(self) -> str:
        """The words searched for, as the search field shows them."""
        return self.one("q")

    @property
    def page(self) -> int:
        """The page of the list, from 1."""
        return int(self.one("page"))

    @property
    def is_narrowed(self) -> bool:
        """Does it leave anything out? Order and page do not."""
        return bool(self.active())

    def active(self) -> tuple[ActiveFilter, ...]:
        """Everything that narrows the list, in the order of the address."""
        asked = (pair for pair in self.pairs if pair[0] not in self.KEYS.once)
        return tuple(ActiveFilter(key.removeprefix("-"), value, key.startswith("-")) for key, value in asked)

    def state_of(self, key: str, value: str) -> str:
        """How a facet shows a value: `off`, `chosen` or `excluded`."""
        if (key, value) in self.pairs:
            return "chosen"
        return "excluded" if (f"-{key}", value) in self.pairs else "off"

    def with_value(self, key: str, value: str) -> Self:
        """Ask for a value too (instead, where a key holds only one); begins at page 1 again."""
        kept = self.without_value(key, value) if key in self.KEYS.excludable else self.without(key)
        return self.canonical((*kept.pairs, (key, value)))

    def excluding(self, key: str, value: str) -> Self:
        """Leave a value out; begins at page 1 again."""
        return self.canonical((*self.without_value(key, value).pairs, (f"-{key}", value)))

    def without_value(self, key: str, value: str) -> Self:
        """Ask no longer for a value, nor against it; begins at page 1 again."""
        dropped = {(key, value), (f"-{key}", value)}
        return self.canonical(pair for pair in self.without("page").pairs if pair not in dropped)

    def without(self, *keys: str) -> Self:
        """Ask nothing of these keys; begins at page 1 again."""
        dropped = {"page", *keys, *(f"-{key}" for key in keys)}
        return type(self)(tuple(pair for pair in self.pairs if pair[0] not in dropped))

    def cleared(self) -> Self:
        """Everything again, shown in the same way."""
        return type(self)(tuple(pair for pair in self.without().pairs if pair[0] in self.KEYS.once))

    def with_page(self, page: int) -> Self:
        """The same question, another page of its answer."""
        return self.canonical((*self.without("page").pairs, ("page", str(page))))

    def to_pairs(self) -> list[tuple[str, str]]:
        """The whole state, in canonical order, as a form or an address carries it."""
        return list(self.pairs)

    def query_string(self) -> str:
        """The state as an address carries it, without the question mark."""
        return urlencode(self.pairs, quote_via=quote)

    def href(self, path: str = "") -> str:
        """A link that shows a page in this state; without a path its own."""
        return f"{path or self.PATH}?{self.query_string()}" if self.pairs else path or self.PATH

    def facet_path(self, key: str) -> str:
        """The page with all values of a facet of the list that this is asked of."""
        return f"{self.PATH.rstrip('/')}/facets/{key}"

    def facet_href(self, key: str, find: str = "") -> str:
        """A link to that page in this state: all values, or those that hold some letters."""
        address = self.without().href(self.facet_path(key))
        sought = urlencode({"find": find}, quote_via=quote)
        return f"{address}{'&' if '?' in address else '?'}{sought}" if find else address

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]], also: Collection[str] = ()) -> Self:
        """Read what was asked.

        Args:
            pairs: Keys and values as an address or a command line gives them, in any order.
            also: Further keys that a route answers to itself; they are left alone.

        Raises:
            BadFilter: A key or a value of a closed list is unknown, or a value is malformed.
        """
        asked = [(key, " ".join(value.split())) for key, value in pairs if key not in also]
        for key, value in asked:
            cls._check_key(key, value)
        given = [(key, value) for key, value in asked if value]
        for key, value in given:
            cls._check_value(key, value)
        cls._check_together(given)
        return cls.canonical(given)

    @classmethod
    def canonical(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """One form for equal questions: order of the keys, then of letters; nothing twice, nothing that goes unsaid."""
        values: dict[str, set[str]] = defaultdict(set)
        for key, value in pairs:
            values[key].add(str(int(value)) if key in cls.KEYS.numbers else value)
        asked = sorted(values, key=cls.KEYS.address_order.index)
        unasked = cls.KEYS.unasked
        return cls(
            tuple(
                (key, value) for key in asked for value in cls._loosest(key, values[key]) if value != unasked.get(key)
            )
        )

    @classmethod
    def _loosest(cls, key: str, values: set[str]) -> list[str]:  # noqa: ARG003 -- a kind of question may look at it
        """What several values of a key mean together: any of them."""
        return sorted(values)

    @classmethod
    def _check_key(cls, key: str, value: str) -> None:
        if key in cls.KEYS.address_order:
            return
        if key.removeprefix("-") in cls.KEYS.all:
            raise BadFilter(key, value, f"{key[1:]} cannot be excluded; only {', '.join(cls.KEYS.excludable)} can")
        raise BadFilter(key, value, f"there is no such filter; there are {', '.join(cls.KEYS.all)}")

    @classmethod
    def _check_value(cls, key: str, value: str) -> None:
        plain = key.removeprefix("-")
        if len(value) > LONGEST_VALUE:
            raise BadFilter(key, f"{value[:40]}…", f"it is longer than {LONGEST_VALUE} characters; shorten it")
        if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in value):
            raise BadFilter(key, ascii(value), "it holds characters that are no text; type it again")
        if plain in cls.KEYS.closed_lists and value not in set(cls.KEYS.closed_lists[plain]):
            raise BadFilter(key, value, f"write one of {', '.join(cls.KEYS.closed_lists[plain])}")
        if plain in cls.KEYS.numbers:
            _check_number(plain, value, cls.KEYS.numbers[plain])

    @classmethod
    def _check_together(cls, given: list[tuple[str, str]]) -> None:
        """Check what only shows when all is read: too much, two pages at once."""
        if len(given) > MOST_VALUES:
            raise BadFilter(*given[MOST_VALUES], f"more than {MOST_VALUES} values are asked for; ask for fewer")
        for key in cls.KEYS.once:
            values = sorted({value for name, value in given if name == key})
            if len(values) > 1:
                raise BadFilter(key, values[1], f"{key}={values[0]} is asked for too; keep one of them")


def _check_number(key: str, value: str, allowed: range) -> None:
    is_number = value.isascii() and value.isdigit() and len(value) <= len(str(allowed[-1]))
    if not is_number or int(value) not in allowed:
        raise BadFilter(key, value, f"write a whole number from {allowed[0]} to {allowed[-1]}")
