"""The rows of DATE, by their own examples."""

import re
from collections.abc import Iterator

import pytest

from app.domain.edtf import edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.dating_rows import ContextRow, CueRow, FormRow, WordRow
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions
from app.pipeline.dating.expressions import READERS
from app.pipeline.dating.matching import find_forms

DATING = load_dating(DEFAULT_SUBJECT)
MONDAY = edtf("2022-08-15")
MARKED = re.compile(r"\[([^\]=]+?)(?: = ([^\]]+))?\]")


def finds() -> Iterator[tuple[str, str]]:
    for word in DATING.word_rows:
        yield from ((word.kind, example) for example in word.finds)
    for form in DATING.form_rows:
        yield from ((form.name, example) for example in form.finds)
    for cue in DATING.cue_rows:
        yield from ((cue.turns, example) for example in cue.finds)
    for anchoring in DATING.anchoring.anchoring_rows:
        yield from ((anchoring.side, example) for example in anchoring.finds)
    for happening in DATING.anchoring.happening_rows:
        yield from ((happening.words[0], example) for example in happening.finds)
    for context in DATING.context_rows:
        yield from ((context.name, example) for example in context.finds)
    for named in DATING.named_days.values():
        yield from ((named.id, example) for example in named.finds)
    for era in DATING.eras.values():
        yield from ((era.name, example) for example in era.finds)


@pytest.mark.parametrize(("owner", "example"), list(finds()))
def test_a_row_finds_what_its_example_marks(owner: str, example: str) -> None:
    marks = MARKED.findall(example)
    text = MARKED.sub(r"\1", example)
    found = [(e.text, e.value) for e in find_time_expressions(text, DATING, MONDAY)]
    assert marks, f"{owner}: mark what is read with [ ]"
    for words, value in marks:
        assert (words, value or dict(found).get(words)) in found, found


@pytest.mark.parametrize("row", [*DATING.word_rows, *DATING.form_rows, *DATING.cue_rows, *DATING.context_rows])
def test_a_row_has_examples_of_what_it_finds_and_what_it_ignores(row: WordRow | FormRow | CueRow | ContextRow) -> None:
    assert row.finds
    assert row.ignores


@pytest.mark.parametrize(("row", "example"), [(row, e) for row in DATING.form_rows for e in row.ignores])
def test_a_form_does_not_take_what_its_example_ignores(row: FormRow, example: str) -> None:
    read = [e.span for e in find_time_expressions(example, DATING, MONDAY)]  # a reader may turn a form down
    found = [form for form in find_forms(example, DATING) if form.row.name == row.name]
    assert not [form.span.of(example) for form in found if any(span.holds(form.span) for span in read)]


@pytest.mark.parametrize("row", DATING.context_rows, ids=lambda row: row.name)
def test_a_context_turns_down_what_its_example_ignores(row: ContextRow) -> None:
    read = {MARKED.findall(found)[-1] for found in row.finds}
    for example in row.ignores:
        assert not {(e.text, e.value) for e in find_time_expressions(example, DATING, MONDAY)} & read


@pytest.mark.parametrize(
    "example",
    [e for words in DATING.word_rows for e in words.ignores]
    + [e for sides in DATING.anchoring.anchoring_rows for e in sides.ignores]
    + [e for happening in DATING.anchoring.happening_rows for e in happening.ignores]
    + [e for row in DATING.named_days.values() for e in row.ignores]
    + [e for row in DATING.eras.values() for e in row.ignores],
)
def test_nothing_is_read_where_a_word_row_ignores(example: str) -> None:
    assert not [(e.text, e.value) for e in find_time_expressions(example, DATING, MONDAY)]


@pytest.mark.parametrize("row", DATING.form_rows, ids=lambda row: row.name)
def test_a_form_is_read_by_a_reader_that_exists(row: object) -> None:
    assert getattr(row, "reads", None) in READERS


@pytest.mark.parametrize(("pattern", "row"), DATING.facts, ids=lambda value: getattr(value, "id", ""))
def test_a_reference_fact_knows_its_examples(pattern: re.Pattern[str], row: object) -> None:
    assert all(pattern.search(example) for example in getattr(row, "finds", ()))
    assert not any(pattern.search(example) for example in getattr(row, "ignores", ()))
