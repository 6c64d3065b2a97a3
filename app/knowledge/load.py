"""All rows for a subject, with a version that changes whenever a row or a rule does."""

import hashlib
from functools import lru_cache
from pathlib import Path

from app.knowledge.cleaning_rows import load_cleaning
from app.knowledge.dating_load import load_dating
from app.knowledge.extracting_load import load_extracting
from app.knowledge.rows import Knowledge
from app.knowledge.toml_rows import subject_file

_APP = Path(__file__).parents[1]
DEFAULT_SUBJECT = "russia_north_korea"

# What decides on the answers: the rows, and the code of the pure stages with the nouns that they speak in.
_RULES = ("knowledge", "pipeline", "domain")


@lru_cache
def load_knowledge(subject: str = DEFAULT_SUBJECT) -> Knowledge:
    """All rows for one subject, compiled once a process.

    Raises:
        KnowledgeError: There is no such subject, or a row is wrong.
    """
    return Knowledge(
        subject=subject,
        version=rules_version(subject),
        cleaning=load_cleaning(),
        dating=load_dating(subject),
        extracting=load_extracting(subject),
    )


@lru_cache
def rules_version(subject: str = DEFAULT_SUBJECT) -> str:
    """Sixteen hexadecimal digits over all rules and rows, so that nobody has to remember to count a version up.

    The rows of other subjects play no part: a new one makes nothing anew that was extracted for this one.

    Raises:
        KnowledgeError: There is no such subject.
    """
    digest = hashlib.sha256()
    for file in files_of_rules(subject):
        digest.update(file.relative_to(_APP).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def files_of_rules(subject: str) -> list[Path]:
    """The files that decide on the answers for a subject, in order.

    Raises:
        KnowledgeError: There is no such subject.
    """
    own = subject_file(subject)
    files = (file for folder in _RULES for file in sorted(_APP.joinpath(folder).rglob("*")))
    return [file for file in files if file.suffix in {".py", ".toml"} and (file.parent != own.parent or file == own)]
