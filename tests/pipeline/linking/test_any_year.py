"""What is told of a month or a day without its year joins what was told of it with one, where only that one fits."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from app.domain.edtf import edtf
from app.domain.event import Mention
from app.domain.linking import Nothing, Trace
from app.errors import BadDate
from app.knowledge.load import load_knowledge
from app.pipeline.linking.relinking import relink
from app.pipeline.linking.tellings import tellings_of
from tests.support.handmade_mentions import mention
from tests.support.remembered import Remembered

EXTRACTING = load_knowledge().extracting
BOTH = ("Vladimir Putin", "Kim Jong Un")


def told(article: str, day: str, words: str = "partnership treaty", actors: tuple[str, ...] = ()) -> Mention:
    """The signing of a treaty, as an article tells it in one sentence."""
    return mention(article, 0, "treaty", day, headline=words, actors=actors)


def tellings(mentions: Sequence[Mention]) -> list[Trace]:
    return tellings_of(mentions, {one.id: one.headline for one in mentions}, EXTRACTING)


def entries(*mentions: Mention) -> int:
    """How many there are, linked one by one from the last to the first, and all at once."""
    kept, whole = Remembered(), Remembered()
    for one in reversed(mentions):
        kept.remember((), relink((), tellings([one]), kept, EXTRACTING.evidence))
    whole.remember((), relink((), tellings(mentions), Nothing(), EXTRACTING.evidence))
    assert kept.state() == whole.state()
    return len(whole.entries())


@pytest.mark.parametrize("day", ["XXXX-06-19", "XXXX-06"])
def test_a_day_without_its_year_is_that_of_what_shares_much_with_it(day: str) -> None:
    assert entries(told("a1", day, actors=BOTH), told("a2", "2024-06-19", actors=BOTH)) == 1


def test_so_is_a_month_without_its_year_told_of_a_month() -> None:
    assert entries(told("a1", "XXXX-06", actors=BOTH), told("a2", "2024-06", actors=BOTH)) == 1


@pytest.mark.parametrize("day", ["XXXX-06-20", "XXXX-07", ""])
def test_another_day_and_no_day_are_not(day: str) -> None:
    assert entries(told("a1", day, actors=BOTH), told("a2", "2024-06-19", actors=BOTH)) == 2


def test_a_kind_alone_says_nothing_of_the_year() -> None:
    assert entries(told("a1", "XXXX-06-19", words=""), told("a2", "2024-06-19", words="")) == 2


@pytest.mark.parametrize("order", list(permutations(["XXXX-06-19", "2024-06-19", "2018-06-19"])))
def test_where_two_years_fit_nearly_as_well_it_stays_apart(order: tuple[str, ...]) -> None:
    assert entries(*(told(f"a{day}", day, actors=BOTH) for day in order)) == 3


def test_where_one_year_is_clearly_ahead_it_joins_that() -> None:
    years = told("a2", "2024-06-19", actors=BOTH), told("a3", "2018-06-19", words="trade accord", actors=BOTH)
    assert entries(told("a1", "XXXX-06-19", actors=BOTH), *years) == 2


def test_a_day_is_not_told_of_a_whole_month_whatever_else_is_linked_with_it() -> None:
    month = told("a2", "2024-06", actors=BOTH), told("a3", "XXXX-06", words="timber")
    assert entries(told("a1", "XXXX-06-19", actors=BOTH), *month) == 3


def test_a_happening_stands_in_the_calendar_by_its_day_or_its_whole_month() -> None:
    days = {
        "2024-06-19": "06-19",
        "2023-02": "02",
        "2022": "",
        "2021-06-10/2021-06-12": "",
        "2020-06-10/2020-07-09": "",
    }
    kept = Remembered()
    kept.remember((), relink((), tellings([told(f"a{day}", day) for day in days]), Nothing(), EXTRACTING.evidence))
    assert sorted(one.calendar for one in kept.kept.values()) == sorted(days.values())


def test_no_calendar_has_other_days() -> None:
    with pytest.raises(BadDate):
        edtf("XXXX-09-31")
