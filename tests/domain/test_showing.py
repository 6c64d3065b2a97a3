"""Dates in words."""

import pytest

from app.domain.edtf import edtf
from app.domain.showing import date_to_people


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-08-15", "15 August 2022"),
        ("2022-07", "July 2022"),
        ("2019", "2019"),
        ("1910/1945", "1910 – 1945"),
        ("../2022-08-15", "by 15 August 2022"),
        ("2022-08-05/..", "from 5 August 2022"),
        ("2019~", "about 2019"),
        ("2022?", "perhaps 2022"),
        ("2022%", "perhaps about 2022"),
        ("2011-21", "spring 2011"),
        ("2011-24", "winter 2011"),
        ("2024-33", "first quarter of 2024"),
        ("2024-36", "fourth quarter of 2024"),
        ("2024-41", "second half of 2024"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("11XX", "12th century"),
        ("2022-08-15/2022-08-21", "15 – 21 August 2022"),
        ("2022-07-28/2022-08-03", "28 July – 3 August 2022"),
        ("2021-12-28/2022-01-03", "28 December 2021 – 3 January 2022"),
        ("2022-07/2022-08", "July – August 2022"),
        ("1991-12/2001", "December 1991 – 2001"),
        ("[2013-05,2013-06]", "May 2013 or June 2013"),
        ("XXXX-03-12", "12 March, year unknown"),
        ("XXXX-03", "March, year unknown"),
        ("", "date unknown"),
    ],
)
def test_a_date_reads_as_people_write_it(text: str, words: str) -> None:
    assert date_to_people(edtf(text)) == words
