"""What sources tell differently is set apart, and what they tell alike is not."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import edtf
from app.domain.event import Status
from app.queries.conflicts import Conflict, ToldVersion
from app.queries.differences import Differences, differences_of
from app.queries.quotes import EvidenceQuote
from app.queries.sources import SourceEvidence

QUOTE = EvidenceQuote(
    "e0", "e0", "a0", 1, 0, 4, "Told", is_intact=True, date=edtf("2019-04-25"), date_words=None, reasoning="",
    status="asserted", status_reason=None, speaker=None,
)  # fmt: skip
TOLD_DATES = ("2019-04-25", "2019-04", "2019", "2019-04-26", "../2019-05-01", "")


def source(number: int, published: str, *quotes: EvidenceQuote) -> SourceEvidence:
    told = tuple(replace(one, id=f"e{number}{n}", article_id=f"a{number}") for n, one in enumerate(quotes))
    return SourceEvidence(f"a{number}", "Title", "Post", "a.txt", None, edtf(published), "stated", told)


def dated(text: str, status: str = "asserted") -> EvidenceQuote:
    return replace(QUOTE, date=edtf(text), status=status)


def said(speaker: str) -> EvidenceQuote:
    return replace(QUOTE, speaker=speaker)


def differences(*sources: SourceEvidence) -> Differences:
    return differences_of(edtf("2019-04-25"), sources)


def test_sources_that_agree_do_not_differ() -> None:
    assert not differences(source(1, "2019-04-26", said("the Kremlin")), source(2, "2019-04-27", said("the Kremlin")))


def test_dates_stand_in_order_of_time_with_how_they_lie_to_the_one_taken() -> None:
    told = differences(source(1, "2019", dated("2019-04-25"), dated("2019")), source(2, "2019", dated("2019-04-26")))
    assert [(one.date.text, one.fit) for one in told.dates] == [
        ("2019", "wider"), ("2019-04-25", "same"), ("2019-04-26", "other"),
    ]  # fmt: skip


def test_numbers_and_who_was_first_stand_with_the_quotes_that_tell_them() -> None:
    sources = (source(1, "2019", QUOTE, QUOTE), source(2, "2019", QUOTE))
    kept = (
        Conflict("number", (ToldVersion("10,000 troops", ("e10", "e20")), ToldVersion("12,000 troops", ("e11",)))),
        Conflict("first", (ToldVersion("Moscow", ("e10",)),)),
    )
    told = differences_of(edtf("2019-04-25"), sources, kept)
    assert [(one.value, [by.quote.id for by in one.tellings]) for one in told.numbers] == [
        ("10,000 troops", ["e10", "e20"]), ("12,000 troops", ["e11"]),
    ]  # fmt: skip
    assert told.firsts == (), "one version is no difference"


def test_bounds_and_denials_date_nothing() -> None:
    told = differences(source(1, "2019", dated("2019-04-25"), dated("../2019-05-01"), dated("2019-05-02", "denied")))
    assert told.dates == ()


def test_claim_and_denial_stand_together_each_with_who_says_so() -> None:
    claim, denial = replace(said("a group"), status="claimed"), replace(said("Moscow"), status="denied")
    told = differences(source(1, "2019", claim, denial, denial))
    sides = [(side.status, one.quote.speaker, one.quotes) for side in told.statuses for one in side.tellings]
    assert sides == [("claimed", "a group", 1), ("denied", "Moscow", 2)]


def test_who_spoke_first_is_told_only_when_no_other_can_have_been() -> None:
    sure = differences(source(1, "2019-04-27", said("Moscow")), source(2, "2019-04-26", said("Pyongyang")))
    assert [(one.speaker, one.is_first) for one in sure.speakers] == [("Pyongyang", True), ("Moscow", False)]
    for published in ("2019-04-26", "2019-04", ""):
        unsure = differences(source(1, published, said("Moscow")), source(2, "2019-04-26", said("Pyongyang")))
        assert not any(one.is_first for one in unsure.speakers)


quotes = st.builds(
    lambda date, status, speaker: replace(QUOTE, date=edtf(date), status=status, speaker=speaker),
    st.sampled_from(TOLD_DATES),
    st.sampled_from([status.value for status in Status if status is not Status.DISPUTED]),
    st.sampled_from([None, "Moscow", "Pyongyang"]),
)


@given(st.lists(st.tuples(st.sampled_from(["2019-04-26", "2019-04", ""]), st.lists(quotes, min_size=1, max_size=4))))
def test_no_quote_is_left_out_or_told_twice(told: list[tuple[str, list[EvidenceQuote]]]) -> None:
    sources = [source(number, published, *of) for number, (published, of) in enumerate(told)]
    everything = [quote for one in sources for quote in one.quotes]
    found = differences(*sources)
    if found.statuses:
        assert sum(one.quotes for side in found.statuses for one in side.tellings) == len(everything)
    if found.dates:
        dating = [q for q in everything if q.date.earliest and q.date.latest and q.status != "denied"]
        assert sum(one.quotes for date in found.dates for one in date.tellings) == len(dating)
    if found.speakers:
        speaking = [quote for quote in everything if quote.speaker]
        assert sum(one.quotes for who in found.speakers for one in who.tellings) == len(speaking)
    assert len({quote.status for quote in everything}) < 2 or found.statuses
