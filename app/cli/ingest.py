"""`tumen ingest`: files to events."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine

from app.cli.console import counted, progress_bar, tell
from app.cli.workplace import SUBJECT_HELP, knowledge_of, known_subject, newest_database, workers
from app.domain.article import KnownMetadata, RawPage
from app.errors import PageFailed, UnreadableFile
from app.ingest import Summary, ingest_all
from app.knowledge.rows import Knowledge
from app.reading.decode import UTF_8
from app.reading.files import Skipped, base_name, find_files, read_pages
from app.reading.metadata import read_metadata
from app.settings import read_settings
from app.storage.counts import count_articles_of_other_rules, count_events
from app.storage.database import reading


@dataclass
class Tally:
    """What became of the files."""

    names: set[str] = field(default_factory=set)  # of the files that were read
    outcomes: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[PageFailed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def tell(self) -> None:
        """Write the summary."""
        for skipped in self.skipped:
            tell(f"skipped {skipped.path}: {skipped.reason}")
        for failed in self.failed:
            tell(f"skipped {failed}")
        for note in self.notes:
            tell(f"note: {note}")
        counts = ", ".join(f"{self.outcomes[outcome]} {outcome}" for outcome in Summary._fields)
        tell(f"{self.outcomes.total()} read: {counts}; {len(self.skipped) + len(self.failed)} skipped")


def ingest(
    # Typer's own test of paths would end everything for one file that may not be read.
    paths: Annotated[
        list[Path],
        typer.Argument(readable=False, help="Files; folders, meaning their *.txt at any depth; - for stdin."),
    ],
    *,
    metadata: Annotated[
        Path | None, typer.Option(readable=False, help="JSON: file → url, publisher, published, title.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=1024, help="Processes that extract at the same time.")] = 1,
    subject: Annotated[str | None, typer.Option(callback=known_subject, help=SUBJECT_HELP)] = None,
    strict: Annotated[bool, typer.Option(help="Exit with 1 if anything was skipped.")] = False,
) -> None:
    """Read articles and put their events on the timeline."""
    settings = read_settings()
    known = read_metadata(metadata) if metadata else {}
    engine = newest_database(settings)
    with reading(engine) as session:
        knowledge = knowledge_of(session, subject)
    tally = Tally()
    with workers(jobs) as executor:
        pages = _pages(paths, known, settings.max_article_bytes, tally)
        for stored in ingest_all(pages, engine, knowledge, executor):
            tally.outcomes.update(stored.summary._asdict())
            tally.failed += stored.failed
    tally.notes += [f"{name}: in the metadata, but not read" for name in sorted(known.keys() - tally.names)]
    tally.tell()
    _tell_state(engine, knowledge)
    if tally.failed or (tally.skipped and (strict or not tally.names)):
        raise typer.Exit(1)


def _pages(paths: list[Path], known: Mapping[str, KnownMetadata], max_bytes: int, tally: Tally) -> Iterator[RawPage]:
    """The pages behind the paths; what gives none is remembered as skipped."""
    files = list(find_files(paths))
    with progress_bar("reading") as bar:
        for file in bar.track(files):
            if isinstance(file, Skipped):
                tally.skipped.append(file)
                continue
            try:
                pages = read_pages(file, known, max_bytes)
            except UnreadableFile as error:
                tally.skipped.append(Skipped(str(file), str(error)))
                continue
            tally.names.add(base_name(file))
            tally.notes += [f"{file}: read as {page.encoding}" for page in pages if page.encoding != UTF_8]
            yield from pages


def _tell_state(engine: Engine, knowledge: Knowledge) -> None:
    with reading(engine) as session:
        events = count_events(session)
        behind = count_articles_of_other_rules(session, knowledge.version)
    if behind:
        made = counted(behind, "article")
        tell(f"note: {made} extracted by other rules than today's; `tumen rebuild` makes them anew")
    tell(f"the timeline has {counted(events, 'event')}")
