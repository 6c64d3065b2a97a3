"""`tumen evaluate dates`: the measurement on a folder of marked texts."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Tumen

# By the hash of its name, "harbour" is of the development half and "ferry" of the report half.
HARBOUR = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 type="DATE" value="2004-03-02" functionInDocument="CREATION_TIME">March 2</TIMEX3></DCT>
<TEXT>
The ship left on <TIMEX3 type="DATE" value="2004-02-24">24 February 2004</TIMEX3> &amp; came back
<TIMEX3 type="DATE" value="2004-03-01">yesterday</TIMEX3>. It will sail <TIMEX3 type="DATE" value="2099">ere
long</TIMEX3>, not in 1999.
</TEXT>
</TimeML>"""
FERRY = '<DOC><TEXT>They met in <TIMEX2 val="1961">1961</TIMEX2>.</TEXT></DOC>'
# What a peer says of the two: one right, one wrong, and the ferry's year right.
PEER = [
    {"doc": "harbour", "start": 18, "end": 34, "text": "24 February 2004", "type": "DATE", "value": "2004-02-24"},
    {"doc": "harbour", "start": 47, "end": 56, "text": "yesterday", "type": "DATE", "value": "2004-02-01"},
    {"doc": "ferry", "start": 12, "end": 16, "text": "1961", "type": "DATE", "value": "1961"},
]


@pytest.fixture
def folder(home: Path) -> Path:
    marked = home / "marked"
    (marked / "deeper").mkdir(parents=True)
    (marked / "harbour.tml").write_text(HARBOUR, encoding="utf-8")
    (marked / "deeper" / "ferry.key.xml").write_text(FERRY, encoding="utf-8")
    (marked / "notes.xml").write_text("<no/>", encoding="utf-8")
    (home / "peer.jsonl").write_text("\n".join(map(json.dumps, PEER)), encoding="utf-8")
    return marked


def test_the_figures_are_those_counted_by_hand(tumen: Tumen, folder: Path) -> None:
    ran = tumen("evaluate", "dates", folder, "--format", "json", "--peer", "other=peer.jsonl")
    told = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert (told["documents"], told["unread"]) == (2, [])
    # Tumen finds the four that are there, one of them not marked, and not "ere long".
    assert told["systems"]["tumen"]["ALL"] == {
        "gold": 4, "system": 4, "value_accuracy": 1, "strict": {"p": 3 / 4, "r": 3 / 4, "f1": 3 / 4},
        "relaxed": {"p": 3 / 4, "r": 3 / 4, "f1": 3 / 4}, "value": {"p": 3 / 4, "r": 3 / 4, "f1": 3 / 4},
    }  # fmt: skip
    assert told["systems"]["other"]["DATE"]["value"] == {"p": 2 / 3, "r": 2 / 4, "f1": 4 / 7}
    assert told["systems"]["other"]["DATE"]["value_accuracy"] == 2 / 3
    # Of four equally likely draws, both twice (1/4 of them) and one of each (1/2) have Tumen above, the ferry's none.
    assert 0.7 < told["tumen_above"]["other"]["ALL"] < 0.8
    assert tumen("evaluate", "dates", folder, "--format", "json", "--peer", "other=peer.jsonl").out == ran.out


def test_the_ends_of_a_range_are_two_answers_as_in_timeml(tumen: Tumen, home: Path) -> None:
    marked = '<TIMEX3 type="DATE" value="1910">1910</TIMEX3>-<TIMEX3 type="DATE" value="1945">1945</TIMEX3>'
    Path("rule.tml").write_text(f"<T><TEXT>Japan’s {marked} colonial rule</TEXT></T>", encoding="utf-8")
    Path("rule.txt").write_text("Japan’s 1910-1945 colonial rule", encoding="utf-8")
    Path("peer.jsonl").write_text(tumen("dates", "rule.txt").out, encoding="utf-8")
    told = json.loads(tumen("evaluate", "dates", home, "--format", "json", "--peer", "same=peer.jsonl").out)
    assert told["systems"]["tumen"]["ALL"]["value"]["f1"] == 1
    assert told["systems"]["same"] == told["systems"]["tumen"]


