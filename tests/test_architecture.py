"""The walls of the house: imports follow the flow, pure stages stay pure, SQL stays in its rooms, rooms stay small."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
MODULES = sorted((TOP / "app").rglob("*.py"))
OTHERS = [file for folder in ("bench", "migrations", "tools") for file in sorted((TOP / folder).rglob("*.py"))]
CHECKED = [*MODULES, *OTHERS]
LONGEST_MODULE_LINES = 300
LONGEST_FUNCTION_LINES = 50

# Who may import whom inside app/, by the longest name that fits; a room may always import from itself.
# Pipeline stages see only the stages before them, so that a wrong date has one address.
DOMAIN = {"domain", "errors"}
PURE = DOMAIN | {"knowledge"}
MAY_IMPORT = {
    "errors": set[str](),
    "domain": {"errors"},
    "knowledge": DOMAIN,
    "reading": DOMAIN,
    "pipeline.cleaning": PURE,
    "pipeline.dating": PURE | {"pipeline.cleaning"},
    "pipeline.extracting": PURE | {"pipeline.cleaning", "pipeline.dating"},
    "pipeline.linking": PURE | {"pipeline.cleaning", "pipeline.dating", "pipeline.extracting"},
    "pipeline": PURE,
    "evaluation": DOMAIN,
    "settings": {"errors"},
    "storage": DOMAIN,
    "queries": DOMAIN | {"storage"},
    "exporting": DOMAIN | {"queries"},
    "intake": DOMAIN | {"storage"},
    "lending": DOMAIN | {"pipeline.dating", "storage"},
    "batching": {"domain"},
    "workers": PURE | {"pipeline"},
    "ingest": PURE | {"batching", "intake", "lending", "pipeline", "storage", "workers"},
    "web": DOMAIN | {"exporting", "queries", "ingest", "storage.database", "settings"},
    "web.health": DOMAIN | {"storage.migrate"},  # /readyz: is the database of the newest form?
    "main": {"web", "storage.database", "settings", "errors"},
    "cli": {
        "batching",
        "domain",
        "errors",
        "knowledge",
        "reading",
        "pipeline",
        "evaluation",
        "storage",
        "queries",
        "exporting",
        "ingest",
        "web",
        "main",
        "settings",
    },
}

# What is neither ours nor the standard library's.
ONLY_STANDARD_LIBRARY = ("errors", "domain", "pipeline")
PURE_ROOMS = ("errors", "domain", "pipeline", "evaluation")
# An answer that depends on these is not a function of the articles.
IMPURE = {
    "time", "random", "secrets", "uuid", "os", "socket", "ssl", "http", "urllib.request", "subprocess", "threading",
    "multiprocessing", "sqlite3", "httpx", "requests", "sqlalchemy", "sqlmodel", "fastapi",
}  # fmt: skip
CLOCKS = {"date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.time_ns"}

SQL = {"sqlalchemy", "sqlmodel", "sqlite3", "alembic"}
SQL_ROOMS = ("storage", "queries")
# One transaction is opened at the edge and handed down: these need the session's type, nothing else.
SESSION_TYPE_ONLY = ("exporting", "ingest", "lending", "cli", "main", "web")


def name_of(file: Path) -> str:
    """The dotted name below app/: `pipeline.dating.weekdays`, and `pipeline.dating` for its __init__."""
    parts = file.relative_to(TOP / "app").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def is_in(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def is_in_any(name: str, rooms: Iterator[str] | tuple[str, ...] | set[str]) -> bool:
    return any(is_in(name, room) for room in rooms)


def imports_of(file: Path) -> Iterator[str]:
    """Every name that the module imports, wherever in it: `from app.errors import BadDate` is app.errors.BadDate."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute, so that they can be searched for"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(file: Path) -> Iterator[str]:
    """What the module imports from app/, as dotted names below it."""
    return (name.removeprefix("app.") for name in imports_of(file) if is_in(name, "app") and name != "app.__version__")


def others(file: Path) -> Iterator[str]:
    return (name for name in imports_of(file) if not is_in(name, "app"))


def room_of(name: str) -> str | None:
    """The longest entry of MAY_IMPORT that holds the module."""
    return max((room for room in MAY_IMPORT if is_in(name, room)), key=len, default=None)


