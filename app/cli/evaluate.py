"""`tumen evaluate …`: how good the answers are, measured on texts in which people marked what is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Annotated, Literal

import typer

from app.cli.console import progress_bar, put, tell
from app.cli.evaluation_report import Report, as_json, as_text
from app.errors import BadAnnotations, UnreadableFile
from app.evaluation.answers import read_answers
from app.evaluation.marked import Answers, Half, MarkedDocument, timexes_of
from app.evaluation.matching import Scope
from app.evaluation.misses import misses_by_kind
from app.evaluation.scoring import Counts, by_scope, figures, share_above
from app.evaluation.timeml import ENDINGS, document_name, read_document
from app.knowledge.load import load_knowledge
from app.pipeline.dating import find_time_expressions
from app.reading.files import Skipped, base_name, find_files, read_bytes
from app.settings import read_settings

group = typer.Typer(help="Measure how good the answers are.", no_args_is_help=True)

OURS = "tumen"
SEED = 7  # any number would do; the same one each time gives the same shares

Tables = Mapping[Scope, Sequence[Counts]]


@dataclass
class _Gold:
    """The documents of a folder by name, and the names of those that could not be read."""

    documents: dict[str, MarkedDocument] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def skip(self, path: str, reason: str) -> None:
        tell(f"skipped {path}: {reason}")
        self.unread.add(document_name(Path(path).name))


def _peers(given: list[str]) -> list[str]:
    names = [OURS]
    for one in given:
        name, _, file = one.partition("=")
        if not name or not file:
            raise typer.BadParameter(f"{one}: write NAME=FILE")
        if name in names:
            raise typer.BadParameter(f"{one}: there is a {name} already; give another name")
        names.append(name)
    return given


@group.command("dates")
def dates(  # noqa: PLR0913 -- each is an option of the command
    folder: Annotated[
        Path,
        typer.Argument(readable=False, help="Its *.tml (TimeML) and *.key.xml (TIMEX2) at any depth; or one file."),
    ],
    *,
    wanted: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Tables for people, or one JSON object.")
    ] = "text",
    peer: Annotated[
        list[str],
        typer.Option(callback=_peers, metavar="NAME=FILE", help="Another system's answers, as JSON lines; repeatable."),
    ] = [],  # noqa: B006 -- Typer's way to say none; it is never changed
    half: Annotated[Half, typer.Option(help="Develop on one half of the documents, report the other.")] = Half.ALL,
    draws: Annotated[int, typer.Option(min=1, help="Draws of the bootstrap that sets Tumen beside each peer.")] = 1000,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Show N of each kind of Tumen's errors.")] = 0,
    scope: Annotated[Scope, typer.Option(help="Of which scope the errors are.")] = Scope.ALL,
) -> None:
    """Compare the time expressions that Tumen finds with those that people marked.

    Scopes: ALL is every time expression, DATE those of that type, CAL dates and times with a place in the calendar, the
    time of day cut off. Strict: at the same place; relaxed: sharing a character; value: relaxed, and of the same value.
    """
    gold = _read_gold(folder, read_settings().max_article_bytes)
    peers = {name: _read_peer(Path(file), gold) for name, _, file in (one.partition("=") for one in peer)}
    documents = [document for name, document in gold.documents.items() if half.holds(name)]
    if documents:
        ours = _find(documents)
        report = _compare(documents, sorted(gold.unread), {OURS: ours, **peers}, draws)
        misses = misses_by_kind(documents, ours, scope)
        put((as_json if wanted == "json" else as_text)(report, misses, errors))
    elif gold.documents:
        tell(f"{folder}: no document falls into this half; measure on --half all")
    if gold.unread or not documents:
        raise typer.Exit(1)


def _read_gold(folder: Path, max_bytes: int) -> _Gold:
    gold = _Gold()
    for file in find_files([folder], ENDINGS):
        if isinstance(file, Skipped):
            gold.skip(file.path, file.reason)
            continue
        try:
            document = read_document(base_name(file), read_bytes(file, max_bytes))
        except (UnreadableFile, BadAnnotations) as error:
            gold.skip(str(file), str(error))
            continue
        if document.name in gold.documents:
            gold.skip(str(file), f"another document is named {document.name} too; rename one")
        else:
            gold.documents[document.name] = document
    return gold


def _read_peer(file: Path, gold: _Gold) -> Answers:
    texts = {name: document.text for name, document in gold.documents.items()}
    try:
        with file.open("rb") as lines:
            return read_answers(lines, texts, gold.unread)
    except OSError as error:
        raise BadAnnotations(f"{file}: cannot be read ({error.strerror}); check the path") from error
    except BadAnnotations as error:
        raise BadAnnotations(f"{file}: {error}") from error


def _find(documents: Sequence[MarkedDocument]) -> Answers:
    """What Tumen finds, as `tumen dates` does with the rows of the first subject."""
    dating = load_knowledge().dating
    answers = {}
    with progress_bar("finding") as bar:
        for document in bar.track(documents):
            found = find_time_expressions(document.text, dating, document.published)
            answers[document.name] = [timex for one in found for timex in timexes_of(one)]
    return answers


def _compare(
    documents: Sequence[MarkedDocument], unread: Sequence[str], systems: Mapping[str, Answers], draws: int
) -> Report:
    tables = {name: by_scope(documents, answers) for name, answers in systems.items()}
    return Report(
        documents=len(documents),
        unread=unread,
        figures={name: {scope: figures(table[scope]) for scope in Scope} for name, table in tables.items()},
        draws=draws,
        above={name: _above(tables[OURS], table, draws) for name, table in tables.items() if name != OURS},
    )


def _above(ours: Tables, theirs: Tables, draws: int) -> Mapping[Scope, float]:
    return {
        scope: share_above(ours[scope], theirs[scope], draws, Random(SEED).randrange)  # noqa: S311 -- no secret
        for scope in Scope
    }
