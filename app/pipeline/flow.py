"""CLEAN to LINK as two pure functions: one for an article, one for all mentions together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.article import RawPage
from app.domain.event import Event, Mention
from app.domain.lending import NO_LOAN, DatedArticle, Loan
from app.domain.timex import TimeExpression
from app.knowledge.rows import Knowledge
from app.pipeline import linking
from app.pipeline.cleaning import clean_page
from app.pipeline.cleaning.wording import find_wording
from app.pipeline.dating import date_publication, find_time_expressions, lent_clues
from app.pipeline.extracting import extract_mentions
from app.pipeline.extracting.drafts import PassedOver
from app.pipeline.linking import Source

__all__ = ["ExtractedArticle", "Source", "extract_article", "link_mentions"]


@dataclass(frozen=True)
class ExtractedArticle(DatedArticle):
    """All that one page gives. Small and picklable: it travels between processes."""

    expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    passed_over: tuple[PassedOver, ...]


def extract_article(page: RawPage, knowledge: Knowledge, loan: Loan = NO_LOAN) -> ExtractedArticle:
    """Clean, date and extract one page; no other article plays a part but by what it lends."""
    article = clean_page(page, knowledge.cleaning)
    wording = find_wording(article)
    own = publication = date_publication(article, knowledge.dating)
    if loan.lenders:
        publication = date_publication(article, knowledge.dating, lent_clues(loan, wording, article.text))
    expressions = find_time_expressions(article.text, knowledge.dating, publication.date)
    extraction = extract_mentions(article, publication, expressions, knowledge.extracting)
    return ExtractedArticle(
        article, publication, own, wording, loan, expressions, extraction.mentions, extraction.passed_over
    )


def link_mentions(
    mentions: Iterable[Mention], sources: Mapping[str, Source], knowledge: Knowledge
) -> tuple[Event, ...]:
    """Join all mentions of the same happening; the order in which they come plays no part."""
    return linking.link_mentions(mentions, sources, knowledge.extracting, knowledge.cleaning)
