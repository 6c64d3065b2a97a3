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
        ("Russia, whose army had liberated Korea in 1945, was the first to recognise it.", "Army had liberated Korea"),
        ("American agencies reported earlier that month that Russia was seeking rockets from North Korea.",
         "Russia was seeking rockets from North Korea"),
        ("Ties with North Korea fell after the collapse of the Soviet Union in 1991.", "Collapse of the Soviet Union"),
    ],
)  # fmt: skip
def test_a_headline_is_the_clause_without_date_report_and_aside(story: str, headline: str) -> None:
    assert told(story)[0].headline == headline


@pytest.mark.parametrize(
    ("story", "headlines"),
    [
        # each has the words of its own part, behind the common subject
        ("A pact of Russia and North Korea was initialled in May 1999 and signed by two ministers on 9 February 2000.",
         ["Pact of Russia and North Korea was initialled", "Pact of Russia and North Korea signed by two ministers"]),
        ("In May, Russia recognised North Korea, whereupon Ukraine severed relations with Pyongyang.",
         ["Russia recognised North Korea", "Ukraine severed relations with Pyongyang"]),
        ("Kim Il Sung travelled to Moscow in 1949 and again to Vladivostok in 1966.",
         ["Kim Il Sung travelled to Moscow", "Kim Il Sung travelled to Vladivostok"]),
        ("Putin invited Kim Jong Il to visit Russia in May.",
         ["Putin invited Kim Jong Il to visit Russia", "Kim Jong Il to visit Russia"]),
        # the year of another thing is part of its name, its own stands beside the headline
        ("Moscow let the treaty of 1961 with North Korea lapse in 1996.",
         ["Treaty with North Korea lapse", "Moscow let the treaty of 1961 with North Korea lapse"]),
        ("Kim Jong Il toured Russia between 26 July and 18 August 2001.", ["Kim Jong Il toured Russia"]),
        ("In the 2009 letter, Medvedev praised Kim Jong Il.", ["Medvedev praised Kim Jong Il"] * 2),
        ("Russia sent home North Korean workers in the course of 2008.", ["Russia sent home North Korean workers"]),
        ("The change goes back to May 1984, when Kim Il Sung crossed Russia.",
         ["Change goes back to May 1984, when Kim Il Sung crossed Russia"]),
        ("Putin recalled that the Soviet army had freed Korea in 1945.", ["Soviet army had freed Korea"]),
        # no end that waits for a word
        ("Korea, said Kim Jong Il, was freed on 15 August 1945 by, as Russia says, the Soviet Union.", None),
        ("A. B. Sample, the Russian consul, flew in on Monday to see Kim Jong Il.",
         ["A. B. Sample, the Russian consul, flew in to see Kim Jong Il"]),
        ("Pyongyang, 10 February: Putin thanked Kim Jong Il.", ["Putin thanked Kim Jong Il"]),
        ("According to Rome, Russia sold North Korea shells in May.", ["Russia sold North Korea shells"]),
        ("On a visit to Oslo on Monday Putin spoke of North Korea.", None),
    ],
)  # fmt: skip
def test_each_happening_of_a_sentence_has_a_headline_of_its_own(story: str, headlines: list[str] | None) -> None:
    got = [mention.headline for mention in told(story)]
    assert got == headlines if headlines else all(not one.endswith((" by", " of", " to")) for one in got)


def test_a_long_clause_is_cut_behind_its_trigger() -> None:
    tail = "to help with the building of the new harbour and the railway that leads to it from the border station"
    headline = told(f"Russia will send wheat to North Korea {tail}.")[0].headline
    assert len(headline) <= 120
    assert headline.startswith("Russia will send wheat to North Korea to help")
