"""Which of several triggers of one sentence tell of something of their own."""

import pytest

from tests.support.stories import told

STATEMENT = "The Russian ambassador said that North Korea {first}, and that the two countries {second}."


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("would send workers to Russia", "would fight against sanctions", ["workers"]),
        ("sent workers to Russia in May 2019", "exchanged letters in June 2019", ["workers", "letter"]),
    ],
)
def test_a_statement_of_several_parts_is_one_unless_they_are_dated(first: str, second: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in told(STATEMENT.format(first=first, second=second))] == kinds


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Norway said in May that North Korea had given half of the shells back to Russia in 2008.", ["statement"]),
        ("Russia said in May that North Korea had given half of the shells back in 2008.", ["statement", "giving"]),
        ("Putin and Kim met in May in Rome, a summit that is said to have opened doors.", ["meeting"]),
    ],
)
def test_what_a_dated_statement_is_of_and_a_noun_for_what_is_told_are_no_others(
    sentence: str, kinds: list[str]
) -> None:
    assert [mention.kind for mention in told(sentence)] == kinds
