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
