"""Words without which a regular expression cannot match: a look for them spares most sentences the search.

This is the prefilter of Cox's "Regular Expression Matching with a Trigram Index", with words in place of trigrams: the
texts that parts of an expression can match are multiplied out as long as they are few, and what is left is, for each
way to match, a list of sets of which each must have a member in the text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any
from unicodedata import category

# The standard library's own parser of regular expressions: private, but what every tool that reads them uses.
_parser: Any = import_module("re._parser")
_constants: Any = import_module("re._constants")

_SHORTEST = 3  # letters and edges
_MOST_TEXTS = 400  # that one part of an expression may match, to be multiplied out
# Most sentences hold some of these, so that they tell little; nothing but speed depends on the list.
_EVERYWHERE = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "in", "is", "it", "its", "not", "of", "off", "on", "or", "out", "over", "she", "that", "the", "their",
    "they", "this", "to", "up", "was", "were", "who", "will", "with", "would",
})  # fmt: skip

# One of these stands in whatever matches: letters, and a blank for an edge of a word; or a sign.
Needles = frozenset[str]
Way = tuple[Needles, ...]  # one of each of these
_Texts = frozenset[str]  # what may stand right before the next element, written as needles are
_Element = tuple[Any, Any]  # an operation and what it is done with
_Read = tuple[list[Needles], _Texts]  # what elements need, and what may stand at their end

_UNKNOWN: _Texts = frozenset({""})
_EDGE: _Texts = frozenset({" "})
_MARKS = frozenset({_constants.CATEGORY_SPACE, _constants.CATEGORY_NOT_WORD})  # classes of what is of no word
_LETTER = [(_constants.IN, [(_constants.CATEGORY, _constants.CATEGORY_WORD)])]
_WITHOUT_WIDTH = frozenset({_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT})
_BEGINNINGS = frozenset({_constants.AT_BEGINNING, _constants.AT_BEGINNING_STRING})
_ENDS = frozenset({_constants.AT_END, _constants.AT_END_STRING})


def ways_of(pattern: str) -> tuple[Way, ...]:
    """The ways in which a pattern can match, each with all that it needs; a way without needles can match anywhere.

    Args:
        pattern: A regular expression for `re`, matched with IGNORECASE; needles are without case.
    """
    return tuple(_needs_of(row) for row in _choices(list(_parser.parse(pattern))))


def fold(text: str) -> str:
    """A text without case, each character at its place: the few that fold to two stay as they are."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one := character.casefold()) == 1 else character for character in text)


def is_of_word(character: str) -> bool:
    """Is it one of those that make up words, to regular expressions?"""
    return character.isalnum() or character == "_"


def is_sign(text: str) -> bool:
    """Is it a sign such as ©, which is a needle by itself? Punctuation stands everywhere."""
    return len(text) == 1 and category(text) == "So"


def _choices(row: list[_Element]) -> list[list[_Element]]:
    """The alternatives of which a pattern is made, where it is nothing else, with the edges around them."""
    inner = [n for n, (operation, _) in enumerate(row) if operation not in _WITHOUT_WIDTH]
    if len(inner) != 1:
        return [row]
    at, (operation, value) = inner[0], row[inner[0]]
    if operation is _constants.SUBPATTERN:
        return _choices([*row[:at], *value[-1], *row[at + 1 :]])
    if operation is not _constants.BRANCH:
        return [row]
    return [way for branch in value[1] for way in _choices([*row[:at], *branch, *row[at + 1 :]])]


def rarest(way: Way) -> Needles | None:
    """Of what a way needs that which most texts lack; None where it needs nothing."""
    return max(way, key=_rarity, default=None)


def is_everywhere(needles: Needles) -> bool:
    """Does one of them stand in most sentences?"""
    return any(needle.strip() in _EVERYWHERE for needle in needles)


def _needs_of(row: Iterable[_Element]) -> Way:
    needs, end = _read_row(row, _UNKNOWN)
    return tuple(dict.fromkeys(needs + _known(end)))


def _read_row(row: Iterable[_Element], before: _Texts) -> _Read:
    """Read elements one after the other, behind one of some texts."""
    needs: list[Needles] = []
    for element in row:
        more, before = _read_element(element, before)
        needs += more
    return needs, before


def _read_element(element: _Element, before: _Texts) -> _Read:
    operation, value = element
    read = _READERS.get(operation)
    return read(value, before) if read else (_known(before), _UNKNOWN)


