"""Pages handed to workers, some at a time, and what comes back of them."""

from collections.abc import Collection, Mapping
from concurrent.futures import Executor
from itertools import repeat
from typing import NamedTuple

from app.domain.article import RawPage
from app.domain.lending import NO_LOAN, Loan
from app.errors import PageFailed
from app.knowledge.rows import Knowledge
from app.pipeline.flow import ExtractedArticle, extract_article, try_extract

PAGES_A_TASK = 8  # what a worker is given at a time
NO_LOANS: Mapping[str, Loan] = {}


class Ahead(NamedTuple):
    """What became of pages before the database was locked, by id of the article."""

    made: Mapping[str, ExtractedArticle]
    failed: Mapping[str, PageFailed]


NOTHING_AHEAD = Ahead({}, {})


def extract_ahead(pages: Collection[RawPage], knowledge: Knowledge, workers: Executor) -> Ahead:
    """Extract pages while nobody has to wait for it: the longest part of the work."""
    tried = list(workers.map(try_extract, pages, repeat(knowledge), chunksize=PAGES_A_TASK))
    made = {one.article.id: one for one in tried if isinstance(one, ExtractedArticle)}
    failed = {page.article_id: one for page, one in zip(pages, tried, strict=True) if isinstance(one, PageFailed)}
    return Ahead(made, failed)


def extract_all(
    pages: Collection[RawPage], knowledge: Knowledge, workers: Executor, loans: Mapping[str, Loan] = NO_LOANS
) -> list[ExtractedArticle]:
    """Extract pages, each with what others lend it.

    Raises:
        PageFailed: A stage broke on one of them.
    """
    lent = [loans.get(page.article_id, NO_LOAN) for page in pages]
    return list(workers.map(extract_article, pages, repeat(knowledge), lent, chunksize=PAGES_A_TASK))
