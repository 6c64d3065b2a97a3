"""On what day a named day falls: known days of many years, and what must hold for any year."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import edtf
from app.domain.timex import TimexType
from app.errors import KnowledgeError
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.named_day_rows import ListedDays, NamedDayRow
from app.knowledge.toml_rows import read_rows
from app.pipeline.dating import date_publication, find_time_expressions
from app.pipeline.dating.calendar import orthodox_easter, western_easter
from app.pipeline.dating.named_calendar import day_in
from tests.pipeline.dating.articles import article

DATING = load_dating(DEFAULT_SUBJECT)
NAMED = DATING.named_days
MONDAY = edtf("2022-08-15")
YEARS = st.integers(1583, 9000)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("seollal", ["1950-02-17", "1997-02-08", "2000-02-05", "2022-02-01", "2023-01-22", "2024-02-10", "2050-01-23"]),
        ("chinese_new_year", ["1997-02-07", "2000-02-05", "2022-02-01", "2023-01-22", "2024-02-10"]),
        ("chuseok", ["2000-09-12", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06"]),
        ("easter", ["1916-04-23", "1961-04-02", "2000-04-23", "2022-04-17", "2024-03-31", "2038-04-25"]),
        ("good_friday", ["1998-04-10", "2022-04-15"]),
        ("orthodox_easter", ["1916-04-23", "2000-04-30", "2021-05-02", "2022-04-24", "2024-05-05"]),
        ("thanksgiving", ["2021-11-25", "2022-11-24", "2023-11-23"]),
        ("memorial_day", ["2021-05-31", "2022-05-30"]),
        ("labor_day", ["2021-09-06", "2022-09-05"]),
        ("martin_luther_king_day", ["2022-01-17", "2024-01-15"]),
        ("russian_navy_day", ["2022-07-31", "2023-07-30"]),
        ("liberation_day", ["1945-08-15", "2022-08-15"]),
    ],
)
def test_a_named_day_falls_on_its_known_days(name: str, days: list[str]) -> None:
    assert days == [str(day_in(NAMED[name].rule, int(day[:4]))) for day in days]


@given(YEARS)
def test_easter_is_a_sunday_in_spring_and_the_orthodox_one_never_earlier(year: int) -> None:
    western, orthodox = western_easter(year), orthodox_easter(year)
    assert western.isoweekday() == orthodox.isoweekday() == 7
    assert date(year, 3, 22) <= western <= date(year, 4, 25)
    # By the year 9000 the Julian spring has come 65 days late.
    assert 0 <= (orthodox - western).days <= 35 + 7 * (year // 700)


@pytest.mark.parametrize("row", [row for row in NAMED.values() if isinstance(row.rule, ListedDays)], ids=lambda r: r.id)
def test_the_days_of_a_lunar_calendar_lie_twelve_or_thirteen_moons_apart(row: NamedDayRow) -> None:
    assert isinstance(row.rule, ListedDays)
    days = row.rule.days
    assert [day.year for day in days] == list(range(days[0].year, 2051))
    assert {round((later - day).days / 29.530588) for day, later in pairwise(days)} == {12, 13}
    assert all(abs((later - day).days - round((later - day).days / 29.530588) * 29.530588) < 2
               for day, later in pairwise(days))  # fmt: skip


def test_chuseok_is_a_full_moon_of_the_year_that_began_on_seollal() -> None:
    for year in range(1900, 2051):
        first, harvest = day_in(NAMED["seollal"].rule, year), day_in(NAMED["chuseok"].rule, year)
        assert first is not None
        assert harvest is not None
        moons = ((harvest - first).days - 14) / 29.530588
        assert min(abs(moons - 7), abs(moons - 8)) < 0.1, year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained at Christmas 1950.", [("Christmas 1950", "1950-12-25")]),
        ("They rose on Easter Sunday, 1916.", [("Easter Sunday, 1916", "1916-04-23")]),
        ("They met on New Year's Eve, 1999.", [("New Year's Eve, 1999", "1999-12-31")]),
        ("They met last Christmas and meet next Easter.", [("last Christmas", "2021-12-25"),
                                                           ("next Easter", "2023-04-09")]),
        ("They met on Liberation Day last year.", [("Liberation Day last year", "2021-08-15")]),
        ("The Lunar New Year is near.", [("The Lunar New Year", "2022-02-01")]),
        ("They met at the Lunar New Year 1997.", [("the Lunar New Year 1997", "1997-02-08")]),  # in China a day before
        ("They will meet at Chuseok.", [("Chuseok", "2022-09-10")]),
        ("They met at Seollal 2077.", [("Seollal 2077", "2077")]),
        ("He hid the Christmas presents under the Christmas tree on Christmas Island.", []),
        ("Easter eggs, Thanksgiving turkey, a thanksgiving service, the Good Friday Agreement", []),
        ("They met in Liberation Day Park and in the May Day Stadium.", []),
        ("They saw the Victory Day parade.", [("the Victory Day", "2022-05-09")]),
        ("India’s Independence Day and Ukrainian Independence Day", []),
        ("American Independence Day", [("Independence Day", "2022-07-04")]),
        ("Они встретились накануне Дня Победы 2005 года.", [("Дня Победы 2005 года", "2005-05-09")]),
        ("지난해 광복절과 올해 삼일절에", [("지난해 광복절", "2021-08-15"), ("올해 삼일절", "2022-03-01")]),
    ],
)  # fmt: skip
def test_a_sentence_names_these_days(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_time_expressions(text, DATING, MONDAY)
    assert [(e.text, e.date.text) for e in found] == expected


def test_what_comes_back_every_year_is_a_set() -> None:
    (found,) = find_time_expressions("They meet every Christmas.", DATING, MONDAY)
    assert (found.type, found.value, found.date.text) == (TimexType.SET, "XXXX-12-25", "")


@pytest.mark.parametrize(
    ("words", "value"), [("Christmas", "XXXX-12-25"), ("Thanksgiving", "XXXX-11"), ("Easter", "XXXX")]
)
def test_without_publication_a_day_is_known_as_far_as_it_never_moves(words: str, value: str) -> None:
    (found,) = find_time_expressions(f"They met at {words}.", DATING, edtf(""))
    assert found.value == value


def test_the_reasoning_tells_how_the_day_is_found() -> None:
    (found,) = find_time_expressions("They met on Memorial Day.", DATING, MONDAY)
    assert found.reasoning == (
        "“Memorial Day”: Memorial Day is the last Monday of May; seen from 15 August 2022, is 30 May 2022."
    )


def test_a_movable_day_on_a_weekday_tells_the_year_of_publication() -> None:
    text = (
        "The ministry said on Friday that a telegram had been sent on Chuseok.\n"
        "Russia’s invasion of Ukraine has changed trade."
    )
    assert date_publication(article(text), DATING).date.text == "2023-09-29/2023-10-05"


def test_a_row_that_names_no_day_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "days.toml"
    row = '[[named_day]]\nid = "x"\ntitle = "X"\nnames = []\nfinds = []\nignores = []\nsource = ""\n'
    file.write_text(row, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="give `first`"):
        read_rows(file, "named_day", NamedDayRow)
