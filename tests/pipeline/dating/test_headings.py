"""Chronicles: days below a line that is a year are of that year."""

import pytest

from app.domain.article import RawPage
from app.domain.edtf import UNKNOWN_DATE, edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT, load_knowledge
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import date_publication, find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)
CHRONICLE = """A chronicle of the harbour

{first}

16 January. The harbour was closed. It had frozen in December 2003.

• 18–19 June. It was opened; on 30 August the first ship came.

{second}

2 May. The harbour was sold.
"""


def values(text: str, published: str = "2026-11-30") -> list[str]:
    found = find_time_expressions(text, DATING, edtf(published) if published else UNKNOWN_DATE)
    return [one.value for one in found if one.text.casefold() not in ("2004", "2005")]


@pytest.mark.parametrize(("first", "second"), [("2004", "2005"), ("* 2004 *", "[2005]"), ("2004:", "— 2005 —")])
@pytest.mark.parametrize("published", ["2026-11-30", "2004-07-01", ""])
def test_the_days_of_a_chronicle_are_of_the_year_above_them(first: str, second: str, published: str) -> None:
    text = CHRONICLE.format(first=first, second=second)
    assert values(text, published) == [
        "2004-01-16", "2003-12", "2004-06-18/2004-06-19", "2004-08-30", "2005-05-02",
    ]  # fmt: skip


def test_the_reasoning_names_the_heading() -> None:
    found = find_time_expressions(CHRONICLE.format(first="2004", second="2005"), DATING, UNKNOWN_DATE)
    assert found[1].reasoning == "“16 January” stands under 2004: 16 January 2004."


@pytest.mark.parametrize(
    "text",
    [
        "In 2004\n\nit froze.\n\nOn 16 January the harbour was closed.\n\nOn 2 May it was sold.",
        "The harbour\n\n2004\n\n16 January. The harbour was closed.",
        "Built in 2004\n\n16 January. The harbour was closed.\n\n2 May. It was sold.",
    ],
)
def test_a_year_in_a_line_of_words_or_above_a_single_day_is_no_heading(text: str) -> None:
    days = [value for value in values(text) if value.endswith(("-01-16", "-05-02"))]
    assert days
    assert not [day for day in days if day.startswith("2004")]


def test_a_chronicle_was_published_after_its_last_entry() -> None:
    text = CHRONICLE.format(first="2004", second="2005")
    page = RawPage(
        "chronicle.txt", f"{text}\n9 June. Its cranes were painted, and the ministers of both countries came.\n"
    )
    found = date_publication(clean_page(page, load_knowledge().cleaning), DATING)
    assert found.date.text == "2005-06-09/.."
