"""What a regular expression cannot match without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.knowledge.extracting_load import load_extracting
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.needles import may_match, may_match_sets, needle_sets_of, needles_of, scan_of

EXTRACTING = load_extracting(DEFAULT_SUBJECT)
SCAN = EXTRACTING.scan


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
        (r"(?:Juche|주체) ?", {"juche", "주체"}),
    ],
)
def test_needles_are_the_longest_words_that_must_be_there(pattern: str, expected: set[str]) -> None:
    assert needles_of(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:sent|wrote)(?: a)? letter", [[{" letter"}, {"sent", "wrote"}]]),
        (r"\b(?:(?:end|fall) of Rome|sack \w+)", [[{" of rome"}, {"end", "fall"}], [{"sack "}]]),
        (r"(?:\w+|Rome)", [[], [{"rome"}]]),
    ],
)
def test_each_way_to_match_needs_all_its_words(pattern: str, expected: list[list[set[str]]]) -> None:
    assert [list(map(set, way)) for way in needle_sets_of(pattern)] == expected


@given(st.data())
def test_a_match_by_any_way_is_never_missed(data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(EXTRACTING.triggers) - 1))
    pattern, _ = EXTRACTING.triggers[index]
    text = data.draw(st.from_regex(pattern))
    assert may_match_sets(needle_sets_of(pattern.pattern), text.casefold())


def numbers_in(text: str) -> set[int]:
    """The triggers that could match somewhere in a text."""
    return {*SCAN.always, *(number for _, numbers in SCAN.find(text) for number in numbers)}


def test_most_triggers_have_needles() -> None:
    assert len(SCAN.always) < len(EXTRACTING.triggers) / 8


@pytest.mark.parametrize("number", range(len(EXTRACTING.triggers)))
def test_what_a_trigger_finds_holds_a_needle(number: int) -> None:
    pattern, row = EXTRACTING.triggers[number]
    found = [example for example in row.finds if pattern.search(example)]
    assert all(number in numbers_in(example) for example in found)


@given(st.data())
def test_a_match_is_never_missed(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(EXTRACTING.triggers) - 1))
    pattern, _ = EXTRACTING.triggers[number]
    assert number in numbers_in(data.draw(st.from_regex(pattern)))


def test_of_needles_that_begin_alike_none_is_missed() -> None:
    scan = scan_of([frozenset({"sign"}), frozenset({"signature"}), frozenset()])
    assert list(scan.find("a Signature")) == [(2, (0, 1))]
    assert scan.always == (2,)


def test_a_text_without_a_needle_cannot_match() -> None:
    assert [may_match(frozenset({"sent"}), "he came"), may_match(frozenset(), "he came")] == [False, True]
