"""Which of a system's answers belongs to which mark of the gold: one to one, the best pairs first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.evaluation.marked import Timex


class Scope(StrEnum):
    """What is measured; gold and answers are cut to it alike, before they are matched."""

    ALL = "ALL"  # every time expression
    DATE = "DATE"  # those of type DATE
    # What a timeline needs: DATE and TIME with a place in the calendar, the time of day cut off.
    CAL = "CAL"

    def of(self, marks: Iterable[Timex]) -> list[Timex]:
        """What of it falls into the scope."""
        if self is Scope.ALL:
            return list(marks)
        if self is Scope.DATE:
            return [mark for mark in marks if mark.type == "DATE"]
        return [
            replace(mark, value=mark.value.partition("T")[0])
            for mark in marks
            if mark.type in {"DATE", "TIME"} and mark.value[:1].isdigit()
        ]


@dataclass(frozen=True)
class Pair:
    """A mark of the gold and the answer that belongs to it."""

    gold: Timex
    answer: Timex

    @property
    def is_strict(self) -> bool:
        """Do both stand at the same place?"""
        return (self.gold.start, self.gold.end) == (self.answer.start, self.answer.end)

    @property
    def is_right(self) -> bool:
        """Have both the same value?"""
        return self.gold.value == self.answer.value


@dataclass(frozen=True)
class Matching:
    """One document: what belongs together, and what is left on either side."""

    pairs: tuple[Pair, ...]
    missed: tuple[Timex, ...]
    spurious: tuple[Timex, ...]


def match(gold: Iterable[Timex], answers: Iterable[Timex], scope: Scope) -> Matching:
    """Match one document's gold with one system's answers.

    Args:
        gold: As marked, by position. The same mark twice is asked for twice.
        answers: As found. The same answer twice is one.
        scope: What is measured.

    Returns:
        Pairs that share a character, each side used once: those at the same place before others, then those with the
        same value, then by the number of characters shared, then by the place in the text.

    Source: TempEval-3's measures (strict and relaxed match, value); how ties are broken is ours.
    """
    wanted, found = scope.of(gold), scope.of(sorted(set(answers)))
    chosen: dict[int, int] = {}
    used: set[int] = set()
    candidates = sorted(_touching(wanted, found), key=lambda places: _rank(wanted, found, *places))
    for place, other in candidates:
        if place not in chosen and other not in used:
            chosen[place] = other
            used.add(other)
    return Matching(
        pairs=tuple(Pair(wanted[place], found[chosen[place]]) for place in sorted(chosen)),
        missed=tuple(mark for place, mark in enumerate(wanted) if place not in chosen),
        spurious=tuple(mark for place, mark in enumerate(found) if place not in used),
    )


def _rank(wanted: Sequence[Timex], found: Sequence[Timex], place: int, other: int) -> tuple[bool, bool, int, int, int]:
    """The best pair has the least."""
    pair = Pair(wanted[place], found[other])
    return not pair.is_strict, not pair.is_right, -_shared(pair.gold, pair.answer), place, other


def _shared(one: Timex, other: Timex) -> int:
    """How many characters both hold; none or less where they do not touch."""
    return min(one.end, other.end) - max(one.start, other.start)


def _touching(wanted: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[int, int]]:
    """The places of all that share a character; both are sorted, so that one pass finds them."""
    open_answers: list[int] = []
    coming = 0
    for place, mark in enumerate(wanted):
        while coming < len(found) and found[coming].start < mark.end:
            open_answers.append(coming)
            coming += 1
        open_answers = [other for other in open_answers if found[other].end > mark.start]
        yield from ((place, other) for other in open_answers if _shared(mark, found[other]) > 0)
