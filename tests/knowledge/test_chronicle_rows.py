"""The chronicle, by its own examples."""

import re
from pathlib import Path

import pytest

from app.errors import KnowledgeError
from app.knowledge.chronicle_rows import ActRow, Chronicled, load_acts, load_chronicle
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.toml_rows import subject_file

CHRONICLE = load_chronicle(subject_file(DEFAULT_SUBJECT))
ROW = """
[[chronicle]]
title   = "a fair"
on      = "{on}"
act     = "{act}"
tells   = ["fair"]
finds   = []
ignores = []
source  = "x"
"""


@pytest.mark.parametrize("one", CHRONICLE, ids=lambda one: one.row.title)
def test_a_happening_is_told_by_its_examples(one: Chronicled) -> None:
    assert [example for example in one.row.finds if not one.is_told_in(example)] == []
    assert [example for example in one.row.ignores if one.is_told_in(example)] == []


@pytest.mark.parametrize("row", load_acts(), ids=lambda row: row.name)
def test_an_act_is_told_by_its_examples(row: ActRow) -> None:
    act = re.compile(rf"\b(?:{'|'.join(row.words)})", re.IGNORECASE)
    assert [example for example in row.finds if not act.search(example)] == []
    assert [example for example in row.ignores if act.search(example)] == []


def test_no_happening_stands_twice() -> None:
    told = [(one.row.tells, one.first) for one in CHRONICLE]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("on", "act", "mend"),
    [("2001/..", "opens", "give a day or an interval"), ("2001-05-03", "swims", "no [[act]] 'swims'; choose one of")],
)
def test_a_happening_without_its_day_or_its_act_is_refused(on: str, act: str, mend: str, tmp_path: Path) -> None:
    file = tmp_path / f"{act}.toml"
    file.write_text(ROW.format(on=on, act=act), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(mend)):
        load_chronicle(file)
