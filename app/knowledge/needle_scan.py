"""The needles of many patterns, looked for together: one walk through a text tells which of them could match where."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.knowledge.needles import Needles, Way, fold, is_everywhere, is_sign, rarest, ways_of
from app.knowledge.word_lists import one_pattern

Key = TypeVar("Key", bound=Hashable)  # by which a pattern is known


@dataclass(frozen=True, eq=False)
class _Found(Generic[Key]):
    """What a needle in a text stands for."""

    sets: int  # bit n: a needle of the n-th set
    alone: frozenset[Key]  # patterns that need nothing else
    ways: tuple[tuple[int, Key], ...]  # to be looked at where it stands: the sets that each needs, and its pattern


@dataclass(frozen=True)
class Hits(Generic[Key]):
    """The needles that stand in a text, in order."""

    scan: "NeedleScan[Key]"
    starts: Sequence[int]
    found: Sequence[_Found[Key]]

    def likely(self, start: int, end: int) -> frozenset[Key]:
        """The patterns that could match within a stretch of the text."""
        return self.scan.likely_with(self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


@dataclass(frozen=True)
class NeedleScan(Generic[Key]):
    """Finds the needles of patterns; a pattern can match where one of its ways has all that it needs."""

    pattern: re.Pattern[str]
    by_needle: Mapping[str, _Found[Key]]
    always: frozenset[Key]  # patterns that could match anywhere

    def read(self, text: str) -> Hits[Key]:
        """The needles in a text."""
        hits = [(hit.start(), self.by_needle[hit[0]]) for hit in self.pattern.finditer(fold(text))]
        return Hits(self, [start for start, _ in hits], [found for _, found in hits])

    def likely_in(self, text: str) -> frozenset[Key]:
        """The patterns that could match somewhere in a text."""
        return self.likely_with([self.by_needle[needle] for needle in self.pattern.findall(fold(text))])

    def likely_with(self, found: Sequence[_Found[Key]]) -> frozenset[Key]:
        """The patterns that could match where these needles stand."""
        if not found:
            return self.always
        different = set(found)
        sets = 0
        for one in different:
            sets |= one.sets
        together = [key for one in different for needed, key in one.ways if sets & needed == needed]
        return self.always.union(together, *(one.alone for one in different if one.alone))


def scan_of(patterns: Iterable[tuple[Key, str]]) -> NeedleScan[Key]:
    """Lay the needles of patterns together.

    Args:
        patterns: Regular expressions, matched with IGNORECASE, each with the key by which it is to be known.
    """
    every = [(key, [_usable(way) for way in ways_of(pattern)]) for key, pattern in patterns]
    always = frozenset(key for key, ways in every if not all(ways))
    numbers: dict[Needles, int] = {}  # of sets
    ways_by_set: dict[Needles, list[tuple[int, Key]]] = defaultdict(list)
    for key, way in ((key, way) for key, of_pattern in every if key not in always for way in of_pattern):
        needed = sum({1 << numbers.setdefault(needles, len(numbers)) for needles in way})
        ways_by_set[way[0]].append((needed, key))
    words = frozenset[str]().union(*numbers)
    return NeedleScan(_pattern(words), _by_needle(numbers, ways_by_set), always)


def _usable(way: Way) -> Way:
    """What of a way can be looked for, signs and beginnings of words: the rarest first, common ones if all are so."""
    whole = tuple(needles for needles in way if all(one.startswith(" ") or is_sign(one) for one in needles))
    first = rarest(whole)
    if first is None:
        return ()
    return (first, *(n for n in whole if n != first and (is_everywhere(first) or not is_everywhere(n))))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """The longest of the needles at each beginning of a word; nothing where there are none."""
    spelled = [f"{word.strip()}\b" if word.endswith(" ") else word.strip() for word in words if not is_sign(word)]
    signs = "".join(sorted(filter(is_sign, words)))
    choices = [rf"\b{one_pattern(spelled)}"] * bool(spelled) + [f"[{signs}]"] * bool(signs)
    return re.compile("|".join(choices) or r"(?!)")


def _by_needle(
    sets: Mapping[Needles, int], ways_by_set: Mapping[Needles, Sequence[tuple[int, Key]]]
) -> Mapping[str, _Found[Key]]:
    """What each needle stands for: the longest is found, and stands for all that it begins with too."""
    sets_by_word: dict[str, set[Needles]] = defaultdict(set)
    for needles in sets:
        for word in needles:
            sets_by_word[word].add(needles)
    by_needle = {}
    for word in sets_by_word:
        found = word.strip()
        begun = (f" {found[:length]}" for length in range(1, len(found) + 1))
        here = frozenset[Needles]().union(*(sets_by_word.get(one, ()) for one in (found, f" {found} ", *begun)))
        ways = frozenset(way for needles in here for way in ways_by_set.get(needles, ()))
        known = sum(1 << sets[needles] for needles in here)
        alone = frozenset(key for needed, key in ways if known & needed == needed)
        by_needle[found] = _Found(known, alone, tuple(way for way in ways if way[1] not in alone))
    return by_needle
