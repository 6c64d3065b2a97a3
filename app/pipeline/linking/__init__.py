"""LINK: mentions become events, those that a change can reach and no others."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.edtf import EdtfDate
from app.domain.event import Event, Mention
from app.domain.linking import Nothing, Relinked, Surroundings, Trace
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.linking.describing import event_actors, event_date, event_status, event_title, in_order_of_use
from app.pipeline.linking.differing import find_versions, one_of
from app.pipeline.linking.origins import count_origins
from app.pipeline.linking.relinking import relink
from app.pipeline.linking.tellings import tellings_of


@dataclass(frozen=True)
class Source:
    """What LINK needs to know of an article."""

    article_id: str
    publisher: str | None
    published: EdtfDate
    own: EdtfDate  # what its own text says of that day: what it was lent must not move ids


def relink_mentions(
    old: Collection[Trace],
    new: Iterable[Mention],
    texts: Mapping[str, str],
    around: Surroundings,
    extracting: ExtractingKnowledge,
) -> Relinked:
    """Link the mentions of articles that come and go, and those whose happening changes; the rest stays as it is.

    Args:
        old: The traces of the articles that go, or that come again.
        new: All mentions of each article that comes, each once.
        texts: Their quotes, by id.
        around: What is kept.
        extracting: Kinds of happenings, actors and their sides, and what speaks for one happening.
    """
    return relink(old, tellings_of(new, texts, extracting), around, extracting.evidence)


def link_mentions(
    mentions: Iterable[Mention],
    texts: Mapping[str, str],
    sources: Mapping[str, Source],
    extracting: ExtractingKnowledge,
    cleaning: CleaningKnowledge,
) -> tuple[Event, ...]:
    """Join all mentions of the same happening, from nothing; the order in which they come plays no part.

    Args:
        mentions: Of all articles.
        texts: Their quotes, by id.
        sources: The articles, by id.
        extracting: Kinds of happenings, actors and their sides.
        cleaning: Families of publishers.

    Returns:
        Events in the order of the timeline.
    """
    by_id = {mention.id: mention for mention in mentions}
    entries = relink_mentions((), by_id.values(), texts, Nothing(), extracting).entries
    events = [describe_event([by_id[key] for key in entry], texts, sources, extracting, cleaning) for entry in entries]
    return tuple(sorted(events, key=lambda event: (event.date.sort_key, event.id)))


def describe_event(
    group: Sequence[Mention],
    texts: Mapping[str, str],
    sources: Mapping[str, Source],
    extracting: ExtractingKnowledge,
    cleaning: CleaningKnowledge,
) -> Event:
    """What an entry of the timeline is shown as.

    Args:
        group: All its mentions.
        texts: Their quotes, by id.
        sources: Their articles, by id.
        extracting: Kinds of happenings, actors and their sides.
        cleaning: Families of publishers.
    """

    def shown(mention: Mention) -> tuple[tuple[date, date], str, int, int, str]:
        published = sources[mention.article_id].published
        return published.sort_key, mention.article_id, mention.quote.start, mention.trigger.start, mention.id

    mentions = sorted(group, key=shown)
    publishers = {mention.article_id: sources[mention.article_id].publisher for mention in mentions}
    anchor = min(group, key=lambda mention: (sources[mention.article_id].own.sort_key, mention.id))
    status, reason = event_status(mentions, extracting)
    versions = find_versions(mentions, texts, extracting)
    topics = [mention.topic for mention in mentions]
    return Event(
        id=anchor.id,
        date=one_of(event_date(mentions), versions, mentions),
        title=event_title(mentions, status),
        topic=max(topics, key=lambda topic: (topics.count(topic), topic)),
        status=status,
        status_reason=reason,
        actors=event_actors(mentions, extracting),
        places=in_order_of_use([mention.places for mention in mentions]),
        origins=count_origins(mentions, publishers, cleaning),
        mention_ids=tuple(mention.id for mention in mentions),
        versions=versions,
    )
