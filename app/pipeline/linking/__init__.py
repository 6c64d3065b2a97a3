"""LINK: all mentions together become events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.edtf import EdtfDate
from app.domain.event import Event, Mention
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.linking.describing import event_actors, event_date, event_status, event_title, in_order_of_use
from app.pipeline.linking.grouping import group_mentions
from app.pipeline.linking.origins import count_origins


@dataclass(frozen=True)
class Source:
    """What LINK needs to know of an article."""

    article_id: str
    publisher: str | None
    published: EdtfDate
    own: EdtfDate  # what its own text says of that day: what it was lent must not move ids


def link_mentions(
    mentions: Iterable[Mention],
    sources: Mapping[str, Source],
    extracting: ExtractingKnowledge,
    cleaning: CleaningKnowledge,
) -> tuple[Event, ...]:
    """Join all mentions of the same happening; the order in which they come plays no part.

    Args:
        mentions: Of all articles.
        sources: The articles, by id.
        extracting: Kinds of happenings, actors and their sides.
        cleaning: Families of publishers.

    Returns:
        Events in the order of the timeline.
    """
    publishers = {source.article_id: source.publisher for source in sources.values()}
    groups = group_mentions(mentions, extracting)
    events = [_event(group, sources, publishers, extracting, cleaning) for group in groups]
    return tuple(sorted(events, key=lambda event: (event.date.sort_key, event.id)))


def _event(
    group: Sequence[Mention],
    sources: Mapping[str, Source],
    publishers: Mapping[str, str | None],
    extracting: ExtractingKnowledge,
    cleaning: CleaningKnowledge,
) -> Event:
    def shown(mention: Mention) -> tuple[tuple[date, date], str, int, int]:
        published = sources[mention.article_id].published
        return published.sort_key, mention.article_id, mention.quote.start, mention.trigger.start

    mentions = sorted(group, key=shown)
    anchor = min(group, key=lambda mention: (sources[mention.article_id].own.sort_key, mention.id))
    status, reason = event_status(mentions)
    topics = [mention.topic for mention in mentions]
    return Event(
        id=anchor.id,
        date=event_date(mentions),
        title=event_title(mentions, status),
        topic=max(topics, key=lambda topic: (topics.count(topic), topic)),
        status=status,
        status_reason=reason,
        actors=event_actors(mentions, extracting),
        places=in_order_of_use([mention.places for mention in mentions]),
        origins=count_origins(mentions, publishers, cleaning),
        mention_ids=tuple(mention.id for mention in mentions),
    )
