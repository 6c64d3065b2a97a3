"""The five articles on other days: 15 August 2033 is a Monday too, so eleven years later the same must be read."""

import re
from pathlib import Path

import pytest

from tests.support.folders import SEEDS
from tests.support.stories import extracted

YEARS_LATER = 11
# 004 names no year at all: only the invasion tells it, and that stays in its year.
NAMES_ITS_YEAR = [file for file in SEEDS.files() if not file.name.startswith("004")]
NEWS_YEARS = re.compile(r"2019|202[12]")

# Of these it is known that they were recognised in July 2022; under another name the news moves.
KNOWN = re.compile(r"Donetsk|Luhansk|Lugansk|republics")


def later(text: str) -> str:
    """A text or a date with the years of its news moved; 1910, 1945 and 1991 stay."""
    return NEWS_YEARS.sub(lambda year: str(int(year[0]) + YEARS_LATER), text).replace("77th", "88th")


@pytest.mark.parametrize("file", NAMES_ITS_YEAR, ids=[file.name[:3] for file in NAMES_ITS_YEAR])
def test_the_same_news_eleven_years_later_is_dated_eleven_years_later(file: Path) -> None:
    text = KNOWN.sub("Sampleton", file.read_bytes().decode())
    then, now = extracted(text), extracted(later(text))
    assert now.publication.date.text == later(then.publication.date.text)
    assert [(m.kind, m.date.text) for m in now.mentions] == [(m.kind, later(m.date.text)) for m in then.mentions]
