"""Invented pages of many kinds, each with what a careful reader can say of its day, and no more."""

import tomllib
from pathlib import Path

import pytest

from app.domain.article import RawPage
from app.domain.edtf import edtf
from app.knowledge.cleaning_rows import load_cleaning
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import date_publication

DATING = load_dating(DEFAULT_SUBJECT)
PAGES = tomllib.loads(Path(__file__).with_name("publication_pages.toml").read_text(encoding="utf-8"))["page"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_a_page_is_dated_as_far_as_it_tells(page: dict[str, str]) -> None:
    publication = date_publication(clean_page(RawPage("page.txt", page["text"]), load_cleaning()), DATING)
    assert publication.date.bounds == edtf(page["expects"]).bounds, publication.clues
