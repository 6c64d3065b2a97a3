"""A sentence that tells of an event twice is shown once."""

from dataclasses import replace

from app.domain.edtf import edtf
from app.queries.quotes import EvidenceQuote
from app.web.passages import by_words, passages

QUOTE = EvidenceQuote(
    id="e1", event_id="e1", article_id="a1", paragraph=1, start=0, end=9, text="They met.", is_intact=True,
    date=edtf("2019-04"), date_words=None, reasoning="“April” names it.", status="asserted", status_reason=None,
    speaker=None,
)  # fmt: skip
TWIN = replace(QUOTE, id="e2")
DATED_OTHERWISE = replace(QUOTE, id="e3", date=edtf("2019"))
ELSEWHERE = replace(QUOTE, id="e4", article_id="a2")


def test_what_is_read_alike_in_one_place_is_one_passage() -> None:
    told = passages([QUOTE, ELSEWHERE, TWIN, DATED_OTHERWISE])
    assert [(one.quote.id, one.twin_ids) for one in told] == [("e1", ("e2",)), ("e4", ()), ("e3", ())]


def test_the_words_of_one_place_are_together_whatever_was_read_from_them() -> None:
    told = by_words([QUOTE, ELSEWHERE, TWIN, DATED_OTHERWISE])
    assert [[one.id for one in same] for same in told] == [["e1", "e2", "e3"], ["e4"]]
