"""Happenings whose day was known before they came: rows of foreseen.toml, compiled."""

import re
from dataclasses import dataclass
from datetime import date

from app.errors import KnowledgeError
from app.knowledge.toml_rows import FOLDER, read_rows

_FILE = FOLDER / "foreseen.toml"


@dataclass(frozen=True)
class ForeseenRow:
    """Games or a vote, with all the days on which there were such."""

    title: str
    days: tuple[date, ...]
    patterns: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    needs: tuple[str, ...] = ()  # the text must hold one of these words, as they stand


def load_foreseen() -> tuple[tuple[re.Pattern[str], ForeseenRow], ...]:
    """Read and compile the rows.

    Raises:
        KnowledgeError: A row is wrong.
    """
    return tuple((_compiled(row), row) for row in read_rows(_FILE, "foreseen", ForeseenRow))


def _compiled(row: ForeseenRow) -> re.Pattern[str]:
    try:
        return re.compile(rf"\b(?:{'|'.join(row.patterns)})".replace("’", "[’']"), re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {row.title}: {error}; mend the regular expression") from error
