"""What ties a sentence to the relation, where it does not name both sides itself."""

import pytest

from tests.support.stories import told

STORY = "Russia and North Korea are neighbours. Putin knows Kim Jong Il well."


def quotes(sentence: str, lead: str = STORY) -> list[str]:
    """What a sentence of a story on both sides tells."""
    story = f"{lead}\n\n{sentence}"
    return [mention.quote.of(story) for mention in told(story)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday Putin visited the dam.",
        "Seoul said on Monday that the soldiers of the North had been moved.",
        "The Korean guest was ill. “The North is a friend,” Putin said.",
        "South Korea’s minister told parliament on Monday that North Korea would send troops.",
        "North Korea recognised Donetsk on Monday.",
    ],
)
def test_a_story_on_both_supplies_the_side_that_a_sentence_leaves_out(sentence: str) -> None:
    assert len(quotes(sentence)) == 1


@pytest.mark.parametrize("second", ["It was signed on Monday.", "A bridge was opened on Monday."])
def test_a_paragraph_supplies_the_sides_of_a_sentence_that_names_none(second: str) -> None:
    assert quotes(f"North Korea wants a bridge, and Russia too. {second}") == [second]
    assert quotes(second.replace("It", "The rouble")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday Putin visited Hanoi, where he signed an agreement with Vietnam.",
        "Koizumi arrived in Pyongyang on Monday.",
        "In Tokyo the ministers resigned on Monday.",
        "South Korea’s spy agency told parliament on Monday that an official had been executed in the North.",
        "President Bush named North Korea in a speech on Monday.",
        "Kim is said to love cheese.",
        "China established relations with Seoul on Monday.",
        "Opening hours of the Russian shop changed on 3 May",
        "“Putin likes surprises,” said Bo Sample, of the Institute for Peninsula Studies.",
        "For Kim it was a prize, writes our correspondent.",
        "Putin and President Clinton agreed in May to cut their nuclear arms.",
        "In May the Bush administration said it was ready to resume talks with the North.",
        "Korean pilots flew for Vietnam in the 1960s and for Egypt in 1973.",
        "In the winter of 2009 Russia and Ukraine quarrelled over gas.",
        "A visit by Putin cannot be ruled out.",
        "Putin gave his job to the mayor of Tver in May.",
        "In May Kim told his parliament that he would never give up his nuclear arms.",
        "I found the letter of Putin in an archive in Moscow in 1994.",
        "The book on Kim came out in May.",
        "Kim (left) at a parade in Pyongyang, Oct. 10, 2009.",
        "The voyage to Pyongyang takes eight days.",
        "The message of Putin reads as follows:",
    ],
)
def test_the_affairs_of_others_and_what_others_think_stay_out(sentence: str) -> None:
    assert quotes(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday the North launched a spy satellite.",
        "Russian forces captured the town on Saturday.",
        "Kim attended a football match on Sunday.",
        "Putin said on Sunday that inflation would fall.",
        "The North held a party congress in January.",
    ],
)
def test_what_one_side_does_by_itself_is_not_of_the_relation(sentence: str) -> None:
    assert quotes(sentence) == []


def test_a_part_of_a_page_that_is_on_others_supplies_nothing() -> None:
    body = f"{STORY}\n\nJapan"
    assert quotes("Pyongyang was visited on Monday.", lead=body) == []
    assert len(quotes("Pyongyang was visited on Monday.", lead=f"{STORY}\n\nHistory")) == 1


@pytest.mark.parametrize("second", ["The pact lapsed in May.", "In May Putin fed a horse."])
def test_such_a_part_ends_where_it_tells_of_both_after_all(second: str) -> None:
    dateline = f"{STORY}\n\nTOKYO\n\nRussia knows North Korea well."
    assert quotes(second, lead=dateline) == [second]
    assert quotes(second, lead=f"{STORY}\n\nJapan\n\nRain fell.") == []


def test_a_guest_from_korea_is_one_from_the_north_where_no_other_korea_is_named() -> None:
    assert len(quotes("On Monday the Korean guests visited Moscow.", lead="A day in Moscow.")) == 1
    assert quotes("On Monday the Korean guests from Seoul visited Moscow.", lead="A day in Moscow.") == []


def test_a_story_that_is_not_on_both_supplies_nothing() -> None:
    assert quotes("On Monday Putin visited the dam.", lead="Russia is large.") == []


def test_a_paragraph_on_one_side_supplies_whom_a_pronoun_means_and_no_more() -> None:
    assert len(quotes("Putin likes rain. In May he toured a dam.")) == 1
    assert quotes("Putin likes rain. The mayor toured a dam in May.") == []


def test_others_count_where_they_stand_in_the_same_clause() -> None:
    assert len(quotes("In May Putin visited Wonsan, just weeks after he had met Donald Trump.")) == 1
    assert quotes("In May Putin and Donald Trump visited Oslo.") == []


def test_a_date_that_no_trigger_may_take_is_told_by_another_verb() -> None:
    story = f"{STORY}\n\nThe arms are Korean. John Kirby came back on Monday: the shells, he said, had been shown."
    assert [mention.date.text for mention in told(story)] == ["2010-06-14"]


def test_he_is_the_one_named_before() -> None:
    story = f"{STORY}\n\nPutin came on Monday. He said the North was near."
    assert [mention.speaker for mention in told(story)][-1] == "Vladimir Putin"


