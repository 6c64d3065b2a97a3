"""Text cut where marks begin and end, for showing quotes and date words within it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar


class Marked(Protocol):
    """Anything with half-open positions in the kept text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Behind the last character."""


Mark = TypeVar("Mark", bound=Marked)


@dataclass(frozen=True)
class Run(Generic[Mark]):
    """A stretch of text that lies under the same marks from end to end."""

    text: str
    marks: tuple[Mark, ...]


def runs(text: str, start: int, marks: Iterable[Mark]) -> tuple[Run[Mark], ...]:
    """Cut a text where marks begin and end.

    Args:
        text: A stretch of the kept text.
        start: Its position in the kept text.
        marks: What is marked, by position in the kept text; marks may overlap and reach beyond the stretch.

    Returns:
        The pieces in order; joined they are the text.
    """
    found = [mark for mark in marks if mark.start < mark.end]
    end = start + len(text)
    edges = sorted({start, end} | {at for mark in found for at in (mark.start, mark.end) if start < at < end})
    return tuple(
        Run(text[left - start : right - start], tuple(m for m in found if m.start <= left and right <= m.end))
        for left, right in pairwise(edges)
    )
