"""CLEAN to LINK as pure functions: one for an article, one for all mentions together, one that tells the way."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from app.domain.article import RawPage
from app.domain.event import Event, Mention, PassedOver
from app.domain.explanation import ExplainedEvent, Explanation, explain_paragraphs
from app.domain.lending import NO_LOAN, DatedArticle, Loan
from app.domain.linking import Relinked, Surroundings, Trace
from app.domain.timex import TimeExpression
from app.errors import PageFailed
from app.knowledge.rows import Knowledge
from app.pipeline import linking
from app.pipeline.cleaning import clean_page
from app.pipeline.cleaning.wording import find_wording
from app.pipeline.dating import date_by_forms, find_forms, lent_clues, resolve_forms
from app.pipeline.extracting import extract_mentions
from app.pipeline.linking import Source
from app.pipeline.linking.reasons import why_joined

__all__ = [
    "ExtractedArticle",
    "Source",
    "describe_event",
    "explain_article",
    "extract_article",
    "link_mentions",
    "naming_page",
    "relink_mentions",
    "try_extract",
]


@dataclass(frozen=True)
class ExtractedArticle(DatedArticle):
    """All that one page gives. Small and picklable: it travels between processes."""

    expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    passed_over: tuple[PassedOver, ...]


@contextmanager
def naming_page(page: RawPage) -> Iterator[None]:
    """Say which page it was when a stage breaks, for among thousands nobody could tell.

    Raises:
        PageFailed: Anything was raised within.
    """
    try:
        yield
    except Exception as error:
        raise PageFailed(
            f"{page.file}: cannot be worked through ({type(error).__name__}: {error}); this is a fault of Tumen, "
            "please report it with the file, and leave the file out until it is mended"
        ) from error


def extract_article(page: RawPage, knowledge: Knowledge, loan: Loan = NO_LOAN) -> ExtractedArticle:
    """Clean, date and extract one page; no other article plays a part but by what it lends.

    Raises:
        PageFailed: A stage broke on it.
    """
    with naming_page(page):
        return _extract(page, knowledge, loan)


def try_extract(page: RawPage, knowledge: Knowledge) -> ExtractedArticle | PageFailed:
    """What `extract_article` gives or raises, for one of many pages: the others are not to fail with it."""
    try:
        return extract_article(page, knowledge)
    except PageFailed as failed:
        return failed


def _extract(page: RawPage, knowledge: Knowledge, loan: Loan) -> ExtractedArticle:
    article = clean_page(page, knowledge.cleaning)
    wording = find_wording(article)
    forms = find_forms(article.text, knowledge.dating)
    own = publication = date_by_forms(article, forms, knowledge.dating)
    if loan.lenders:
        publication = date_by_forms(article, forms, knowledge.dating, lent_clues(loan, wording, article.text))
    expressions = resolve_forms(article.text, forms, knowledge.dating, publication.written)
    extraction = extract_mentions(article, publication, expressions, knowledge.extracting)
    return ExtractedArticle(
        article, publication, own, wording, loan, expressions, extraction.mentions, extraction.passed_over
    )


def link_mentions(
    mentions: Iterable[Mention], texts: Mapping[str, str], sources: Mapping[str, Source], knowledge: Knowledge
) -> tuple[Event, ...]:
    """Join all mentions of the same happening, with their quotes by id; the order in which they come plays no part."""
    return linking.link_mentions(mentions, texts, sources, knowledge.extracting, knowledge.cleaning)


def relink_mentions(
    old: Collection[Trace],
    new: Iterable[Mention],
    texts: Mapping[str, str],
    around: Surroundings,
    knowledge: Knowledge,
) -> Relinked:
    """Link the mentions of articles that come and go, with their quotes by id, and those whose event changes."""
    return linking.relink_mentions(old, new, texts, around, knowledge.extracting)


def describe_event(
    mentions: Sequence[Mention], texts: Mapping[str, str], sources: Mapping[str, Source], knowledge: Knowledge
) -> Event:
    """What an entry of the timeline is shown as, by all its mentions and their quotes by id."""
    return linking.describe_event(mentions, texts, sources, knowledge.extracting, knowledge.cleaning)


def explain_article(page: RawPage, knowledge: Knowledge) -> Explanation:
    """The whole way of one page, as if it were the only one: what other articles lend or tell plays no part."""
    one = extract_article(page, knowledge)
    article, mentions = one.article, {mention.id: mention for mention in one.mentions}
    source = Source(article.id, article.publisher, one.publication.date, one.own.date)
    texts = {mention.id: mention.quote.of(article.text) for mention in one.mentions}
    explained = (
        ExplainedEvent(event, why_joined([mentions[key] for key in event.mention_ids], knowledge.extracting))
        for event in link_mentions(one.mentions, texts, {article.id: source}, knowledge)
    )
    paragraphs = explain_paragraphs(article, one.expressions, one.mentions, one.passed_over)
    return Explanation(article, one.publication, paragraphs, tuple(explained))
