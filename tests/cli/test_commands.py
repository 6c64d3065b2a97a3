"""The commands beside `ingest`, as a user types them."""

import csv
import json
import socket
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from io import StringIO
from os import mkfifo
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import __version__
from tests.cli.conftest import Tumen
from tests.support.folders import SEEDS


def test_the_version_is_told(tumen: Tumen) -> None:
    assert tumen("--version") == (0, f"tumen {__version__}\n", "")


@pytest.mark.parametrize("words", [(), ("nosuch",), ("ingest",), ("export",), ("export", "--format", "xml")])
def test_wrong_usage_ends_with_2(tumen: Tumen, words: tuple[str, ...]) -> None:
    assert tumen(*words).code == 2


def test_a_bad_setting_ends_with_2_and_names_it(tumen: Tumen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUMEN_PORT", "many")
    ran = tumen("ingest", SEEDS.articles)
    assert ran.code == 2
    assert ran.err.startswith("TUMEN_PORT=many: ")


@pytest.mark.parametrize("words", [("verify",), ("articles",), ("rebuild",), ("forget", "x"), ("database", "check")])
def test_a_missing_database_is_not_made_by_asking(tumen: Tumen, home: Path, words: tuple[str, ...]) -> None:
    assert tumen(*words) == (1, "", "tumen.db: no such database; `tumen ingest` makes it\n")
    assert list(home.iterdir()) == []


def test_an_export_is_data_on_stdout_and_nothing_else(seeded: Tumen) -> None:
    ran = seeded("export", "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("id,date,earliest,")
    assert ran.out.count("\r\n") >= len(list(csv.reader(StringIO(ran.out, newline=""))))


def test_an_export_to_a_file_is_the_same_and_leaves_nothing_beside_it(seeded: Tumen, home: Path) -> None:
    before = {file.name for file in home.iterdir()}
    assert seeded("export", "--format", "json", "-o", home / "out.json") == (0, "", "")
    assert (home / "out.json").read_bytes().decode() == seeded("export", "--format", "json").out
    assert {file.name for file in home.iterdir()} == before | {"out.json"}


def test_an_export_to_a_link_or_a_device_leaves_them_what_they_are(seeded: Tumen, home: Path) -> None:
    exported = seeded("export", "--format", "csv").out
    (home / "link.csv").symlink_to(home / "out.csv")
    assert seeded("export", "--format", "csv", "-o", home / "link.csv").code == 0
    assert (home / "link.csv").is_symlink()
    assert (home / "out.csv").read_bytes().decode() == exported
    mkfifo(home / "pipe")
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit((home / "pipe").read_bytes)
        assert seeded("export", "--format", "csv", "-o", home / "pipe").code == 0
        assert read.result().decode() == exported
    assert (home / "pipe").is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
def test_a_full_disk_behind_stdout_or_a_file_is_told_of(seeded: Tumen, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = seeded("export", "--format", "csv", "-o", "/dev/full")
    assert (ran.code, ran.err) == (
        1, "/dev/full: cannot be written (No space left on device); check the folder and your rights\n"
    )  # fmt: skip
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=full))
        ran = seeded("articles")
    assert (ran.code, ran.err) == (1, "stdout: cannot be written (No space left on device); check where it leads\n")


def test_an_export_that_cannot_be_written_says_why(seeded: Tumen, home: Path) -> None:
    ran = seeded("export", "--format", "json", "-o", home / "nowhere" / "out.json")
    assert ran.code == 1
    assert "out.json: cannot be written (No such file or directory)" in ran.err


def test_filters_are_those_of_the_page(seeded: Tumen) -> None:
    everything = json.loads(seeded("export", "--format", "json").out)["events"]
    letters = json.loads(seeded("export", "--format", "json", "--topic", "letters").out)["events"]
    others = json.loads(seeded("export", "--format", "json", "--not-topic=letters", "--min-origins", "1").out)["events"]
    assert letters
    assert [event for event in everything if event["topic"] == "letters"] == letters
    assert [event for event in everything if event["topic"] != "letters"] == others


@pytest.mark.parametrize("words", [("--topic", "nonsense"), ("--nonsense", "x"), ("--topic",), ("x",), ("--from", "x")])
def test_a_bad_filter_is_wrong_usage(tumen: Tumen, words: tuple[str, ...]) -> None:
    ran = tumen("export", "--format", "csv", *words)
    assert (ran.code, ran.out) == (2, "")
    assert words[0].lstrip("-") in ran.err


def test_articles_are_listed_for_people_and_for_programs(seeded: Tumen) -> None:
    lines = seeded("articles").out.splitlines()
    listed = json.loads(seeded("articles", "--format", "json").out)
    assert [line.split("\t")[0] for line in lines] == [article["id"] for article in listed]
    assert listed == json.loads(seeded("export", "--format", "json").out)["articles"]
    assert json.loads(seeded("articles", "--format", "json").out)


def test_an_empty_list_of_articles_is_json_too(tumen: Tumen) -> None:
    tumen("database", "upgrade")
    assert json.loads(tumen("articles", "--format", "json").out) == []


def test_a_forgotten_article_leaves_no_trace(seeded: Tumen, home: Path) -> None:
    before = seeded("export", "--format", "json").out
    (home / "extra.txt").write_text("Putin visited Pyongyang on 19 July 2000 and met Kim Jong Il.")
    seeded("ingest", "extra.txt")
    assert seeded("export", "--format", "json").out != before
    assert seeded("forget", "extra.txt").err.startswith("forgot a")
    assert seeded("export", "--format", "json").out == before
    assert seeded("forget", "extra.txt") == (1, "", "extra.txt: no such article; `tumen articles` lists them\n")


def test_rebuilding_by_the_same_rules_changes_nothing(seeded: Tumen) -> None:
    before = seeded("export", "--format", "json").out
    assert seeded("rebuild") == (0, "", "extracted 5 articles anew\n")
    assert seeded("export", "--format", "json").out == before


def test_rebuilding_from_a_text_that_was_changed_makes_no_other_article_of_it(seeded: Tumen, home: Path) -> None:
    before = seeded("export", "--format", "json").out
    file = min(SEEDS.texts())
    with closing(sqlite3.connect(home / "tumen.db")) as database:
        database.execute("UPDATE article SET text = 'More. ' || text WHERE file = ?", [file])
        database.commit()
    ran = seeded("rebuild")
    assert ran.code == 1
    assert f"({file}): the kept text has changed; restore a backup, or `tumen forget` it" in ran.err
    seeded("forget", file)
    seeded("ingest", SEEDS.articles)
    assert seeded("export", "--format", "json").out == before


def test_articles_of_older_rules_are_told_of(seeded: Tumen, home: Path) -> None:
    with closing(sqlite3.connect(home / "tumen.db")) as database:
        database.execute("UPDATE article SET rules = 'old' WHERE rowid = 1")
        database.commit()
    (home / "kim.txt").write_text("Kim.")
    assert "1 article extracted by other rules than today's; `tumen rebuild`" in seeded("ingest", "kim.txt").err


def test_proofs_are_verified_and_a_broken_one_is_named(seeded: Tumen, home: Path) -> None:
    assert seeded("verify").code == 0
    with closing(sqlite3.connect(home / "tumen.db")) as database:
        (key,) = database.execute("SELECT id FROM mention LIMIT 1").fetchone()
        database.execute("UPDATE mention SET quote = 'x' || quote WHERE id = ?", [key])
        database.commit()
    ran = seeded("verify")
    assert ran.code == 1
    assert f"quote {key}: not what stands at " in ran.err


def test_the_database_is_looked_after(seeded: Tumen, home: Path) -> None:
    assert seeded("database", "upgrade").err == "already of the newest form; nothing changed\n"
    assert seeded("database", "check").err == "the database is sound\n"
    assert seeded("database", "backup", "copy.db").err == "copied to copy.db\n"
    assert (home / "copy.db").exists()
    assert seeded("database", "backup", "copy.db").code == 1


def test_a_port_in_use_is_named_with_the_mend(tumen: Tumen) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = tumen("serve", "--port", str(port))
    assert ran.code == 1
    assert f"127.0.0.1:{port}: cannot be listened on" in ran.err
    assert "--port" in ran.err


def test_a_language_without_a_catalogue_is_named_before_anything_is_promised(
    tumen: Tumen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUMEN_LANGUAGE", "xx")
    ran = tumen("serve", "--port", "0")
    assert ran.code == 2
    assert "TUMEN_LANGUAGE=xx: there is no catalogue of it; choose one of en" in ran.err
    assert "Tumen is at" not in ran.err
