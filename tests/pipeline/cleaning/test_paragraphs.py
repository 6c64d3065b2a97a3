from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import text

from app.pipeline.cleaning.paragraphs import split_paragraphs

WRAPPED = """The two ministers opened the bridge in the rain and spoke of
friendship between their towns, which had been at odds for
years."""
WHOLE = "The two ministers opened the bridge in the rain on Friday."


@pytest.mark.parametrize(
    ("kept", "paragraphs"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("  One. \u00a0\n\u2003Two.", ["One.", "Two."]),
        ("One.\u2028Two.\u2029Three.\x0cFour.\x85Five.", ["One.", "Two.", "Three.", "Four.", "Five."]),
        ("\n \t\n", []),
        (f"{WRAPPED}\n\nA band played.", [WRAPPED, "A band played."]),
        (f"{WHOLE}\n{WHOLE}", [WHOLE, WHOLE]),
    ],
)
def test_lines_are_paragraphs_unless_the_text_is_hard_wrapped(kept: str, paragraphs: list[str]) -> None:
    assert [span.of(kept) for span in split_paragraphs(kept)] == paragraphs


@given(text())
def test_paragraphs_hold_all_that_is_not_white_space_and_never_overlap(kept: str) -> None:
    spans = split_paragraphs(kept)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(kept) for span in spans).split()) == "".join(kept.split())
