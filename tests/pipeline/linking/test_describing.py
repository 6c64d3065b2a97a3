"""What an event is shown as."""

from itertools import permutations

import pytest

from app.domain.event import Status
from app.pipeline.linking.describing import event_title
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
