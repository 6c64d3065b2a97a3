"""Lists of words found as one pattern, whatever spaces, hyphens, apostrophes and capitals a page has."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Capitals make no difference to names longer than this; "US" and "UN" would be found in every shouted "us".
_SHORT_WORD = 4


@dataclass(frozen=True)
class Words:
    """A list of words found as one pattern, and the rows that each of them may belong to."""

    pattern: re.Pattern[str]
    rows_by_word: Mapping[str, tuple[str, ...]]  # more than one where the word alone does not tell: "Kim"

    def rows(self, word: str) -> tuple[str, ...]:
        """The rows that a word, as it stands in a text, may belong to."""
        return self.rows_by_word[normal_word(word)]


_PLAIN = str.maketrans({"’": "'", "‐": "-", "‑": "-", "–": "-"})
_LOOSE = {"\b": r"\b", " ": r"[\s\u00a0]+", "-": r"[-‐‑–\s]", "'": "['’]", "’": "['’]"}

_Tree = dict[str, "_Tree"]  # patterns of one character each, to what may follow them; "" where a word may end


def _atoms(word: str) -> list[str]:
    """A word as pages write it, a pattern for each character: any space, any hyphen, any apostrophe."""
    return [_LOOSE.get(character) or re.escape(character) for character in word]


def _tree_of(words: Iterable[str]) -> _Tree:
    tree: _Tree = {}
    for word in words:
        node = tree
        for atom in _atoms(word):
            node = node.setdefault(atom, {})
        node[""] = {}
    return tree


def _pattern_of(tree: _Tree) -> str:
    """Words that begin alike share their beginning, so that each place of a text is tried once and not for each word.

    What goes on is preferred to what ends: of two words the longer is found.
    """
    branches = [atom + _pattern_of(follows) for atom, follows in sorted(tree.items()) if atom]
    if not branches:
        return ""
    together = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{together}?" if "" in tree else together


def one_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of these words, as pages write them; the longest is found."""
    return _pattern_of(_tree_of(words))


def compile_words(rows: Iterable[tuple[str, Iterable[str]]]) -> Words:
    """One pattern for all words of all rows, of which the longest is found; case counts."""
    rows_by_word: dict[str, tuple[str, ...]] = {}
    for name, words in rows:
        for word in map(normal_word, words):
            rows_by_word[word] = tuple(dict.fromkeys((*rows_by_word.get(word, ()), name)))
    if not rows_by_word:
        return Words(re.compile(r"(?!)"), rows_by_word)
    # Most places of a text are passed by on a look at one character.
    begins = "".join(sorted({re.escape(word[0]) for word in rows_by_word}))
    pattern = one_pattern(rows_by_word)
    return Words(re.compile(rf"(?=[{begins}])(?<![^\W_])(?:{pattern})(?![^\W_])"), rows_by_word)


def with_capitals(words: Iterable[str]) -> list[str]:
    """Words also as headlines and the first words of a story set them: "NORTH Korea", "NORTH KOREA"."""
    spelled = []
    for word in words:
        first, *rest = word.split(" ")
        spelled += [word, word.upper(), " ".join([first.upper(), *rest])] if len(word) > _SHORT_WORD else [word]
    return spelled


def normal_word(word: str) -> str:
    """A word with plain spaces, hyphens and apostrophes, as `rows_by_word` holds it."""
    return " ".join(word.translate(_PLAIN).split())
