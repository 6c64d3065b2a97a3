"""The rows by which LINK finds what sources tell differently, what they speak of again, and stages of a stay."""

import re
from dataclasses import dataclass

from app.errors import KnowledgeError
from app.knowledge.cleaning_rows import compile_pattern
from app.knowledge.toml_rows import FOLDER, read_rows

# "10,000", "10 000", "10.5", with words between it and what is counted: "North Korean", "artillery".
_NUMBER = r"(?P<number>\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)"
_SCALE = r"(?:[\s\u00a0]+(?P<scale>hundred|thousand|million|billion))?"
_BETWEEN = r"(?:[\s\u00a0]+(?!of\b)[^\W\d]+){0,3}?"


@dataclass(frozen=True)
class CountedRow:
    """What is counted in happenings of some families: "10,000 troops"."""

    name: str
    families: list[str]
    words: list[str]
    finds: list[str]
    ignores: list[str]
    source: str

    @property
    def pattern(self) -> str:
        """A number, and not far behind it one of the words."""
        return rf"(?<![\d.,]){_NUMBER}{_SCALE}{_BETWEEN}[\s\u00a0]+(?:{'|'.join(map(re.escape, self.words))})\b"


@dataclass(frozen=True)
class AnswerRow:
    """Words for an answer: who gives one did not speak first."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class DefiniteRow:
    """What stands before a word of happening where the reader knows which one is meant."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class StageRow:
    """Words that tell of a stage of a longer happening, which is none of its other stages: who leaves has met."""

    family: str
    of: list[str]  # families
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class TurnRow:
    """What begins another clause, of another act than the one before it."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class DifferingKnowledge:
    """The rows, compiled once."""

    counted: tuple[tuple[re.Pattern[str], CountedRow], ...]
    answers: tuple[tuple[re.Pattern[str], AnswerRow], ...]
    definite: tuple[tuple[re.Pattern[str], DefiniteRow], ...]
    stages: tuple[tuple[re.Pattern[str], StageRow], ...]
    turns: tuple[tuple[re.Pattern[str], TurnRow], ...]


def load_differing(families: frozenset[str]) -> DifferingKnowledge:
    """Read, check and compile linking.toml.

    Raises:
        KnowledgeError: A row is wrong, or names a family that no kind has.
    """
    file = FOLDER / "linking.toml"
    counted = read_rows(file, "counted", CountedRow)
    for row in counted:
        if unknown := set(row.families) - families:
            raise KnowledgeError(f"linking.toml: {row.name}: no kind is of family {', '.join(sorted(unknown))}")
    stages = read_rows(file, "stage", StageRow)
    for stage in stages:
        if unknown := {stage.family, *stage.of} - families:
            raise KnowledgeError(f"linking.toml: stage: no kind is of family {', '.join(sorted(unknown))}")
    answers = read_rows(file, "answer", AnswerRow)
    turns = read_rows(file, "turn", TurnRow)
    definite = read_rows(file, "definite", DefiniteRow)
    return DifferingKnowledge(
        counted=tuple((compile_pattern(row.pattern, f"linking.toml: {row.name}"), row) for row in counted),
        answers=tuple((compile_pattern(row.pattern, "linking.toml: answer"), row) for row in answers),
        definite=tuple((compile_pattern(row.pattern, "linking.toml: definite"), row) for row in definite),
        stages=tuple((compile_pattern(row.pattern, "linking.toml: stage"), row) for row in stages),
        turns=tuple((compile_pattern(row.pattern, "linking.toml: turn"), row) for row in turns),
    )
