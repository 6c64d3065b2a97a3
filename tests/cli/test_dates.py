"""`tumen dates`: one file or a hundred thousand, a line an expression, as they come."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.cli.workplace import in_order
from tests.cli.conftest import Tumen

TOP = Path(__file__).parents[2]
SENTENCE = "They met on 24 April 2019, and again in May 2021. "


def test_dates_are_json_lines_with_positions_in_the_file(tumen: Tumen, home: Path) -> None:
    text = "\ufeffPutin met Kim on 13 September 2023.\r\nThey had spoken the day before, yesterday.\r\n"
    (home / "harbour.txt").write_bytes(text.encode())
    (home / "dct.json").write_text('{"harbour": "2023-09-14"}')
    ran = tumen("dates", home, "--published-file", "dct.json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert all(text[line["start"] : line["end"]] == line["text"] and line["doc"] == "harbour" for line in lines)
    assert ("13 September 2023", "DATE", "2023-09-13") in {(x["text"], x["type"], x["value"]) for x in lines}
    assert ("yesterday", "2023-09-13") in {(x["text"], x["value"]) for x in lines}
    assert tumen("dates", "harbour.txt", "--published", "2023-09-14").out == ran.out


def test_dates_refuse_what_is_no_day_and_name_what_cannot_be_read(tumen: Tumen) -> None:
    assert tumen("dates", "-", "--published", "2023-99").code == 2
    assert tumen("dates", "gone.txt") == (1, "", "skipped gone.txt: does not exist; check the path\n")


@pytest.fixture
def folder(home: Path) -> Path:
    """Forty files, of which the third is binary."""
    folder = home / "articles"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(SENTENCE * (number % 7), encoding="utf-8")
    (folder / "02.txt").write_bytes(b"\0")
    return folder


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(tumen: Tumen, folder: Path) -> None:
    ran = tumen("dates", folder)
    docs = list(dict.fromkeys(json.loads(line)["doc"] for line in ran.out.splitlines()))
    assert docs == [f"{number:02}" for number in range(40) if number != 2 and number % 7]
    assert ran.code == 0
    skipped = ["00", "02", "07", "14", "21", "28", "35"]
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [f"skipped {folder}/{x}.txt" for x in skipped]


def test_several_processes_write_the_same_in_the_same_order(tumen: Tumen, folder: Path) -> None:
    assert tumen("dates", folder, "--jobs", "2") == tumen("dates", folder)


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with ThreadPoolExecutor(1) as executor:
        done = in_order(executor, str, items(), ahead=3)
        for number in range(90):
            assert next(done) == str(number)
            assert len(taken) <= number + 1 + 3
        assert list(done) == [str(number) for number in range(90, 100)]


def test_a_reader_that_has_enough_ends_it_without_a_word(home: Path) -> None:
    folder = home / "articles"
    folder.mkdir()
    for number in range(200):  # more lines than a pipe holds
        (folder / f"{number:03}.txt").write_text(SENTENCE * 50, encoding="utf-8")
    command = [sys.executable, "-c", "from app.cli import main; main()", "dates", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["doc"] == "000"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
