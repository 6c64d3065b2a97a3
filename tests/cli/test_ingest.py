"""`tumen ingest`."""

import json
from pathlib import Path

from app.storage.database import open_database, writing
from app.storage.save import claim_subject
from tests.cli.conftest import Tumen
from tests.support.folders import SEEDS
from tests.support.reprints import REPRINT, WIRE

KIM = "Putin met Kim Jong Un in Vladivostok on 25 April 2019."


def test_the_same_files_twice_change_nothing(tumen: Tumen) -> None:
    first = tumen("ingest", SEEDS.articles)
    assert (first.code, first.out) == (0, "")
    assert "5 read: 5 new, 0 updated, 0 unchanged; 0 skipped\nthe timeline has " in first.err
    exported = tumen("export", "--format", "json").out
    second = tumen("ingest", SEEDS.articles)
    assert "5 read: 0 new, 0 updated, 5 unchanged; 0 skipped\n" in second.err
    assert tumen("export", "--format", "json").out == exported


def test_more_processes_give_the_same_timeline(tumen: Tumen, home: Path) -> None:
    for page in (WIRE, REPRINT):
        (home / page.file).write_text(page.text)
    articles = (SEEDS.articles, WIRE.file, REPRINT.file)
    tumen("ingest", *articles, "--jobs", "2")
    by_two = tumen("export", "--format", "json").out
    for file in home.glob("tumen.db*"):
        file.unlink()
    tumen("ingest", *articles)
    assert tumen("export", "--format", "json").out == by_two
    assert '"basis": "lent"' in by_two


def test_stdin_is_an_article(tumen: Tumen) -> None:
    assert "1 read: 1 new" in tumen("ingest", "-", stdin=KIM.encode()).err
    (article,) = json.loads(tumen("articles", "--format", "json").out)
    assert article["file"] == "stdin"


def test_what_is_known_is_kept_until_it_is_said_anew(tumen: Tumen, home: Path) -> None:
    (home / "kim.txt").write_text(KIM)
    (home / "known.json").write_text('{"kim.txt": {"publisher": "The Harbour Post", "published": "2019-04-26"}}')
    tumen("ingest", "kim.txt", "--metadata", "known.json")
    assert "0 updated, 1 unchanged" in tumen("ingest", "kim.txt").err
    (home / "known.json").write_text('{"kim.txt": {"publisher": "The Pier Post"}, "other.txt": {}}')
    again = tumen("ingest", "kim.txt", "--metadata", "known.json")
    assert "1 updated, 0 unchanged" in again.err
    assert "note: other.txt: in the metadata, but not read\n" in again.err
    (article,) = json.loads(tumen("articles", "--format", "json").out)
    assert (article["publisher"], article["published"]["edtf"]) == ("The Pier Post", "2019-04-26")


def test_the_same_text_under_two_names_is_one_article(tumen: Tumen, home: Path) -> None:
    (home / "b.txt").write_text(KIM)
    tumen("ingest", "b.txt")
    (home / "a.txt").write_text(KIM)
    assert "1 read: 0 new, 1 updated" in tumen("ingest", "a.txt").err
    (article,) = json.loads(tumen("articles", "--format", "json").out)
    assert article["file"] == "a.txt"


def test_bad_metadata_stop_the_work_before_anything_is_made(tumen: Tumen, home: Path) -> None:
    (home / "kim.txt").write_text(KIM)
    (home / "known.json").write_text('{"kim.txt": {"published": "April"}}')
    ran = tumen("ingest", "kim.txt", "--metadata", "known.json")
    assert ran.code == 1
    assert ran.err.startswith("known.json: kim.txt: published: 'April' is not a date Tumen reads")
    assert not (home / "tumen.db").exists()


def test_a_subject_that_is_not_known_is_wrong_usage(tumen: Tumen) -> None:
    ran = tumen("ingest", SEEDS.articles, "--subject", "mars")
    assert ran.code == 2
    assert "russia_north_korea" in ran.err


def test_a_database_of_another_subject_is_refused_before_anything_is_read(tumen: Tumen, home: Path) -> None:
    tumen("database", "upgrade")
    with writing(open_database("sqlite:///tumen.db")) as session:
        claim_subject(session, "mars_venus")
    ran = tumen("ingest", home / "gone.txt", "--subject", "russia_north_korea")
    mend = "name another file in TUMEN_DATABASE_URL, or --subject mars_venus"
    assert (ran.code, ran.err) == (1, f"tumen.db holds mars_venus, not russia_north_korea; {mend}\n")
