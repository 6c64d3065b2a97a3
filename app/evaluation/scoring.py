"""Matched documents to figures: precision, recall and F1."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from app.evaluation.marked import Answers, MarkedDocument
from app.evaluation.matching import Matching, Scope, match


class Counts(NamedTuple):
    """What was counted in one document, or in several."""

    gold: int
    found: int
    strict: int  # pairs at the same place
    relaxed: int  # pairs that share a character
    value: int  # of these, those with the same value

    @classmethod
    def of(cls, matching: Matching) -> "Counts":
        """Count one document."""
        pairs = matching.pairs
        return cls(
            gold=len(pairs) + len(matching.missed),
            found=len(pairs) + len(matching.spurious),
            strict=sum(pair.is_strict for pair in pairs),
            relaxed=len(pairs),
            value=sum(pair.is_right for pair in pairs),
        )

    @classmethod
    def total(cls, table: Iterable["Counts"]) -> "Counts":
        """Count several documents together."""
        return cls(*map(sum, zip(*table, strict=True)))


class Measure(NamedTuple):
    """How many answers are right, and how many of what was asked for were found; from 0 to 1."""

    precision: float
    recall: float
    f1: float


class Figures(NamedTuple):
    """The measures of one system in one scope."""

    gold: int
    found: int
    strict: Measure
    relaxed: Measure
    value: Measure
    accuracy: float  # of the values, among the relaxed matches


def count(documents: Iterable[MarkedDocument], answers: Answers, scope: Scope) -> list[Counts]:
    """Count each document by itself, in their order."""
    return [Counts.of(match(document.gold, answers.get(document.name, ()), scope)) for document in documents]


def by_scope(documents: Sequence[MarkedDocument], answers: Answers) -> Mapping[Scope, list[Counts]]:
    """Count in every scope."""
    return {scope: count(documents, answers, scope) for scope in Scope}


def figures(table: Sequence[Counts]) -> Figures:
    """The figures of all documents together; what nothing can be said of is 0."""
    total = Counts.total(table)
    return Figures(
        gold=total.gold,
        found=total.found,
        strict=_measure(total.strict, total),
        relaxed=_measure(total.relaxed, total),
        value=_measure(total.value, total),
        accuracy=_share(total.value, total.relaxed),
    )


def share_above(ours: Sequence[Counts], theirs: Sequence[Counts], draws: int, pick: Callable[[int], int]) -> float:
    """The share of draws in which our value F1 is above theirs: a paired bootstrap over documents.

    Args:
        ours: One system's counts by document; not empty.
        theirs: Another's, of the same documents in the same order.
        draws: How many collections to draw, each with as many documents as there are, some of them several times.
        pick: A number below the one it is given, by chance; a seeded one makes the share repeatable.

    Returns:
        From 0 to 1; equal figures are not above.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap; paired as in Koehn, EMNLP 2004.
    """
    size, above = len(ours), 0
    for _ in range(draws):
        places = [pick(size) for _ in range(size)]
        above += _value_f1(ours, places) > _value_f1(theirs, places)
    return above / draws


def _value_f1(table: Sequence[Counts], places: Sequence[int]) -> float:
    right = sum(table[place].value for place in places)
    both = sum(table[place].gold + table[place].found for place in places)
    return _share(2 * right, both)


def _measure(hits: int, total: Counts) -> Measure:
    return Measure(_share(hits, total.found), _share(hits, total.gold), _share(2 * hits, total.gold + total.found))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
