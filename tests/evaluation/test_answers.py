"""Answers of other systems: read against the texts, refused with the line."""

import json

import pytest

from app.errors import BadAnnotations
from app.evaluation.answers import read_answers
from app.evaluation.marked import Timex

TEXTS = {"harbour": "It left on Monday.", "quay": ""}
MONDAY = {"doc": "harbour", "start": 11, "end": 17, "text": "Monday", "type": "DATE", "value": "2004-03-01"}


def line(**changed: object) -> bytes:
    return json.dumps({**MONDAY, **changed}).encode()


def test_answers_are_grouped_by_document_in_their_order() -> None:
    lines = [line(value=" P1D "), b"\n", line(rule="further keys say nothing"), line(doc="lost", text="x")]
    assert read_answers(lines, TEXTS, {"lost"}) == {
        "harbour": [Timex(11, 17, "DATE", "P1D"), Timex(11, 17, "DATE", "2004-03-01")]
    }


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{", "line 2: Invalid JSON"),
        (b"[]", "line 2: Input should be an object; write {"),
        (b'{"doc": "harbour"}', "line 2: start: Field required; write {"),
        (line(start="11"), "line 2: start: Input should be a valid integer; write {"),
        (line(start=True), "line 2: start: Input should be a valid integer; write {"),
        (line(doc="ferry"), "line 2: no document of the folder is named 'ferry'; take the line out"),
        (line(start=10, end=16), "line 2: 'Monday' does not stand at 10 to 16 of harbour, but ' Monda' does; count"),
        (line(start=-7, end=-1), "line 2: 'Monday' does not stand at -7 to -1 of harbour, but '' does; count"),
        (line(doc="quay"), "line 2: 'Monday' does not stand at 11 to 17 of quay, but '' does; count"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_mend(bad: bytes, said: str) -> None:
    with pytest.raises(BadAnnotations) as told:
        read_answers([line(), bad], TEXTS, set())
    assert str(told.value).startswith(said)