def _read_characters(choice: Sequence[str], before: _Texts) -> _Read:
    """One of some characters: letters that go on with a word, or marks and blanks that end it."""
    if not any(map(is_of_word, choice)):
        signs = [frozenset(choice)] if all(map(is_sign, choice)) else []
        return _known(_with_edge(before)) + signs, _EDGE
    if not all(map(is_of_word, choice)) or len(choice) * len(before) > _MOST_TEXTS:
        return _known(before), _UNKNOWN
    return [], frozenset(text + fold(character) for text in before for character in choice)


def _read_class(items: Sequence[_Element], before: _Texts) -> _Read:
    if all(operation is _constants.LITERAL or value in _MARKS for operation, value in items):
        return _read_characters([" " if value in _MARKS else chr(value) for _, value in items], before)
    return _known(before), _UNKNOWN


def _read_place(place: object, before: _Texts) -> _Read:
    if place in _BEGINNINGS or (place is _constants.AT_BOUNDARY and not any(map(str.strip, before))):
        return [], _EDGE
    if place in _ENDS or place is _constants.AT_BOUNDARY:
        return _known(_with_edge(before)), _UNKNOWN
    return [], before


def _read_what_is_beside(value: tuple[int, Sequence[_Element]], before: _Texts) -> _Read:
    """Of what must stand ahead its needles; of what must stand behind whether it ends a word."""
    needs, end = _read_row(value[1], _UNKNOWN)
    return (needs + _known(end), before) if value[0] > 0 else ([], _EDGE if end == _EDGE else before)


def _read_what_is_not_beside(value: tuple[int, Sequence[_Element]], before: _Texts) -> _Read:
    """Where no letter may stand before or behind, a word begins or ends."""
    direction, row = value
    ends_word = direction > 0 and all(map(str.strip, before))
    return (
        _read_place(_constants.AT_BOUNDARY, before)
        if list(row) == _LETTER and (ends_word or direction < 0)
        else ([], before)
    )


def _read_branches(value: tuple[None, Sequence[Sequence[_Element]]], before: _Texts) -> _Read:
    """One of several rows: what each of them needs most, if each needs something."""
    each = [_read_row(branch, before) for branch in value[1]]
    together = frozenset[str]().union(*(end for _, end in each))
    if len(together) > _MOST_TEXTS:
        together = _UNKNOWN
    elif not any(needs for needs, _ in each):
        return [], together
    best = [max(needs + _known(end), key=_rarity, default=None) for needs, end in each]
    joined = frozenset[str]().union(*(needles for needles in best if needles))
    is_needed = all(best) and len(joined) <= _MOST_TEXTS
    return [joined] if is_needed else _known(before), together


def _read_repeat(value: tuple[int, int, Sequence[_Element]], before: _Texts) -> _Read:
    least, most, row = value
    needs, end = _read_row(row, before)
    if most > 1 and _read_row(row, end)[1] != end:  # each time ends otherwise
        return (needs + _known(end) if least else _known(before)), _UNKNOWN
    if least:
        return needs, end
    together = before | end
    return (_known(before) if needs else []), together if len(together) <= _MOST_TEXTS else _UNKNOWN


def _with_edge(texts: _Texts) -> _Texts:
    return frozenset(f"{text} " if text.strip() else text for text in texts)


def _known(texts: _Texts) -> list[Needles]:
    """Texts as needles, if each of them is long enough to tell."""
    return [texts] if all(len(text) >= _SHORTEST and text.strip() for text in texts) else []


def _rarity(needles: Needles) -> tuple[bool, int, int]:
    """Long ones are rare, and so are few; edges count."""
    return not is_everywhere(needles), min(_SHORTEST if is_sign(one) else len(one) for one in needles), -len(needles)


# What is not here, as any character and what a group matched before, can be anything.
_READERS: Mapping[Any, Callable[[Any, _Texts], _Read]] = {
    _constants.LITERAL: lambda value, before: _read_characters([chr(value)], before),
    _constants.IN: _read_class,
    _constants.AT: _read_place,
    _constants.SUBPATTERN: lambda value, before: _read_row(value[-1], before),
    _constants.BRANCH: _read_branches,
    _constants.MAX_REPEAT: _read_repeat,
    _constants.MIN_REPEAT: _read_repeat,
    _constants.ASSERT: _read_what_is_beside,
    _constants.ASSERT_NOT: _read_what_is_not_beside,
}
