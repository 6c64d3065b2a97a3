"""Pages in pieces: how many are read, extracted and stored at a time."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.domain.article import RawPage

_FEWEST_PAGES, _MOST_PAGES = 500, 5_000  # of one transaction
_PART_OF_KEPT = 4
_CHARACTERS_A_PAGE = 4_000


class Size(NamedTuple):
    """Where a piece ends: with the page that reaches either limit."""

    pages: int
    characters: int


def size_beside(kept: int) -> Size:
    """What one transaction holds, beside so many articles that are kept.

    Another writer waits for it: a second or two at first. What others tell of the same months is looked up and linked
    anew with each, and the more there is of that, the more pages share the work: so it stays as much for each page.
    """
    pages = min(max(kept // _PART_OF_KEPT, _FEWEST_PAGES), _MOST_PAGES)
    return Size(pages, pages * _CHARACTERS_A_PAGE)


def batches(pages: Iterable[RawPage], size: Size) -> Iterator[list[RawPage]]:
    """The pages in pieces of one size."""
    waiting = iter(pages)
    while batch := next_batch(waiting, size):
        yield batch


def next_batch(pages: Iterator[RawPage], size: Size) -> list[RawPage]:
    """The next piece; none where no page is left."""
    batch: list[RawPage] = []
    characters = 0
    for page in pages:
        batch.append(page)
        characters += len(page.text)
        if len(batch) >= size.pages or characters >= size.characters:
            break
    return batch
