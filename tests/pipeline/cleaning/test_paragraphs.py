from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import text

from app.domain.text import Stretch
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
        ("\ufeffOne.\n\u200b\nTwo.", ["One.", "Two."]),
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
    between = "".join(
        kept[a.end : b.start] for a, b in pairwise([Stretch(0, 0), *spans, Stretch(len(kept), len(kept))])
    )
    assert not between.strip(" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029\ufeff\u200b\u200c\u200d\u2060\u00ad").split()
