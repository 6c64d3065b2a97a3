import pytest

from app.domain.edtf import edtf
from app.queries.timeline import EventLine
from app.web.dates import DateParts, by_year_and_month, date_parts, time_value


def an_event(when: str) -> EventLine:
    return EventLine(
        id=f"e{when}", date=edtf(when), title="", topic="trade", status="asserted", status_reason=None, actors=(),
        places=(), publishers=(), articles=1, origins=1, first_quote="",
    )  # fmt: skip


def outline(*dates: str) -> list[tuple[str | None, list[str | None]]]:
    return [(year.name, [month.name for month in year.months]) for year in by_year_and_month(map(an_event, dates))]


@pytest.mark.parametrize(
    ("when", "lead", "rest"),
    [
        ("2022-08-15", "15", "August 2022"),
        ("2022-07", "July", "2022"),
        ("2019", "2019", ""),
        ("2022-07~", "about July 2022", ""),
        ("../2022-08-15", "by 15 August 2022", ""),
        ("1910/1945", "1910 – 1945", ""),
        ("", "date unknown", ""),
    ],
)
def test_the_eye_finds_the_day_or_the_month_first(when: str, lead: str, rest: str) -> None:
    assert date_parts(edtf(when)) == DateParts(lead, rest)


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
