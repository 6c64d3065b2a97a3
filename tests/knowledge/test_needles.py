"""What a regular expression cannot match without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.knowledge.extracting_load import load_extracting
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.needles import may_match, needles_of

EXTRACTING = load_extracting(DEFAULT_SUBJECT)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bsent\b", {"sent"}),
        (r"\b(?:sent|sends) (?:a )?letter", {"letter"}),
        (r"\b(?:signed|ratified)\b", {"signed", "ratified"}),
        (r"(?:new )?pact(?:s)?", {"pact"}),
        (r"(?:sent)?", set()),
        (r"(?:sent|an)", set()),
        (r"\w+ed", set()),
        (r"(?:Visit)+", {"visit"}),
    ],
)
def test_needles_are_the_longest_words_that_must_be_there(pattern: str, expected: set[str]) -> None:
    assert needles_of(pattern) == expected


def test_most_triggers_have_needles() -> None:
    without = [row.kind for (_, row), needles in zip(EXTRACTING.triggers, EXTRACTING.trigger_needles, strict=True)
               if not needles]  # fmt: skip
    assert len(without) < len(EXTRACTING.triggers) / 10


@pytest.mark.parametrize("number", range(len(EXTRACTING.triggers)))
def test_what_a_trigger_finds_holds_a_needle(number: int) -> None:
    pattern, row = EXTRACTING.triggers[number]
    found = [example for example in row.finds if pattern.search(example)]
    assert all(may_match(EXTRACTING.trigger_needles[number], example.casefold()) for example in found)


@given(st.data())
def test_a_match_is_never_missed(data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(EXTRACTING.triggers) - 1))
    pattern, _ = EXTRACTING.triggers[index]
    text = data.draw(st.from_regex(pattern))
    assert may_match(EXTRACTING.trigger_needles[index], text.casefold())
