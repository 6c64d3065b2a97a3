"""`tumen explain`: the whole way of one article, for people and as JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tumen
from tests.support.folders import SEEDS

STORY = """Kim and Putin Exchange Letters in August

Published: 20 August 2022

MOSCOW — Putin sent a letter to Kim Jong Un on 15 August 2022, state media said. Kim Jong Un sent a letter to Putin on \
15 August 2022 too.

The weather in the harbour had been bad since 2 August. Nobody minded.

Russia was once a supplier that sent tanks to North Korea in the 1950s.
"""
BEGINNING = "Paragraph "


@pytest.fixture
def story(home: Path) -> Path:
    file = home / "letters.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def explained(tumen: Tumen, file: Path, *options: str) -> Any:  # noqa: ANN401 -- JSON
    ran = tumen("explain", file, "--format", "json", *options)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_people_are_told_of_every_paragraph_clue_mention_and_event(tumen: Tumen, story: Path) -> None:
    whole, ran = explained(tumen, story), tumen("explain", story)
    numbers = [line.split(",")[0] for line in ran.out.splitlines() if line.startswith(BEGINNING)]
    assert numbers == [f"{BEGINNING}{paragraph['number']}" for paragraph in whole["paragraphs"]]
    told = [clue["says"] for clue in whole["publication"]["clues"]] + [event["title"] for event in whole["events"]]
    assert told
    assert [words for words in told if words not in ran.out] == []
    parts = [part for paragraph in whole["paragraphs"] for part in paragraph["parts"]]
    mentions = [mention for part in parts for mention in part["mentions"]]
    assert [one["id"] for one in mentions if f"mention {one['id']}: {one['headline']}" not in ran.out] == []
    reasons = [reason for part in parts for reason in part["passed_over"]]
    assert ran.out.count("no event: ") == len(reasons) > 0


def test_on_a_terminal_the_same_is_folded_to_its_width(
    tumen: Tumen, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tumen("explain", story).out
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "60")
    shown = re.sub(r"\x1b\[[\d;]*m", "", tumen("explain", story).out)
    assert max(map(len, plain.splitlines())) > 60 >= max(map(len, shown.splitlines()))
    assert shown.split() == plain.split()
    blank = [sum(not line.strip() for line in out.splitlines()) for out in (plain, shown)]
    assert blank[0] == blank[1] > 0


def test_what_names_a_date_or_a_trigger_and_gave_no_event_has_its_reason(tumen: Tumen, story: Path) -> None:
    reasons = {
        part["text"].split()[0]: part["passed_over"]
        for paragraph in explained(tumen, story)["paragraphs"]
        for part in paragraph["parts"]
        if not part["mentions"]
    }
    (headline, *_), (header, *_) = reasons.pop("Kim"), reasons.pop("Published:")
    assert headline.startswith("the headline")
    assert header.startswith("furniture: ")
    assert reasons == {
        "The": ["names a date, but tells of nothing that a row knows"],
        "Nobody": [],
        "Russia": ["describes how things were, not what happened"],
    }


def test_in_the_seeds_positions_hold_and_nothing_dated_is_left_without_an_answer(tumen: Tumen) -> None:
    for file in sorted(SEEDS.articles.glob("*.txt")):
        text, whole = file.read_bytes().decode(), explained(tumen, file)
        parts = [part for paragraph in whole["paragraphs"] for part in paragraph["parts"]]
        mentions = [mention for part in parts for mention in part["mentions"]]
        words = [*parts, *(one for part in parts for one in part["time_expressions"])]
        words += [one[name] for one in mentions for name in ("quote", "trigger")]
        assert [one for one in words if text[one["start"] : one["end"]] != one["text"]] == []
        assert sorted(key for event in whole["events"] for key in event["mentions"]) == sorted(
            m["id"] for m in mentions
        )
        silent = [part for part in parts if not (part["mentions"] or part["passed_over"])]
        assert [one["text"] for part in silent for one in part["time_expressions"] if one["edtf"]] == []


def test_what_is_known_of_the_article_is_taken_into_account(tumen: Tumen, home: Path) -> None:
    (home / "known.json").write_text('{"stdin": {"published": "2004-03-02"}}', encoding="utf-8")
    ran = tumen("explain", "-", "--metadata", "known.json", "--format", "json", stdin=b"They met on Monday.")
    assert json.loads(ran.out)["publication"]["edtf"] == "2004-03-02"
    assert list(home.glob("*.db")) == []


def test_nothing_in_an_article_can_command_the_terminal(tumen: Tumen) -> None:
    assert "\x1b" not in tumen("explain", "-", stdin=b"They met in \x1b[2J May 2021.").out


def test_a_file_that_is_not_there_and_a_subject_that_nobody_knows_are_named(tumen: Tumen) -> None:
    assert tumen("explain", "gone.txt") == (1, "", "gone.txt: does not exist; check the path\n")
    assert tumen("explain", "gone.txt", "--subject", "atlantis").code == 2