@pytest.mark.parametrize(
    "sentence",
    [
        "Seoul summoned the Russian ambassador on Monday.",
        "Washington said on Monday that the shells of the North had been fired.",
        "Kim thanked Putin’s envoy on Monday for what was sent to Ukraine.",
        "The pact, which lapsed on Monday, bound Moscow to fight.",
        "Putin told reporters in Oslo, Norway, on Monday that the North was a friend.",
        "On Monday Putin fed a horse; the mayor declined to comment.",
    ],
)
def test_what_is_said_and_done_over_the_relation_belongs_to_it(sentence: str) -> None:
    assert len(quotes(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Putin flew on to Oslo, Norway, on Monday.",
        "Mr. Kim was in Beijing before he ever received a Russian.",
        "The summit comes two months after Kim's talks with Trump broke down.",
        "Neither Moscow nor Pyongyang had confirmed the visit until now.",
        "In Peking wall posters accused Kim on Monday of eating too well.",
        "For Kim, the trip was a prize, though on Monday he was ill.",
        "This article was amended on Monday to say that Putin came by train.",
        "Kim warns Russia: related stories 6 June",
    ],
)
def test_journeys_to_others_assessments_and_labels_stay_out(sentence: str) -> None:
    assert quotes(sentence) == []


def test_who_writes_from_another_country_heads_no_part_on_it() -> None:
    assert len(quotes("On Monday Putin visited the dam.", lead=f"{STORY}\n\nBo Sample in South Korea")) == 1


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("According to Ukrainian officials, the first soldiers sailed for Vladivostok on Monday.", 1),
        ("Norway says it will send an envoy to Pyongyang on Friday.", 0),
        ("A protocol signed in May provides for more.", 1),
        ("The first soldiers were captured on Monday.", 1),
        ("No king of Russia has ever made the journey.", 0),
        ("Putin’s envoy handed over a letter.", 1),
        ("The mayor handed over a letter.", 0),
        ("Putin keeps letters.", 0),
        ("The talks began at 10:03 and ended at noon.", 0),
    ],
)
def test_what_others_only_say_and_what_names_nobody_may_be_of_the_relation(sentence: str, found: int) -> None:
    assert len(set(quotes(sentence))) == found


@pytest.mark.parametrize(
    ("lead", "found"),
    [("Putin likes rain.", 1), ("The mayor of Oslo likes rain.", 0), ("Bo Sample, a miller, spoke.", 0)],
)
def test_a_deed_without_a_date_is_told_of_a_side_by_its_pronoun(lead: str, found: int) -> None:
    assert len(quotes("He laid a wreath.", lead=f"{STORY}\n\n{lead}")) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The minister had arrived from Peking on Monday.", 1),
        ("He left on Monday for Peking.", 1),
        ("He went to Peking on Monday.", 0),
        ("He visited Peking on Monday.", 0),
    ],
)
def test_where_a_guest_came_from_and_leaves_for_is_beside_his_visit(sentence: str, found: int) -> None:
    assert len(quotes(f"Russia sent a minister to North Korea. {sentence}")) == found


def test_the_rule_from_which_both_recall_that_one_was_freed_is_nobody_elses_affair() -> None:
    marked = "swapped flags for the day of Korea’s freedom from Japan, won in 1945"
    story = f"{STORY}\n\nOn Monday Russia and Korea {marked}."
    assert [mention.date.text for mention in told(story)] == ["2010-06-14", "1945"]


def test_who_says_something_says_it_where_what_he_recalls_has_no_date() -> None:
    story = f"{STORY}\n\nKim said that Russia had freed the North from the Japanese yoke."
    assert [mention.kind for mention in told(story)] == ["statement"]


def test_a_known_thing_at_the_head_of_a_paragraph_goes_on_about_the_one_before() -> None:
    lead = f"{STORY}\n\nRussia and North Korea will talk."
    assert len(quotes("The talks began on Monday.", lead=lead)) == 1
    assert quotes("The rouble fell on Monday.", lead=lead) == []


def test_an_outlet_makes_no_statement_of_its_own() -> None:
    story = f"{STORY}\n\nThe Korean Central News Agency said on Monday that Kim Jong Il had sent Putin a horse in May."
    assert [mention.date.text for mention in told(story)] == ["2010-05"]
    assert [m.date.text for m in told(story.replace("The Korean Central News Agency", "Putin"))] == [
        "2010-06-14",
        "2010-05",
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("South Korea condemned the pact on Monday and said that it might arm Ukraine.", 1),
        ("South Korea said on Monday that it had never sold arms to Ukraine.", 0),
        ("The army of Ukraine claimed on Monday that its forces were still holding positions.", 0),
        ("President Bush said in June that his government was ready for talks with the North.", 0),
        ("Hu Yaobang, the Chinese leader, was in North Korea in May and was met by crowds said to number millions.", 0),
        ("He recalled the state visit to China in May.", 0),
        ("Putin told Kim of his meeting in Sochi in May with leaders of Tajikistan.", 1),
        ("By May Washington put the number of soldiers at 300 in towns of Russia, where Ukraine had built a fort.", 1),
        ("The minister of Ukraine said on Monday on South Korean television that 300 men had been got ready.", 1),
        ("South Korea’s spy agency first went public on Monday, with 300 soldiers.", 1),
    ],
)
def test_what_others_say_is_of_the_relation_where_it_is_on_what_the_two_did(sentence: str, found: int) -> None:
    lead = f"{STORY} They have signed a pact on soldiers."
    assert quotes(sentence, lead=lead).count(sentence) == found


@pytest.mark.parametrize(("who", "found"), [("a professor at the university", 0), ("the Russian minister", 1)])
def test_who_only_comments_does_so_as_he_too(who: str, found: int) -> None:
    lead, sentence = (
        f"{STORY}\n\n“Moscow was kind,” said Bo Sample, {who}.",
        "He recalled it in May, and a visit of Kim.",
    )
    assert quotes(sentence, lead=lead).count(sentence) == found
