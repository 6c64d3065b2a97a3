"""How many independent witnesses an event has."""

from collections.abc import Mapping, Sequence

from app.domain.event import Mention
from app.knowledge.cleaning_rows import CleaningKnowledge


def count_origins(
    mentions: Sequence[Mention], publisher_by_article: Mapping[str, str | None], cleaning: CleaningKnowledge
) -> int:
    """Count the origins of an event: articles that credit the same source, or copy the same words, count once.

    An article that credits nobody is a witness of its own, by its publisher's family; without a publisher, by itself.
    Articles that share a source or a run of words are one origin, also through a third.
    """
    by_article: dict[str, set[str]] = {}
    wording: dict[str, set[str]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article_id, set()).update(mention.sources)
        wording.setdefault(mention.article_id, set()).update(mention.fingerprints)
    for article_id, sources in by_article.items():
        if not sources:
            publisher = publisher_by_article.get(article_id)
            sources.add(cleaning.family_by_publisher.get(publisher, publisher) if publisher else article_id)
    return len(_join([by_article[article_id] | wording[article_id] for article_id in sorted(by_article)]))


def _join(sets: Sequence[set[str]]) -> list[set[str]]:
    """Sets that share a member become one."""
    joined: list[set[str]] = []
    for one in sets:
        touching = [other for other in joined if other & one]
        joined = [other for other in joined if not other & one]
        joined.append(one.union(*touching))
    return joined
