"""Days as lines of a page write them: rows of compact_days.toml, compiled."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.errors import KnowledgeError
from app.knowledge.era_rows import EraRow
from app.knowledge.toml_rows import FOLDER, LANGUAGE_FILES, read_rows

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
class CalendarRow:
    """Months and weekdays as the pages of one language write them: each with all its spellings, lower case."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]  # from Monday on
    source: str


@dataclass(frozen=True)
class Calendar:
    """What the words of all languages mean; none means one month in this language and another in that."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]


@dataclass(frozen=True)
class CompactDay:
    """Such a row, compiled."""

    row: CompactDayRow
    pattern: re.Pattern[str]
    eras: Mapping[str, EraRow]  # by word, lower case
    calendar: Calendar

    def read(self, found: re.Match[str]) -> str:
        """The day as EDTF, `XXXX-…` where it tells no year; empty where no calendar has it."""
        told = found.groupdict()
        month, day = self._month(told["month"]), int(told["day"])
        year = self._year(told)
        try:
            return f"{date(year or _LEAP_YEAR, month, day):{'%Y' if year else 'XXXX'}-%m-%d}"
        except ValueError:
            return ""

    def weekday(self, found: re.Match[str]) -> int | None:
        """The weekday beside the day, 1 is Monday; None where the words tell none."""
        told = found.groupdict().get("weekday")
        return self.calendar.weekdays[told.lower()] if told else None

    def _month(self, told: str) -> int:
        """The number of a month in figures, Roman or not, or by its name."""
        if told.isdigit():
            return int(told)
        name = told.lower()
        if name in self.calendar.months:
            return self.calendar.months[name]
        return _ROMAN.index(name) + 1 if name in _ROMAN else _MONTHS.index(name[:3]) + 1

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
    calendar = _load_calendar()
    words = {
        **_WORDS,
        "{era}": rf"(?P<era>{_any_of(by_word)}) ?(?P<count>\d{{1,3}})(?: ?\(\d{{4}}\))?",
        "{local_month}": f"(?P<month>{_any_of(calendar.months)})",
        "{weekday}": f"(?P<weekday>{_any_of(calendar.weekdays)})",
    }
    rows = read_rows(_FILE, "compact_day", CompactDayRow)
    return tuple(CompactDay(row, _compiled(row, words), by_word, calendar) for row in rows)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def _load_calendar() -> Calendar:
    rows = [row for file in LANGUAGE_FILES for row in read_rows(file, "calendar", CalendarRow)]
    return Calendar(_numbered(row.months for row in rows), _numbered(row.weekdays for row in rows))


def _numbered(calendars: Iterable[Iterable[Iterable[str]]]) -> Mapping[str, int]:
    return {word: number for names in calendars for number, words in enumerate(names, start=1) for word in words}


def _compiled(row: CompactDayRow, words: Mapping[str, str]) -> re.Pattern[str]:
    pattern = row.pattern.replace("’", "[’']")
    for name, word in words.items():
        pattern = pattern.replace(name, word)
    try:
        return re.compile(pattern, 0 if "{roman}" in row.pattern else re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {row.name}: {error}; mend the regular expression") from error
