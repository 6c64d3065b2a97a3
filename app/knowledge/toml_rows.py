"""TOML to rows; a bad row is refused at start-up, by file, row and mend."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.errors import KnowledgeError

FOLDER = Path(__file__).parent

Row = TypeVar("Row")


SUBJECTS = FOLDER / "subjects"
# Each language besides English is one file: of Russian and Korean all that DATE reads, of others only what pages write
# around a story.
LANGUAGE_FILES = tuple(sorted(FOLDER.joinpath("languages").glob("*.toml")))


def known_subjects() -> list[str]:
    """The names of all subjects, in order of letters."""
    return sorted(file.stem for file in SUBJECTS.glob("*.toml"))


def subject_file(subject: str) -> Path:
    """Where the rows of a subject stand.

    Raises:
        KnowledgeError: There is no such subject; the message lists those that there are.
    """
    if subject not in known_subjects():
        raise KnowledgeError(f"no subject {subject!r}; choose one of {', '.join(known_subjects())}")
    return SUBJECTS / f"{subject}.toml"


@lru_cache
def read_toml(file: Path) -> Mapping[str, Any]:
    """The tables of a knowledge file.

    Raises:
        KnowledgeError: The file cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{file.name}: {error}") from error


def read_rows(file: Path, table: str, shape: type[Row]) -> tuple[Row, ...]:
    """The rows of one table, checked against their shape (a frozen dataclass).

    Raises:
        KnowledgeError: A row lacks a field, has one too many, or a value of the wrong type.
    """
    adapter = TypeAdapter(shape)
    rows = []
    for number, raw in enumerate(read_toml(file).get(table, []), start=1):
        try:
            rows.append(adapter.validate_python(raw, extra="forbid"))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise KnowledgeError(f"{file.name}: [[{table}]] number {number}: {place}: {first['msg']}") from error
    return tuple(rows)
