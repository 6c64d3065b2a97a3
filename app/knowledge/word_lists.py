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


def flexible(word: str) -> str:
    """A pattern for a word as pages write it: any space, any hyphen, any apostrophe."""
    pattern = re.escape(word).replace(r"\ ", r"[\s\u00a0]+").replace(r"\-", r"[-‐‑–\s]")
    return re.sub("['’]", "['’]", pattern)


def compile_words(rows: Iterable[tuple[str, Iterable[str]]]) -> Words:
    """One pattern for all words of all rows, the longest first; case counts."""
    rows_by_word: dict[str, tuple[str, ...]] = {}
    for name, words in rows:
        for word in map(normal_word, words):
            rows_by_word[word] = tuple(dict.fromkeys((*rows_by_word.get(word, ()), name)))
    longest_first = sorted(rows_by_word, key=lambda word: (-len(word), word))
    if not longest_first:
        return Words(re.compile(r"(?!)"), rows_by_word)
    pattern = "|".join(flexible(word) for word in longest_first)
    # Most places of a text are passed by on a look at one character.
    begins = "".join(sorted({re.escape(word[0]) for word in longest_first}))
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
    plain = re.sub(r"[\s\u00a0]+", " ", word.replace("’", "'"))
    return re.sub(r"[‐‑–]", "-", plain)
