"""Short stories of our own, taken through the pure stages."""

from collections.abc import Iterable, Mapping

from app.domain.article import KnownMetadata, RawPage
from app.domain.event import Event, Mention
from app.knowledge.load import load_knowledge
from app.pipeline.flow import ExtractedArticle, Source, extract_article, link_mentions


def extracted(text: str, published: str | None = None, file: str = "story.txt") -> ExtractedArticle:
    """What one story gives; `published` is known to the operator."""
    return extract_article(RawPage(file, text, known=KnownMetadata(published=published)), load_knowledge())


def told(text: str, published: str | None = "2010-06-16") -> list[Mention]:
    """The mentions of a story that appeared on a Wednesday."""
    return list(extracted(text, published).mentions)


def only(text: str, published: str | None = "2010-06-16") -> Mention:
    """The one mention of a story."""
    (mention,) = told(text, published)
    return mention


def linked(*articles: ExtractedArticle) -> tuple[Event, ...]:
    """The events of several stories."""
    mentions = [mention for one in articles for mention in one.mentions]
    return link_mentions(mentions, texts_of(articles), sources_of(articles), load_knowledge())


def texts_of(articles: Iterable[ExtractedArticle]) -> Mapping[str, str]:
    """The quotes of the articles' mentions, by id."""
    return {mention.id: mention.quote.of(one.article.text) for one in articles for mention in one.mentions}


def sources_of(articles: Iterable[ExtractedArticle]) -> Mapping[str, Source]:
    """What LINK needs to know of the articles, by id."""
    return {
        one.article.id: Source(one.article.id, one.article.publisher, one.publication.date, one.own.date)
        for one in articles
    }
