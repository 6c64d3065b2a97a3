"""Stories of years before Christ: months, seasons and years that they tell without one."""

import pytest

from app.domain.edtf import edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)
HISTORY = "It was fought in 499 BC, 498 BC, 497 BC, 496 BC and 495 BC. "


def read(text: str) -> list[tuple[str, str]]:
    return [(e.text, e.value) for e in find_time_expressions(text, DATING, edtf("2022-08-15"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 480 BC they met. In mid-August they left.", ["BC0480", "BC0480-08"]),
        ("In 480 BC they met. On 3 August, in the summer, they left.", ["BC0480", "BC0480-08-03", "BC0480-SU"]),
        ("In 480 BC they met. The following year they left.", ["BC0480", "BC0479"]),
        ("In 480 BC they met. Ten years earlier she died. In August they left.", ["BC0480", "BC0490", "BC0480-08"]),
        ("In 480 BC they met. In the next decade they left.", ["BC0480", "BC047"]),
        ("In 480 BC they met. It was found in 1988. In August they left.", ["BC0480", "1988", "1988-08"]),
    ],
)
def test_a_story_before_christ_counts_its_years_down(text: str, expected: list[str]) -> None:
    assert [value for _, value in read(HISTORY + text)][5:] == expected


def test_news_that_name_an_old_year_stay_in_their_own() -> None:
    assert read("The bowl of 480 BC was sold in July.") == [("480 BC", "BC0480"), ("July", "2022-07")]
