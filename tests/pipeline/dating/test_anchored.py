"""Times seen from happenings: by their rows, and as the text told of them."""

import pytest

from app.domain.edtf import edtf
from app.domain.timex import Anchor
from app.evaluation.marked import timexes_of
from app.knowledge.load import load_knowledge
from app.pipeline.dating import find_time_expressions

DATING = load_knowledge().dating
MET = "They met in Busan on 25 April 2019."


def seen_from_happenings(text: str, published: str = "2022-08-15") -> dict[str, str]:
    found = find_time_expressions(text, DATING, edtf(published))
    return {one.text: one.date.text for one in found if one.anchor in (Anchor.EVENT, Anchor.TOLD)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET} Trade grew after the summit.", {"after the summit": "2019-04-25/.."}),
        (f"{MET} Until that first meeting he was silent.", {"Until that first meeting": "../2019-04-25"}),
        (f"{MET} He left on 3 May 2020. Since the talks he has written.", {"Since the talks": "2019-04-25/.."}),
        (f"{MET} A summit was held on 3 May 2020. After the summit it rained.", {"After the summit": "2020-05-03/.."}),
        (f"{MET} It rained after the summit on Monday.", {}),
        (f"{MET} It rained after the summit in Rome in May 2021.", {}),
        (f"{MET} It rained after the summit of the others.", {}),
        (f"{MET} It rained after the war.", {}),
        ("It rained after the summit. They met on 25 April 2019.", {}),
        ("They met in April 2019. It rained after the summit.", {}),
    ],
)  # fmt: skip
def test_a_time_is_seen_from_the_day_last_told_of_such_a_happening(text: str, expected: dict[str, str]) -> None:
    assert expected == seen_from_happenings(text)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Moscow has bought shells since the invasion.", "2023-05-02", {"since the invasion": "2022-02-24/.."}),
        ("Baghdad has bought shells since the invasion.", "2023-05-02", {}),
        ("Moscow has bought shells since the invasion.", "1985-05-02", {}),
        ("Moscow has bought shells since the invasion.", "", {"since the invasion": "2022-02-24/.."}),
        ("Trade in the Soviet Union fell before the collapse.", "", {"before the collapse": "../1991-12-26"}),
    ],
)
def test_what_has_a_row_may_be_named_briefly_in_a_text_that_speaks_of_its_place(
    text: str, published: str, expected: dict[str, str]
) -> None:
    assert expected == seen_from_happenings(text, published)


def test_a_time_seen_from_what_was_told_is_no_timex3() -> None:
    found = find_time_expressions(f"{MET} Trade grew after the summit.", DATING, edtf("2022-08-15"))
    assert [one.text for one in found] == ["25 April 2019", "after the summit"]
    assert [timex.value for one in found for timex in timexes_of(one)] == ["2019-04-25"]
