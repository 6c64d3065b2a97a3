"""Pieces are bounded in pages and in characters; what one transaction holds grows with what is kept, up to a limit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.batching import Size, batches, next_batch, size_beside
from app.domain.article import RawPage


def test_pieces_are_bounded_in_pages_and_in_characters() -> None:
    pages = [RawPage("x.txt", letters) for letters in ("1", "2", "3", "4" * 10, "5")]
    size = Size(pages=2, characters=10)
    assert [[page.text[0] for page in batch] for batch in batches(pages, size)] == [["1", "2"], ["3", "4"], ["5"]]
    assert [len(batch) for batch in batches(pages, size_beside(0))] == [5]
    assert list(batches([], size)) == []
    assert next_batch(iter([]), size) == []


@given(st.lists(st.text(max_size=9), max_size=30), st.integers(1, 8), st.integers(1, 40))
def test_no_page_is_lost_and_none_comes_twice(texts: list[str], pages: int, characters: int) -> None:
    given_pages = [RawPage(f"{number}.txt", text) for number, text in enumerate(texts)]
    assert [page for batch in batches(given_pages, Size(pages, characters)) for page in batch] == given_pages


@pytest.mark.parametrize(("kept", "pages"), [(0, 500), (2_000, 500), (6_000, 1_500), (20_000, 5_000), (10**6, 5_000)])
def test_the_more_is_kept_the_more_one_transaction_holds(kept: int, pages: int) -> None:
    assert size_beside(kept).pages == pages


def test_a_piece_never_shrinks_as_the_database_grows() -> None:
    assert all(one <= other for one, other in pairwise(size_beside(kept) for kept in range(0, 40_000, 500)))
