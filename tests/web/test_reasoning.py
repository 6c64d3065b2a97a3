import pytest

from app.domain.edtf import edtf
from app.queries.quotes import DateWords, EvidenceQuote
from app.web.reasoning import DateChain, date_chain
from app.web.words import ENGLISH


def read_from(reasoning: str, date: str, words: str | None) -> DateChain:
    """The chain of a quote with this reasoning."""
    quote = EvidenceQuote(
        id="e1", event_id="e1", article_id="a1", paragraph=1, start=0, end=9, text="It met.", is_intact=True,
        date=edtf(date), date_words=DateWords(words, 0, 1) if words else None, reasoning=reasoning,
        status="asserted", status_reason=None, speaker=None,
    )  # fmt: skip
    return date_chain(quote, ENGLISH)


@pytest.mark.parametrize(
    ("reasoning", "date", "words", "chain"),
    [
        (
            "“last month”, seen from 15 August 2022, is July 2022.", "2022-07", "last month",
            ("", "", "last month", "seen from 15 August 2022", "July 2022"),
        ),
        ("“2019” names it: 2019.", "2019", "2019", ("", "", "2019", "names it", "2019")),
        (
            "“the 77th anniversary” of what happened on 15 August 1945: 1945 + 77 = 2022, so 15 August 2022.",
            "2022-08-15", "the 77th\nanniversary",
            ("", "", "the 77th anniversary", "of what happened on 15 August 1945: 1945 + 77 = 2022", "15 August 2022"),
        ),
        (
            "the visit told of in paragraph 12: “Monday”, seen from 13 September 2023, is 11 September 2023.",
            "2023-09-11", None,
            ("the visit told of in paragraph 12", "12", "Monday", "seen from 13 September 2023", "11 September 2023"),
        ),
        (
            "no words date it: not later than publication", "../2022-08-15", None,
            ("", "", "", "no words date it: not later than publication", "by 15 August 2022"),
        ),
    ],
)  # fmt: skip
def test_reasoning_is_parted_into_words_rule_and_date(
    reasoning: str, date: str, words: str | None, chain: tuple[str, ...]
) -> None:
    assert read_from(reasoning, date, words) == DateChain(*chain)


def test_words_that_are_not_those_marked_stay_in_the_rule() -> None:
    chain = read_from("“Monday” is set aside", "2022", "Tuesday")
    assert (chain.words, chain.rule) == ("Tuesday", "“Monday” is set aside")
