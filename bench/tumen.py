"""What is measured: the finding of time expressions, as `tumen dates` does it, and how long it takes."""

import time
from collections.abc import Callable, Iterable

from app.domain.edtf import EdtfDate, day_date, edtf
from app.knowledge.load import DEFAULT_SUBJECT, load_knowledge
from app.pipeline.dating import find_time_expressions
from bench.news import NewsArticle

KNOWLEDGE = load_knowledge(DEFAULT_SUBJECT)
A_DAY = edtf("2022-08-15")
MEGABYTE = 1_000_000  # characters; nearly all of the texts are ASCII
LONG_ENOUGH_SECONDS, MORE_RUNS = 1.0, 2


def count_in_text(text: str, published: EdtfDate = A_DAY) -> int:
    """How many time expressions are found."""
    return len(find_time_expressions(text, KNOWLEDGE.dating, published))


def count_in_articles(articles: Iterable[NewsArticle]) -> int:
    """How many time expressions are found in all of them, one after another."""
    return sum(count_in_text(article.text, day_date(article.published)) for article in articles)


def best_seconds(work: Callable[[], object]) -> float:
    """The least processor time of three runs, in seconds, or of one that is long enough to be exact by itself."""
    seconds = _seconds(work)
    if seconds >= LONG_ENOUGH_SECONDS:
        return seconds
    return min(seconds, *(_seconds(work) for _ in range(MORE_RUNS)))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
