"""Lending through the database: order, batches, and what is taken back; every state is compared as exports."""

import json
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, permutations, sampled_from
from sqlalchemy import Engine

from app.domain.article import KnownMetadata, RawPage
from app.domain.lending import NO_LOAN, Loan
from app.ingest import Summary, ingest, rebuild
from app.pipeline.dating.publishing import lending as rules_of_lending
from app.pipeline.flow import ExtractedArticle, extract_article
from app.storage.database import writing
from app.storage.wording import Limits
from tests.support.ingesting import KNOWLEDGE, empty_database, exports, forget_file, ingest_runs, workers
from tests.support.reprints import CHAINED, EXCHANGE, FOOTER, HOPE, MEETING, QUOTING, REPRINT, WIRE, page

__all__ = ["workers"]

SECOND = page("second.txt", "A meeting", "Published: 28 April 2019", MEETING, EXCHANGE, HOPE)
OLD_FOOTER = page("footer.txt", "Ferries", "Published: 4 May 2011", "The ferry sailed.", FOOTER)
NEW_FOOTER = page("paper.txt", "Ferries again", "The ferry sailed after a long winter.", FOOTER)
MILL = (
    "The old paper mill above the bridge was sold to a company from the capital that wants to keep machines there.",
    "Forty men and women have worked in the mill, and most of them have been promised a place in the new warehouse.",
)
SALE = page("sale.txt", "A mill is sold", "Published: 7 September 2012", *MILL)
LATER = page("later.txt", "Looking back", *MILL, "The treaty was signed on 6 July 2021 in Moscow.")
PAGES = [WIRE, REPRINT, QUOTING, CHAINED, SECOND, OLD_FOOTER, NEW_FOOTER, SALE, LATER]


@pytest.fixture
def engine() -> Iterator[Engine]:
    with empty_database() as engine:
        yield engine


def articles(engine: Engine) -> dict[str, Any]:
    return {one["file"]: one for one in json.loads(exports(engine)[1])["articles"]}


def published(engine: Engine) -> dict[str, tuple[str, str]]:
    return {file: (one["published"]["edtf"], one["published"]["basis"]) for file, one in articles(engine).items()}


@pytest.fixture(scope="module")
def whole(workers: Executor) -> tuple[str, str]:
    """The exports of all pages in one run."""
    with empty_database() as engine:
        ingest_runs(engine, workers, PAGES)
        return exports(engine)


def test_loans_are_as_the_texts_have_it(engine: Engine, workers: Executor) -> None:
    ingest_runs(engine, workers, PAGES)
    assert published(engine) == {
        "wire.txt": ("2019-04-26", "stated"),
        "second.txt": ("2019-04-28", "stated"),
        "reprint.txt": ("2019-04-26/2019-04-29", "lent"),
        "quoting.txt": ("2019-04-26/2019-05-01", "lent"),
        "chained.txt": ("", "unknown"),
        "footer.txt": ("2011-05-04", "stated"),
        "paper.txt": ("2011-05-04/2011-05-07", "lent"),
        "sale.txt": ("2012-09-07", "stated"),
        "later.txt": ("2021-07-06/..", "inferred"),
    }
    shown = " ".join(clue["says"] for clue in articles(engine)["later.txt"]["published"]["clues"])
    assert "Shares 2 passages with «A mill is sold», dated 7 September 2012. Set aside: the text itself" in shown


@settings(max_examples=12)
@given(order=permutations(PAGES), cuts=lists(sampled_from(range(1, len(PAGES))), unique=True, max_size=4).map(sorted))
def test_the_same_articles_in_any_order_and_runs_give_the_same_bytes(
    workers: Executor, whole: tuple[str, str], order: list[RawPage], cuts: list[int]
) -> None:
    with empty_database() as engine:
        ingest_runs(engine, workers, *(order[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)))
        assert exports(engine) == whole


@pytest.mark.parametrize("gone", PAGES, ids=lambda one: one.file)
def test_forgetting_takes_a_loan_back_with_all_that_followed(
    engine: Engine, workers: Executor, whole: tuple[str, str], gone: RawPage
) -> None:
    ingest_runs(engine, workers, [one for one in PAGES if one != gone])
    before = exports(engine)
    ingest_runs(engine, workers, [gone])
    assert exports(engine) == whole
    forget_file(engine, workers, gone.file)
    assert exports(engine) == before
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_rebuilding_gives_the_same_bytes(engine: Engine, workers: Executor, whole: tuple[str, str]) -> None:
    ingest_runs(engine, workers, *([one] for one in PAGES))
    assert rebuild(engine, KNOWLEDGE, workers).articles == len(PAGES)
    assert exports(engine) == whole


