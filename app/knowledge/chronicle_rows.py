"""The chronicle: happenings of the world by who took part, where and when; rows of chronicle.toml and of a subject."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from app.domain.edtf import edtf
from app.errors import KnowledgeError
from app.knowledge.toml_rows import FOLDER, read_rows

_FILE = FOLDER / "chronicle.toml"
_GAP = r"[\s\S]*"  # between the words of a row, which a sentence may tell in any order


@dataclass(frozen=True)
class ActRow:
    """The words, nouns and verbs, by which the news tells of one sort of act; regular expressions."""

    name: str
    words: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    unless: tuple[str, ...] = ()  # words of something else: a sentence with one of them tells not of it
    by_subject: bool = False  # who is named first does or suffers it, at the beginning of the sentence
    is_of_many: bool = False  # the lead tells of it in several sentences: "the talks on Thursday", behind who met


@dataclass(frozen=True)
class ChronicleRow:
    """A happening, told by words that hold all of `tells`, in any order, and a word of its act."""

    title: str
    on: str  # its day, or its days as an interval; EDTF
    act: str  # the name of a row of acts
    tells: tuple[str, ...]  # regular expressions, from the beginning of a word; ’ is either apostrophe
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    needs: tuple[str, ...] = ()  # the text must hold one of these words, as they stand
    once: bool = False  # nothing else was ever told so, so that "last month" or a weekday beside it is enough


@dataclass(frozen=True)
class Chronicled:
    """A row of the chronicle with its days and its act."""

    row: ChronicleRow
    first: date
    last: date
    act: ActRow

    @cached_property
    def key(self) -> str:
        """A pattern with all that a text must hold to tell of it, for a look at its needles alone."""
        return _GAP.join(map(_any_of, (self.act.words, *((told,) for told in self.row.tells))))

    @cached_property
    def acts(self) -> re.Pattern[str]:
        """The words of its act."""
        return _compiled(_any_of(self.act.words))

    @cached_property
    def names(self) -> tuple[re.Pattern[str], ...]:
        """Who took part and where; the first of them may be the subject."""
        return tuple(_compiled(_any_of((told,))) for told in self.row.tells)

    @cached_property
    def _others(self) -> re.Pattern[str]:
        return _compiled(_any_of(self.act.unless) if self.act.unless else r"(?!)")

    def is_on(self, month: int, day: int) -> bool:
        """Was it on such a day of a year?"""
        if self.first.year == self.last.year:
            return (self.first.month, self.first.day) <= (month, day) <= (self.last.month, self.last.day)
        return (month, day) >= (self.first.month, self.first.day) or (month, day) <= (self.last.month, self.last.day)

    def is_told_in(self, words: str, around: str = "") -> bool:
        """Do words hold all that tells of it? Where the text around them is given, the act and one name are enough."""
        if around:
            missing = [name for name in self.names if not name.search(words)]
            is_named = len(missing) < len(self.names) and all(name.search(around) for name in missing)
        else:
            is_named = all(name.search(words) for name in self.names)
        return is_named and self.acts.search(words) is not None and self._others.search(words) is None


def load_acts() -> tuple[ActRow, ...]:
    """The rows of acts."""
    return read_rows(_FILE, "act", ActRow)


def load_chronicle(subject: Path) -> tuple[Chronicled, ...]:
    """The happenings of the world and those in the file of a subject.

    Raises:
        KnowledgeError: A row is wrong, names no act, or has no day.
    """
    acts = {row.name: row for row in load_acts()}
    rows = (*read_rows(_FILE, "chronicle", ChronicleRow), *read_rows(subject, "chronicle", ChronicleRow))
    return tuple(_chronicled(rows, acts))


def _chronicled(rows: Iterable[ChronicleRow], acts: Mapping[str, ActRow]) -> Iterator[Chronicled]:
    for row in rows:
        first, last = edtf(row.on).bounds
        if first is None or last is None:
            raise KnowledgeError(f"{row.title}: {row.on!r} has no first or last day; give a day or an interval")
        if row.act not in acts:
            raise KnowledgeError(f"{row.title}: no [[act]] {row.act!r}; choose one of {', '.join(sorted(acts))}")
        yield Chronicled(row, first, last, acts[row.act])


def _any_of(words: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(words)})".replace("’", "['’]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when a text first asks for it: of hundreds of rows most are never asked."""
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {pattern}: {error}; mend the regular expression") from error
