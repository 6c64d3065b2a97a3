"""Reading back what was saved."""

import pytest
from sqlmodel import Session

from app.domain.edtf import edtf
from app.errors import InputError, NotFound
from app.storage.kept import find_article, kept_article_ids, kept_articles, kept_subject
from app.storage.save import claim_subject
from tests.storage import made

DAY = edtf("2022")


def test_an_article_is_found_by_its_id_and_by_its_file(session: Session) -> None:
    article = made.article("harbour.txt")
    made.save(session, {article: DAY}, {})
    assert find_article(session, "harbour.txt") == find_article(session, article.id) == article.id


def test_a_name_that_is_not_there_or_not_clear_is_refused(session: Session) -> None:
    one, two = made.article("harbour.txt", "One."), made.article("harbour.txt", "Two.")
    made.save(session, {one: DAY, two: DAY}, {})
    with pytest.raises(NotFound, match="`tumen articles` lists them"):
        find_article(session, "other.txt")
    with pytest.raises(InputError, match=", ".join(sorted((one.id, two.id)))):
        find_article(session, "harbour.txt")


def test_only_articles_that_are_there_are_compared_with(session: Session) -> None:
    article = made.article()
    made.save(session, {article: DAY}, {})
    assert kept_articles(session, {article.id, "a0"}).keys() == {article.id}
    assert kept_article_ids(session) == [article.id]


def test_the_subject_is_known_once_it_was_claimed(session: Session) -> None:
    assert kept_subject(session) is None
    claim_subject(session, "russia_north_korea")
    assert kept_subject(session) == "russia_north_korea"
