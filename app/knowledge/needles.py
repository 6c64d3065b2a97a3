"""Words without which a regular expression cannot match: a look for them spares most sentences the search."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from app.knowledge.word_lists import one_pattern

# The standard library's own parser of regular expressions: private, but what every tool that reads them uses.
_parser: Any = import_module("re._parser")
_constants: Any = import_module("re._constants")

_SHORTEST = 3  # characters: shorter ones stand in almost every sentence
_SHORTEST_OTHER = 2  # of other scripts: a word of Korean often has two
_MOST = 64  # words: a longer list takes as long as the search
# In a walk that looks for all of them together, short ones and long lists cost little.
_SHORTEST_IN_SCAN, _MOST_IN_SCAN = 2, 400

_WORD = re.compile(r"[^\W_]+")

Needles = frozenset[str]
NeedleSets = tuple[tuple[Needles, ...], ...]
_Element = tuple[Any, Any]  # an operation and what it is done with


def needles_of(pattern: str) -> Needles:
    """Pieces of text, one of which stands in whatever a pattern matches, both seen without case; none if unknown.

    Args:
        pattern: A regular expression for `re`, matched with IGNORECASE.
    """
    return _Finder(_SHORTEST, _MOST).of_row(_parser.parse(pattern)) or frozenset()


def scanned_needles_of(pattern: str) -> Needles:
    """The same for a pattern that is to be looked for together with others: shorter and more of them will do."""
    return _Finder(_SHORTEST_IN_SCAN, _MOST_IN_SCAN).of_row(_parser.parse(pattern)) or frozenset()


def needle_sets_of(pattern: str) -> NeedleSets:
    """The same for long texts, more exact: for each way to match, all that it needs; see `may_match_sets`.

    Args:
        pattern: A regular expression for `re`, matched with IGNORECASE.
    """
    finder, row = _Finder(_SHORTEST, _MOST), _without_edges(_parser.parse(pattern))
    while len(row) == 1 and row[0][0] is _constants.SUBPATTERN:
        row = _without_edges(row[0][1][-1])
    is_choice = len(row) == 1 and row[0][0] is _constants.BRANCH
    ways = row[0][1][1] if is_choice else [row]
    return tuple(tuple(sorted(finder.all_of_row(way), key=_cost)) for way in ways)


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


@dataclass(frozen=True)
class NeedleScan:
    """The needles of many patterns, looked for together: one walk through a text says which could match where."""

    pattern: re.Pattern[str]  # finds places; the needle is group 1
    by_needle: Mapping[str, tuple[int, ...]]  # needle, to the numbers of the patterns that could match there
    always: tuple[int, ...]  # the numbers of patterns that could match anywhere

    def find(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Where a needle stands in a text, in order, each with the numbers of the patterns that could match there."""
        for found in self.pattern.finditer(_folded(text)):
            yield found.start(), self.by_needle[found[1]]


def _folded(text: str) -> str:
    """A text without case, each character at its place: the few that fold to two stay as they are."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one) == 1 else character for character in text if (one := character.casefold()))


def scan_of(each: Sequence[Needles]) -> NeedleScan:
    """Lay the needles of patterns together; of needles that begin alike the longest stands for all of them."""
    words = [frozenset(max(_WORD.findall(needle), key=len, default="") for needle in own) for own in each]
    # What holds no word is found by none, so such a pattern is tried everywhere.
    plain = [own if "" not in own else frozenset[str]() for own in words]
    needles = sorted(frozenset[str]().union(*plain))
    by_needle = {
        needle: tuple(n for n, own in enumerate(plain) if any(needle.startswith(one) for one in own))
        for needle in needles
    }
    pattern = re.compile(rf"(?=({one_pattern(needles)}))" if needles else r"(?!)()")
    return NeedleScan(pattern, by_needle, tuple(n for n, own in enumerate(plain) if not own))


@dataclass(frozen=True)
class _Finder:
    """Finds needles of some length at least, and so many at most."""

    shortest: int  # characters
    most: int  # needles

    def of_row(self, row: Iterable[_Element]) -> Needles | None:
        """The best needles of elements one after the other: those whose shortest is the longest."""
        return max(self.all_of_row(row), key=lambda needles: (min(map(len, needles)), -len(needles)), default=None)

    def all_of_row(self, row: Iterable[_Element]) -> list[Needles]:
        """The needles of each of some elements one after the other."""
        found: list[Needles] = []
        run = ""
        for element in row:
            if element[0] is _constants.LITERAL:
                run += chr(element[1]).casefold()
                continue
            found += self._literal(run)
            run = ""
            if (inner := self._of_element(element)) is not None:
                found.append(inner)
        return found + self._literal(run)

    def _literal(self, run: str) -> list[Needles]:
        is_long = len(run) >= (self.shortest if run.isascii() else min(self.shortest, _SHORTEST_OTHER))
        return [frozenset({run})] if is_long else []

    def _of_element(self, element: _Element) -> Needles | None:
        operation, value = element
        if operation is _constants.SUBPATTERN:
            return self.of_row(value[-1])
        if operation is _constants.BRANCH:
            return self._of_branches(value[1])
        if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] > 0:
            return self.of_row(value[2])
        return None

    def _of_branches(self, branches: Sequence[Any]) -> Needles | None:
        """One of several: what each of them needs, if each needs something."""
        each = [self.of_row(branch) for branch in branches]
        if not all(each):
            return None
        together = frozenset().union(*(needles for needles in each if needles))
        return together if len(together) <= self.most else None
