from dataclasses import astuple

import pytest

from app.domain.edtf import edtf
from app.domain.showing import date_to_people
from app.queries.timeline import EventLine
from app.web.dates import DateColumns, by_year_and_month, date_columns, time_value
from app.web.words import ENGLISH

PLAIN_DATES = ["0987", "1910", "1945-08-15", "2019-04", "2022-08-05", "2022-08-21", "2022-12"]


def an_event(when: str) -> EventLine:
    return EventLine(
        id=f"e{when}", date=edtf(when), title="", topic="trade", status="asserted", status_reason=None, actors=(),
        places=(), publishers=(), articles=1, origins=1,
    )  # fmt: skip


def outline(*dates: str) -> list[tuple[str | None, list[str | None]]]:
    return [
        (year.name, [month.name for month in year.months]) for year in by_year_and_month(map(an_event, dates), ENGLISH)
    ]


@pytest.mark.parametrize(
    ("when", "columns"),
    [
        ("2022-08-15", DateColumns(day="15", month="August", year="2022")),
        ("2022-07", DateColumns(month="July", year="2022")),
        ("2019", DateColumns(year="2019")),
        *(
            (when, None)
            for when in ("199X", "19XX", "2019-33", "2022-07~", "../2022-08-15", "1910/1945", "XXXX-03-12", "")
        ),
    ],
)
def test_each_part_of_a_plain_date_stands_in_its_column(when: str, columns: DateColumns | None) -> None:
    assert date_columns(edtf(when), ENGLISH) == columns


@pytest.mark.parametrize("when", PLAIN_DATES)
def test_the_columns_hold_the_words_of_the_date_in_their_order(when: str) -> None:
    columns = date_columns(edtf(when), ENGLISH)
    assert columns
    assert " ".join(filter(None, astuple(columns))) == date_to_people(edtf(when))


@pytest.mark.parametrize("when", ["2022-08-15", "2022-08", "2022"])
def test_a_plain_date_has_a_value_for_machines(when: str) -> None:
    assert time_value(edtf(when)) == when


@pytest.mark.parametrize(
    "when", ["2022~", "2022-21", "2022-33", "199X", "19XX", "1910/1945", "../2022", "XXXX-03-12", ""]
)
def test_a_date_that_html_cannot_say_has_none(when: str) -> None:
    assert time_value(edtf(when)) is None


def test_a_date_stands_under_its_month_only_when_it_lies_within_it() -> None:
    assert outline("2019", "2019-01-05", "2019-21", "2019-04") == [("2019", [None, "January", None, "April"])]


def test_a_bound_stands_at_the_day_that_is_known() -> None:
    assert outline("../2022-08-15", "2022-09-01/..") == [("2022", ["August", "September"])]


def test_a_decade_is_not_put_under_its_first_year() -> None:
    assert outline("199X", "1990", "19XX") == [("1990s", [None]), ("1990", [None]), ("20th century", [None])]


def test_dates_without_a_year_stand_together() -> None:
    assert outline("XXXX-03-12", "") == [(None, [None])]
