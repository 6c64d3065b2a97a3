import pytest

from app.domain.event import Status
from tests.support.stories import told


@pytest.mark.parametrize(
    ("story", "status", "reason"),
    [
        ("Russia sent 100 tanks to North Korea in May.", "asserted", None),
        ("Russia will send 100 tanks to North Korea.", "planned", None),
        ("Russia has offered to send wheat to North Korea.", "planned", None),
        ("North Korea has reportedly sent workers to Russia.", "claimed", None),
        ("US officials said North Korea had sent shells to Russia.", "claimed", None),
        ("A talk show host claimed that North Korea had sent troops to Russia.", "claimed", None),
        ("Russia denied that it had sent shells to North Korea.", "denied", None),
        ("Russia has not sent wheat to North Korea.", "denied", None),
        ("Kim Jong Il’s visit to Russia in May was cancelled.", "denied", "cancelled"),
        ("Talks of Russia and North Korea are planned for August.", "planned", None),
        ("No treaty of Russia and North Korea was signed in May.", "denied", None),
        ("Reports that Russia had sent North Korea shells are untrue, the ministry said.", "denied", None),
        ("Kim, Putin said in Moscow on Monday, had no evidence.", "asserted", None),
        ("Putin said on Monday that there was no evidence of it in North Korea.", "denied", None),
        ("North Koreans had to leave Russia by May.", "asserted", None),
        ("North Koreans have to leave Russia by July.", "planned", None),
        # what a claim is told beside is no claim
        ("Rome accused North Korea of arms sales, a month after Putin met Kim Jong Il in Moscow.", "claimed", None),
        # a plan in the next clause is no plan of this one
        ("Ties would grow, Russia said, after Kim Jong Il’s visit to Moscow in 2001.", "asserted", None),
    ],
)
def test_the_words_around_a_happening_say_how_it_stands(story: str, status: str, reason: str | None) -> None:
    mention = told(story)[0]
    assert (mention.status, mention.status_reason) == (Status(status), reason)


@pytest.mark.parametrize(
    ("denial", "found"),
    [
        ("the North Korean ministry denied this on Monday", "the North Korean ministry denied this on Monday."),
        ("the Danish ministry denied this on Monday", None),
    ],
)
def test_who_denies_is_who_begins_the_clause_that_does(denial: str, found: str | None) -> None:
    story = f"In May American officials claimed that Russia had bought shells from North Korea; {denial}."
    denials = [mention.quote.of(story) for mention in told(story) if mention.status is Status.DENIED]
    assert denials == ([found] if found else [])


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (
            "Kim Jong-un’s summit with Putin was held on Monday, but Seoul officials say it would be wrong to wait.",
            "asserted",
        ),
        ("Seoul officials say Kim met Putin on Monday.", "claimed"),
        ("Kim met Putin on Monday, Seoul officials say.", "claimed"),
    ],
)
def test_what_others_say_in_a_further_clause_is_no_word_on_the_first(sentence: str, status: str) -> None:
    story = f"Russia and North Korea are neighbours.\n\n{sentence}"
    assert str(told(story)[0].status) == status
