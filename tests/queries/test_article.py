"""An article is shown whole, with what was taken from it."""

import pytest
from sqlmodel import Session

from app.errors import NotFound
from app.queries.article import ArticlePassage, find_article
from app.storage.tables import ArticleTable
from tests.support.sample_database import article_id, event_id


def test_the_file_is_the_first_of_its_names(sample: Session) -> None:
    article = find_article(sample, article_id("harbour.txt"))
    assert (article.line.file, article.names) == ("harbour-copy.txt", ("harbour-copy.txt", "harbour.txt"))


def test_paragraphs_are_stretches_of_the_kept_text(sample: Session) -> None:
    article = find_article(sample, article_id("notes.txt"))
    text = sample.get_one(ArticleTable, article.line.id).text
    assert [text[part.start : part.end] for part in article.paragraphs] == [part.text for part in article.paragraphs]
    assert [part.number for part in article.paragraphs] == [1, 2, 3, 4, 5]
    assert [part.number for part in article.paragraphs if part.kind == "furniture"] == [5]


def test_a_paragraph_knows_the_quotes_taken_from_it(sample: Session) -> None:
    quotes = find_article(sample, article_id("harbour.txt")).paragraphs[7].quotes
    assert [quote.event_id for quote in quotes] == [event_id("Russia said")] * 2
    assert all(quote.is_intact for quote in quotes)
    assert quotes[0].title == "Russia said to pay workers in cash"


def test_the_publication_comes_with_its_clues(sample: Session) -> None:
    article = find_article(sample, article_id("harbour.txt"))
    text = sample.get_one(ArticleTable, article.line.id).text
    (clue,) = article.clues
    assert text[clue.start : clue.end] == clue.text == "26 April 2019"
    assert article.known.url == article.line.url


def test_what_gave_no_event_comes_with_its_reason_and_what_gave_one_does_not(sample: Session) -> None:
    passed = find_article(sample, article_id("harbour.txt")).passed_over
    start = sample.get_one(ArticleTable, article_id("harbour.txt")).text.index("26 April 2019")
    assert passed == (ArticlePassage(3, start, start + 13, "26 April 2019", "furniture: date alone"),)
    assert find_article(sample, article_id("wire.txt")).passed_over == ()


def test_every_character_is_found_in_its_paragraph_and_none_between_them(sample: Session) -> None:
    article = find_article(sample, article_id("notes.txt"))
    length = len(sample.get_one(ArticleTable, article.line.id).text)
    for position in range(-1, length + 1):
        holding = [part.number for part in article.paragraphs if part.start <= position < part.end]
        assert article.paragraph_at(position) == (holding[0] if holding else None)


def test_an_unknown_article_is_not_found(sample: Session) -> None:
    with pytest.raises(NotFound):
        find_article(sample, "a0")
