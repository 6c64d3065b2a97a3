"""`tumen export`: the timeline, filtered as on its page, as a file."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Literal

import typer

from app.cli.console import put, tell
from app.cli.workplace import newest_database
from app.domain.timeline_filter import read_filter
from app.errors import TumenError
from app.exporting.formats import FormatName, Switches
from app.exporting.view import View
from app.settings import read_settings
from app.storage.database import reading
from app.web.formats import FORMATS

# The filters are read by the same function as those of a page's address, not by Typer.
TAKES_FILTERS = {"allow_extra_args": True, "ignore_unknown_options": True}
_NOT = "not-"


def export(  # noqa: PLR0913 -- each is one option
    context: typer.Context,
    *,
    wanted: Annotated[FormatName, typer.Option("--format", help="What to write.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file; without it, stdout.")] = None,
    rows: Annotated[Literal["events", "quotes"], typer.Option(help="CSV: a row for each of these.")] = "events",
    bom: Annotated[bool, typer.Option("--bom", help="CSV: begin with a byte order mark, as Excel likes.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="CSV: leave cells unguarded that a spreadsheet would run.")
    ] = False,
) -> None:
    """Write the timeline, or the part of it that filters leave.

    Filters, each repeatable: --q --from --to --certainty --actor --place --topic --status --publisher --precision
    --open --min-origins --sort, and --not-topic and so on to exclude.
    """
    settings, form = read_settings(), FORMATS[wanted]
    view = View(read_filter(filter_pairs(context.args)), settings.base_url, settings.language)
    with reading(newest_database(settings)) as session:
        _write(form.write(session, view, Switches(rows=rows, bom=bom, raw=raw)), output)
        if form.left_out:
            tell(form.left_out(session, view.wanted))


def filter_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """`--topic x --not-topic=y --min-origins 2` as the pairs of an address: topic, -topic, min_origins.

    Raises:
        typer.BadParameter: A word is no option, or the last option has no value.
    """
    left = iter(words)
    for word in left:
        if not word.startswith("--"):
            raise typer.BadParameter(f"{word}: not an option; filters are written --topic letters")
        name, has_value, written = word[2:].partition("=")
        value = written if has_value else next(left, None)
        if value is None:
            raise typer.BadParameter(f"{word}: needs a value")
        key = name.removeprefix(_NOT).replace("-", "_")
        yield (f"-{key}" if name.startswith(_NOT) else key), value


def _write(pieces: Iterable[str], output: Path | None) -> None:
    if output is None:
        for piece in pieces:
            put(piece)
        return
    try:
        _write_file(pieces, output)
    except OSError as error:
        raise TumenError(f"{output}: cannot be written ({error.strerror}); check the folder and your rights") from error


def _write_file(pieces: Iterable[str], output: Path) -> None:
    if output.exists() and not output.is_file():
        with output.open("wb") as device:  # /dev/stdout, a pipe: written to, never replaced
            device.writelines(piece.encode() for piece in pieces)
    else:
        _write_whole(pieces, output.resolve())  # a link stays one; the file that it leads to is written


def _write_whole(pieces: Iterable[str], output: Path) -> None:
    """Write beside the file and then take its place, so that a reader never finds half of it."""
    with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as part:
        try:
            for piece in pieces:
                part.write(piece.encode())
            part.close()
            _take_place(Path(part.name), output)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise


def _take_place(part: Path, output: Path) -> None:
    mask = os.umask(0)  # the only way to ask for it is to set it
    os.umask(mask)
    part.chmod(0o666 & ~mask)  # as any new file: a temporary one is open to its owner only
    part.replace(output)
