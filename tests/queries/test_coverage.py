"""The matrix says what reading every quote one by one would say."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.coverage_filter import CoverageFilter
from app.queries import coverage, timeline
from app.queries.coverage import CoverageCell, PublisherColumn, coverage_columns, coverage_rows
from app.queries.timeline import events_on_timeline
from app.storage.tables import ArticleTable, MentionTable
from tests.support.folders import SEEDS, SHOWN
from tests.support.ingested import ingested_folders

QUESTIONS = [
    (),
    (("topic", "visits"),),
    (("publisher", "MSN"), ("-topic", "history")),
    (("from", "2019"), ("to", "2022"), ("certainty", "surely"), ("sort", "-date")),
    (("q", "letter"), ("min_origins", "2")),
    (("actor", "Nobody"),),
]
ORDERS = ["date", "publishers", "publisher:MSN", "publisher:", "publisher:Nobody"]


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """What ingesting real articles gives."""
    with ingested_folders(tmp_path_factory.mktemp("coverage") / "tumen.db", SEEDS, SHOWN) as engine:
        yield engine


def naive_cells(session: Session) -> dict[str, dict[str, CoverageCell]]:
    """By event and publisher, from every mention in turn."""
    publishers = {article.id: article.publisher or "" for article in session.exec(select(ArticleTable))}
    told: dict[tuple[str, str], list[MentionTable]] = defaultdict(list)
    for mention in sorted(session.exec(select(MentionTable)), key=lambda mention: mention.position):
        told[mention.event_id, publishers[mention.article_id]].append(mention)
    cells: dict[str, dict[str, CoverageCell]] = defaultdict(dict)
    for (event, publisher), mentions in told.items():
        statuses = tuple(dict.fromkeys(mention.status for mention in mentions))
        cells[event][publisher] = CoverageCell(mentions[0].id, len(mentions), statuses)
    return cells


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("asked", QUESTIONS)
def test_rows_and_columns_are_those_found_by_hand(
    read_in: Engine, monkeypatch: pytest.MonkeyPatch, asked: tuple[tuple[str, str], ...], order: str
) -> None:
    monkeypatch.setattr(coverage, "ROWS_PER_PAGE", 500)
    monkeypatch.setattr(timeline, "EVENTS_PER_PAGE", 500)
    wanted = CoverageFilter.read([*asked, ("order", order)])
    with Session(read_in) as session:
        cells = naive_cells(session)
        expected = [line.id for line in events_on_timeline(session, wanted.of_timeline)]
        counts: dict[str, int] = defaultdict(int)
        for event in expected:
            for publisher in cells[event]:
                counts[publisher] += 1
        if order == "publishers":
            expected.sort(key=lambda event: -len(cells[event].keys() - {""}))
        elif order != "date":
            expected.sort(key=lambda event: order.partition(":")[2] not in cells[event])
        rows, columns = coverage_rows(session, wanted), coverage_columns(session, wanted)
    assert [row.line.id for row in rows] == expected
    assert {row.line.id: dict(row.cells) for row in rows} == {event: cells[event] for event in expected}
    assert [row.publishers for row in rows] == [len(cells[event].keys() - {""}) for event in expected]
    assert {column.name: column.events for column in columns} == counts
    assert columns == sorted(columns, key=lambda one: (one.name == "", -one.events, one.name))


def test_pages_hold_every_row_once(read_in: Engine) -> None:
    wanted = CoverageFilter.read([("order", "publishers")])
    with Session(read_in) as session:
        pages = [coverage_rows(session, wanted.with_page(page)) for page in range(1, 11)]
    found = [row.line.id for page in pages for row in page]
    assert len(set(found)) == len(found) > coverage.ROWS_PER_PAGE
    assert pages[-1] == []


def test_a_publisher_that_was_not_read_has_no_column(sample: Session) -> None:
    names = {column.name for column in coverage_columns(sample, CoverageFilter())}
    assert PublisherColumn("", 3) in coverage_columns(sample, CoverageFilter())
    assert names == {"The Harbour Post", "Northern Wire", "한강일보", "Вестник Востока", ""}
