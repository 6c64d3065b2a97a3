"""Names in other alphabets as Latin letters spell them: all ways of one, and what all of them share."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path

from app.errors import KnowledgeError
from app.knowledge.actor_rows import SpellingRow
from app.knowledge.toml_rows import FOLDER, read_rows

_SOFT = re.compile(r"[\W_aeiouy]+")
_JOINED = re.compile(r"([A-Z]\w+)-([a-z]\w*)")  # a given name of two syllables: "Il-sung"
_DOUBLED = re.compile(r"(\w)\1")


def spelt(name: str) -> str:
    """The hard letters of each word of a name, in small letters: the same of Vassily Nebenzia and Vasily Nebenzya."""
    words = name.lower().replace("-", " ").split()
    return " ".join(_DOUBLED.sub(r"\1", _SOFT.sub("", word)) or word for word in words)


Spellings = Mapping[str, Sequence[str]]  # a word of a name, to all that are written for it


def load_spellings(subject: Path) -> Spellings:
    """Read the rows of words that are written in several ways, those of a subject among them.

    Args:
        subject: The file of the subject.

    Raises:
        KnowledgeError: A row is wrong, or a word stands in two.
    """
    alike: dict[str, Sequence[str]] = {}
    for file in (FOLDER / "spellings.toml", subject):
        for row in read_rows(file, "spelling", SpellingRow):
            if twice := alike.keys() & set(row.alike):
                raise KnowledgeError(f"{file.name}: {min(twice)!r} stands in two rows of [[spelling]]; make them one")
            alike |= dict.fromkeys(row.alike, row.alike)
    return alike


def all_spellings(names: Iterable[str], spellings: Spellings) -> list[str]:
    """Names in all their spellings, each as given first: "Kim Il-sung" is also "Kim Il-Sung" and "Kim Ilsung"."""
    ways = ([_ways(word, spellings) for word in name.split(" ")] for name in names)
    return list(dict.fromkeys(" ".join(words) for choices in ways for words in product(*choices)))


def _ways(word: str, spellings: Spellings) -> Sequence[str]:
    if joined := _JOINED.fullmatch(word):
        first, second = joined.groups()
        return word, f"{first}-{second.capitalize()}", f"{first}{second}"
    others = spellings.get(word, ())
    return [word, *(other for other in others if other != word)]
