import pytest

from tests.support.stories import told


@pytest.mark.parametrize(
    ("story", "speaker"),
    [
        ("Russia sent wheat to North Korea, Sergei Lavrov said.", "Sergei Lavrov"),
        ("Russia sent wheat to North Korea, state news agency KCNA said.", "KCNA"),
        ("Russia sent wheat to North Korea, the Russian embassy said.", "the Russian embassy"),
        ("North Korea received wheat from Russia, its foreign ministry said.", "North Korea"),
        ("Boris Example claimed North Korea had sent workers to Russia, according to the Post.", "Boris Example"),
        ("The pundit Bo Example, speaking on Russian state TV, claimed North Korea sent Russia shells.", "Bo Example"),
        ("Russia sent wheat to North Korea, according to officials.", "officials"),
        ("Russia spoke of North Korea’s reported readiness to send workers.", None),
        ("“Russia sent wheat to North Korea”, said the minister, Bo Example.", "Bo Example"),
        ("Boris Example, in Oslo on Monday, said that Russia had sent wheat to North Korea.", "Boris Example"),
        ("The Russian embassy in Oslo said that North Korea had sent workers.", "The Russian embassy"),
        ("Officials in Pyongyang said that Russia had sent wheat.", "North Korea"),
        ("Russia sent wheat to North Korea, South Korea's spy agency said.", "South Korea's spy agency"),
        ("In early May the Russian embassy said that North Korea had sent workers.", "the Russian embassy"),
        ("In May 2022 American intelligence said North Korea had sent Russia shells.", "American intelligence"),
        ("An official of the city government said Russia had sent wheat to North Korea.", "the city government"),
        ("In September, it said that Russia had sent wheat to North Korea.", None),
        ("Putin met Kim in May. He said Russia had sent wheat to North Korea.", None),
        ("Putin sent Kim Jong Un a letter, saying their friendship was strong.", "Vladimir Putin"),
    ],
)  # fmt: skip
def test_the_speaker_stands_before_the_verb_of_saying(story: str, speaker: str | None) -> None:
    assert told(story)[0].speaker == speaker


@pytest.mark.parametrize(
    ("denial", "speaker"),
    [
        ("A North Korean diplomat at the United Nations denied the claim.", "North Korea"),
        ("At the United Nations, Russia’s ambassador denied the claim.", "Russia"),
        ("The United Nations denied the claim.", "United Nations"),
        ("A Russian representative dismissed what Seoul had said as groundless.", "Russia"),
        ("Washington repeated it; the Russian embassy denied it.", "Russia"),
        ("Russia’s spokesman, Dmitry Peskov, denied it.", "Dmitry Peskov"),
    ],
)
def test_a_body_of_many_states_denies_only_where_nobody_else_is_named(denial: str, speaker: str) -> None:
    story = f"Seoul claimed that North Korea had sent Russia shells. {denial}"
    assert [mention.speaker for mention in told(story) if mention.status == "denied"] == [speaker]


def test_a_security_council_of_one_state_is_not_that_of_the_united_nations() -> None:
    story = "The National Security Council said in May that North Korea had sent shells to Russia."
    assert "United Nations" not in told(story)[0].actors


@pytest.mark.parametrize(
    ("story", "status"),
    [
        ("South Korea’s minister at the time, Bo Example, said in May North Korea had sent Russia shells.", "claimed"),
        ("Russia’s minister, Bo Example, said in May North Korea had sent Russia wheat.", "asserted"),
    ],
)
def test_who_speaks_for_a_state_is_known_by_the_office(story: str, status: str) -> None:
    assert told(story)[0].status == status


@pytest.mark.parametrize(
    ("story", "sources"),
    [
        ("Russia sent wheat to North Korea, KCNA said.", ("North Korean state media",)),
        ("Russia sent wheat, North Korean state media Rodong Sinmun reported.", ("North Korean state media",)),
        ("Russia sent wheat to North Korea, TASS said, citing Yonhap.", ("Russian state media", "Yonhap")),
        ("Russia sent wheat to North Korea.", ()),
    ],
)  # fmt: skip
def test_outlets_are_credited_by_their_family(story: str, sources: tuple[str, ...]) -> None:
    assert told(story)[0].sources == sources


def test_the_name_of_an_outlet_names_no_state_and_no_place() -> None:
    mention = told("North Korea sent workers to Russia, according to the New York Post and the Moscow Times.")[0]
    assert mention.actors == ("North Korea", "Russia")
    assert mention.places == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A spokesman for the ministry denied that Russia had asked for a berth.", 1),
        ("Our president answered that Russia was ready.", 1),
        ("A shopkeeper denied that Russia had asked for a berth.", 0),
        ("A spokesman for Oslo’s ministry denied that Russia had asked Norway for a berth.", 0),
    ],
)
def test_an_office_speaks_for_a_side_in_a_story_on_both(words: str, found: int) -> None:
    lead = "Russia and North Korea are neighbours. Putin knows Kim Jong Il well."
    assert len(told(f"{lead}\n\n{words}")) == found
