"""A fresh machine gets what we have: Makefile, lock files, Dockerfile, and what runs on a change."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-bench.lock")
BENCH_STAMP = ".venv/made-from-requirements-bench.lock"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_exact_versions_with_hashes_and_no_address(name: str) -> None:
    text = (TOP / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert re.search(r"^\s*--(?!hash)", text, re.MULTILINE) is None
    for requirement in re.split(r"\n(?=[a-z])", text.strip()):
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\\n +--hash=sha256:[0-9a-f]{64}", requirement), requirement


def test_the_locks_agree_with_each_other_and_with_what_is_asked_for() -> None:
    runtime, testing, benching = (pinned(TOP / name) for name in LOCKS)
    assert runtime.items() <= testing.items()
    assert runtime.items() <= benching.items()
    assert {testing[name] == benching[name] for name in testing.keys() & benching.keys()} == {True}
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    assert {bare(each) for each in asked} <= runtime.keys()
    extras = project["project"]["optional-dependencies"]
    assert {bare(each) for each in extras["test"]} <= testing.keys()
    assert {bare(each) for each in extras["bench"]} <= benching.keys() - testing.keys()
    assert project["build-system"]["requires"] == project["dependency-groups"]["build"]


def test_all_that_the_program_imports_is_asked_for_and_nothing_else() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {bare(each) for each in project["dependencies"]}
    files = [*(TOP / "app").rglob("*.py"), *(TOP / "migrations").rglob("*.py")]
    names = {name for file in files for name in top_imports(file)} - sys.stdlib_module_names - {"app"}
    distributions = packages_distributions()
    assert {distributions[name][0].lower().replace("_", "-") for name in names} == asked


def top_imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def pinned(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def bare(requirement: str) -> str:
    return re.split(r"[^a-z0-9-]", requirement)[0]


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest), continued lines joined, the last stage after the first."""
    text = re.sub(r"\\\n\s*", "", (TOP / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def last_stage() -> list[tuple[str, str]]:
    steps = instructions()
    begins = max(number for number, (word, _) in enumerate(steps) if word == "FROM")
    return steps[begins:]


def test_the_image_runs_as_an_ordinary_user_with_its_database_on_a_volume() -> None:
    steps = dict(last_stage())
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", steps["USER"]), "a number, so that a cluster can see that it is not root"
    assert steps["VOLUME"] == "/data"
    assert "TUMEN_DATABASE_URL=sqlite:////data/" in steps["ENV"]
    assert "TUMEN_HOST=0.0.0.0" in steps["ENV"]
    assert f"TUMEN_PORT={steps['EXPOSE']}" in steps["ENV"]
    words = [word for word, _ in last_stage()]
    assert words.index("USER") > max(number for number, word in enumerate(words) if word == "RUN")


def test_the_image_asks_its_own_healthz_with_python() -> None:
    command = dict(last_stage())["HEALTHCHECK"].split("CMD ", 1)[1]
    python, option, program = json.loads(command)
    assert (python, option) == ("python", "-c")
    assert "/healthz" in program
    compile(program, "HEALTHCHECK", "exec")


def test_all_that_the_image_copies_is_there_and_not_ignored() -> None:
    ignore = (TOP / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [rest.split()[:-1] for word, rest in instructions() if word == "COPY" and not rest.startswith("--from")]
    sources = {source for each in copied for source in each}
    assert [source for source in sources if not (TOP / source).exists()] == []
    assert "*" in ignore
    assert {line.removeprefix("!") for line in ignore if line.startswith("!")} == sources


def test_the_image_installs_the_lock_with_hashes() -> None:
    runs = [rest for word, rest in instructions() if word == "RUN"]
    assert any("--require-hashes --requirement requirements.lock" in each for each in runs)


def make(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run make as a person would, not as a part of the `make test` that runs this."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "--file", str(TOP / "Makefile"), *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("python", ["", "./old"])
def test_a_missing_or_old_python_is_told_with_the_mend(tmp_path: Path, python: str) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    (tmp_path / "requirements.lock").touch()
    (tmp_path / "pyproject.toml").touch()
    run = make("setup", f"PYTHON={python}", folder=tmp_path)
    assert run.returncode != 0
    assert "Tumen needs Python 3.11 or newer" in run.stderr
    assert "make PYTHON=" in run.stderr
    assert not (tmp_path / ".venv").exists()


def test_an_environment_that_is_made_is_left_alone_until_a_lock_changes(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    made_from = ("requirements.lock", "pyproject.toml", "requirements-test.lock", "requirements-bench.lock")
    for second, name in enumerate(made_from):
        for file in (tmp_path / name, tmp_path / ".venv" / f"made-from-{name}"):
            file.touch()
            os.utime(file, (second, second))
    assert make("setup-test", BENCH_STAMP, "--question", folder=tmp_path).returncode == 0
    os.utime(tmp_path / "requirements-bench.lock", (10, 10))
    assert make("setup-test", "--question", folder=tmp_path).returncode == 0
    assert make(BENCH_STAMP, "--question", folder=tmp_path).returncode == 1
    os.utime(tmp_path / "requirements-test.lock", (10, 10))
    assert make("setup", "--question", folder=tmp_path).returncode == 0
    assert make("setup-test", "--question", folder=tmp_path).returncode == 1
    os.utime(tmp_path / "requirements.lock", (10, 10))
    assert make("setup", "--question", folder=tmp_path).returncode == 1


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    assert set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE)) == set(phony[1].split())


def test_what_runs_on_a_change_is_what_a_developer_runs() -> None:
    lines = (TOP / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines[-1] == "make test"
