"""When pages of eight decades were published, against what a careful analyst can prove from them."""

from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from app.knowledge.load import load_knowledge
from app.pipeline.cleaning import clean_page
from app.pipeline.dating.matching import find_forms
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.publication import told_clues
from app.pipeline.dating.publishing.puzzle import best_days, between
from app.reading.files import read_pages
from tests.support.publication import (
    MAX_BYTES,
    PUBLICATION_FOLDERS,
    Judged,
    PageGold,
    Verdict,
    holds,
    judge,
    page_golds,
    verdict_on,
)


class Bar(NamedTuple):
    """What a folder must reach, of its 291 pages (shown) or 27 (held), as when it was last raised."""

    least_good: int  # answers as good as an analyst's
    most_wrong: int  # no date is better than a wrong one


BARS = {"shown": Bar(least_good=253, most_wrong=0), "held": Bar(least_good=16, most_wrong=0)}
GOOD = {Verdict.RIGHT, Verdict.FINER}

MONDAY = PageGold(date(2022, 8, 15), "2022-08-15/2022-08-21", is_stated=False, why="", also=["2022-08-15"])
MONTH = PageGold(date(2022, 8, 15), "2022-08", is_stated=False, why="")
EITHER = PageGold(date(2004, 3, 5), "[2004-03-05,2004-05-03]", is_stated=True, why="")
BOUND = PageGold(date(2016, 5, 2), "2016-03/..", is_stated=False, why="")
NOTHING = PageGold(date(2011, 10, 19), "", is_stated=False, why="")
CASES = [
    (MONDAY, "2022-08-15/2022-08-21", "right"),
    (MONDAY, "2022-08-15", "right"),
    (MONDAY, "2022-08-14/2022-08-16", "coarser"),
    (MONDAY, "2022-08-15/2022-08-17", "finer"),
    (MONDAY, "2022", "coarser"),
    (MONDAY, "", "coarser"),
    (MONDAY, "2022-08-16", "wrong"),
    (MONTH, "2022-08-01/2022-08-31", "right"),
    (MONTH, "2022-09", "wrong"),
    (EITHER, "[2004-03-05,2004-05-03]", "right"),
    (EITHER, "2004-03-05/2004-05-03", "right"),
    (EITHER, "2004", "coarser"),
    (EITHER, "2004-05-03", "wrong"),
    (BOUND, "2016-03-01/..", "right"),
    (BOUND, "2016-03/2016-12", "finer"),
    (BOUND, "2015/..", "coarser"),
    (BOUND, "../2016-05-01", "wrong"),
    (NOTHING, "", "right"),
    (NOTHING, "../2012", "finer"),
    (NOTHING, "2012/..", "wrong"),
]


@cache
def judged(half: str) -> list[Judged]:
    """The answers for one half; both tests of it look at the same."""
    return judge(PUBLICATION_FOLDERS[half])


@pytest.mark.parametrize("half", BARS)
def test_no_more_answers_than_before_leave_out_the_day_of_publication(half: str) -> None:
    wrong = [one for one in judged(half) if one.verdict is Verdict.WRONG]
    assert len(wrong) <= BARS[half].most_wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("half", BARS)
def test_as_many_answers_as_before_are_as_good_as_an_analysts(half: str) -> None:
    short = [one for one in judged(half) if one.verdict not in GOOD]
    assert len(judged(half)) - len(short) >= BARS[half].least_good, "\n".join(map(str, short))


def test_what_a_story_tells_leaves_its_day_possible_whatever_the_page_states() -> None:
    folder, knowledge = PUBLICATION_FOLDERS["shown"], load_knowledge()
    golds = page_golds(folder)
    against = []
    for file in folder.files():
        (page,) = read_pages(file, {}, MAX_BYTES)
        article = clean_page(page, knowledge.cleaning)
        forms = find_forms(article.text, knowledge.dating)
        days, _ = best_days(told_clues(Evidence(article, forms, knowledge.dating)))
        if not days & between(golds[file.name].truth, golds[file.name].truth):
            against.append(file.name)
    assert against == []


@pytest.mark.parametrize("half", BARS)
def test_every_page_has_its_gold_and_every_gold_its_page(half: str) -> None:
    folder = PUBLICATION_FOLDERS[half]
    assert [file.name for file in folder.files()] == list(page_golds(folder))


@pytest.mark.parametrize("half", BARS)
def test_all_that_is_accepted_holds_the_day_and_says_why(half: str) -> None:
    for file, gold in page_golds(PUBLICATION_FOLDERS[half]).items():
        assert all(holds(when, gold.truth) for when in gold.accepted), file
        assert gold.why, file


@pytest.mark.parametrize("half", BARS)
def test_most_pages_do_not_name_their_day(half: str) -> None:
    golds = page_golds(PUBLICATION_FOLDERS[half]).values()
    assert sum(not gold.is_stated for gold in golds) > len(golds) / 2


@pytest.mark.parametrize(("gold", "answer", "verdict"), CASES)
def test_an_answer_is_judged_by_its_bounds_and_by_the_day(gold: PageGold, answer: str, verdict: str) -> None:
    assert verdict_on(answer, gold) == verdict
