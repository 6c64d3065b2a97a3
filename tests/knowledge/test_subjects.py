"""What is special to a subject stands in its rows, each with examples, and nowhere else."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.domain.edtf import edtf
from app.errors import KnowledgeError
from app.knowledge import toml_rows
from app.knowledge.actor_rows import ActorRow, PlaceRow
from app.knowledge.dating_load import load_dating
from app.knowledge.dating_rows import DatingKnowledge, ReferenceFactRow
from app.knowledge.extracting_load import load_extracting
from app.knowledge.extracting_rows import SubjectRow, TriggerRow
from app.knowledge.load import DEFAULT_SUBJECT, files_of_rules, rules_version
from app.knowledge.toml_rows import known_subjects, read_rows, subject_file
from app.pipeline.dating import find_time_expressions

TOP = Path(__file__).parents[2]
SECOND = "japan_mongolia"
MONDAY = edtf("2022-08-15")
MARKED = re.compile(r"\[([^\]=]+?)(?: = ([^\]]+))?\]")
# Rows that know the states, their leaders and the outlets of the whole world, for every subject.
OF_THE_WORLD = {
    "chronicle.toml",
    "countries.toml",
    "foreseen.toml",
    "leaders.toml",
    "people.toml",
    "publishers.toml",
    "reference_facts.toml",
    "states.toml",
}
OUR_NAME = {"Tumen"}  # the program is called after the river
EXAMPLES = {"finds", "ignores", "source"}


@cache
def dating_of_second() -> DatingKnowledge:
    return load_dating(SECOND)


@cache
def names_of_the_worlds() -> re.Pattern[str]:
    """The parties, people, bodies, places and eras of all subjects, as they stand in their rows."""
    names: set[str] = set()
    for subject in known_subjects():
        file = subject_file(subject)
        sides = read_rows(file, "subject", SubjectRow)[0].sides
        actors = [actor for actor in read_rows(file, "actor", ActorRow) if actor.side in sides]
        places = read_rows(file, "place", PlaceRow)
        names |= {word for actor in actors for word in (actor.name, *actor.aliases)}
        names |= {actor.surname for actor in actors if actor.surname}
        names |= {word for place in places for word in (place.name, *place.aliases)}
        names |= {word for era in load_dating(subject).eras.values() for word in era.words}
    choice = "|".join(sorted(map(re.escape, names - OUR_NAME)))
    return re.compile(rf"(?<![^\W_])(?:{choice})(?![^\W_])")


def named(text: str) -> list[str]:
    return names_of_the_worlds().findall(text)


def spoken_in(file: Path) -> Iterator[str]:
    """The names and strings of a module. Comments and docstrings decide nothing, and may give the world's examples."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    # A string that stands alone below a field is its docstring.
    told |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield node.value
        for field in ("id", "attr", "name", "arg"):
            if isinstance(word := getattr(node, field, None), str):
                yield from (word, word.title())  # read_juche speaks of Juche


