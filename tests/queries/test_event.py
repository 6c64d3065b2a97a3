"""What an id leads to, and the evidence that stands there."""

from pathlib import Path

import pytest
from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.errors import NotFound
from app.queries.event import EventPage, MovedTo, RetiredTo, find_event
from app.queries.neighbours import neighbours_of
from app.queries.timeline import events_on_timeline
from app.storage.tables import ArticleTable
from tests.support.sample_database import RETIRED_ID, article_id, break_quote, build_sample_database, event_id


def page(session: Session, title: str, *asked: tuple[str, str]) -> EventPage:
    found = find_event(session, event_id(title), read_filter(asked))
    assert isinstance(found, EventPage)
    return found


def test_the_evidence_stands_by_source_in_the_order_of_publication(sample: Session) -> None:
    sources = page(sample, "Russia said to pay").sources
    assert [(source.publisher, len(source.quotes)) for source in sources] == [
        ("Northern Wire", 1), ("The Harbour Post", 2),
    ]  # fmt: skip
    assert [quote.status for source in sources for quote in source.quotes] == ["denied", "denied", "claimed"]


def test_every_quote_and_its_date_words_stand_in_the_kept_text(sample: Session) -> None:
    for line in events_on_timeline(sample, TimelineFilter()):
        for source in page(sample, line.title).sources:
            text = sample.get_one(ArticleTable, source.article_id).text
            for quote in source.quotes:
                assert quote.is_intact
                assert text[quote.start : quote.end] == quote.text
                if words := quote.date_words:
                    assert text[words.start : words.end] == words.text


def test_a_quote_that_fails_is_shown_as_broken(tmp_path: Path) -> None:
    engine = build_sample_database(tmp_path / "tumen.db")
    broken = event_id("Putin sends")
    break_quote(engine, broken)
    with Session(engine) as session:
        quotes = [quote for source in page(session, "Putin sends").sources for quote in source.quotes]
    engine.dispose()
    assert [quote.id for quote in quotes if not quote.is_intact] == [broken]


def test_neighbours_are_those_of_the_filtered_timeline(sample: Session) -> None:
    everything = [line.id for line in events_on_timeline(sample, TimelineFilter())]
    for before, here, after in zip([None, *everything], everything, [*everything[1:], None], strict=False):
        found = find_event(sample, here)
        assert isinstance(found, EventPage)
        assert (found.previous_id, found.next_id) == (before, after)
    visits = page(sample, "Kim Jong Un meets", ("topic", "visits"))
    assert (visits.previous_id, visits.next_id) == (None, event_id("Kim Jong Un to visit"))
    backwards = page(sample, "Kim Jong Un meets", ("topic", "visits"), ("sort", "-date"))
    assert (backwards.previous_id, backwards.next_id) == (event_id("Kim Jong Un to visit"), None)


def test_the_id_of_any_mention_leads_to_its_event(sample: Session) -> None:
    found = page(sample, "Putin sends")
    others = [quote.id for source in found.sources for quote in source.quotes if quote.id != found.line.id]
    assert [find_event(sample, other) for other in others] == [MovedTo(found.line.id)] * 2


def test_the_id_of_a_retired_mention_leads_to_its_paragraph(sample: Session) -> None:
    assert find_event(sample, RETIRED_ID) == RetiredTo(article_id("notes.txt"), 4)


@pytest.mark.parametrize("unknown", ["e0", "", "%", "e1' OR '1'='1", "ü" * 300])
def test_an_id_that_never_was_is_not_found(sample: Session, unknown: str) -> None:
    with pytest.raises(NotFound):
        find_event(sample, unknown)


def test_neighbours_come_with_their_dates_and_titles(sample: Session) -> None:
    lines = events_on_timeline(sample, TimelineFilter())
    for before, here, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        found = find_event(sample, here.id)
        assert isinstance(found, EventPage)
        assert neighbours_of(sample, found) == (before, after)
