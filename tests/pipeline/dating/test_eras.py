"""Years that are counted from another year than ours."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import RawPage
from app.domain.edtf import edtf
from app.knowledge.cleaning_rows import load_cleaning
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.publication_rows import ClueKind
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import find_time_expressions
from app.pipeline.dating.matching import find_forms
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.sum_clues import sum_clues

DATING = load_dating(DEFAULT_SUBJECT)
MONDAY = edtf("2022-08-15")


@pytest.mark.parametrize(
    ("words", "when", "says"),
    [
        ("Juche 89 (2000)", "2000", "Juche 89 is 2000, counted from 1912."),
        ("Juche 111", "2022", "Juche 111 is 2022, counted from 1912."),
        ("June 19, Juche 113 (2024)", "2024-06-19", "Juche 113 is 2024, counted from 1912."),
        ("주체113(2024)년", "2024", "Juche 113 is 2024, counted from 1912."),
        ("Juche 111 (2023)", "2023", "Juche 111 is 2022, counted from 1912, but 2023 stands beside it and is taken."),
    ],
)
def test_a_year_of_an_era_is_told_with_its_reckoning(words: str, when: str, says: str) -> None:
    (found,) = find_time_expressions(words, DATING, MONDAY)
    assert (found.text, found.date.text) == (words, when)
    assert found.reasoning.endswith(says)


@given(st.dates(date(1912, 1, 1), date(2049, 12, 31)))
def test_a_day_in_a_year_of_an_era_is_read_back(day: date) -> None:
    juche = day.year - 1911
    for words in (
        f"주체{juche}({day.year})년 {day.month}월 {day.day}일",
        f"주체{juche}년 {day.month}월 {day.day}일",
        f"{day:%B} {day.day}, Juche {juche} ({day.year})",
        f"{day.day} {day:%B} Juche {juche}",
    ):
        (found,) = find_time_expressions(words, DATING, MONDAY)
        assert found.date.earliest == found.date.latest == day, words


@pytest.mark.parametrize("line", ["Juche 92 (2003)", "주체92(2003)년"])
def test_the_year_of_an_era_in_a_line_of_the_page_is_a_sum(line: str) -> None:
    page = RawPage("page.txt", f"The ship came home in the evening.\n{line}")
    article = clean_page(page, load_cleaning())
    evidence = Evidence(article, find_forms(article.text, DATING), DATING)
    (clue,) = [c for c in sum_clues(evidence) if c.kind is ClueKind.ERA]
    assert clue.clue.says.endswith("= 2003.")
