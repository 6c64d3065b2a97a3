"""The commands of DESIGN.md section 4: data goes to stdout, messages and progress to stderr."""

import sys
from typing import Annotated

import typer

from app import __version__
from app.cli import articles, database, dates, evaluate, explain, export, ingest, serve
from app.cli.console import tell
from app.errors import BadFilter, SettingsError, TumenError

FAILED, WRONG_USAGE = 1, 2

cli = typer.Typer(
    help="An event timeline of the relations between two countries that proves every entry.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.command("ingest")(ingest.ingest)
cli.command("serve")(serve.serve)
cli.command("export", context_settings=export.TAKES_FILTERS)(export.export)
cli.command("articles")(articles.articles)
cli.command("forget")(articles.forget)
cli.command("rebuild")(articles.rebuild)
cli.command("dates")(dates.dates)
cli.command("explain")(explain.explain)
cli.add_typer(evaluate.group, name="evaluate")
cli.command("verify")(database.verify)
cli.add_typer(database.group, name="database")


def main() -> None:
    """Run the command line; the process ends with 0 if all is well, 1 if the work failed, 2 on a wrong call."""
    try:
        cli()
    except (SettingsError, BadFilter) as error:
        tell(str(error))
        sys.exit(WRONG_USAGE)
    except TumenError as error:
        tell(str(error))
        sys.exit(FAILED)


@cli.callback()
def options(
    *,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=lambda asked: _show_version(is_asked=asked))
    ] = False,
) -> None:
    """An event timeline of the relations between two countries that proves every entry."""


def _show_version(*, is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"tumen {__version__}")
        raise typer.Exit
