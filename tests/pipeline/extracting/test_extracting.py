import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, sampled_from, text

from app.domain.event import Status
from tests.support.stories import extracted, only, told

WORDS = sampled_from(
    [
        "Russia", "North Korea", "Kim Jong Un", "Putin", "he", "signed a treaty", "sent a letter to", "on Monday",
        "in 1961", "last month", "reportedly", "denied", "the claim", ",", ".", "\n", "“", "”", " — ", "and", "that",
        "Liberation Day", "the 50th anniversary of", "said", "according to KCNA", "푸틴", "15 августа 2022", "\u00a0",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("story", "reason"),
    [
        ("Putin met the leaders of Turkey and Iran in May.", "off the relation: does not tell of both sides"),
        ("Russia often sends wheat to North Korea.", "a general remark, not a happening"),
        ("Russia was once a supplier that sent tanks to North Korea.", "describes how things were, not what happened"),
        ("Snow fell all day. Will Russia send wheat to North Korea?", "a question"),
        ("If Russia sends tanks, North Korea will fight.", "a condition or a wish, not a happening"),
        ("Analysts said Russia’s visit to North Korea drew them closer.", "commentary"),
        ("In his letter, Putin told Kim so.", "goes on about something that the article does not tell of"),
    ],
)
def test_a_sentence_that_gives_no_event_says_why(story: str, reason: str) -> None:
    article = extracted(story, "2010-06-16")
    assert article.mentions == ()
    assert [one.reason for one in article.passed_over] == [reason]


def test_a_mention_says_who_where_and_who_says_so() -> None:
    mention = only("Kim Jong Il met Dmitry Medvedev in Ulan-Ude on 9 June, according to KCNA.")
    assert (mention.kind, mention.topic) == ("meeting", "visits")
    assert mention.actors == ("Kim Jong Il", "Dmitry Medvedev")
    assert mention.places == ("Ulan-Ude",)
    assert (mention.speaker, mention.sources) == ("KCNA", ("North Korean state media",))


def test_what_moscow_did_in_soviet_times_the_soviet_union_did() -> None:
    assert only("Moscow and Pyongyang signed a treaty in 1961.").actors == ("Soviet Union", "North Korea")


@pytest.mark.parametrize(
    ("story", "who"),
    [
        ("In April 1950 Kim visited Moscow in secret.", "Kim Il Sung"),
        ("In April 2001 Kim visited Moscow by train.", "Kim Jong Il"),
        ("In April 1950 Kim Jong Il visited Moscow in secret.", "Kim Jong Il"),  # the article says so
        ("In May 1984 Kim visited Moscow by train.", "Kim Il Sung"),
    ],
)
def test_a_bare_kim_is_the_one_who_led_when_it_happened(story: str, who: str) -> None:
    assert who in only(story).actors


def test_a_denial_is_tied_to_the_claim_that_it_denies_wherever_that_stands() -> None:
    story = (
        "A pundit claimed on 5 June that North Korea had sent 1,000 troops to Russia.\n\n"
        "Russia has reportedly offered to send wheat to North Korea.\n\n"
        "Experts doubt the claim, saying so many troops would have been seen."
    )
    *_, denial = sorted(told(story), key=lambda mention: mention.quote.start)
    assert (denial.kind, denial.status, denial.date.text) == ("troops", Status.DENIED, "2010-06-05/2010-06-16")


def test_the_clause_that_denies_is_quoted_apart_from_the_one_that_claims() -> None:
    story = "A host said on 5 June North Korea had promised Russia troops — a claim that was disputed by the ministry."
    quotes = [mention.quote.of(story) for mention in told(story)]
    assert quotes[1] == "a claim that was disputed by the ministry."


def test_no_two_mentions_share_an_id() -> None:
    mentions = told(
        "Russia supplied military aid to North Korea in May. Russia agreed to send military aid to Pyongyang."
    )
    assert len({mention.id for mention in mentions}) == len(mentions)


def test_dates_and_reports_are_not_in_the_headline() -> None:
    story = "North Korea said on Monday that Russia had donated 5,000 tons of wheat in May, state media reported."
    assert only(story).headline == "Russia had donated 5,000 tons of wheat"


@settings(max_examples=60)
@given(lists(WORDS, max_size=40).map(" ".join))
def test_quotes_and_date_words_are_verbatim_and_headlines_add_no_word(story: str) -> None:
    article = extracted(story, "2022-08-16")
    for mention in article.mentions:
        quote = mention.quote.of(story)
        assert quote.strip()
        assert mention.date_words is None or mention.date_words.of(story).strip()
        own = set(story.lower().replace("\u00a0", " ").replace("—", " ").split()) | {""}
        assert {word.strip("…“”,.—").lower() for word in mention.headline.split()} <= {w.strip("…“”,.") for w in own}


@settings(max_examples=60)
@given(text(max_size=400))
def test_any_text_can_be_read(story: str) -> None:
    extracted(story)
