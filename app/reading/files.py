"""Finds the files behind the paths of a command line, and reads them to pages."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.article import KnownMetadata, RawPage
from app.errors import UnreadableFile
from app.reading.formats import FORMATS, reader_of

STDIN = Path("-")
STDIN_NAME = "stdin"
_NOTHING_KNOWN = KnownMetadata()


@dataclass(frozen=True)
class Skipped:
    """A path that gave no page, and why, with the mend."""

    path: str
    reason: str


def find_files(paths: Iterable[Path], endings: Sequence[str] = tuple(FORMATS)) -> Iterator[Path | Skipped]:
    """The files that are meant: those named, and those with such an ending in folders at any depth, sorted.

    Folders that are linked into themselves are entered once.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 -- Path.is_dir raises where it may not look
            yield from _find_in_folder(path, tuple(endings))
        else:
            yield path


def read_pages(file: Path, known: Mapping[str, KnownMetadata], max_bytes: int) -> list[RawPage]:
    """The pages of one file.

    Args:
        file: A file, or `-` for standard input.
        known: What the operator knows, by base name.
        max_bytes: The size in bytes above which a file is not read.

    Raises:
        UnreadableFile: The message gives the reason and the mend; the caller names the file.
    """
    name = base_name(file)
    return reader_of(file)(name, read_bytes(file, max_bytes), known.get(name, _NOTHING_KNOWN))


def read_bytes(file: Path, max_bytes: int) -> bytes:
    """All that a file, or `-` for standard input, holds.

    Raises:
        UnreadableFile: As for `read_pages`.
    """
    try:
        data = _read_bytes(file, max_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("does not exist; check the path") from error
    except PermissionError as error:
        raise UnreadableFile("may not be read by you; give yourself the right to read it") from error
    except OSError as error:
        raise UnreadableFile(f"cannot be read ({error.strerror or error}); check the disk and the path") from error
    if len(data) > max_bytes:
        raise UnreadableFile(f"is larger than {max_bytes:,} bytes; raise TUMEN_MAX_ARTICLE_BYTES to read it")
    return data


def base_name(file: Path) -> str:
    """The name under which a file is kept; bytes that are not UTF-8 are shown as replaced."""
    return STDIN_NAME if file == STDIN else os.fsencode(file.name).decode("utf-8", errors="replace")


def _read_bytes(file: Path, limit: int) -> bytes:
    if file == STDIN:
        return sys.stdin.buffer.read(limit)
    with file.open("rb") as stream:
        return stream.read(limit)


def _find_in_folder(folder: Path, endings: tuple[str, ...]) -> Iterator[Path | Skipped]:
    is_empty = True
    for found in _walk(str(folder), endings):
        is_empty = False
        yield found
    if is_empty:
        meant = ", ".join(f"*{ending}" for ending in endings)
        yield Skipped(str(folder), f"holds no article ({meant}) at any depth; name another folder")


def _walk(top: str, endings: tuple[str, ...]) -> Iterator[Path | Skipped]:
    """What is meant below a folder, in order of names; only the names of folders that are open now are in memory."""
    entered: set[str] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):  # noqa: PTH112 -- it never raises
            if _is_meant(path, endings):
                yield Path(path)
        elif (real := os.path.realpath(path)) not in entered:
            entered.add(real)
            try:
                names = os.listdir(path)  # noqa: PTH208 -- names are lighter than paths
            except OSError as error:
                yield Skipped(path, f"cannot be opened ({error.strerror}); give yourself the right to")
            else:
                waiting += [os.path.join(path, name) for name in sorted(names, reverse=True)]  # noqa: PTH118 -- lighter


def _is_meant(path: str, endings: tuple[str, ...]) -> bool:
    name = os.path.basename(path)  # noqa: PTH119 -- lighter than a path
    if not name[1:].lower().endswith(endings):  # a hidden file is not all ending
        return False
    # A pipe or a device would be waited for; a link that leads nowhere is named when it is read.
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113 -- they never raise
