"""What an article says in one breath is one telling, and what it tells in the next sentence is not."""

import pytest

from app.domain.event import Mention
from app.domain.linking import Stance, Trace
from app.knowledge.load import load_knowledge
from app.pipeline.linking.tellings import tellings_of
from tests.support.handmade_mentions import mention

EXTRACTING = load_knowledge().extracting
QUOTE = "In October 1956 a delegation was invited to visit Moscow."


def tellings(*mentions: Mention) -> list[Trace]:
    return tellings_of(mentions, {one.id: QUOTE for one in mentions}, EXTRACTING)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("invitation", "../1956-11-02"), ("visit", "../1956-11-02", "planned"), 1),
        (("vote", "1956-10-02"), ("decision", "1956-10-02"), 1),
        (("treaty", "1956-10-02"), ("accord", "../1956-11-02", "planned"), 1),
        (("recognition", "1956-10-02"), ("break of ties", "1956-10-02"), 2),
        (("visit", "1956-10-02"), ("treaty", "1956-10-02"), 2),
        (("visit", "1956-10"), ("visit", "1955"), 2),
        (("treaty", "1961"), ("treaty", "XXXX-02"), 2),
        (("vote", "1956-10-02"), ("troops", "../1956-11-02", "claimed"), 2),
        (("recognition", "1956-10"), ("workers", "../1956-11-02", "planned"), 2),
    ],
)
def test_a_sentence_tells_one_happening_unless_times_or_claims_or_acts_of_their_own_part_it(
    one: tuple[str, ...], other: tuple[str, ...], count: int
) -> None:
    first, second = mention("a1", 10, one[0], one[1]), mention("a1", 30, *other)
    assert len(tellings(first, second)) == count


def test_two_sentences_are_two_tellings() -> None:
    assert len(tellings(mention("a1", 10, "visit", "1956-10"), mention("a1", 200, "visit", "1956-10"))) == 2


def test_the_finest_date_leads_whatever_stands_first() -> None:
    (telling,) = tellings(mention("a1", 10, "giving", "../1956-11-02"), mention("a1", 30, "aid", "1956-10-02"))
    assert telling.first_day == telling.last_day
    assert telling.mention_ids == (mention("a1", 30, "aid").id, mention("a1", 10, "giving").id)


def test_who_led_in_other_times_acts_in_no_breath_of_these() -> None:
    signed = mention("a1", 10, "treaty", "1961", actors=("Nikita Khrushchev",))
    let_go = mention("a1", 30, "accord", "../2000-11-02", actors=("Boris Yeltsin",))
    (telling,) = tellings(signed, let_go)
    assert len(telling.people) == 1


def test_what_is_denied_in_a_breath_is_denied() -> None:
    (telling,) = tellings(
        mention("a1", 10, "arms", "1956-10", "asserted"), mention("a1", 30, "statement", "1956-10", "denied")
    )
    assert telling.stance is Stance.DENIED


def test_who_denies_and_then_turns_to_another_act_tells_two() -> None:
    words = "The envoy denied that shells were sent, before his ministry hinted at it."
    denied, sent = mention("a1", 10, "statement", "../1956-11-02", "denied"), mention("a1", 23, "arms", "1956-10")
    hinted = mention("a1", words.index("hinted"), "happening", "1956-10")
    texts = {one.id: words for one in (denied, sent, hinted)}
    assert len(tellings_of((denied, sent), texts, EXTRACTING)) == 1
    assert len(tellings_of((denied, hinted), texts, EXTRACTING)) == 2


def test_a_date_behind_belongs_to_the_known_thing_that_it_stands_beside() -> None:
    words = "The chairman sent soldiers, under the treaty that the two signed in October 1956."
    sent, treaty = mention("a1", words.index("sent"), "troops", "../1956-11-02"), words.index("treaty")
    texts = {sent.id: words, mention("a1", treaty, "treaty").id: words}
    assert len(tellings_of((sent, mention("a1", treaty, "treaty", "1956-10")), texts, EXTRACTING)) == 2
    assert len(tellings_of((sent, mention("a1", treaty, "treaty", "../1956-11-02")), texts, EXTRACTING)) == 1


def test_order_plays_no_part() -> None:
    mentions = [
        mention("a1", start, kind, "1956-10-02") for start, kind in ((10, "giving"), (20, "aid"), (30, "letter"))
    ]
    assert tellings(*mentions) == tellings(*reversed(mentions))


def test_an_invitation_to_visit_is_no_visit() -> None:
    (telling,) = tellings(
        mention("a1", 10, "invitation", "../1956-11-02"), mention("a1", 30, "visit", "../1956-11-02", "planned")
    )
    assert telling.families == {"invitation"}