def extractions(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """The file of every page that is extracted from now on, and whether others lend it something."""
    seen: list[tuple[str, bool]] = []

    def watch(page: RawPage, knowledge: object, loan: Loan = NO_LOAN) -> ExtractedArticle:
        assert knowledge is KNOWLEDGE
        seen.append((page.file, bool(loan.lenders)))
        return extract_article(page, KNOWLEDGE, loan)

    monkeypatch.setattr("app.workers.extract_article", watch)
    monkeypatch.setattr("app.workers.try_extract", watch)
    return seen


def test_a_lender_that_comes_later_dates_its_borrowers_and_nothing_else_is_extracted(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_runs(engine, workers, [REPRINT, QUOTING, CHAINED, OLD_FOOTER])
    before = articles(engine)
    seen = extractions(monkeypatch)
    ingest_runs(engine, workers, [WIRE])
    assert sorted(seen) == [("quoting.txt", True), ("reprint.txt", True), ("wire.txt", False)]
    after = articles(engine)
    assert {file for file, one in before.items() if after[file] != one} == {"quoting.txt", "reprint.txt"}


def test_a_lender_that_comes_again_changes_nothing(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_runs(engine, workers, PAGES)
    seen = extractions(monkeypatch)
    with writing(engine) as session:
        assert ingest(PAGES, session, KNOWLEDGE, workers) == Summary(new=0, updated=0, unchanged=len(PAGES))
    assert seen == []


def test_an_article_with_the_same_words_that_changes_no_loan_has_nobody_extracted(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_runs(engine, workers, [WIRE, REPRINT])
    seen = extractions(monkeypatch)
    ingest_runs(engine, workers, [CHAINED])
    assert seen == [("chained.txt", False)]


@pytest.mark.parametrize("known", [KnownMetadata(published="2019-04-27"), KnownMetadata(title="Islanders")])
def test_what_becomes_known_of_a_lender_reaches_its_borrowers(
    engine: Engine, workers: Executor, known: KnownMetadata
) -> None:
    better = replace(WIRE, known=known)
    ingest_runs(engine, workers, [better, REPRINT])
    expected = exports(engine)
    with empty_database() as other:
        ingest_runs(other, workers, [WIRE, REPRINT], [better])
        assert exports(other) == expected


def test_a_date_that_becomes_known_of_a_borrower_ends_its_loan_and_lets_it_lend(
    engine: Engine, workers: Executor
) -> None:
    ingest_runs(engine, workers, [WIRE, REPRINT, CHAINED])
    ingest_runs(engine, workers, [replace(REPRINT, known=KnownMetadata(published="2019-04-30"))])
    assert published(engine)["reprint.txt"] == ("2019-04-30", "stated")
    assert published(engine)["chained.txt"] == ("2019-04-30/2019-05-03", "lent")


def test_a_loan_moves_no_id(engine: Engine, workers: Executor) -> None:
    ingest_runs(engine, workers, [WIRE, REPRINT])
    first = {quote["article_id"] for quote in _meeting(engine)["quotes"] if quote["id"] == _meeting(engine)["id"]}
    assert first == {WIRE.article_id}
    # By its lent day the earlier lender's borrower would be first; by its own text it is undated, and so last.
    earlier = page("earlier.txt", "The island summit", "Published: 25 April 2019", *REPRINT.text.split("\n\n")[2:])
    ingest_runs(engine, workers, [earlier])
    assert published(engine)["reprint.txt"] == ("2019-04-25/2019-04-29", "lent")
    assert _meeting(engine)["quotes"][0]["article_id"] == REPRINT.article_id
    assert {
        quote["article_id"] for quote in _meeting(engine)["quotes"] if quote["id"] == _meeting(engine)["id"]
    } == first


def _meeting(engine: Engine) -> Any:  # noqa: ANN401 -- an event as JSON gives it
    events = json.loads(exports(engine)[1])["events"]
    return next(event for event in events if event["topic"] == "visits" and event["date"]["edtf"] == "2019-04-25")


def test_common_wording_lends_nothing_however_it_came_to_be_common(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules_of_lending, "MOST_HOLDERS", 3)
    monkeypatch.setattr("app.lending.LIMITS", Limits(3, 31, 7))
    copies = [page(f"copy{n}.txt", f"Copy {n}", MEETING, EXCHANGE, HOPE) for n in range(3)]
    ingest_runs(engine, workers, [WIRE, *copies[:2]])
    few = exports(engine)
    assert published(engine)["copy0.txt"][1] == "lent"
    ingest_runs(engine, workers, copies[2:])
    assert published(engine)["copy0.txt"] == ("", "unknown")
    forget_file(engine, workers, "copy2.txt")
    assert exports(engine) == few


def test_a_crash_in_the_second_pass_leaves_nothing_of_a_batch(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_runs(engine, workers, [REPRINT])
    before = exports(engine)

    def crash(page: RawPage, _: object, loan: Loan) -> ExtractedArticle:
        if loan.lenders:
            raise ZeroDivisionError
        return extract_article(page, KNOWLEDGE)

    monkeypatch.setattr("app.workers.extract_article", crash)
    with pytest.raises(ZeroDivisionError):
        ingest_runs(engine, workers, [WIRE])
    monkeypatch.undo()
    assert exports(engine) == before


def test_articles_of_older_rules_are_dated_anew_one_by_one_as_by_a_rebuild(
    engine: Engine, workers: Executor, whole: tuple[str, str]
) -> None:
    ingest_runs(engine, workers, PAGES)
    with writing(engine) as session:  # as a database that was upgraded has them: no wording, no loans
        session.connection().exec_driver_sql("DELETE FROM wording")
        session.connection().exec_driver_sql("UPDATE article SET rules = 'older', loan_key = '', words = 0")
    ingest_runs(engine, workers, *([one] for one in PAGES))
    assert exports(engine) == whole
