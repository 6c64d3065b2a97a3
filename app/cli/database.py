"""`tumen verify` and `tumen database …`: is everything still sound?"""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.console import counted, tell
from app.cli.workplace import opened_database, present_database
from app.settings import read_settings
from app.storage import migrate
from app.storage.counts import count_articles, count_quotes
from app.storage.database import reading
from app.storage.verify import broken_proofs

group = typer.Typer(help="Look after the database.", no_args_is_help=True)


def verify() -> None:
    """Check every quote and every kept text again; exit with 1 if one is broken."""
    with reading(present_database(read_settings())) as session:
        broken = 0
        for broken, proof in enumerate(broken_proofs(session), start=1):  # noqa: B007 -- counted for the last line
            tell(proof)
        quotes, articles = counted(count_quotes(session), "quote"), counted(count_articles(session), "article")
        tell(f"{quotes} of {articles} checked, {broken} broken")
    if broken:
        raise typer.Exit(1)


@group.command("upgrade")
def upgrade() -> None:
    """Create the database, or bring it to the newest form."""
    tell(
        "upgraded"
        if migrate.upgrade(opened_database(read_settings()))
        else "already of the newest form; nothing changed"
    )


@group.command("check")
def check() -> None:
    """Look for damage, without changing anything."""
    migrate.check(opened_database(read_settings()))
    tell("the database is sound")


@group.command("backup")
def backup(file: Annotated[Path, typer.Argument(help="A file that does not exist yet.")]) -> None:
    """Copy the database to a file, whole, while others go on reading and writing."""
    migrate.backup(opened_database(read_settings()), file)
    tell(f"copied to {file}")
