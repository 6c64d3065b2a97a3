"""How many independent witnesses an event has."""

from collections.abc import Mapping, Sequence

from app.domain.event import Mention
from app.domain.witnesses import Witness, join_origins
from app.knowledge.cleaning_rows import CleaningKnowledge


def count_origins(
    mentions: Sequence[Mention], publisher_by_article: Mapping[str, str | None], cleaning: CleaningKnowledge
) -> int:
    """Count the origins of an event: articles that credit the same source, or copy the same words, count once.

    An article that credits nobody is a witness of its own, by its publisher's family; without a publisher, by itself.
    """
    by_article: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.article_id, []).append(mention)
    return len(
        join_origins(
            Witness(
                article_id,
                cleaning.house_of(publisher_by_article.get(article_id)),
                frozenset(source for mention in told for source in mention.sources),
                frozenset(one for mention in told for one in mention.fingerprints),
            )
            for article_id, told in sorted(by_article.items())
        )
    )
