"""Parts what is told of the same days, or undated in one article, into happenings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.domain.linking import Happening, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.evidence import points_again, points_for, refers_back

# Of the happenings of a cell that share no name or word with a telling only so many are looked at: the first ones.
_MOST_STRANGERS = 16
_A_THIRD = 3


def happening_of(founders: Sequence[Trace]) -> Happening:
    """What the tellings that found a happening say of it together."""
    first_days = [trace.first_day for trace in founders if trace.first_day is not None]
    last_days = [trace.last_day for trace in founders if trace.last_day is not None]
    told_as = Counter(family for trace in founders for family in trace.families)
    return Happening(
        id=min(trace.mention_id for trace in founders),
        block=founders[0].block,
        tier=founders[0].tier,
        first_day=min(first_days, default=None),
        last_day=max(last_days, default=None),
        families=_mostly(told_as),
        sides=frozenset[str]().union(*(trace.sides for trace in founders)),
        people=frozenset[str]().union(*(trace.people for trace in founders)),
        places=frozenset[str]().union(*(trace.places for trace in founders)),
        words=frozenset[str]().union(*(trace.words for trace in founders)),
        stances=frozenset(trace.stance for trace in founders),
        voices=frozenset[str]().union(*(trace.voices for trace in founders)),
        weight=len({trace.article_id for trace in founders}).bit_length(),
    )


def part_cell(traces: Iterable[Trace], bar: int, rows: Evidence) -> Iterator[Sequence[Trace]]:
    """The tellings of one cell, by happening: who names most comes first, and each joins what it shares most with.

    Args:
        traces: Of the same block and the same days, or of one article and undated.
        bar: How many points it takes.
        rows: The points.

    Yields:
        At least one telling each; the order in which they came plays no part.
    """
    parts = _Parts(bar, rows)
    for trace in sorted(traces, key=_most_telling_first):
        parts.take_in(trace)
    yield from parts.all


def _most_telling_first(trace: Trace) -> tuple[int, int, int, str]:
    return -len(trace.people), -len(trace.places), -len(trace.words), trace.mention_id


class _Parts:
    """The happenings found so far in a cell, to look up by what they share with a telling."""

    def __init__(self, bar: int, rows: Evidence) -> None:
        self.all: list[list[Trace]] = []
        self._bar = bar
        self._rows = rows
        self._seen: list[Happening] = []
        self._told_as: list[Counter[str]] = []
        self._articles: list[set[str]] = []
        self._by_key: dict[str, set[int]] = defaultdict(set)

    def take_in(self, trace: Trace) -> None:
        likely = {number for key in _keys(trace) for number in self._by_key.get(key, ())}
        likely.update(range(min(len(self.all), _MOST_STRANGERS)))
        points = {number: self._points(number, trace) for number in likely}
        number = max(points, key=lambda n: (points[n], -n), default=None)
        if number is None or points[number] < self._bar:
            number = self._begin(trace)
        else:
            self._told_as[number].update(trace.families)
            self._seen[number] = _with(self._seen[number], trace, self._told_as[number])
        self.all[number].append(trace)
        self._articles[number].add(trace.article_id)
        for key in _keys(trace):
            self._by_key[key].add(number)

    def _begin(self, trace: Trace) -> int:
        self.all.append([])
        self._seen.append(happening_of([trace]))
        self._told_as.append(Counter(trace.families))
        self._articles.append(set())
        return len(self.all) - 1

    def _points(self, number: int, trace: Trace) -> int:
        part = self._seen[number]
        found = points_for(trace, part, self._rows, is_on_day=True)
        goes_on = trace.article_id in self._articles[number] and not refers_back(trace, part)
        return found + (points_again(trace, part, self._rows, is_on_day=True) if goes_on else 0)


def _with(part: Happening, trace: Trace, told_as: Counter[str]) -> Happening:
    """A happening with one founder more: as much as points are given for."""
    return replace(
        part,
        families=_mostly(told_as),
        sides=part.sides | trace.sides,
        people=part.people | trace.people,
        places=part.places | trace.places,
        words=part.words | trace.words,
        stances=part.stances | {trace.stance},
        voices=part.voices | trace.voices,
    )


def _mostly(told_as: Counter[str]) -> frozenset[str]:
    """The families of a third of the tellings, or else the commonest."""
    enough = min(max(told_as.values()), -(-told_as.total() // _A_THIRD))
    return frozenset(family for family, times in told_as.items() if times >= enough)


def _keys(trace: Trace) -> Iterable[str]:
    return (*trace.people, *trace.places, *trace.words, *trace.families)
