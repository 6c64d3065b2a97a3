"""The rows of EXTRACT and LINK, read, checked and compiled."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from pathlib import Path

from app.errors import KnowledgeError
from app.knowledge.cleaning_rows import PublisherRow, compile_pattern
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import (
    ActorRow,
    CountryRow,
    DenialRow,
    KindRow,
    MediumRow,
    PairRow,
    PassRow,
    PlaceRow,
    Row,
    SpeechRow,
    StatusRow,
    SubjectRow,
    TieRow,
    TriggerRow,
    VoiceRow,
)
from app.knowledge.needles import needles_of
from app.knowledge.toml_rows import FOLDER, read_rows, subject_file
from app.knowledge.word_lists import Words, compile_words, normal_word, one_pattern, with_capitals


def any_of(patterns: Iterable[str], place: str) -> re.Pattern[str]:
    """One pattern that finds what any of these finds; case ignored."""
    return compile_pattern("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", place)


NO_CHOICES: Mapping[str, str] = {}


@lru_cache
def load_extracting(subject_name: str) -> ExtractingKnowledge:
    """Read, check and compile the rows of EXTRACT and LINK for a subject.

    Raises:
        KnowledgeError: A row is wrong, a trigger is of no known kind, or a side has nobody.
    """
    own = subject_file(subject_name)
    subject = _subject(own)
    actors = {row.name: row for row in read_rows(own, "actor", ActorRow)}
    countries = read_rows(FOLDER / "countries.toml", "country", CountryRow)
    others = (*(row.actor for row in countries), *read_rows(FOLDER / "countries.toml", "actor", ActorRow))
    actors |= {row.name: row for row in others if row.name not in actors}
    places = read_rows(own, "place", PlaceRow)
    kinds = {row.name: row for file in (FOLDER / "kinds.toml", own) for row in read_rows(file, "kind", KindRow)}
    speech = read_rows(FOLDER / "speech.toml", "speech", SpeechRow)
    generic_media = read_rows(own, "medium", MediumRow)
    return ExtractingKnowledge(
        subject=subject,
        actors=actors,
        states={side: _state(side, actors.values(), own) for side in subject.sides},
        names=compile_words((row.name, with_capitals(_words_of(row))) for row in actors.values()),
        adjectives=frozenset(normal_word(w) for row in actors.values() for w in with_capitals(row.adjectives)),
        surnames=frozenset(w for row in actors.values() if row.surname for w in with_capitals([row.surname])),
        titles=frozenset(normal_word(w) for row in actors.values() for w in with_capitals(row.titles)),
        places=compile_words((row.name, (row.name, *row.aliases)) for row in places),
        side_by_place={row.name: row.side for row in places if row.side},
        capitals=frozenset(row.name for row in places if row.is_capital),
        pairs=any_of((row.pattern for row in read_rows(FOLDER / "speech.toml", "pair", PairRow)), "speech.toml"),
        kinds=kinds,
        talks=tuple(row for row in kinds.values() if row.is_talk),
        triggers=(triggers := tuple(_triggers((FOLDER / "triggers.toml", own), kinds))),
        trigger_needles=tuple(needles_of(pattern.pattern) for pattern, _ in triggers),
        statuses=_compiled("status.toml", "status", StatusRow),
        denials=any_of((row.pattern for row in read_rows(FOLDER / "status.toml", "denial", DenialRow)), "status.toml"),
        speech=re.compile(rf"(?<![-\w])(?:{'|'.join(word for row in speech for word in row.words)})\b"),
        claiming=frozenset(word for row in speech if row.claims for word in row.words),
        voices=_compiled("speech.toml", "voice", VoiceRow, _others(actors.values(), subject.sides)),
        ties=_compiled("speech.toml", "tie", TieRow),
        passes=_compiled("passes.toml", "pass", PassRow),
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


def _words_of(row: ActorRow) -> list[str]:
    surname = [row.surname] if row.surname else []
    return [row.name, *row.aliases, *row.adjectives, *row.titles, *surname]


def _compiled(
    file: str, table: str, shape: type[Row], choices: Mapping[str, str] = NO_CHOICES
) -> tuple[tuple[re.Pattern[str], Row], ...]:
    """The rows of a table, each with its pattern, in which `choices` take the place of their names."""
    compiled = []
    for row in read_rows(FOLDER / file, table, shape):
        pattern = reduce(lambda told, name: told.replace(name, choices[name]), choices, row.pattern)
        compiled.append((compile_pattern(pattern, f"{file}: [[{table}]]"), row))
    return tuple(compiled)


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
