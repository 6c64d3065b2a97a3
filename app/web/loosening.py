"""What would fill an empty list: one filter taken back or, where that is not enough, two."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from app.domain.question import ActiveFilter, Question

_MOST_TOGETHER, _MOST_TRIED = 2, 12  # filters at once, and of how many: each pair is counted
_MOST_SHOWN = 8
Asked = TypeVar("Asked", bound=Question)


@dataclass(frozen=True)
class LooserFilter:
    """What the list would hold without some of the active filters."""

    without: tuple[ActiveFilter, ...]
    href: str
    count: int


def looser_filters(wanted: Asked, count: Callable[[Asked], int]) -> list[LooserFilter]:
    """The ways to a list that is not empty, that which gives most first.

    Args:
        wanted: A question without an answer.
        count: How many a question gives.

    Returns:
        Filters whose taking back alone helps; only where there are none, pairs of them; nothing where no pair helps.
    """
    for together in range(1, _MOST_TOGETHER + 1):
        tried = combinations(wanted.active()[:_MOST_TRIED], together)
        helpful = [one for one in (_without(wanted, some, count) for some in tried) if one.count]
        if helpful:
            return sorted(helpful, key=lambda one: -one.count)[:_MOST_SHOWN]
    return []


def _without(wanted: Asked, some: tuple[ActiveFilter, ...], count: Callable[[Asked], int]) -> LooserFilter:
    looser = wanted
    for active in some:
        looser = looser.without_value(active.key, active.value)
    return LooserFilter(some, looser.href(), count(looser))
