"""Words of time are found wherever they stand, and little else of a text is read."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import RawPage
from app.knowledge.dating_rows import DatingKnowledge
from app.knowledge.load import load_knowledge
from app.pipeline.dating import matching, scanning
from app.pipeline.dating.scanning import Run, runs_of_time
from app.pipeline.flow import extract_article
from bench.adversarial import PIECES
from bench.news import articles

KNOWLEDGE = load_knowledge()
DATING = KNOWLEDGE.dating
TO_ALL = replace(DATING, lexicon=replace(DATING.lexicon, signs=re.compile(r"(?=\S)")))  # every word is looked at
# Words, marks and blanks that meet in every order; some begin a phrase, end one, or are written onto a number.
PARTS = [
    *PIECES.values(), "harbour ", "Harbour, ", "the ", "in ", "recent ", "years ", "more ", "recently", "new ", "Day ",
    "Year's ", "Martin ", "Luther ", "King ", "may ", "May ", "mayor ", "15August ", "July4 ", "FY2004 ", "Tu-154 ",
    "a.m. ", "_July_ ", "İstanbul ", "https://harbour.example/May ", "한국July ", "오늘날씨", "15일 ", "\n", "\n\n",
    "20040501", "1 ", "’s ", "’90s ", "\u00a0", "(", ").", ", ", "x1",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_what_is_passed_over_holds_no_word_of_time(text: str) -> None:
    assert list(runs_of_time(text, DATING)) == list(runs_of_time(text, TO_ALL))


def test_of_news_most_words_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens: re.Pattern[str] = vars(scanning)["_TOKEN"]
    read = []

    class Counted:
        def finditer(self, text: str, begin: int) -> Iterator[re.Match[str]]:
            for token in tokens.finditer(text, begin):
                read.append(token)
                yield token

    monkeypatch.setattr(scanning, "_TOKEN", Counted())
    text = next(articles(1)).text
    assert list(runs_of_time(text, DATING))
    assert len(read) < len(tokens.findall(text)) / 3


def test_an_article_is_scanned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    scanned = []

    def counted(text: str, dating: DatingKnowledge) -> Iterator[Run]:
        scanned.append(text)
        return runs_of_time(text, dating)

    monkeypatch.setattr(matching, "runs_of_time", counted)
    page = RawPage("harbour.txt", "Harbour opens\n\nRussia sent flour to North Korea on Monday, 2 May 2005.")
    assert extract_article(page, KNOWLEDGE).expressions
    assert scanned == [page.text]
