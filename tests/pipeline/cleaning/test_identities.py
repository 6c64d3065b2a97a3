"""Headlines and publishers of pages of many kinds, against what a reader would name."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from app.domain.article import Article
from app.knowledge.cleaning_rows import load_cleaning
from app.pipeline.cleaning import clean_page
from app.reading.files import read_pages

TESTS = Path(__file__).parents[2]
MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class Identity:
    """What a page is called, and by whom it was published."""

    file: str
    headline: str  # how it begins; "" where the page has none
    publishers: Sequence[str]  # each as good; none where the page names nobody


@cache
def identified() -> list[tuple[Identity, Article]]:
    """Each page beside what CLEAN makes of it."""
    rows = tomllib.loads((TESTS / "pipeline" / "cleaning" / "identities.toml").read_text(encoding="utf-8"))["page"]
    return [
        (Identity(**row), clean_page(page, load_cleaning()))
        for row in rows
        for page in read_pages(TESTS / row["file"], {}, MAX_BYTES)
    ]


def is_headline(identity: Identity, found: str | None) -> bool:
    return (found or "").startswith(identity.headline) if identity.headline else not found


def is_publisher(identity: Identity, found: str | None) -> bool:
    names = {name.casefold() for name in identity.publishers}
    return (found or "").casefold() in names if names else not found


def test_nine_headlines_in_ten_are_found() -> None:
    wrong = [(one.file, article.title) for one, article in identified() if not is_headline(one, article.title)]
    assert len(wrong) <= 10, wrong


def test_four_publishers_in_five_are_found() -> None:
    wrong = [(one.file, page.publisher) for one, page in identified() if not is_publisher(one, page.publisher)]
    assert len(wrong) <= 10, wrong


def test_hardly_any_publisher_is_a_wrong_one() -> None:
    named = [(one, page.publisher) for one, page in identified() if page.publisher]
    assert [(one.file, name) for one, name in named if not is_publisher(one, name)] == [
        ("publication/shown/245_euro_final.txt", "English Service for Clubs and Newspapers")
    ]


@pytest.mark.parametrize("found", [None, "Somebody Else"])
def test_a_wrong_name_would_be_noticed(found: str | None) -> None:
    identity = Identity("page.txt", "Harbour opened", ["The Harbour Post"])
    assert not is_headline(identity, found)
    assert not is_publisher(identity, found)
