"""Texts that look back on other years: whose bare months belong to the story, and whose to the day of publication."""

import pytest

from app.domain.edtf import edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions
from app.pipeline.dating.matching import find_forms
from app.pipeline.dating.story import is_history

DATING = load_dating(DEFAULT_SUBJECT)
OPENING = "The company was founded in 1890, sold in 1902, split in 1911 and merged in 1923 and 1931. "


def dates_of(text: str, published: str = "2009-12-19") -> list[tuple[str, str]]:
    return [(e.text, e.date.text) for e in find_time_expressions(text, DATING, edtf(published))]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("In March 1940 it built a mill. On 7 May the mill burned.", "1940-05-07"),
        ("In December 1940 it built a mill. In January the mill burned.", "1941-01"),
        ("In August 1940 it built a mill. In July a flood had come.", "1940-07"),
        ("In February 1940 it built a mill, after a flood in December.", "1939-12"),
        ("In 1940 it built a mill. In November the mill burned.", "1940-11"),
        ("In May 1940 it built a mill. It closed in the autumn.", "1940-23"),
        ("In March 1940 it (unlike its rival (1953)) built a mill. On 7 May the mill burned.", "1940-05-07"),
        ("In March 1940 the owner, born in 1871, came. That month he left.", "1940-03"),
    ],
)
def test_a_history_goes_on_from_where_it_stands(story: str, expected: str) -> None:
    assert dates_of(OPENING + story)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (OPENING, "2009-12-19", True),
        (OPENING + "He said so yesterday, on Monday, after last week's sale.", "2009-12-19", False),
        ("It was sold in 1930, 1931, 1932, 1933 and 1934, the office said.", "1935-02-01", False),
        ("It was founded in 1890 and sold in 1902.", "2009-12-19", False),
        (OPENING + "It was sold again in 1940.", "", True),
    ],
)  # fmt: skip
def test_a_history_names_years_of_old_and_hardly_its_own_day(text: str, published: str, *, expected: bool) -> None:
    assert is_history(list(find_forms(text, DATING)), edtf(published)) is expected


def test_a_day_of_the_month_that_its_sentence_opens_with_is_of_that_month() -> None:
    text = "The mill was sold in July 1940. Two months later, it changed hands again and burned on September 13."
    assert dates_of(text, "2009-12-19")[-1] == ("September 13", "1940-09-13")


def test_the_same_words_in_the_news_are_seen_from_publication() -> None:
    assert dates_of("The mill, built in March 1940, burned on 7 May.", "2009-06-01")[-1] == ("7 May", "2009-05-07")
