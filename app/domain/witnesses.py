"""Who is an independent witness: articles that share a source, a house or a run of words are one origin."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Witness:
    """An article as one that tells of an event."""

    article_id: str
    house: str | None  # the family of its publisher; None where nobody is named
    sources: frozenset[str] = field(default_factory=frozenset)  # wires and outlets credited, by family
    fingerprints: frozenset[str] = field(default_factory=frozenset)  # of its wording

    @property
    def voices(self) -> frozenset[str]:
        """Whose word it passes on: the sources that it credits; else its own house's; else its own."""
        return self.sources or frozenset({self.house or self.article_id})


Origin = tuple[Witness, ...]


def join_origins(witnesses: Iterable[Witness]) -> list[Origin]:
    """Join those who share a voice or a run of words, also through a third.

    Args:
        witnesses: Each article once.

    Returns:
        The origins in the order of their first witness; the witnesses of each in the order given.
    """
    origins: list[tuple[set[str], list[int]]] = []
    given = list(witnesses)
    for number, witness in enumerate(given):
        marks, numbers = {*witness.voices, *witness.fingerprints}, [number]
        apart = []
        for origin in origins:
            if origin[0].isdisjoint(marks):
                apart.append(origin)
            else:
                marks |= origin[0]
                numbers += origin[1]
        origins = [*apart, (marks, numbers)]
    return [tuple(given[number] for number in numbers) for numbers in sorted(sorted(found) for _, found in origins)]
