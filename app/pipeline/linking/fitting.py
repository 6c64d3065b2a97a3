"""Do a mention and a happening tell of the same, by people, places and voices? How much do they share?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from app.domain.linking import Happening, Stance, Tier, Trace
from app.knowledge.extracting_rows import KindRow

Compared = Trace | Happening
# Of the happenings of a cell that share no name with a mention only so many are looked at: the first ones.
_MOST_STRANGERS = 16


def fits(one: Compared, other: Compared, kind: KindRow) -> bool:
    """Does nothing speak against it? Two lists without a common name are of two happenings; no list fits any.

    Of what is rare, one day sees no two, whoever is named beside it.
    """
    is_of_that_day = not kind.is_frequent and one.tier is Tier.DAY and other.tier is Tier.DAY
    return (
        (is_of_that_day or _meet(one.people, other.people))
        and _meet(_voices(one), _voices(other))
        and (not kind.is_placed or _meet(one.places, other.places))
    )


def likeness(one: Compared, other: Compared) -> int:
    """How much the two share; who takes part, and who says so, counts twice."""
    who = len(one.people & other.people) + len(_voices(one) & _voices(other))
    return 2 * who + len(one.places & other.places)


def names_shared(one: Compared, other: Compared) -> int:
    """How many people and places the two share, without who says so."""
    return len(one.people & other.people) + len(one.places & other.places)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _voices(one: Compared) -> frozenset[str]:
    if isinstance(one, Happening):
        return one.voices
    return frozenset((one.voice,)) if one.voice else frozenset()


def happening_of(founders: Sequence[Trace]) -> Happening:
    """What the mentions that found a happening say of it together."""
    first_days = [trace.first_day for trace in founders if trace.first_day is not None]
    last_days = [trace.last_day for trace in founders if trace.last_day is not None]
    return Happening(
        id=min(trace.mention_id for trace in founders),
        block=founders[0].block,
        tier=founders[0].tier,
        first_day=min(first_days, default=None),
        last_day=max(last_days, default=None),
        people=frozenset[str]().union(*(trace.people for trace in founders)),
        places=frozenset[str]().union(*(trace.places for trace in founders)),
        stances=frozenset(trace.stance for trace in founders),
        voices=frozenset(trace.voice for trace in founders if trace.voice),
        weight=len({trace.article_id for trace in founders}).bit_length(),
    )


def part_cell(traces: Iterable[Trace], kind: KindRow) -> Iterator[Sequence[Trace]]:
    """The mentions of one cell, by happening: who names most comes first, and each joins what it shares most with.

    Args:
        traces: Of the same block and the same days, or of one article and undated.
        kind: A kind of the block's family.

    Yields:
        At least one mention each; the order in which they came plays no part.
    """
    parts = _Parts(kind)
    for trace in sorted(traces, key=_most_telling_first):
        parts.take_in(trace)
    yield from parts.all


def _most_telling_first(trace: Trace) -> tuple[int, int, int, str]:
    return -len(trace.people), -len(trace.places), trace.stance, trace.mention_id


class _Parts:
    """The happenings found so far in a cell, to look up by the names that they share with a mention."""

    def __init__(self, kind: KindRow) -> None:
        self.all: list[list[Trace]] = []
        self._kind = kind
        self._seen: list[Happening] = []
        self._by_name: dict[str, set[int]] = defaultdict(set)

    def take_in(self, trace: Trace) -> None:
        likely = {number for name in _names(trace) for number in self._by_name.get(name, ())}
        likely.update(range(min(len(self.all), _MOST_STRANGERS)))
        fitting = [number for number in likely if self._may_hold(number, trace)]
        if fitting:
            number = max(fitting, key=lambda n: (likeness(trace, self._seen[n]), len(self.all[n]), -n))
            self.all[number].append(trace)
            self._seen[number] = _with(self._seen[number], trace)
        else:
            number = len(self.all)
            self.all.append([trace])
            self._seen.append(happening_of([trace]))
        for name in _names(trace):
            self._by_name[name].add(number)

    def _may_hold(self, number: int, trace: Trace) -> bool:
        part = self._seen[number]
        if not fits(trace, part, self._kind):
            return False
        if trace.tier is Tier.LOOSE:
            # Nothing dates either. Two denials in one article may be of different times; a plan is not its outcome.
            return trace.stance is not Stance.DENIED and trace.stance in part.stances
        is_told_again = any(other.article_id == trace.article_id for other in self.all[number])
        is_vague = trace.tier >= Tier.MONTH and (
            (self._kind.is_frequent and len(self.all) > 1) or trace.stance not in part.stances
        )
        return not is_vague or is_told_again or likeness(trace, part) > 0


def _with(part: Happening, trace: Trace) -> Happening:
    return Happening(
        part.id, part.block, part.tier, part.first_day, part.last_day,
        part.people | trace.people, part.places | trace.places, part.stances | {trace.stance},
        part.voices | ({trace.voice} if trace.voice else frozenset()), part.weight,
    )  # fmt: skip


def _names(trace: Trace) -> Iterable[str]:
    # By article too: what one article tells twice is looked for without names.
    return (*trace.people, *trace.places, trace.article_id)
