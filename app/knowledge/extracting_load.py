"""The rows of EXTRACT and LINK, read, checked and compiled."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from pathlib import Path

from app.errors import KnowledgeError
from app.knowledge.actor_rows import ActorRow, CountryRow, GivenNamesRow, LeadersRow, PeopleRow, PlaceRow
from app.knowledge.acts import Acts, compile_acts
from app.knowledge.cleaning_rows import PublisherRow, compile_pattern
from app.knowledge.extracting_knowledge import ExtractingKnowledge, Grammar, Signal
from app.knowledge.extracting_rows import (
    STATING,
    ActRow,
    ConcernRow,
    DenialRow,
    GrammarRow,
    KindRow,
    MediumRow,
    OwnRow,
    PairRow,
    PassRow,
    Row,
    SpeechRow,
    StatusRow,
    SubjectRow,
    TieRow,
    TriggerRow,
    VoiceRow,
)
from app.knowledge.linking_evidence import load_evidence
from app.knowledge.linking_rows import load_differing
from app.knowledge.needle_scan import scan_of
from app.knowledge.spelling import Spellings, all_spellings, load_spellings, spelt
from app.knowledge.toml_rows import FOLDER, read_rows, subject_file
from app.knowledge.word_lists import Words, compile_words, normal_word, one_pattern, with_capitals

_REFERENCE = re.compile(r"<([a-z_]+)>")
NO_CHOICES: Mapping[str, str] = {}


@lru_cache
def load_extracting(subject_name: str) -> ExtractingKnowledge:
    """Read, check and compile the rows of EXTRACT and LINK for a subject.

    Raises:
        KnowledgeError: A row is wrong, a trigger is of no known kind, or a side has nobody.
    """
    own = subject_file(subject_name)
    subject = _subject(own)
    actors = _actors(own)
    places = read_rows(own, "place", PlaceRow)
    kinds = {row.name: row for file in (FOLDER / "kinds.toml", own) for row in read_rows(file, "kind", KindRow)}
    speech = read_rows(FOLDER / "speech.toml", "speech", SpeechRow)
    generic_media = read_rows(own, "medium", MediumRow)
    triggers = tuple(_triggers((FOLDER / "triggers.toml", own), kinds))
    signals = _Signals(len(triggers))
    spellings = load_spellings(own)
    return ExtractingKnowledge(
        subject=subject,
        actors=actors,
        states={side: _state(side, actors.values(), own) for side in subject.sides},
        names=compile_words((row.name, with_capitals(_words_of(row, spellings))) for row in actors.values()),
        adjectives=frozenset(normal_word(w) for row in actors.values() for w in with_capitals(row.adjectives)),
        surnames=frozenset(w for row in actors.values() for w in with_capitals(_surname_of(row, spellings))),
        titles=frozenset(normal_word(w) for row in actors.values() for w in with_capitals(row.titles)),
        places=compile_words((row.name, (row.name, *row.aliases)) for row in places),
        side_by_place={row.name: row.side for row in places if row.side},
        side_by_given_name=_given_names(own),
        capitals=frozenset(row.name for row in places if row.is_capital),
        wide_places=frozenset(row.name for row in places if row.is_wide),
        pairs=signals.read(FOLDER / "speech.toml", "pair", PairRow),
        kinds=kinds,
        evidence=load_evidence(kinds, actors.values(), places, subject.sides),
        differing=load_differing(frozenset(row.family for row in kinds.values())),
        talks=tuple(row for row in kinds.values() if row.is_talk),
        triggers=triggers,
        acts=_acts(kinds),
        grammar=_grammar(),
        concerns=signals.read(own, "concern", ConcernRow),
        own_affairs=signals.read(FOLDER / "own_affairs.toml", "own", OwnRow),
        statuses=signals.read(FOLDER / "status.toml", "status", StatusRow),
        denials=signals.read(FOLDER / "status.toml", "denial", DenialRow),
        speech=_speech(speech),
        claiming=frozenset(word for row in speech if row.claims for word in row.words),
        voices=signals.read(FOLDER / "speech.toml", "voice", VoiceRow, _others(actors.values(), subject.sides)),
        ties=signals.read(FOLDER / "speech.toml", "tie", TieRow),
        passes=signals.read(FOLDER / "passes.toml", "pass", PassRow),
        scan=scan_of(enumerate([*(pattern.pattern for pattern, _ in triggers), *signals.patterns])),
        media=_media(generic_media),
        generic_media=frozenset(word for row in generic_media for word in row.words),
    )


def _subject(own: Path) -> SubjectRow:
    rows = read_rows(own, "subject", SubjectRow)
    if len(rows) != 1:
        raise KnowledgeError(f"{own.name}: {len(rows)} rows of [[subject]]; give one, with its title and its two sides")
    return rows[0]


def _state(side: str, actors: Iterable[ActorRow], own: Path) -> str:
    """The name by which a side goes: that of its first row."""
    for actor in actors:
        if actor.side == side:
            return actor.name
    raise KnowledgeError(f"{own.name}: no [[actor]] is of side {side!r}; add its state")


def _actors(own: Path) -> dict[str, ActorRow]:
    """By name: those of the subject, then other countries and their bodies, then people of whom little is known."""
    actors = {row.name: row for row in read_rows(own, "actor", ActorRow)}
    countries = read_rows(FOLDER / "countries.toml", "country", CountryRow)
    others = (*(row.actor for row in countries), *read_rows(FOLDER / "countries.toml", "actor", ActorRow))
    actors |= {row.name: row for row in others if row.name not in actors}
    return actors | {actor.name: actor for actor in _people(own, actors) if actor.name not in actors}


def _people(own: Path, actors: Mapping[str, ActorRow]) -> Iterator[ActorRow]:
    """People of whom no more is known than whom they act for.

    Raises:
        KnowledgeError: A row names a state that no row has.
    """
    for row in read_rows(own, "people", PeopleRow):
        yield from _persons(row.names, row.side, row.source)
    for others in read_rows(FOLDER / "leaders.toml", "leaders", LeadersRow):
        if (state := actors.get(others.country)) is None:
            raise KnowledgeError(f"leaders.toml: {others.country!r} is no state that countries.toml or the subject has")
        yield from _persons(others.names, state.side, "leaders.toml")


def _persons(names: Collection[str], side: str, source: str) -> Iterator[ActorRow]:
    """One row a person: other spellings of a full name, and a surname that only one of them bears, name the same."""
    bearers: dict[str, list[str]] = {}
    for name in names:
        if " " in name:
            bearers.setdefault(spelt(name), []).append(name)
    for name in names:
        if " " not in name:
            of_name = [spelling for spelling in bearers if spelling.split()[-1] == spelt(name)]
            bearers.setdefault(of_name[0] if len(of_name) == 1 else spelt(name), []).append(name)
    yield from (ActorRow(first, "person", side, aliases, source) for first, *aliases in bearers.values())


def _given_names(own: Path) -> Mapping[str, str]:
    return {name: row.side for row in read_rows(own, "given_names", GivenNamesRow) for name in row.names}


def _speech(rows: Iterable[SpeechRow]) -> re.Pattern[str]:
    """One pattern for all verbs of saying; most places of a text are passed by on a look at one character."""
    words = [word for row in rows for word in row.words]
    begins = "".join(sorted({word[0] for word in words}))
    return re.compile(rf"(?=[{begins}])(?<![-\w])(?:{one_pattern(words)})\b")


def _grammar() -> Grammar:
    """The rows of grammar.toml; `<name>` in a pattern stands for that of an earlier row."""
    patterns: dict[str, str] = {}
    for row in read_rows(FOLDER / "grammar.toml", "grammar", GrammarRow):
        patterns[row.name] = _REFERENCE.sub(lambda found: patterns[found[1]], row.pattern)
    return {name: compile_pattern(pattern, f"grammar.toml: {name}") for name, pattern in patterns.items()}


def _acts(kinds: Mapping[str, KindRow]) -> Acts:
    rows = read_rows(FOLDER / "acts.toml", "act", ActRow)
    if unknown := {row.kind for row in rows} - {*kinds, ""}:
        raise KnowledgeError(f"acts.toml: verbs are of kind {min(unknown)!r}, which kinds.toml does not have")
    return compile_acts(rows, STATING)


def _words_of(row: ActorRow, spellings: Spellings) -> list[str]:
    names = [row.name, *row.aliases]
    spelled = all_spellings(names, spellings) if row.kind == "person" else names
    return [*spelled, *row.adjectives, *row.titles, *_surname_of(row, spellings)]


def _surname_of(row: ActorRow, spellings: Spellings) -> list[str]:
    return all_spellings([row.surname], spellings) if row.surname else []


class _Signals:
    """Reads and numbers the rows of words that stand around triggers."""

    def __init__(self, first: int) -> None:
        """Begin with the first number that no trigger has."""
        self._first = first
        self.patterns: list[str] = []

    def read(
        self, file: Path, table: str, shape: type[Row], choices: Mapping[str, str] = NO_CHOICES
    ) -> tuple[Signal[Row], ...]:
        """The rows of a table, each with its pattern, in which `choices` take the place of their names."""
        signals = []
        for row in read_rows(file, table, shape):
            told = reduce(lambda pattern, name: pattern.replace(name, choices[name]), choices, row.pattern)
            pattern = compile_pattern(told, f"{file.name}: [[{table}]]")
            signals.append(Signal(self._first + len(self.patterns), pattern, row))
            self.patterns.append(pattern.pattern)
        return tuple(signals)


def _triggers(files: Iterable[Path], kinds: Mapping[str, KindRow]) -> Iterator[tuple[re.Pattern[str], TriggerRow]]:
    for file in files:
        for row in read_rows(file, "trigger", TriggerRow):
            if row.kind not in kinds:
                raise KnowledgeError(f"{file.name}: a trigger is of kind {row.kind!r}, which kinds.toml does not have")
            yield compile_pattern(row.pattern, f"{file.name}: {row.kind}"), row


def _others(actors: Iterable[ActorRow], sides: Collection[str]) -> Mapping[str, str]:
    """What `{other_states}` and `{other_seats}` stand for in patterns: words for states of neither side."""
    states = [row for row in actors if row.kind == "state" and row.side not in sides]
    words = {
        "{other_states}": [word for row in states for word in (row.name, *row.adjectives)],
        "{other_seats}": [word for row in states for word in row.aliases],
    }
    return {name: f"(?-i:{one_pattern(choice)})" for name, choice in words.items()}  # "US" is not "us"


def _media(generic: Iterable[MediumRow]) -> Words:
    publishers = read_rows(FOLDER / "publishers.toml", "publisher", PublisherRow)
    named = [(row.family or row.name, (row.name, *row.aliases)) for row in publishers]
    return compile_words(named + [(row.family, row.words) for row in generic])
