"""The paper tells the truth: README, CHANGELOG and DECISIONS, against what they speak of."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

import app
from app.cli import cli
from app.domain.timeline_filter import CLOSED_LISTS, FILTER_KEYS
from app.settings import PREFIX, Settings
from app.web.formats import FORMATS

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
PAPERS = ("README.md", "CHANGELOG.md", "DECISIONS.md", "CONTRIBUTING.md")
SOURCES = ("app", "bench", "migrations", "static", "templates", "tests", "tools", ".ci")
# Read by the tests, not by the program.
SETTINGS_OF_THE_TESTS = {"TUMEN_CHROMIUM"}


def section(title: str) -> str:
    """A section of the README, without its heading."""
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def command_names() -> Iterator[str]:
    """Every command of the program; a group's as `database upgrade`."""
    for name, command in getattr(get_command(cli), "commands", {}).items():
        inner = getattr(command, "commands", {})
        yield from (f"{name} {each}" for each in inner) if inner else (name,)


def test_the_readme_begins_with_the_two_commands() -> None:
    begins = README.splitlines()[:5]
    assert [line.split("#")[0].strip() for line in begins[3:]] == ["make run", "make test"]


def test_the_map_names_every_folder_and_module_of_app() -> None:
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (TOP / "app").iterdir()
        if not path.name.startswith("__")
    }
    named = set(re.findall(r"`([a-z_]+(?:/|\.py))`", section("How it works")))
    assert there - named == set()


def test_the_map_names_nothing_that_is_not_there() -> None:
    named = re.findall(r"`([\w.]+/)`", section("How it works"))
    places = (TOP, TOP / "app", TOP / "app" / "pipeline")
    assert [name for name in named if not any((place / name).is_dir() for place in places)] == []


def test_the_readme_explains_every_command_and_no_other() -> None:
    rows = re.findall(r"^\| `tumen ([^|]*)\|", section("Commands").replace(r"\|", "/"), re.MULTILINE)
    told = {name for row in rows for name in row_commands(row)}
    assert told == set(command_names())


def row_commands(row: str) -> Iterator[str]:
    """`database upgrade`, `check`, `backup FILE` are three commands of one group."""
    first, *others = (part.strip("` ") for part in row.split(","))
    words = [word for word in first.split() if word.islower() and word.isalpha()]
    yield " ".join(words)
    yield from (f"{words[0]} {other.split()[0]}" for other in others)


def test_the_readme_explains_every_setting_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(TUMEN_\w+)` \| ([^|]+) \|", section("Settings"), re.MULTILINE))
    fields = {f"{PREFIX}{name.upper()}": field.default for name, field in Settings.model_fields.items()}
    shown = {name: "none" if value == "" else f"`{value:g}`" if isinstance(value, float) else f"`{value}`"
             for name, value in fields.items()}  # fmt: skip
    assert rows == shown


def test_every_setting_that_is_spoken_of_exists() -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | SETTINGS_OF_THE_TESTS
    for name in (*PAPERS, "Dockerfile", "Makefile"):
        assert set(re.findall(r"TUMEN_[A-Z_]+[A-Z]", (TOP / name).read_text(encoding="utf-8"))) <= known, name


def test_the_readme_explains_every_filter_and_every_value_of_a_closed_list() -> None:
    words = set(re.findall(r"-?[a-z_]+", " ".join(re.findall(r"`([^`]+)`", section("Filters and exports")))))
    assert set(FILTER_KEYS) - words == set()
    assert {value.value for values in CLOSED_LISTS.values() for value in values} - words == set()


def test_the_readme_explains_every_format_with_its_address() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(/[\w./]+)` \|", section("Filters and exports"), re.MULTILINE)
    assert rows == [(name, form.path) for name, form in FORMATS.items()]


def test_the_row_that_is_shown_has_the_form_of_those_in_the_file_that_is_named() -> None:
    file, shown = re.findall(r"from `([\w.]+)`:\n\n```toml\n(.+?)```", README, re.DOTALL)[0]
    known = tomllib.loads((TOP / "app" / "knowledge" / file).read_text(encoding="utf-8"))
    for table, rows in tomllib.loads(shown).items():
        (like_it,) = [row for row in known[table] if row["kind"] == rows[0]["kind"]]
        assert rows[0].keys() == like_it.keys()
        assert rows[0]["values"].items() <= like_it["values"].items()


@pytest.mark.parametrize("name", PAPERS)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    text = (TOP / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not (TOP / link).is_file()] == []


def test_the_changelog_has_an_entry_for_the_present_version() -> None:
    changelog = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", changelog, re.MULTILINE)
    assert entries[0] == app.__version__


def test_decisions_are_numbered_dated_and_whole() -> None:
    heading, *entries = (TOP / "DECISIONS.md").read_text(encoding="utf-8").split("\n## ")
    assert heading.startswith("# Decisions")
    days = []
    for number, entry in enumerate(entries, start=1):
        first = entry.splitlines()[0]
        found = re.fullmatch(rf"{number}\. .+ \((\d{{4}}-\d\d-\d\d)\)", first)
        assert found, first
        days.append(found[1])
        parts = re.findall(r"^\*\*([A-Z][a-z ]+)\.\*\*", entry, re.MULTILINE)
        assert parts == ["Context", "Decision", "Consequences", "Not chosen"], first
    assert days == sorted(days)


def test_nothing_is_left_for_later_without_an_issue() -> None:
    marks = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "X" * 3)) + r"\b")
    files = [file for folder in SOURCES for file in (TOP / folder).rglob("*") if is_ours(file)]
    files += [file for file in TOP.iterdir() if file.is_file() and is_ours(file)]
    assert [
        file
        for file in files
        if re.search(rf"\b(?:{marks.pattern})", file.read_text(encoding="utf-8", errors="replace"))
    ] == []


def is_ours(file: Path) -> bool:
    """Text that we wrote: no code of others, no saved article, nothing that was made."""
    readable = {"", ".css", ".html", ".js", ".lock", ".mako", ".md", ".py", ".svg", ".toml"}
    strangers = {"vendor", "articles", "__pycache__"}
    return file.is_file() and file.suffix in readable and not strangers & set(file.parts) and file.name != ".env"