def called_in(tree: ast.AST) -> Iterator[str]:
    """The last two parts of every dotted name that is spoken of: `datetime.datetime.now` is datetime.now."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield ".".join(ast.unparse(node).split(".")[-2:])


def functions_of(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def modules(*rooms: str) -> list[Path]:
    return [file for file in MODULES if is_in_any(name_of(file), rooms)]


@pytest.fixture(params=MODULES, ids=lambda file: str(file.relative_to(TOP)))
def module(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def test_every_module_stands_in_a_room_with_rules(module: Path) -> None:
    name = name_of(module)
    assert name in {"", "pipeline", "pipeline.flow"} or room_of(name) is not None, f"add {name} to MAY_IMPORT"


def test_a_module_imports_only_what_its_room_may(module: Path) -> None:
    name = name_of(module)
    if name == "pipeline.flow":
        allowed = PURE | {"pipeline"}  # the one that strings the stages together
    else:
        room = room_of(name) or name
        allowed = MAY_IMPORT.get(room, set()) | {room}
    assert [imported for imported in ours(module) if not is_in_any(imported, allowed)] == []


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_asks_neither_clock_nor_chance_nor_network_nor_database(room: str) -> None:
    for file in modules(room):
        assert [name for name in others(file) if is_in_any(name, IMPURE)] == [], file
        tree = ast.parse(file.read_text(encoding="utf-8"))
        assert set() == CLOCKS & set(called_in(tree)), file


@pytest.mark.parametrize("room", ONLY_STANDARD_LIBRARY)
def test_a_pure_room_needs_only_the_standard_library(room: str) -> None:
    for file in modules(room):
        assert [name for name in others(file) if name.split(".")[0] not in sys.stdlib_module_names] == [], file


def test_pure_stages_get_their_rows_handed_in() -> None:
    for file in modules("pipeline"):
        assert [name for name in ours(file) if re.search(r"^knowledge\..*(\bload|_load\b|toml_rows)", name)] == [], file


def test_no_module_fetches_from_the_network(module: Path) -> None:
    fetching = {"httpx", "requests", "urllib.request", "http.client", "aiohttp", "ftplib"}
    assert [name for name in others(module) if is_in_any(name, fetching)] == []


def test_sql_is_spoken_only_in_storage_and_queries(module: Path) -> None:
    name = name_of(module)
    spoken = {imported for imported in others(module) if is_in_any(imported, SQL)}
    if is_in_any(name, SESSION_TYPE_ONLY):
        spoken -= {"sqlmodel.Session", "sqlalchemy.Engine", "sqlalchemy.engine.Engine"}
    assert is_in_any(name, SQL_ROOMS) or spoken == set()


def test_pages_do_not_write(module: Path) -> None:
    if is_in(name_of(module), "queries") or is_in(name_of(module), "web"):
        assert set() == {"session.add", "session.delete", "session.commit", "session.merge"} & set(
            called_in(ast.parse(module.read_text(encoding="utf-8")))
        )


@pytest.mark.parametrize("file", CHECKED, ids=lambda file: str(file.relative_to(TOP)))
def test_a_module_fits_in_a_head(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_MODULE_LINES, "look for the second subject"


def test_a_function_fits_in_a_glance(module: Path) -> None:
    # Migrations are not held to it: one that makes all tables is a list of tables, never changed again.
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions_of(module)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION_LINES} == {}


@pytest.mark.parametrize("file", CHECKED, ids=lambda file: str(file.relative_to(TOP)))
def test_a_module_says_in_its_first_line_what_it_is_for(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    if not text.strip():
        assert file.name == "__init__.py"
        return
    said = ast.get_docstring(ast.parse(text))
    assert said is not None
    assert text.startswith('"""')
    assert re.match(r"\S.*[.?!:]$", said.splitlines()[0])


def test_every_check_that_is_switched_off_says_which_and_why(module: Path) -> None:
    for line in module.read_text(encoding="utf-8").splitlines():
        for mark in re.findall(r"#\s*(?:type: ignore|noqa).*", line):
            assert re.match(r"# (type: ignore\[[\w, -]+\]|noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*)\W+\w", mark), line


def test_the_wall_sees_imports_however_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "slip.py"
    file.write_text(
        "import app.web.render\n"
        "from app.storage import tables\n"
        "import sqlalchemy.orm as orm\n"
        "def late():\n"
        "    from datetime import datetime\n"
        "    import random\n"
        "    return datetime.now(), random.random()\n",
        encoding="utf-8",
    )
    assert list(ours(file)) == ["web.render", "storage.tables"]
    assert {name for name in others(file) if is_in_any(name, IMPURE)} == {"sqlalchemy.orm", "random"}
    assert CLOCKS & set(called_in(ast.parse(file.read_text(encoding="utf-8")))) == {"datetime.now"}
