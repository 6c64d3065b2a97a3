"""Days as lines of a page write them: rows of compact_days.toml, compiled."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.errors import KnowledgeError
from app.knowledge.era_rows import EraRow
from app.knowledge.toml_rows import FOLDER, read_rows

_FILE = FOLDER / "compact_days.toml"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_WORDS = MappingProxyType({
    "{month}": "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)",
    "{roman}": "(?P<month>XI{0,2}|IX|VI{1,3}|IV|V|I{1,3})",
})  # fmt: skip
_LAST_SHORT_YEAR = 35  # as in prose: "35" is 2035 and "36" is 1936
_SHORT, _LEAP_YEAR = 2, 2000


@dataclass(frozen=True)
class CompactDayRow:
    """A way to write a day that only lines of a page have. An example marks the words and the EDTF that they are."""

    name: str
    pattern: str
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    is_sent: bool = False  # only who sends a text writes so


@dataclass(frozen=True)
class CompactDay:
    """Such a row, compiled."""

    row: CompactDayRow
    pattern: re.Pattern[str]
    eras: Mapping[str, EraRow]  # by word, lower case

    def read(self, found: re.Match[str]) -> str:
        """The day as EDTF, `XXXX-…` where it tells no year; empty where no calendar has it."""
        told = found.groupdict()
        month, day = _month(told["month"]), int(told["day"])
        year = self._year(told)
        try:
            return f"{date(year or _LEAP_YEAR, month, day):{'%Y' if year else 'XXXX'}-%m-%d}"
        except ValueError:
            return ""

    def _year(self, told: Mapping[str, str | None]) -> int | None:
        """The year; None where the words tell none."""
        if era := told.get("era"):
            return self.eras[era.lower()].year(int(told["count"] or 0))
        year = told.get("year")
        if year is None:
            return None
        if len(year) > _SHORT:
            return int(year)
        return (2000 if int(year) <= _LAST_SHORT_YEAR else 1900) + int(year)


def load_compact_days(eras: Iterable[EraRow]) -> tuple[CompactDay, ...]:
    """Read and compile the rows, with the eras of a subject.

    Raises:
        KnowledgeError: A row is wrong.
    """
    by_word = {word.lower(): era for era in eras for word in era.words}
    names = "|".join(sorted(map(re.escape, by_word), key=len, reverse=True)) or r"(?!)"
    words = {**_WORDS, "{era}": rf"(?P<era>{names}) ?(?P<count>\d{{1,3}})(?: ?\(\d{{4}}\))?"}
    return tuple(
        CompactDay(row, _compiled(row, words), by_word) for row in read_rows(_FILE, "compact_day", CompactDayRow)
    )


def _month(told: str) -> int:
    """The number of a month in figures, Roman or not, or by its name."""
    if told.isdigit():
        return int(told)
    name = told.lower()
    return _ROMAN.index(name) + 1 if name in _ROMAN else _MONTHS.index(name[:3]) + 1


def _compiled(row: CompactDayRow, words: Mapping[str, str]) -> re.Pattern[str]:
    pattern = row.pattern.replace("’", "[’']")
    for name, word in words.items():
        pattern = pattern.replace(name, word)
    try:
        return re.compile(pattern, 0 if "{roman}" in row.pattern else re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {row.name}: {error}; mend the regular expression") from error
