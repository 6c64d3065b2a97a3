"""A sentence that denies something tells one thing."""

import pytest

from tests.support.stories import told

STORY = "Russia and North Korea are neighbours. Norway claimed that the North had sold shells to Russia."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Putin dismissed the reports on Monday as groundless.", [("arms", "denied", "2010-06-14")]),
        (
            "Peskov said on Monday that reports of arms deliveries were “not based on anything”.",
            [("arms", "denied", "2010-06-14")],
        ),
        (
            "Russia on Monday rejected as “groundless” a charge that it is shipping shells.",
            [("arms", "denied", "2010-06-14")],
        ),
        (
            "Kim met Putin on Monday and denied the reports on Tuesday.",
            [("meeting", "asserted", "2010-06-14"), ("arms", "denied", "2010-06-15")],
        ),
    ],
)
def test_the_saying_and_the_name_of_what_is_denied_are_no_others(
    sentence: str, found: list[tuple[str, str, str]]
) -> None:
    story = f"{STORY}\n\n{sentence}"
    tells = [one for one in told(story) if one.quote.of(story) == sentence]
    assert [(one.kind, str(one.status), one.date.text) for one in tells] == found
