"""Words without which a regular expression cannot match: a look for them spares most sentences the search."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

# The standard library's own parser of regular expressions: private, but what every tool that reads them uses.
_parser: Any = import_module("re._parser")
_constants: Any = import_module("re._constants")

_SHORTEST = 3  # characters: shorter ones stand in almost every sentence
_SHORTEST_OTHER = 2  # of other scripts: a word of Korean often has two
_MOST = 64  # words: a longer list takes as long as the search

Needles = frozenset[str]
NeedleSets = tuple[tuple[Needles, ...], ...]
_Element = tuple[Any, Any]  # an operation and what it is done with


def needles_of(pattern: str) -> Needles:
    """Pieces of text, one of which stands in whatever a pattern matches, both seen without case; none if unknown.

    Args:
        pattern: A regular expression for `re`, matched with IGNORECASE.
    """
    return _of_row(_parser.parse(pattern)) or frozenset()


def needle_sets_of(pattern: str) -> NeedleSets:
    """The same for long texts, more exact: for each way to match, all that it needs; see `may_match_sets`.

    Args:
        pattern: A regular expression for `re`, matched with IGNORECASE.
    """
    row = _without_edges(_parser.parse(pattern))
    while len(row) == 1 and row[0][0] is _constants.SUBPATTERN:
        row = _without_edges(row[0][1][-1])
    is_choice = len(row) == 1 and row[0][0] is _constants.BRANCH
    ways = row[0][1][1] if is_choice else [row]
    return tuple(tuple(sorted(_all_of_row(way), key=_cost)) for way in ways)


def _cost(needles: Needles) -> tuple[int, int]:
    """Few and long ones are looked for first: they are missing soonest."""
    return len(needles), -min(map(len, needles))


def _without_edges(row: Iterable[_Element]) -> list[_Element]:
    return [element for element in row if element[0] is not _constants.AT]


def may_match_sets(ways: NeedleSets, folded: str) -> bool:
    """Could the pattern match within a text whose case was folded, by any of its ways?"""
    for way in ways:  # not any() of all(): this is asked of every article and every fact
        for needles in way:
            for needle in needles:
                if needle in folded:
                    break
            else:
                break
        else:
            return True
    return False


def may_match(needles: Needles, folded: str) -> bool:
    """Could the pattern match within a text whose case was folded?"""
    for needle in needles:  # not any(): this is asked for every sentence and every trigger
        if needle in folded:
            return True
    return not needles


def _of_row(row: Iterable[_Element]) -> Needles | None:
    """The best needles of elements one after the other: those whose shortest is the longest."""
    return max(_all_of_row(row), key=lambda needles: (min(map(len, needles)), -len(needles)), default=None)


def _all_of_row(row: Iterable[_Element]) -> list[Needles]:
    """The needles of each of some elements one after the other."""
    found: list[Needles] = []
    run = ""
    for element in row:
        if element[0] is _constants.LITERAL:
            run += chr(element[1]).casefold()
            continue
        found += _literal(run)
        run = ""
        if (inner := _of_element(element)) is not None:
            found.append(inner)
    return found + _literal(run)


def _literal(run: str) -> list[Needles]:
    is_long = len(run) >= (_SHORTEST if run.isascii() else _SHORTEST_OTHER)
    return [frozenset({run})] if is_long else []


def _of_element(element: _Element) -> Needles | None:
    operation, value = element
    if operation is _constants.SUBPATTERN:
        return _of_row(value[-1])
    if operation is _constants.BRANCH:
        return _of_branches(value[1])
    if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] > 0:
        return _of_row(value[2])
    return None


def _of_branches(branches: Sequence[Any]) -> Needles | None:
    """One of several: what each of them needs, if each needs something."""
    each = [_of_row(branch) for branch in branches]
    if not all(each):
        return None
    together = frozenset().union(*(needles for needles in each if needles))
    return together if len(together) <= _MOST else None
