"""The command line, run within the test in an empty folder."""

import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from app.cli import main
from app.settings import PREFIX, Settings
from tests.support.folders import SEEDS


class Ran(NamedTuple):
    """What a command left behind."""

    code: object
    out: str
    err: str


Tumen = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which commands run; `tumen.db` arises there."""
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.setenv("TUMEN_BUSY_TIMEOUT_SECONDS", "0.1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def tumen(home: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Tumen:
    """Run a command."""

    def run(*words: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["tumen", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsysbinary.readouterr()
        return Ran(ended.value.code, out.decode(), err.decode())

    assert home.is_dir()
    return run


@pytest.fixture
def seeded(tumen: Tumen) -> Tumen:
    """The command line on a database with the five seeds."""
    assert tumen("ingest", SEEDS.articles).code == 0
    return tumen
