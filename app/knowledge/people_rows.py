"""People whose office or age dates what tells of them: rows of people.toml, and the actors of a subject."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.edtf import edtf
from app.errors import KnowledgeError
from app.knowledge.actor_rows import ActorRow, OfficeRow
from app.knowledge.toml_rows import FOLDER, read_rows

_FILE = FOLDER / "people.toml"
_NONE = re.compile(r"(?!)")
_TITLED = re.compile(r"(?:president|mr|mrs|ms|dr|marshal|premier)\b", re.IGNORECASE)


@dataclass(frozen=True)
class PersonRow:
    """Somebody whom the news names with an office. `names` stand behind its title; of several words also alone."""

    name: str
    names: tuple[str, ...]
    born: tuple[str, ...]  # EDTF; several where sources differ, none where they are at odds
    offices: tuple[OfficeRow, ...]
    source: str


@dataclass(frozen=True)
class Terms:
    """How the news names somebody in an office, and when it was held; None: still held when the row was written."""

    name: str
    title: str
    pattern: re.Pattern[str]
    held: tuple[tuple[date, date | None], ...]


@dataclass(frozen=True)
class Birth:
    """How the news names somebody beside an age, and from when to when the birth may have been."""

    name: str
    pattern: re.Pattern[str]
    days: tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class People:
    """All of them, compiled once."""

    terms: tuple[Terms, ...]
    births: tuple[Birth, ...]

    @property
    def patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """All patterns, each with the name that it is of."""
        terms = [(one.pattern, one.name) for one in self.terms]
        return [*terms, *((one.pattern, one.name) for one in self.births)]


def load_people(subject: Path, titles: Mapping[str, tuple[str, ...]]) -> People:
    """Read and compile the people of the file of a subject, then those of all.

    Args:
        subject: The file of the subject, whose actors come first.
        titles: How the news names who holds an office, by its title.

    Raises:
        KnowledgeError: A row is wrong.
    """
    actors = [_person(row) for row in read_rows(subject, "actor", ActorRow) if row.kind == "person"]
    known = {row.name for row in actors}
    people = [*actors, *(row for row in read_rows(_FILE, "person", PersonRow) if row.name not in known)]
    return People(tuple(_terms(people, titles)), tuple(_births(people)))


def _person(actor: ActorRow) -> PersonRow:
    """An actor of a subject; its aliases of one word may be those of others too."""
    names = (actor.name, *(alias for alias in actor.aliases if " " in alias and not _TITLED.match(alias)))
    return PersonRow(actor.name, names, tuple(actor.born), tuple(actor.offices), actor.source)


def _terms(people: Iterable[PersonRow], titles: Mapping[str, tuple[str, ...]]) -> Iterator[Terms]:
    """The offices of each person, by the titles under which they act: "President Boris Yeltsin"."""
    for person in people:
        for title in dict.fromkeys(office.title for office in person.offices):
            titled = "|".join(titles.get(title, (title,)))
            full = _any_of(name for name in person.names if " " in name)
            behind = rf"\b(?:{full}),\s+(?:the\s+)?(?:(?-i:[A-Z])\w+\s+)?(?:{titled})\b" if full else _NONE.pattern
            ruling = rf"\b(?:{full}),? who has (?:ruled|led|headed|governed|run)\b" if full else _NONE.pattern
            pattern = rf"\b(?:{titled})\s+(?:{_any_of(person.names)})\b(?!-)|{behind}|{ruling}"
            held = tuple((office.first, office.last) for office in person.offices if office.title == title)
            yield Terms(person.name, title, _compiled(pattern, person.name), held)


def _births(people: Iterable[PersonRow]) -> Iterator[Birth]:
    for person in people:
        days = tuple(_days_of(born, person.name) for born in person.born)
        if days:
            full = [name for name in person.names if " " in name or "-" in name]
            pattern = rf"\b(?:{_any_of(full)})\b" if full else _NONE.pattern
            yield Birth(person.name, _compiled(pattern, person.name), days)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s").replace(r"\-", "[ -]") for name in names)


def _days_of(born: str, name: str) -> tuple[date, date]:
    first, last = edtf(born).bounds
    if first is None or last is None:
        raise KnowledgeError(f"{name}: born {born!r} has no first or last day; give a day, a month or a year")
    return first, last


def _compiled(pattern: str, owner: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern.replace("’", "[’']"), re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {owner}: {error}; mend the regular expression") from error
