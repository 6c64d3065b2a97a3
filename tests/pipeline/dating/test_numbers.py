"""What a number can be, by its shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.knowledge.dating_load import NUMBER_KINDS
from app.pipeline.dating.numbers import kinds_of_number


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("15", {"count": 15, "day": 15, "small": 15}),
        ("7", {"count": 7, "day": 7, "small": 7, "month_number": 7}),
        ("229", {"count": 229}),
        ("2022", {"year": 2022, "modern_year": 2022}),
        ("1980", {"year": 1980, "modern_year": 1980, "round_year": 198}),
        ("1682", {"year": 1682}),
        ("20220815", {"compact_day": "2022-08-15"}),
        ("2022-08-15", {"whole_day": "2022-08-15"}),
        ("15.08.2022", {"whole_day": "2022-08-15"}),
        ("15/08/2022", {"whole_day": "2022-08-15"}),
        ("03/05/2004", {"whole_day": "[2004-03-05,2004-05-03]"}),
        ("03.05.2004", {"whole_day": "2004-05-03"}),
        ("1910-1945", {"year_span": "1910/1945"}),
        ("1957-58", {"year_span": "1957/1958"}),
        ("2001-02", {"year_span": "2001/2002"}),
        ("2019-11", {"whole_month": "2019-11"}),
        ("15-21", {"day_span": "15/21"}),
        ("24-26.04.2019", {"whole_span": "2019-04-24/2019-04-26"}),
        ("28.12.-3.1.2019", {"whole_span": "2018-12-28/2019-01-03"}),
        ("28.12.2018-3.1.2019", {"whole_span": "2018-12-28/2019-01-03"}),
        ("26-24.04.2019", {"number": ""}),
        ("3,2004", {"day_year": "3,2004"}),
        ("10:15", {"clock": "10:15"}),
        ("77th", {"ordinal": 77}),
        ("15th", {"ordinal": 15, "ordinal_day": 15}),
        ("1990s", {"decade": 199}),
        ("8월", {"number": ""}),  # what is written onto a number in Korean is cut off by the scanner
        ("229-39-11", {"number": ""}),
        ("100,000", {"number": ""}),
        ("10GIMX", {"number": ""}),
        ("20229915", {"number": ""}),
        ("13월", {"number": ""}),
        ("٢٠٢٢", {"number": ""}),
    ],
)
def test_a_number_is_what_its_shape_allows(text: str, kinds: dict[str, object]) -> None:
    assert kinds_of_number(text) == kinds


@given(st.from_regex(r"[0-9][0-9.,:/–-]{0,12}[0-9a-z년월일]{0,3}", fullmatch=True))
def test_every_number_is_of_kinds_that_forms_know(text: str) -> None:
    assert frozenset(kinds_of_number(text)) in NUMBER_KINDS
