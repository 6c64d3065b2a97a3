"""Joins what lies near in time where sources tell one happening so: an article errs by a day, a report has no date.

Each part, what one day is taken to tell, looks at those like it within a few days. The most told is a centre, and the
others join the best centre that they see. A centre never joins, so that no chain forms, and a change is felt only as
far as its neighbours' neighbours.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.linking import Happening, Span, Trace
from app.pipeline.linking.parting import happening_of

# A change can be felt so many reaches away: who is a centre, who joins it, whom else it holds. To know what is there,
# as much again is read.
_FELT, _READ = 4, 8


@dataclass(frozen=True)
class Part:
    """What is told of one day, or undated with one bound, and taken for one happening so far."""

    founders: Sequence[Trace]
    told: Happening
    articles: frozenset[str]

    @property
    def day(self) -> int | None:
        """Its day, or its bound; None without any."""
        return self.told.last_day

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        """Where people meet first, then the most told, then the latest."""
        return len(self.told.people) > 1, len(self.articles), self.day or 0, self.told.id


def part_of(founders: Sequence[Trace]) -> Part:
    """The part that mentions make together."""
    return Part(founders, happening_of(founders), frozenset(trace.article_id for trace in founders))


def near_and_far(
    groups: Iterable[Iterable[Part]], felt: Collection[int | None]
) -> tuple[list[Sequence[Trace]], list[Sequence[Trace]]]:
    """The founders of each group that holds one of some days, and those of each of the others."""
    near, far = list[Sequence[Trace]](), list[Sequence[Trace]]()
    for group in groups:
        founders = [trace for part in group for trace in part.founders]
        (near if any(part.day in felt for part in group) else far).append(founders)
    return near, far


def read_around(block: str, day: int, reach_days: int) -> Span:
    """The days of a block that must be known to say what a change on a day does."""
    return Span(block, day - _READ * reach_days, day + _READ * reach_days)


def felt_around(day: int, reach_days: int) -> range:
    """The days on which a change on a day may be felt."""
    return range(day - _FELT * reach_days, day + _FELT * reach_days + 1)


def join_near(parts: Iterable[Part], reach_days: int, is_same: Callable[[Part, Part], bool]) -> list[list[Part]]:
    """Parts of one block, those together that tell of one happening; the order plays no part.

    Args:
        parts: All of the days that are looked at.
        reach_days: How far two of them may lie apart.
        is_same: Do two parts tell of the same?
    """
    by_day: dict[int | None, list[Part]] = defaultdict(list)
    for part in parts:
        by_day[part.day].append(part)
    every = [part for of_day in by_day.values() for part in of_day]
    near = {part.told.id: list(_neighbours(part, by_day, reach_days, is_same)) for part in every}
    centres = {part.told.id for part in every if all(part.rank > other.rank for other in near[part.told.id])}
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in every:
        seen = [other for other in near[part.told.id] if other.told.id in centres]
        home = part if part.told.id in centres or not seen else max(seen, key=lambda other: other.rank)
        groups[home.told.id].append(part)
    return list(groups.values())


def _neighbours(
    part: Part, by_day: Mapping[int | None, Sequence[Part]], reach_days: int, is_same: Callable[[Part, Part], bool]
) -> Iterator[Part]:
    if part.day is None:
        return
    for day in range(part.day - reach_days, part.day + reach_days + 1):
        yield from (other for other in by_day.get(day, ()) if other is not part and is_same(part, other))
