import pytest
from hypothesis import given
from hypothesis.strategies import permutations

from app.domain.event import Event, Status
from app.knowledge.load import load_knowledge
from app.pipeline.flow import ExtractedArticle, link_mentions
from app.pipeline.linking.reasons import why_joined
from tests.support.stories import extracted, linked, sources_of, texts_of

STORIES = [
    (
        "Kim Jong Il met Dmitry Medvedev in Ulan-Ude on 24 August 2011. Russia will send wheat to North Korea.",
        "2011-08-25",
    ),
    ("In August 2011 Dmitry Medvedev met Kim Jong Il.", "2012-01-10"),
    ("Kim Jong Un met Vladimir Putin in Vladivostok on 25 April 2019.", "2019-04-26"),
    ("North Korea has reportedly sent workers to Russia.", "2019-05-01"),
    ("Russia denied the reports. North Korea has reportedly sent 3,000 troops to Russia.", "2019-05-02"),
]


def shape(events: tuple[Event, ...]) -> list[tuple[str, str, int]]:
    return [(event.topic, event.date.text, len(event.mention_ids)) for event in events]


def events_of(*stories: tuple[str, str]) -> tuple[Event, ...]:
    return linked(*(extracted(text, day, f"{n}.txt") for n, (text, day) in enumerate(stories)))


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        ([STORIES[0], STORIES[1]], [("visits", "2011-08-24", 2), ("aid", "../2011-08-25", 1)]),
        ([STORIES[1], STORIES[2]], [("visits", "2011-08", 1), ("visits", "2019-04-25", 1)]),
        (
            [
                ("Putin sent a letter to Kim Jong Un on 15 August 2022.", "2022-08-15"),
                ("In 2021 Putin sent a letter to Kim Jong Un.", "2022-08-15"),
            ],
            [("letters", "2021", 1), ("letters", "2022-08-15", 1)],
        ),
        (
            [
                ("North Korea recognised the Donetsk and Luhansk republics backed by Russia in July.", "2022-08-15"),
                (
                    "Russia recognised the Donetsk and Luhansk republics, North Korea’s ally said, in July.",
                    "2022-08-15",
                ),
            ],
            [("recognition", "2022-07", 1), ("recognition", "2022-07", 1)],
        ),
    ],
)
def test_the_same_happening_is_one_event_and_another_is_not(
    stories: list[tuple[str, str]], expected: list[tuple[str, str, int]]
) -> None:
    assert sorted(shape(events_of(*stories))) == sorted(expected)


def test_people_who_share_no_name_did_not_do_the_same_thing() -> None:
    events = events_of(
        ("Sergei Lavrov met Choe Son Hui in Pyongyang in October 2023.", "2023-11-01"),
        ("Vladimir Putin met Kim Jong Un in Moscow in October 2023.", "2023-11-01"),
    )
    assert len(events) == 2


def test_a_claim_and_its_denial_are_one_disputed_event() -> None:
    (event,) = events_of(STORIES[4])
    assert event.status is Status.DISPUTED


def test_an_undated_mention_takes_its_place_with_the_dated_one() -> None:
    events = events_of(
        ("North Korea in July recognised the two republics backed by Russia.", "2022-08-15"),
        ("North Korea was the third nation to recognise the republics after Russia.", "2022-08-16"),
    )
    assert shape(events) == [("recognition", "2022-07", 2)]


@pytest.mark.parametrize(("is_head", "count"), [(True, 1), (False, 2)])
def test_the_head_of_an_article_says_in_short_what_is_told_below(is_head: bool, count: int) -> None:  # noqa: FBT001
    short = "Igor Ivanov and Paek Nam Sun have put their names to a pact, in what both called a turn."
    whole = "The treaty was signed by Ivanov and Paek Nam Sun in Pyongyang on 9 February 2000."
    between = (
        "Boris Yeltsin met Kim Yong Nam in Moscow on 3 May 1999.\n\nRussia sent flour to North Korea in April 1999."
    )
    article = (short, between, whole) if is_head else (between, whole, short)
    treaties = [event for event in events_of(("\n\n".join(article), "2000-02-10")) if event.topic == "treaties"]
    assert len(treaties) == count


def test_articles_that_credit_one_source_are_one_origin() -> None:
    (event,) = events_of(
        ("Putin sent a letter to Kim Jong Un on 15 August, KCNA said.", "2022-08-16"),
        ("Putin sent Kim Jong Un a letter on 15 August, according to Rodong Sinmun.", "2022-08-17"),
    )
    assert (len(event.mention_ids), event.origins) == (2, 1)


def test_what_an_undated_article_tells_twice_is_one_event() -> None:
    told = "North Korea has reportedly sent workers to timber camps in Russia"
    story = f"{told}. {told} again."
    (event,) = linked(extracted(story))
    assert (event.date.text, len(event.mention_ids)) == ("", 2)