def test_people_get_a_table_for_each_scope_and_as_many_errors_as_they_ask_for(tumen: Tumen, folder: Path) -> None:
    ran = tumen("evaluate", "dates", folder, "--peer", "other=peer.jsonl", "--errors", "1")
    lines = [line.split() for line in ran.out.splitlines()]
    assert [line[0] for line in lines if "marked" in line] == ["ALL:", "DATE:", "CAL:"]
    assert ["tumen", "4", *["75.00"] * 7, "100.00"] in lines
    assert "wrong value: 0\nmissed: 1\n  harbour (2004-03-02) DATE gold=2099 tumen=- | " in ran.out
    assert (
        "It will sail [ere long], not in 1999.\nspurious: 1\n  harbour (2004-03-02) DATE gold=- tumen=1999 | "
        in ran.out
    )
    assert "\x1b" not in ran.out
    assert "missed" not in tumen("evaluate", "dates", folder).out


def test_one_half_develops_and_the_other_reports(tumen: Tumen, folder: Path) -> None:
    def marked_in(half: str) -> int:
        ran = tumen("evaluate", "dates", folder, "--format", "json", "--half", half, "--peer", "other=peer.jsonl")
        gold = json.loads(ran.out)["systems"]["other"]["ALL"]["gold"]
        assert isinstance(gold, int)
        return gold

    assert [marked_in("dev"), marked_in("report"), marked_in("all")] == [3, 1, 4]
    (folder / "harbour.tml").unlink()
    ran = tumen("evaluate", "dates", folder, "--half", "dev")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{folder}: no document falls into this half; measure on --half all\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "broken.tml",
            "<T>\n<TEXT>a</T>",
            "broken.tml: line 2, column 10: no well-formed XML (mismatched tag); mend it",
        ),
        ("ferry.tml", FERRY, "ferry.tml: another document is named ferry too; rename one"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(
    tumen: Tumen, folder: Path, name: str, text: str, said: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    ran = tumen("evaluate", "dates", folder, "--format", "json", "--peer", "other=peer.jsonl")
    assert ran.code == 1
    assert ran.err.startswith("skipped ")
    assert said in ran.err
    told = json.loads(ran.out)
    assert told["systems"]["tumen"]["ALL"]["gold"] == 4
    assert told["unread"] == [name.removesuffix(".tml")]


def test_a_file_that_is_too_large_is_named_with_the_mend(
    tumen: Tumen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUMEN_MAX_ARTICLE_BYTES", str(len(HARBOUR) - 1))
    ran = tumen("evaluate", "dates", folder, "--format", "json")
    assert ran.code == 1
    assert f"harbour.tml: is larger than {len(HARBOUR) - 1} bytes; raise TUMEN_MAX_ARTICLE_BYTES to read it" in ran.err
    assert json.loads(ran.out)["documents"] == 1


def test_nothing_to_read_is_told(tumen: Tumen, home: Path) -> None:
    (home / "empty").mkdir()
    ran = tumen("evaluate", "dates", "empty")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "skipped empty: holds no article (*.tml, *.key.xml) at any depth; name another folder\n"
    assert tumen("evaluate", "dates", "gone").err == "skipped gone: does not exist; check the path\n"


def test_a_peer_that_cannot_be_held_against_the_folder_ends_with_the_place(tumen: Tumen, folder: Path) -> None:
    Path("peer.jsonl").write_text(json.dumps({**PEER[0], "doc": "quay"}), encoding="utf-8")
    ran = tumen("evaluate", "dates", folder, "--peer", "other=peer.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "peer.jsonl: line 1: no document of the folder is named 'quay'; take the line out\n"
    ran = tumen("evaluate", "dates", folder, "--peer", f"other={os.devnull}/gone")
    assert "gone: cannot be read (" in ran.err


@pytest.mark.parametrize(
    "words", [("--peer", "other"), ("--peer", "=f"), ("--peer", "tumen=f"), ("--half", "x"), ("--draws", "0")]
)
def test_wrong_usage_ends_with_2(tumen: Tumen, folder: Path, words: tuple[str, ...]) -> None:
    ran = tumen("evaluate", "dates", folder, *words)
    assert (ran.code, ran.out) == (2, "")
    assert words[0] in ran.err
