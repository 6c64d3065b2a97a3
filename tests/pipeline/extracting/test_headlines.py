import pytest

from tests.support.stories import told


@pytest.mark.parametrize(
    ("story", "headline"),
    [
        ("On Monday, Russia and North Korea signed a treaty.", "Russia and North Korea signed a treaty"),
        ("Putin, which few expected, sent a letter to North Korea on Monday.", "Putin sent a letter to North Korea"),
        ("Putin met Kim Jong Un in Vladivostok on 25 April 2019.[16]", "Putin met Kim Jong Un in Vladivostok"),
        ("Russia — not China — sent a letter to North Korea.", "Russia sent a letter to North Korea"),
        ("No one can stop it, Putin said, adding that Russia will send wheat to North Korea.",
         "Russia will send wheat to North Korea"),
        ("MOSCOW, October 25 (Wire) - Russia sent a letter to North Korea.", "Russia sent a letter to North Korea"),
        ("MOSCOW (Wire) — Russia sent a letter to North Korea.", "Russia sent a letter to North Korea"),
        ("He also said Russia would send wheat to North Korea.", "Russia would send wheat to North Korea"),
        ("Putin recalled Kim’s first Russia visit in 2001.", "Kim’s first Russia visit"),
        ("Ties with North Korea fell after the collapse of the Soviet Union in 1991.", "Collapse of the Soviet Union"),
    ],
)  # fmt: skip
def test_a_headline_is_the_clause_without_date_report_and_aside(story: str, headline: str) -> None:
    assert told(story)[0].headline == headline


def test_a_long_clause_is_cut_behind_its_trigger() -> None:
    tail = "to help with the building of the new harbour and the railway that leads to it from the border station"
    headline = told(f"Russia will send wheat to North Korea {tail}.")[0].headline
    assert len(headline) <= 120
    assert headline.startswith("Russia will send wheat to North Korea to help")
