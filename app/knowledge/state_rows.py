"""States and alliances that are no more: rows of states.toml and of a subject, compiled."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.errors import KnowledgeError
from app.knowledge.toml_rows import FOLDER, read_rows

_FILE = FOLDER / "states.toml"


@dataclass(frozen=True)
class StateRow:
    """One of them, how a sentence names it as its subject, and when it was there."""

    title: str
    names: tuple[str, ...]  # regular expressions
    first: date
    last: date
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str


def load_states(subject: Path) -> tuple[tuple[re.Pattern[str], StateRow], ...]:
    """Read and compile the rows of all subjects, and those in the file of one.

    Raises:
        KnowledgeError: A row is wrong.
    """
    rows = (*read_rows(_FILE, "state", StateRow), *read_rows(subject, "state", StateRow))
    return tuple((_compiled(row), row) for row in rows)


def _compiled(row: StateRow) -> re.Pattern[str]:
    try:
        return re.compile(rf"\b(?:{'|'.join(row.names)})".replace("’", "[’']"))
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {row.title}: {error}; mend the regular expression") from error
