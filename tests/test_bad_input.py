"""Bad input: each has a clear message naming the file and the mend, nothing is lost, and the rest is ingested."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.article import Article
from app.domain.lending import Wording
from app.pipeline.cleaning.wording import find_wording
from tests.cli.conftest import Tumen, home, tumen

__all__ = ["home", "tumen"]

GOOD = "Putin met Kim Jong Un in Vladivostok on 25 April 2019."
RUSSIAN = "Президент России Владимир Путин направил поздравительную телеграмму председателю КНДР Ким Чен Ыну."
KOREAN = "블라디미르 푸틴 러시아 대통령이 광복절을 맞아 김정은 국무위원장에게 축전을 보냈다고 조선중앙통신이 보도했다."


def nothing(_: Path) -> None:
    """The path is missing."""


def folder(path: Path) -> None:
    path.mkdir()


def holding(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (holding(b""), "is empty; save the page again, with its text"),
        (holding(b" \r\n"), "is empty; save the page again, with its text"),
        (holding(b"\x89PNG\r\n\x1a\n\x00\x00"), "holds NUL bytes, so it is binary or UTF-16; save it as text in UTF-8"),
        (holding(b"x" * 1001), "is larger than 1,000 bytes; raise TUMEN_MAX_ARTICLE_BYTES to read it"),
        (holding(bytes(range(1, 256))), "is neither UTF-8 nor text in an encoding that can be recognised"),
        (nothing, "does not exist; check the path"),
        (folder, "holds no article (*.txt) at any depth; name another folder"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_ingested(
    tumen: Tumen, home: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], said: str
) -> None:
    monkeypatch.setenv("TUMEN_MAX_ARTICLE_BYTES", "1000")
    make(home / "bad.txt")
    (home / "good.txt").write_text(GOOD)
    ran = tumen("ingest", "bad.txt", "good.txt")
    assert ran.code == 0
    assert f"skipped bad.txt: {said}" in ran.err
    assert "1 read: 1 new, 0 updated, 0 unchanged; 1 skipped" in ran.err
    assert tumen("ingest", "bad.txt", "good.txt", "--strict").code == 1
    assert tumen("ingest", "bad.txt").code == 1  # nothing at all could be read


def test_a_file_that_may_not_be_read_is_named(tumen: Tumen, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "good.txt").write_text(GOOD)
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:  # root may read everything, so the refusal is played
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    (home / "secret.txt").write_text(GOOD)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "access", lambda path, *_: str(path) != "secret.txt")
    ran = tumen("ingest", "secret.txt", "good.txt")
    assert ran.code == 0
    assert "skipped secret.txt: may not be read by you; give yourself the right to read it" in ran.err
    assert "1 read: 1 new" in ran.err
    assert tumen("dates", "secret.txt").err.startswith("skipped secret.txt: may not be read by you")


@pytest.mark.parametrize(("text", "encoding", "read_as"), [(RUSSIAN, "cp1251", "cp1251"), (KOREAN, "euc-kr", "cp949")])
def test_another_encoding_is_detected_decoded_and_noted(
    tumen: Tumen, home: Path, text: str, encoding: str, read_as: str
) -> None:
    (home / "old.txt").write_bytes(text.encode(encoding))
    ran = tumen("ingest", "old.txt")
    assert ran.code == 0
    assert f"note: old.txt: read as {read_as}\n" in ran.err
    with closing(sqlite3.connect(home / "tumen.db")) as database:
        assert database.execute("SELECT text, encoding FROM article").fetchall() == [(text, read_as)]


def test_four_megabytes_of_one_line_take_seconds(tumen: Tumen, home: Path) -> None:
    (home / "long.txt").write_text("All work and no play makes a dull day at the harbour " * 75_000)
    began = time.monotonic()
    assert "1 read: 1 new" in tumen("ingest", "long.txt").err
    assert time.monotonic() - began < 60  # seconds, on a busy machine


def test_a_locked_database_is_named_and_nothing_is_lost(tumen: Tumen, home: Path) -> None:
    (home / "good.txt").write_text(GOOD)
    tumen("database", "upgrade")
    with closing(sqlite3.connect(home / "tumen.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = tumen("ingest", "good.txt")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("tumen.db: another process is writing to it; wait until it is done, then try again")
    assert "1 read: 1 new" in tumen("ingest", "good.txt").err


def test_a_read_only_database_can_be_exported_and_not_written(
    tumen: Tumen, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "good.txt").write_text(GOOD)
    tumen("ingest", "good.txt")
    exported = tumen("export", "--format", "json").out
    monkeypatch.setenv("TUMEN_DATABASE_URL", "sqlite:///file:tumen.db?mode=ro&uri=true")  # root may write every file
    (home / "good.txt").write_text(GOOD + " And more.")
    ran = tumen("ingest", "good.txt")
    assert ran.code == 1
    assert "tumen.db" in ran.err
    assert "it cannot be written; allow writing to the file and to its folder" in ran.err
    assert tumen("export", "--format", "json").out == exported


def test_a_corrupt_database_is_named(tumen: Tumen, home: Path) -> None:
    (home / "good.txt").write_text(GOOD)
    (home / "tumen.db").write_bytes(b"no database at all " * 1000)
    ran = tumen("ingest", "good.txt")
    assert ran.code == 1
    assert ran.err.startswith("tumen.db: it is no SQLite database; restore a backup, or move it away")


@pytest.mark.parametrize("command", [("ingest", "good.txt"), ("export", "--format", "csv"), ("serve",), ("verify",)])
def test_a_database_of_a_newer_program_is_left_alone(tumen: Tumen, home: Path, command: tuple[str, ...]) -> None:
    (home / "good.txt").write_text(GOOD)
    tumen("database", "upgrade")
    with closing(sqlite3.connect(home / "tumen.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    assert tumen(*command) == (
        1, "", "tumen.db: written by a newer Tumen (revision 9999); update the program\n"
    )  # fmt: skip


@pytest.mark.parametrize("command", ["ingest", "dates", "explain"])
def test_a_page_on_which_tumen_breaks_is_named(
    tumen: Tumen, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("app.pipeline.flow.find_wording", breaks)
    monkeypatch.setattr("app.cli.dates.find_time_expressions", breaks)
    (home / "odd.txt").write_text(GOOD)
    ran = tumen(command, "odd.txt")
    assert ran.code == 1
    assert "odd.txt: cannot be worked through (ZeroDivisionError: by nought)" in ran.err
    assert "leave the file out until it is mended" in ran.err


def test_a_page_on_which_tumen_breaks_takes_no_other_with_it(
    tumen: Tumen, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "odd.txt", "z.txt"):
        (home / name).write_text(f"{GOOD}\n\nThis is {name}.")
    assert tumen("ingest", ".", "--strict").code == 0
    whole = tumen("export", "--format", "json").out

    def breaks_on_one(article: Article) -> Wording:
        if article.page.file == "odd.txt":
            raise ZeroDivisionError("by nought")
        return find_wording(article)

    monkeypatch.setattr("app.pipeline.flow.find_wording", breaks_on_one)
    again = tumen("rebuild")
    assert again.code == 1
    assert "left as it was: odd.txt: cannot be worked through (ZeroDivisionError: by nought)" in again.err
    assert "extracted 2 articles anew" in again.err
    assert tumen("export", "--format", "json").out == whole
    (home / "tumen.db").unlink()
    ran = tumen("ingest", ".")
    assert ran.code == 1
    assert "skipped odd.txt: cannot be worked through (ZeroDivisionError: by nought)" in ran.err
    assert "2 read: 2 new, 0 updated, 0 unchanged; 1 skipped" in ran.err
