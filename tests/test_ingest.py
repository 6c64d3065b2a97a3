"""The whole flow, from pages to the stored timeline and back out as exports."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis.strategies import characters, lists, permutations, sampled_from, text
from sqlalchemy import Engine
from sqlmodel import Session, select

from app import ingest as flow
from app.domain.article import KnownMetadata, RawPage
from app.domain.event import Event
from app.errors import SubjectMismatch
from app.ingest import Summary, forget, ingest, rebuild
from app.storage.database import reading, writing
from app.storage.kept import kept_pages
from app.storage.tables import EventTable, FoundTable, MentionTable, PassedOverTable, RetiredMentionTable
from app.storage.verify import broken_proofs
from tests.support.folders import SEEDS
from tests.support.ingesting import KNOWLEDGE, empty_database, exports, exports_of_one_run, ingest_runs, workers

__all__ = ["workers"]

PAGES = [
    *(RawPage(name, text) for name, text in SEEDS.texts().items()),
    RawPage("reprint.txt", next(iter(SEEDS.texts().values()))),
    RawPage("visit.txt", "MOSCOW, 20 July 2000\n\nPutin visited Pyongyang on 19 July 2000 and met Kim Jong Il."),
    RawPage("summit.txt", "26 April 2019\n\nPutin met Kim Jong Un in Vladivostok on 25 April 2019, TASS reported."),
    RawPage("summit.txt", "Kim Jong Un met Putin in Vladivostok in April 2019.", known=KnownMetadata(published="2020")),
]


@pytest.fixture
def engine() -> Iterator[Engine]:
    with empty_database() as engine:
        yield engine


@pytest.fixture(scope="module")
def whole(workers: Executor) -> tuple[str, str]:
    return exports_of_one_run(workers, PAGES)


@settings(max_examples=8)
@given(order=permutations(PAGES), cuts=lists(sampled_from(range(1, len(PAGES))), unique=True, max_size=3).map(sorted))
def test_the_same_articles_in_any_order_and_runs_give_the_same_bytes(
    workers: Executor, whole: tuple[str, str], order: list[RawPage], cuts: list[int]
) -> None:
    with empty_database() as engine:
        ingest_runs(engine, workers, *(order[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)))
        assert exports(engine) == whole


@settings(max_examples=40)
@given(
    written=text(characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
    | text("Putin met Kim on 5 May 2019.\r\n\u2028\u00a0\ufeff북한Путин\"'“”()", min_size=1)
)
def test_any_text_can_be_ingested_and_comes_back_unchanged(workers: Executor, written: str) -> None:
    page = RawPage("any.txt", written)
    with empty_database() as engine:
        ingest_runs(engine, workers, [page])
        with reading(engine) as session:
            assert kept_pages(session, [page.article_id]) == [page]
            assert list(broken_proofs(session)) == []


def test_a_summary_counts_pages(engine: Engine, workers: Executor) -> None:
    with writing(engine) as session:
        assert ingest(PAGES[:6], session, KNOWLEDGE, workers) == Summary(new=5, updated=1, unchanged=0)
    with writing(engine) as session:
        assert ingest(PAGES[:6], session, KNOWLEDGE, workers) == Summary(new=0, updated=0, unchanged=6)


def test_when_mentions_were_found_is_noted_and_stays(engine: Engine, workers: Executor) -> None:
    ingest_runs(engine, workers, PAGES[:2])
    with reading(engine) as session:
        first = {row.mention_id: row.at for row in session.exec(select(FoundTable))}
    ingest_runs(engine, workers, PAGES)
    with reading(engine) as session:
        found = {row.mention_id: row.at for row in session.exec(select(FoundTable))}
        assert set(session.exec(select(MentionTable.id))) <= found.keys()
    assert first
    assert first.items() < found.items()


def test_unchanged_pages_are_neither_extracted_nor_linked_again(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_runs(engine, workers, PAGES)

    def fail(*_: object, **__: object) -> tuple[Event, ...]:
        raise AssertionError

    monkeypatch.setattr(flow, "relink_mentions", fail)
    monkeypatch.setattr("app.workers.extract_article", fail)
    monkeypatch.setattr("app.workers.try_extract", fail)
    ingest_runs(engine, workers, PAGES)


@pytest.mark.parametrize("stage", ["extract_ahead", "save_names", "relink_mentions", "save_timeline"])
def test_a_crash_leaves_nothing_of_a_batch(
    engine: Engine, workers: Executor, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    ingest_runs(engine, workers, PAGES[:2])
    before = exports(engine)
    work: Callable[..., object] = getattr(flow, stage)

    def crash(*given: object, **named: object) -> object:
        work(*given, **named)
        raise ZeroDivisionError

    monkeypatch.setattr(flow, stage, crash)
    with pytest.raises(ZeroDivisionError):
        ingest_runs(engine, workers, PAGES[2:])
    monkeypatch.undo()
    assert exports(engine) == before
    ingest_runs(engine, workers, PAGES[2:])
    assert exports(engine) != before


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.file)
def test_forgetting_leaves_the_bytes_of_never_having_ingested(engine: Engine, workers: Executor, page: RawPage) -> None:
    others = [other for other in PAGES if other.article_id != page.article_id]
    ingest_runs(engine, workers, others)
    before = exports(engine)
    ingest_runs(engine, workers, [page])
    with writing(engine) as session:
        assert forget(page.article_id, session, KNOWLEDGE, workers) == page.article_id
    assert exports(engine) == before


def test_rebuilding_gives_the_same_bytes(engine: Engine, workers: Executor, whole: tuple[str, str]) -> None:
    ingest_runs(engine, workers, PAGES)
    assert rebuild(engine, KNOWLEDGE, workers).articles == len({page.article_id for page in PAGES})
    assert exports(engine) == whole


def test_a_mention_that_newer_metadata_do_away_with_still_leads_somewhere(engine: Engine, workers: Executor) -> None:
    page = PAGES[7]
    ingest_runs(engine, workers, [page])
    older = replace(page, known=KnownMetadata(published="1999"))
    with reading(engine) as session:
        made = set(session.exec(select(MentionTable.id)))
    ingest_runs(engine, workers, [older])
    with reading(engine) as session:
        kept = {*session.exec(select(MentionTable.id)), *session.exec(select(RetiredMentionTable.id))}
    assert made
    assert made <= kept


def passed_over(engine: Engine) -> set[tuple[str, int, int, str]]:
    with reading(engine) as session:
        return {(row.article_id, row.start, row.end, row.reason) for row in session.exec(select(PassedOverTable))}


def test_what_gave_no_event_is_kept_rebuilt_and_forgotten_with_its_article(engine: Engine, workers: Executor) -> None:
    told = RawPage("fog.txt", "The fog lifted on 3 May 2019. If Russia sends tanks, North Korea will fight.")
    ingest_runs(engine, workers, PAGES)
    before = passed_over(engine)
    ingest_runs(engine, workers, [told])
    whole = passed_over(engine)
    assert before < whole
    assert {told.text[start:end].split()[0] for _, start, end, _ in whole - before} == {"The", "If"}
    rebuild(engine, KNOWLEDGE, workers)
    assert passed_over(engine) == whole
    with writing(engine) as session:
        forget(told.article_id, session, KNOWLEDGE, workers)
    assert passed_over(engine) == before


def test_another_subject_is_refused(engine: Engine, workers: Executor) -> None:
    ingest_runs(engine, workers, PAGES[:1])
    with pytest.raises(SubjectMismatch), writing(engine) as session:
        ingest(PAGES[1:2], session, replace(KNOWLEDGE, subject="mars"), workers)


def events_of(session: Session) -> list[str]:
    return list(session.exec(select(EventTable.id).order_by(EventTable.id)))


def test_an_event_that_no_new_article_touches_keeps_its_id(engine: Engine, workers: Executor) -> None:
    ingest_runs(engine, workers, [PAGES[6]])
    with reading(engine) as session:
        before = events_of(session)
    ingest_runs(engine, workers, [PAGES[7]])
    with reading(engine) as session:
        assert before
        assert set(before) <= set(events_of(session))
