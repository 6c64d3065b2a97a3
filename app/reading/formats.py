"""The formats that can be read; a new one is a row in the table."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.article import KnownMetadata, RawPage
from app.reading.decode import decode

Reader = Callable[[str, bytes, KnownMetadata], list[RawPage]]


def read_text(name: str, data: bytes, known: KnownMetadata) -> list[RawPage]:
    """A text file is one page."""
    text, encoding = decode(data)
    return [RawPage(name, text, encoding, known)]


# By the end of the file's name; a folder is searched for these.
FORMATS: Mapping[str, Reader] = {".txt": read_text}


def reader_of(file: Path) -> Reader:
    """How to read a file; one that is named outright is taken as text whatever its name."""
    return FORMATS.get(file.suffix.lower(), read_text)
