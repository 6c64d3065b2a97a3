"""What storage gives to the second pass, made from articles without it."""

from collections import Counter
from collections.abc import Iterable

from app.domain.lending import OwnDate, SharedWords
from app.pipeline.flow import ExtractedArticle


def own_date(one: ExtractedArticle) -> OwnDate:
    """An article as the second pass sees it."""
    article = one.article
    return OwnDate(article.id, article.title, article.publisher, one.own.date, one.own.basis, one.wording.words)


def shared_words(articles: Iterable[ExtractedArticle]) -> list[SharedWords]:
    """The fingerprints that several of the articles have."""
    words = [
        SharedWords(fingerprint, one.article.id, number, passage.words, passage.is_quoted)
        for one in articles
        for number, passage in enumerate(one.wording.passages)
        for fingerprint in passage.fingerprints
    ]
    holders = Counter(one.fingerprint for one in words)
    return [one for one in words if holders[one.fingerprint] > 1]
