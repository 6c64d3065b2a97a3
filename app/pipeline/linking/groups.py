"""The groups found so far in a block, to look up by time: only those near enough are looked at."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.event import Mention, Status

# A group that spans more months than this is looked at always; most happenings span one or two.
_MOST_MONTHS = 14


@dataclass
class Group:
    """Mentions of one happening, in the making; its time is that of its founder, the finest dated of them."""

    mentions: list[Mention]
    earliest: date | None
    latest: date | None
    people: frozenset[str]
    statuses: set[Status]

    @property
    def founder(self) -> Mention:
        """The mention that the group was founded by."""
        return self.mentions[0]

    @property
    def is_dated(self) -> bool:
        """Is it bounded on both sides?"""
        return self.earliest is not None and self.latest is not None


class Groups:
    """Groups by the months that they touch."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Group] = []
        self._by_month: dict[int, list[Group]] = defaultdict(list)
        self._wide: list[Group] = []

    def add(self, group: Group) -> None:
        """Take in a group, in the months that it touches."""
        self.all.append(group)
        months = _months(group.earliest or group.latest, group.latest or group.earliest)
        if not 0 < len(months) <= _MOST_MONTHS:
            self._wide.append(group)
        for month in months if len(months) <= _MOST_MONTHS else ():
            self._by_month[month].append(group)

    def touching(self, earliest: date | None, latest: date | None) -> Iterator[Group]:
        """The groups that touch a time, each once, in the order in which they were founded."""
        months = _months(earliest, latest)
        if len(months) > len(self._by_month):
            yield from self.all
            return
        seen = {id(group): group for month in months for group in self._by_month.get(month, ())}
        yield from sorted([*seen.values(), *self._wide], key=lambda group: group.founder.id)


def _months(earliest: date | None, latest: date | None) -> range:
    if earliest is None or latest is None:
        return range(0)
    return range(earliest.year * 12 + earliest.month, latest.year * 12 + latest.month + 1)
