"""The benchmark of ingest: its articles, and what it makes of a run."""

from dataclasses import replace

from app.pipeline.flow import extract_article
from bench.dispatches import dispatches
from bench.ingesting import Ingest, measure_ingest
from bench.tumen import KNOWLEDGE

RUN = Ingest(articles=1000, per_second=90, first_tenth=100, last_tenth=80, single_seconds=0.2)


def test_the_same_articles_come_each_time_and_tell_of_happenings() -> None:
    pages = list(dispatches(20))
    assert list(dispatches(20)) == pages
    assert len({page.article_id for page in pages}) == len(pages)
    assert sum(bool(extract_article(page, KNOWLEDGE).mentions) for page in pages) > len(pages) / 2


def test_a_run_that_slows_down_or_makes_one_article_wait_is_flagged() -> None:
    assert RUN.flags == ()
    assert replace(RUN, last_tenth=69).flags == ("below 0.7",)
    assert replace(RUN, single_seconds=1.5).flags == ("over 1 s",)


def test_a_small_run_is_measured_whole() -> None:
    measured = measure_ingest(20)
    assert measured.articles == 20
    assert min(measured.per_second, measured.first_tenth, measured.last_tenth, measured.single_seconds) > 0
