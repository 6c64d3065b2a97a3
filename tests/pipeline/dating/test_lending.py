"""Who lends a day of publication to whom, from texts to both passes; what must not be lent is the larger part."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import (
    DrawFn,
    booleans,
    composite,
    dates,
    integers,
    lists,
    permutations,
    sampled_from,
    text,
    tuples,
)

from app.domain.article import Basis, RawPage
from app.domain.edtf import EdtfDate, edtf, span_date
from app.domain.lending import NO_LOAN, OwnDate, SharedWords
from app.pipeline.dating.publishing.lending import find_loans, needs_date
from tests.support.reprints import (
    CHAINED,
    EXCHANGE,
    FAMOUS,
    FOOTER,
    HOPE,
    MEETING,
    QUOTING,
    REPRINT,
    TOWN,
    WIRE,
    dated_together,
    page,
)

LENT = ("2019-04-26/2019-04-29", Basis.LENT)
NOTHING = ("", Basis.UNKNOWN)
OF_ITS_OWN = "The mayor of the harbour town wrote a poem about it, which nobody has been able to read to the end."


def published(file: str, *pages: RawPage) -> tuple[str, Basis]:
    publication = dated_together(*pages)[file].publication
    return publication.date.text, publication.basis


@pytest.mark.parametrize("borrower", [REPRINT, QUOTING], ids=lambda one: one.file)
def test_a_reprint_and_a_report_with_the_same_quotations_borrow_the_day_and_a_few_after_it(borrower: RawPage) -> None:
    assert published(borrower.file, WIRE, borrower) == LENT
    assert published(borrower.file, borrower) == NOTHING


def test_what_was_lent_never_lends() -> None:
    assert published("chained.txt", WIRE, REPRINT, CHAINED) == NOTHING
    # Were the one between dated by its own text, it would.
    dated = page("reprint.txt", "The island summit", "Published: 27 April 2019", MEETING, TOWN)
    assert published("chained.txt", WIRE, dated, CHAINED) == ("2019-04-27/2019-04-30", Basis.LENT)


NOT_ENOUGH = {
    "one quotation": page("b.txt", "A table for two", EXCHANGE, "It was late.", OF_ITS_OWN),
    "one sentence": page("b.txt", "An island", MEETING, "It rained."),
    "two sentences of background": page(
        "b.txt", "The station", *[f"In the year {n} {OF_ITS_OWN[0].lower()}{OF_ITS_OWN[1:]}" for n in range(9)], TOWN
    ),
    "short quotations": page("b.txt", "Words", "“We had a very detailed and meaningful exchange,” he said. “I hope.”"),
}


@pytest.mark.parametrize("borrower", NOT_ENOUGH.values(), ids=NOT_ENOUGH)
def test_little_shared_wording_lends_nothing(borrower: RawPage) -> None:
    lender = page("wire.txt", "An island", "Published: 26 April 2019", MEETING, EXCHANGE, HOPE, TOWN)
    assert published("b.txt", lender, borrower) == NOTHING


def test_a_famous_sentence_quoted_years_later_lends_nothing() -> None:
    old = page("old.txt", "A table", "Published: 3 May 1999", MEETING.replace("Thursday", "Monday"), FAMOUS, TOWN)
    later = page("later.txt", "Tables", FAMOUS, "The proverb was carved over the gate.", OF_ITS_OWN)
    assert published("later.txt", old, later) == NOTHING


def test_wording_in_use_for_long_lends_nothing() -> None:
    # Each of the two has the footer and a day; alone, either would lend it.
    early = page("early.txt", "Ferries", "Published: 4 May 2011", OF_ITS_OWN, FOOTER)
    late = page("late.txt", "Ferries", "Published: 9 June 2017", OF_ITS_OWN.replace("poem", "song"), FOOTER)
    undated = page("undated.txt", "The ferries", "The ferry sailed again after a long winter.", FOOTER)
    assert published("undated.txt", early, undated) == ("2011-05-04/2011-05-07", Basis.LENT)
    assert published("undated.txt", early, late, undated) == NOTHING


def test_wording_that_an_article_of_an_earlier_time_has_too_lends_nothing() -> None:
    changed = page("changed.txt", "An island", "Updated: 4 May 2006", MEETING, *REPRINT.text.split("\n\n")[2:4])
    assert published("reprint.txt", WIRE, changed, REPRINT) == NOTHING


def test_only_the_worn_part_of_what_is_shared_is_left_out() -> None:
    early = page("early.txt", "Ferries", "Published: 4 May 2011", OF_ITS_OWN, FOOTER)
    wire, reprint = (replace(one, text=f"{one.text}\n\n{FOOTER}") for one in (WIRE, REPRINT))
    assert published("reprint.txt", early, wire, reprint) == LENT


@pytest.mark.parametrize(("day", "lends"), [("2019-04", False), ("2019", False), ("2019-04-22/2019-04-28", True)])
def test_who_lends_knows_the_day_to_a_week(day: str, *, lends: bool) -> None:
    wire = page("wire.txt", *WIRE.text.split("\n\n")[2:], published=day)
    assert (published("reprint.txt", wire, REPRINT)[1] is Basis.LENT) == lends


def test_an_article_that_knows_its_week_or_was_given_its_date_borrows_nothing() -> None:
    given_year = replace(REPRINT, known=replace(REPRINT.known, published="2018"))
    assert published("reprint.txt", WIRE, given_year) == ("2018", Basis.STATED)
    anniversary = "Wreaths were laid on Monday, the 60th anniversary of Korea's liberation from Japan, TASS said."
    itself = page("reprint.txt", "The island summit", MEETING, EXCHANGE, HOPE, anniversary)
    # The Monday is known, and the lead tells of the Thursday behind it.
    assert published("reprint.txt", WIRE, itself) == ("2005-08-18/2005-08-21", Basis.INFERRED)


def test_a_loan_narrows_what_the_text_itself_leaves_open() -> None:
    dateline = page("reprint.txt", "The island summit", f"VLADIVOSTOK, April 26 (Xinhua) -- {MEETING}", EXCHANGE, HOPE)
    together = dated_together(WIRE, dateline)["reprint.txt"]
    assert together.own.date.text == ""
    assert (together.publication.date.text, together.publication.basis) == ("2019-04-26", Basis.LENT)
    assert all(clue.is_used for clue in together.publication.clues)


def test_a_loan_that_the_text_itself_contradicts_is_set_aside_and_shown() -> None:
    told = "The treaty had been signed on 6 July 2021, she recalled."
    later = page("reprint.txt", "The island summit", MEETING, EXCHANGE, HOPE, told)
    publication = dated_together(WIRE, later)["reprint.txt"].publication
    assert (publication.date.text, publication.basis) == ("2021-07-06/..", Basis.INFERRED)
    (clue,) = (clue for clue in publication.clues if clue.lender_id)
    assert not clue.is_used
    assert clue.says.endswith("dated 26 April 2019. Set aside: the text itself speaks for another time.")


def test_several_lenders_give_the_span_from_the_first_to_the_last() -> None:
    second = page("second.txt", "A meeting", "Published: 28 April 2019", MEETING, EXCHANGE, HOPE, OF_ITS_OWN)
    reprint = page("reprint.txt", "The island summit", MEETING, EXCHANGE, HOPE, TOWN)
    assert published("reprint.txt", WIRE, second, reprint) == ("2019-04-26/2019-05-01", Basis.LENT)


def test_lenders_of_different_times_lend_nothing_and_it_is_shown() -> None:
    old = page("old.txt", "Flags", "Published: 3 May 2009", TOWN, OF_ITS_OWN)
    publication = dated_together(WIRE, old, REPRINT)["reprint.txt"].publication
    assert (publication.date.text, publication.basis) == NOTHING
    assert [clue.is_used for clue in publication.clues] == [False, False]
    assert all("of days too far from each other" in clue.says for clue in publication.clues)


def test_a_lent_date_dates_what_the_article_tells() -> None:
    before, after = dated_together(QUOTING), dated_together(WIRE, QUOTING)
    assert {mention.date.text for mention in before["quoting.txt"].mentions} == {""}
    assert {mention.date.text for mention in after["quoting.txt"].mentions} == {"2019-04-25"}


@pytest.mark.parametrize(
    ("title", "publisher", "named"),
    [
        ("An island", "The Harbour Post", "«An island» (The Harbour Post)"),
        ("An island", None, "«An island»"),
        (None, "The Harbour Post", "an article of The Harbour Post"),
        (None, None, "another article"),
    ],
)
def test_a_clue_names_the_lender_and_stands_at_the_longest_shared_passage(
    title: str | None, publisher: str | None, named: str
) -> None:
    known = replace(WIRE.known, title=title, publisher=publisher)
    wire = RawPage("wire.txt", "\n\n".join(WIRE.text.split("\n\n")[1:]), known=known)
    (clue,) = dated_together(wire, REPRINT)["reprint.txt"].publication.clues
    assert clue.says == f"Shares 3 passages with {named}, dated 26 April 2019."
    assert clue.lender_id == wire.article_id
    assert clue.span is not None
    assert clue.text == clue.span.of(REPRINT.text) == MEETING


def test_a_very_long_passage_is_shown_by_its_first_words() -> None:
    long = " ".join(f"word{n}" for n in range(200))
    wire = page("wire.txt", "Words", "Published: 26 April 2019", f"He listed {long}.", MEETING)
    (clue,) = dated_together(wire, page("b.txt", "All words", f"He listed {long}.", MEETING))["b.txt"].publication.clues
    assert clue.text == f"He listed {long}."[: len(clue.text)]
    assert 200 < len(clue.text) <= 240
    assert clue.text.endswith(tuple("0123456789"))


def own(key: str, day: EdtfDate, basis: Basis = Basis.INFERRED) -> OwnDate:
    return OwnDate(key, f"Title of {key}", None, day, basis if day.text else Basis.UNKNOWN, 60)


@composite
def collections(draw: DrawFn) -> tuple[dict[str, OwnDate], list[SharedWords]]:
    """A few articles with any dates of their own, and fingerprints that some of them have."""
    days = dates(date(2019, 4, 1), date(2019, 6, 30))
    spans = tuples(days, integers(0, 40)).map(lambda told: span_date(told[0], told[0] + timedelta(days=told[1])))
    known = draw(lists(spans | sampled_from([edtf(""), edtf("2019-04-10/..")]), min_size=2, max_size=7))
    articles = {f"a{n}": own(f"a{n}", day) for n, day in enumerate(known)}
    words = {
        (fingerprint, key): SharedWords(fingerprint, key, passage, draw(integers(12, 40)), draw(booleans()))
        for key in articles
        for passage, fingerprint in enumerate(draw(lists(text("abcd", min_size=1, max_size=1), unique=True)))
    }
    return articles, list(words.values())


@given(collections().flatmap(lambda made: tuples(sampled_from([made]), permutations(made[1]))))
def test_order_plays_no_part(
    drawn: tuple[tuple[dict[str, OwnDate], list[SharedWords]], list[SharedWords]],
) -> None:
    (articles, words), shuffled = drawn
    assert find_loans(reversed(articles), articles, shuffled) == find_loans(articles, articles, words)


@given(collections(), text(max_size=3))
def test_loans_rest_on_own_dates_alone_and_each_on_its_sharers(
    made: tuple[dict[str, OwnDate], list[SharedWords]], key: str
) -> None:
    articles, words = made
    loans = find_loans(articles, articles, words)
    lent_before = {each: one._replace(loan_key=key) for each, one in articles.items()}
    assert find_loans(articles, lent_before, words) == loans
    for each, loan in loans.items():
        theirs = {one.fingerprint for one in words if one.article_id == each}
        near = [one for one in words if one.fingerprint in theirs]
        assert find_loans([each], articles, near) == {each: loan}
        assert loan == NO_LOAN or needs_date(articles[each])
        assert not any(needs_date(articles[lender.article_id]) for lender in loan.lenders)


def test_equal_loans_have_equal_keys_and_others_others() -> None:
    words = [SharedWords(f, key, n, 30, is_quoted=False) for n, f in enumerate("xy") for key in ("a", "b")]
    articles = {"a": own("a", edtf("2019-04-26")), "b": own("b", edtf(""))}
    loan = find_loans(["b"], articles, words)["b"]
    again = find_loans(["b"], articles, list(reversed(words)))["b"]
    renamed = find_loans(["b"], {**articles, "a": articles["a"]._replace(title="Other")}, words)["b"]
    assert loan.key == again.key != renamed.key
    assert NO_LOAN.key == ""
