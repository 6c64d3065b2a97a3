"""What an event is shown as."""

from dataclasses import replace
from itertools import permutations

import pytest

from app.domain.event import Status
from app.knowledge.load import load_knowledge
from app.pipeline.linking.describing import event_status, event_title
from tests.support.handmade_mentions import mention

ACTORS = ("Russia", "North Korea")


@pytest.mark.parametrize(
    ("best", "others"),
    [
        # names who did it, rather than a pronoun, a bare number or a participle
        ("Soviet divisions left Korea for home", ("They were withdrawn from there", "Withdrawn from there by sea")),
        ("Russia forgave a tenth of the old debt", ("Two were forgiven by the ministry", "It was forgiven at last")),
        # what was done, rather than who tells of it or recalls it
        ("Russia sold a ferry to North Korea in spring", ("Bo recalled how Russia sold North Korea a ferry",)),
        ("Russia sold a ferry to North Korea in spring", ("In spring Russia sold to North Korea a big ferry",)),
    ],
)
def test_the_best_wording_of_its_sources_is_the_title(best: str, others: tuple[str, ...]) -> None:
    wordings = (best, *others)
    told = [mention(f"a{n}", 10, "aid", "2005-05", actors=ACTORS, headline=words) for n, words in enumerate(wordings)]
    assert {event_title(order, Status.ASSERTED) for order in permutations(told)} == {best}


def test_a_reaction_gives_the_title_only_where_most_tell_of_reactions() -> None:
    hailed = mention(
        "a0", 10, "support", "2005-05", actors=ACTORS, headline="Bo of Russia hailed the aid to North Korea at once"
    )
    sent = mention("a1", 10, "aid", "2005-05", actors=ACTORS, headline="Russia sent rice to North Korea")
    again = mention("a2", 10, "aid", "2005-05", actors=ACTORS, headline="They sent it by sea")
    assert event_title((hailed, sent, again), Status.ASSERTED) == sent.headline
    assert event_title((hailed, sent), Status.ASSERTED) == hailed.headline


@pytest.mark.parametrize(
    ("told", "denied", "expected"),
    [
        ("meeting", "treaty", Status.ASSERTED),
        ("meeting", "accord", Status.ASSERTED),
        ("meeting", "meeting", Status.DISPUTED),
        ("treaty", "accord", Status.DISPUTED),
        ("meeting", "statement", Status.DISPUTED),
    ],
)
def test_only_a_denial_of_its_own_kind_disputes_a_happening(told: str, denied: str, expected: Status) -> None:
    mentions = [mention("one", 10, told), mention("two", 20, denied, status="denied")]
    assert event_status(mentions, load_knowledge().extracting) == (expected, None)


@pytest.mark.parametrize(("denied", "beside"), [("treaty", "treaty"), ("statement", "meeting")])
def test_what_one_of_many_tells_beside_a_happening_does_not_dispute_it(denied: str, beside: str) -> None:
    many = [mention(f"a{n}", 10, "meeting") for n in range(9)]
    mentions = [*many, mention("b", 10, beside), mention("c", 20, denied, status="denied")]
    assert event_status(mentions, load_knowledge().extracting) == (Status.ASSERTED, None)


def test_what_nobody_tells_is_denied() -> None:
    alone = [mention("one", 10, "treaty", status="denied")]
    assert event_status(alone, load_knowledge().extracting) == (Status.DENIED, None)


@pytest.mark.parametrize(("tellings", "expected"), [(1, Status.DENIED), (2, Status.ASSERTED)])
def test_what_more_articles_tell_as_done_was_not_called_off(tellings: int, expected: Status) -> None:
    off = replace(mention("off", 20, "meeting", status="denied"), status_reason="cancelled")
    done = [mention(f"a{n}", 10, "meeting") for n in range(tellings)]
    assert event_status([*done, off], load_knowledge().extracting)[0] is expected


@pytest.mark.parametrize(
    ("tellings", "speaker", "expected"),
    [(5, None, Status.DISPUTED), (6, None, Status.ASSERTED), (6, "Moscow", Status.DISPUTED)],
)
def test_what_many_tell_as_done_is_disputed_only_by_somebody(
    tellings: int, speaker: str | None, expected: Status
) -> None:
    denial = replace(mention("no", 20, "treaty", status="denied"), speaker=speaker)
    done = [mention(f"a{n}", 10, "treaty") for n in range(tellings)]
    assert event_status([*done, denial], load_knowledge().extracting)[0] is expected