def values_of(table: object) -> Iterator[str]:
    """The words of rows that decide: all but their examples and sources."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        yield from (word for key, value in table.items() if key not in EXAMPLES for word in (key, *values_of(value)))
    elif isinstance(table, list):
        yield from (word for value in table for word in values_of(value))


@pytest.mark.parametrize("file", sorted((TOP / "app").rglob("*.py")), ids=lambda file: str(file.relative_to(TOP)))
def test_no_code_names_the_world_of_a_subject(file: Path) -> None:
    assert [word for word in spoken_in(file) if named(word)] == []


@pytest.mark.parametrize("file", sorted((TOP / "app" / "knowledge").rglob("*.toml")), ids=lambda file: file.name)
def test_no_row_for_all_subjects_names_the_world_of_one(file: Path) -> None:
    if file.parent.name != "subjects" and file.name not in OF_THE_WORLD:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))
        assert [word for word in values_of(rows) if named(word)] == []


def test_no_page_names_the_world_of_a_subject() -> None:
    pages = [*(TOP / "templates").rglob("*.html"), *(TOP / "static" / "scripts").glob("*.js")]
    assert [page for page in pages if named(page.read_text(encoding="utf-8"))] == []


def test_the_walls_see_a_name_however_it_is_written(tmp_path: Path) -> None:
    slip = tmp_path / "slip.py"
    slip.write_text('"""On Moscow."""\ndef read_juche(): return "(?:Mr )?Putin"\n', encoding="utf-8")
    assert [word for word in spoken_in(slip) if named(word)] == ["Read_Juche", "(?:Mr )?Putin"]
    assert [word for word in values_of({"finds": ["Moscow"], "words": ["Ulan Bator"]}) if named(word)] == ["Ulan Bator"]


def test_the_rows_of_another_subject_are_no_rules_of_this_one() -> None:
    assert subject_file(DEFAULT_SUBJECT) in files_of_rules(DEFAULT_SUBJECT)
    assert subject_file(SECOND) not in files_of_rules(DEFAULT_SUBJECT)
    assert rules_version(SECOND) != rules_version(DEFAULT_SUBJECT)


@pytest.mark.parametrize(
    ("rows", "mend"),
    [
        ("", "0 rows of [[subject]]; give one, with its title and its two sides"),
        ("[[subject]]\ntitle = 'x'\nsides = ['mars', 'venus']\nsource = 'x'", "no [[actor]] is of side 'mars'"),
    ],
)
def test_a_subject_without_its_sides_is_refused_by_file_and_mend(
    rows: str, mend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toml_rows, "SUBJECTS", tmp_path)
    file = tmp_path / f"of_{len(rows)}.toml"  # rows are kept by the name of their subject
    file.write_text(rows, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(f"{file.name}: {mend}")):
        load_extracting(file.stem)


# The rows of the first subject are tried beside those of their kind; these are the second's.


def days_and_eras(which: str) -> list[tuple[str, str]]:
    dating = dating_of_second()
    rows = [(row.id, row) for row in dating.named_days.values()] + [(row.name, row) for row in dating.eras.values()]
    mine = subject_file(SECOND).read_text(encoding="utf-8")
    return [(name, example) for name, row in rows for example in getattr(row, which) if example in mine]


@pytest.mark.parametrize(("owner", "example"), days_and_eras("finds"))
def test_a_day_or_an_era_is_read_where_its_example_marks_it(owner: str, example: str) -> None:
    found = [(e.text, e.value) for e in find_time_expressions(MARKED.sub(r"\1", example), dating_of_second(), MONDAY)]
    assert [mark for mark in MARKED.findall(example) if mark not in found] == [], owner


@pytest.mark.parametrize(("owner", "example"), days_and_eras("ignores"))
def test_no_day_or_era_is_read_where_its_row_ignores(owner: str, example: str) -> None:
    assert [e.text for e in find_time_expressions(example, dating_of_second(), MONDAY)] == [], owner


@pytest.mark.parametrize(("pattern", "row"), dating_of_second().facts, ids=lambda one: getattr(one, "id", ""))
def test_a_fact_knows_its_examples(pattern: re.Pattern[str], row: ReferenceFactRow) -> None:
    assert [example for example in row.finds if not pattern.search(example)] == []
    assert [example for example in row.ignores if pattern.search(example)] == []


@pytest.mark.parametrize(("pattern", "row"), load_extracting(SECOND).triggers, ids=lambda one: getattr(one, "kind", ""))
def test_a_trigger_knows_its_examples(pattern: re.Pattern[str], row: TriggerRow) -> None:
    assert [example for example in row.finds if not pattern.search(example)] == []
    assert [example for example in row.ignores if pattern.search(example)] == []


def test_the_people_of_a_subject_stand_before_those_of_all() -> None:
    births = [birth.name for birth in dating_of_second().publication.people.births]
    assert births.count("Shinzo Abe") == 1
    assert births.index("Shinzo Abe") < births.index("Harry Truman")
