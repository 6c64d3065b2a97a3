"""The happenings that a mention may join, in an order that finds the one most like it without asking them all."""

from collections import defaultdict
from collections.abc import Iterable

from app.domain.linking import Happening, Trace
from app.knowledge.extracting_rows import KindRow
from app.pipeline.linking.fitting import fits, likeness


class Ranked:
    """Happenings of the same days, the finest, most told and earliest first, and by the names that they tell."""

    def __init__(self, happenings: Iterable[Happening]) -> None:
        """Order them."""
        self._ordered = sorted(happenings, key=_rank, reverse=True)
        self._by_name: dict[str, list[Happening]] = defaultdict(list)
        for one in self._ordered:
            for name in one.people | one.places | one.voices:
                self._by_name[name].append(one)

    @property
    def are_several(self) -> bool:
        """Is there more than one?"""
        return len(self._ordered) > 1

    def most_like(self, trace: Trace, kind: KindRow) -> Happening | None:
        """Of those that fit a mention the one that it shares most with; of equals the first."""
        names = (*trace.people, *trace.places, trace.voice)
        sharing = {one.id: one for name in names for one in self._by_name.get(name, ()) if fits(trace, one, kind)}
        if sharing:
            return max(sharing.values(), key=lambda one: (likeness(trace, one), *_rank(one)))
        return next((one for one in self._ordered if fits(trace, one, kind)), None)


def _rank(one: Happening) -> tuple[int, int, int, str]:
    return -one.tier, one.weight, -(one.first_day or 0), one.id
