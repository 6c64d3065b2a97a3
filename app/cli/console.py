"""How the commands speak: messages and progress to stderr, data to stdout, byte for byte."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.errors import TumenError


def tell(message: str) -> None:
    """Write one message to stderr; a message is one line, whatever a file's name holds."""
    sys.stderr.write(" ".join(message.splitlines()) + "\n")


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 event", "2 events"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def put(text: str, *, at_once: bool = False) -> None:
    """Write data to stdout as UTF-8, line ends as they are.

    Args:
        text: All, or the next piece.
        at_once: Let whoever reads have it now, not when there is enough to be worth a write.

    Raises:
        TumenError: The place that stdout leads to cannot be written.
    """
    try:
        sys.stdout.buffer.write(text.encode())
        if at_once:
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever reads has enough, as `head` does; that needs no message
    except OSError as error:
        raise TumenError(f"stdout: cannot be written ({error.strerror}); check where it leads") from error


@contextmanager
def progress_bar(doing: str) -> Iterator[Progress]:
    """A bar on stderr as long as the work lasts; nothing at all where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield bar