@pytest.mark.parametrize(
    ("first", "second", "tellings"),
    [
        (
            "Khrushchev and Kim Il Sung signed a treaty in Moscow on 6 July 1961.",
            "A treaty between the Soviet Union and North Korea was concluded on 6 July 1961.",
            [2],
        ),
        (
            "Lavrov arrived in Pyongyang on 31 May 2018.",
            "A Russian trade delegation flew to Wonsan on 31 May 2018.",
            [1, 1],
        ),
    ],
)
def test_what_is_seldom_is_told_twice_of_a_day_by_one_article_and_what_is_frequent_happens_twice(
    first: str, second: str, tellings: list[int]
) -> None:
    assert [len(event.mention_ids) for event in linked(extracted(f"{first}\n\n{second}"))] == tellings


@pytest.mark.parametrize(
    ("first", "second", "tellings"),
    [
        (
            "Sergei Lavrov held talks with Choe Son Hui in Moscow on 1 November 2024.",
            "On 1 November 2024, in Moscow, Choe Son Hui promised Sergei Lavrov support.",
            [2],
        ),
        (
            "Russian and North Korean officials signed a contract in Rason on 3 May 2010.",
            "A Russian delegation visited Rason in North Korea on 3 May 2010.",
            [2],
        ),
        (
            "Russian and North Korean officials signed a contract in Rason on 3 May 2010.",
            "A Russian delegation arrived in Rason in North Korea on 3 May 2010.",
            [1, 1],
        ),
        (
            "Kim Jong Il and Putin signed a declaration in Moscow on 4 August 2001.",
            "Kim Jong Il travelled to Moscow, to Putin, by train in the summer of 2001.",
            [1, 1],
        ),
        (
            "North Korea recognised the Donetsk republic backed by Russia on 13 July 2022.",
            "A Russian minister arrived in Pyongyang on 13 July 2022.",
            [1, 1],
        ),
    ],
)
def test_verbs_of_other_kinds_tell_one_thing_of_a_day_where_names_are_shared_but_who_comes_has_not_signed(
    first: str, second: str, tellings: list[int]
) -> None:
    events = events_of((first, "2024-11-05"), (second, "2024-11-05"))
    assert [len(event.mention_ids) for event in events] == tellings


def test_who_is_named_in_passing_takes_no_part() -> None:
    (event,) = events_of(
        ("Putin sent a letter to Kim Jong Un on 15 August amid a war that worries Poland.", "2022-08-16"),
        ("On 15 August 2022 Putin sent a letter to Kim Jong Un, his friend.", "2022-08-16"),
        ("Putin sent a letter to Kim Jong Un on 15 August, as he does each year.", "2022-08-17"),
        ("A letter of Putin’s was sent to Kim Jong Un on 15 August, it is said.", "2022-08-18"),
    )
    assert event.actors == ("Vladimir Putin", "Kim Jong Un")


def test_a_reprint_is_no_second_witness() -> None:
    wire = "On Tuesday Putin sent a letter to Kim Jong Un about the railway that is to link their two countries"
    (event,) = events_of((f"{wire}.", "2010-06-16"), (f"{wire}, it is learned.", "2010-06-17"))
    assert (len(event.mention_ids), event.origins) == (2, 1)


def test_articles_that_credit_nobody_are_witnesses_of_their_own() -> None:
    (event,) = events_of(
        ("Putin sent a letter to Kim Jong Un on 15 August.", "2022-08-16"),
        ("Putin sent Kim Jong Un a letter on 15 August 2022.", "2022-08-17"),
    )
    assert event.origins == 2


def test_an_event_has_the_id_of_its_first_published_mention() -> None:
    later = extracted("Putin sent a letter to Kim Jong Un on 15 August.", "2022-08-17", "a.txt")
    first = extracted("Putin sent Kim Jong Un a letter on 15 August.", "2022-08-16", "b.txt")
    (event,) = linked(later, first)
    assert event.id == first.mentions[0].id


ARTICLES = [extracted(text, day, f"{n}.txt") for n, (text, day) in enumerate(STORIES)]


@given(permutations(ARTICLES))
def test_the_order_of_arrival_plays_no_part(articles: list[ExtractedArticle]) -> None:
    mentions = [mention for article in articles for mention in article.mentions]
    assert link_mentions(mentions, texts_of(ARTICLES), sources_of(ARTICLES), load_knowledge()) == linked(*ARTICLES)


def test_why_mentions_became_one_event_names_what_they_share() -> None:
    one = extracted(
        "Kim Jong Un met Vladimir Putin on 25 April 2019. In April 2019 Putin met Kim Jong Un.", "2019-04-26"
    )
    extracting = load_knowledge().extracting
    reason = "one kind of happening (meeting), times that fit, and people shared: Kim Jong Un, Vladimir Putin"
    assert why_joined(one.mentions, extracting) == reason
    assert why_joined(one.mentions[:1], extracting) == "no other mention is of the same kind, time and people"
