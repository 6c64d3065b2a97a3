"""Happenings in which a telling may find its home, looked up by their days and by what they share with it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from app.domain.linking import Happening, Span, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.evidence import Compared, points_again, points_for, refers_back

_DAYS_A_BUCKET = 32


class Rank(NamedTuple):
    """How well a happening fits: the most points, then the finest, where people meet, the most told, the first.

    Who tells without names that two sides met means their meeting, and not the arrival on the eve. The id decides.
    """

    points: int
    tier: int  # negative
    is_meeting: bool
    weight: int
    first_day: int  # negative
    id: str


def rank_of(happening: Happening, points: int) -> Rank:
    """The rank of a happening by the points that it shares with a telling."""
    is_meeting = len(happening.people) > 1
    return Rank(points, -happening.tier, is_meeting, happening.weight, -(happening.first_day or 0), happening.id)


class Candidates:
    """Happenings, filed by block, days and all that points are given for."""

    def __init__(self, happenings: Iterable[Happening], rows: Evidence) -> None:
        """File them."""
        self._rows = rows
        self._known: list[Happening] = []
        self._filed: dict[tuple[str, int], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        # Kinds that are told for each other are looked up together; the others need something else in common.
        families = {family for family, _ in rows.kinship}
        most = max(rows.points.other_kind, rows.points.open_kind)
        self._kin = {one: [other for other in families if rows.kinship[one, other] > most] for one in families}
        for one in happenings:
            if one.first_day is not None and one.last_day is not None:
                keys = (*one.families, *one.people, *one.places, *one.words)
                for bucket in _buckets(one.first_day, one.last_day):
                    by_key = self._filed[one.block, bucket]
                    for key in keys:
                        by_key[key].append(len(self._known))
                self._known.append(one)

    def ranked(self, one: Compared, span: Span) -> Iterator[tuple[Rank, Happening]]:
        """Those that touch a span and share a kind, a name or a word with a telling, with their points, in no order."""
        for number in self._sharing(one, span):
            found = self._known[number]
            if touches(found, span):
                yield rank_of(found, points_for(one, found, self._rows)), found

    def reaches(self, one: Compared, span: Span, bar: int) -> bool:
        """Does one of those that touch a span share so many points with a telling?"""
        return any(
            points_for(one, self._known[number], self._rows) >= bar
            for number, keys in self._sharing(one, span).items()
            if self._most_points(keys) >= bar and touches(self._known[number], span)
        )

    def best(
        self, one: Trace, span: Span, may_hold: Callable[[Happening], bool], own: Collection[str] = ()
    ) -> Rank | None:
        """The best of them that may hold a telling, None for none.

        Who shares most is looked at first, and who shares too little to be better is not looked at.

        Args:
            one: The telling.
            span: The days that a happening must touch.
            may_hold: Does nothing forbid it?
            own: Ids of those that its article tells already: for these it gets less, unless it refers back to them.
        """
        best: Rank | None = None
        for number, keys in self._sharing(one, span).most_common():
            if best and self._most_points(keys) < best.points:
                break
            found = self._known[number]
            if touches(found, span) and may_hold(found):
                less = points_again(one, found, self._rows) if found.id in own and not refers_back(one, found) else 0
                rank = rank_of(found, points_for(one, found, self._rows) + less)
                best = max(best, rank) if best else rank
        return best

    def is_ahead(self, best: Rank, by: int, one: Compared, span: Span) -> bool:
        """Has none of the others that touch a span so many points that it comes near to the best?"""
        return all(rank.points + by <= best.points for rank, found in self.ranked(one, span) if found.id != best.id)

    def _sharing(self, one: Compared, span: Span) -> Counter[int]:
        """How many keys happenings share with a telling; one that lies in several buckets counts too many."""
        keys = {key for family in one.families for key in self._kin[family]} | one.people | one.places | one.words
        buckets = (self._filed.get((span.block, bucket), {}) for bucket in _buckets(span.first_day, span.last_day))
        return Counter(chain.from_iterable(by_key.get(key, ()) for by_key in buckets for key in keys))

    def _most_points(self, keys: int) -> int:
        """The most points that so many shared keys can give: a kind, a place, and people or words."""
        points = self._rows.points
        most_kin = points.most_of_kind
        if keys == 1:
            return max(most_kin, points.open_kind + points.place)
        return most_kin + points.place + max(points.person, points.word) * (keys - 1)


def _buckets(first_day: int, last_day: int) -> range:
    return range(first_day // _DAYS_A_BUCKET, last_day // _DAYS_A_BUCKET + 1)


def touches(one: Trace | Happening, span: Span) -> bool:
    """Does one of its days lie in the span, in the same block?"""
    return (
        one.first_day is not None
        and one.last_day is not None
        and one.block == span.block
        and one.first_day <= span.last_day
        and one.last_day >= span.first_day
    )
