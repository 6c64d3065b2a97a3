"""CLEAN to LINK as two pure functions: one for an article by itself, one for all mentions together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.article import Article, Publication, RawPage
from app.domain.event import Event, Mention
from app.domain.timex import TimeExpression
from app.knowledge.rows import Knowledge
from app.pipeline import linking
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import date_publication, find_time_expressions
from app.pipeline.extracting import extract_mentions
from app.pipeline.extracting.drafts import PassedOver
from app.pipeline.linking import Source

__all__ = ["ExtractedArticle", "Source", "extract_article", "link_mentions"]


@dataclass(frozen=True)
class ExtractedArticle:
    """All that one page gives by its own text. Small and picklable: it travels between processes."""

    article: Article
    publication: Publication
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    passed_over: tuple[PassedOver, ...]


def extract_article(page: RawPage, knowledge: Knowledge) -> ExtractedArticle:
    """Clean, date and extract one page; no other article plays a part."""
    article = clean_page(page, knowledge.cleaning)
    publication = date_publication(article, knowledge.dating)
    expressions = find_time_expressions(article.text, knowledge.dating, publication.date)
    extraction = extract_mentions(article, publication, expressions, knowledge.extracting)
    return ExtractedArticle(article, publication, expressions, extraction.mentions, extraction.passed_over)


def link_mentions(
    mentions: Iterable[Mention], sources: Mapping[str, Source], knowledge: Knowledge
) -> tuple[Event, ...]:
    """Join all mentions of the same happening; the order in which they come plays no part."""
    return linking.link_mentions(mentions, sources, knowledge.extracting, knowledge.cleaning)
