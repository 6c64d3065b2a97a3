"""The groups found so far in a block, to look up by time and people: only those near enough are looked at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.event import Mention, Status

# A group that spans more months than this is looked at always; most happenings span one or two.
_MOST_MONTHS = 14
_MOST_UNDATED = 16
_NOBODY = ""


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
    def has_bound(self) -> bool:
        """Is anything known of its time?"""
        return self.earliest is not None or self.latest is not None

    @property
    def is_dated(self) -> bool:
        """Is it bounded on both sides?"""
        return self.earliest is not None and self.latest is not None


class Groups:
    """Groups by the months that they touch and the people that they name."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Group] = []
        self._by_month: dict[int, dict[str, list[Group]]] = defaultdict(lambda: defaultdict(list))
        self._wide: list[Group] = []
        self._undated_by_article: dict[str, list[Group]] = defaultdict(list)

    def add(self, group: Group) -> None:
        """Take in a group, in the months that it touches, by its people."""
        self.all.append(group)
        months = _months(group.earliest or group.latest, group.latest or group.earliest)
        if not months:
            self._undated_by_article[group.founder.article_id].append(group)
        elif len(months) > _MOST_MONTHS:
            self._wide.append(group)
        else:
            self._file(group, months, group.people or {_NOBODY})

    def _file(self, group: Group, months: range, people: Iterable[str]) -> None:
        for month in months:
            for name in people:
                self._by_month[month][name].append(group)

    def name(self, group: Group, people: Iterable[str]) -> None:
        """Take in people whom a later mention brings to a group."""
        months = _months(group.earliest or group.latest, group.latest or group.earliest)
        if len(months) <= _MOST_MONTHS:
            self._file(group, months, people)

    def undated_of(self, article_id: str) -> Iterable[Group]:
        """The first groups without any date that an article founded: what nothing dates is looked for no further."""
        return self._undated_by_article[article_id][:_MOST_UNDATED]

    def touching(self, earliest: date | None, latest: date | None, people: frozenset[str]) -> Iterable[Group]:
        """The groups that touch a time and share a name with these people, or that name nobody."""
        months = _months(earliest, latest)
        found: dict[str, Group] = {group.founder.id: group for group in self._wide}
        for month in months if len(months) <= len(self._by_month) else list(self._by_month):
            by_name = self._by_month.get(month, {})
            for name in {*people, _NOBODY} if people else by_name:
                found.update((group.founder.id, group) for group in by_name.get(name, ()))
        return found.values()


def _months(earliest: date | None, latest: date | None) -> range:
    if earliest is None or latest is None:
        return range(0)
    return range(earliest.year * 12 + earliest.month, latest.year * 12 + latest.month + 1)
