"""What an agreement or an invitation is about is told with it."""

import pytest

from tests.support.stories import told

STORY = "Russia and North Korea are neighbours. Putin knows Kim Jong Il well."


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Putin invited Kim to visit Moscow.", ["invitation"]),
        ("Putin invited Kim, the Kremlin said on Monday, to visit Moscow in May.", ["invitation", "visit"]),
        (
            "Russia and North Korea signed a memorandum in Moscow on Monday on the construction of a pipeline.",
            ["accord"],
        ),
        ("Putin and Kim signed a treaty on Monday, Article 4 of which provides for military assistance.", ["treaty"]),
        ("Putin and Kim signed a treaty on Monday, and Russia sent grain.", ["treaty", "aid"]),
        ("Putin and Kim signed a treaty on 2 May, under which Russia sent grain on 3 May.", ["treaty", "aid"]),
        ("Putin today signed the law ratifying the agreement with North Korea.", ["ratification"]),
    ],
)
def test_what_it_is_about_is_no_happening_of_its_own_unless_it_has_its_own_day(sentence: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in told(f"{STORY}\n\n{sentence}")] == kinds


def test_the_day_behind_what_it_is_about_is_that_of_the_agreement() -> None:
    story = (
        f"{STORY}\n\nRussia and North Korea signed a memorandum in Moscow on Monday on the construction of a pipeline."
    )
    assert [mention.date.text for mention in told(story)] == ["2010-06-14"]
