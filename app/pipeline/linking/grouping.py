"""Which mentions tell of the same happening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.domain.edtf import Precision
from app.domain.event import Mention, Status
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import KindRow
from app.pipeline.linking.groups import Group, Groups

# An undated report is of a happening at most this long before it appeared.
_FRESH = timedelta(days=400)
# Undated reports of the same kind of happening are of the same one when they appeared this near to each other.
_NEAR = timedelta(days=31)
_HEDGED = {Status.PLANNED, Status.CLAIMED}


def group_mentions(mentions: Iterable[Mention], knowledge: ExtractingKnowledge) -> Iterator[Sequence[Mention]]:
    """Group the mentions of the same happening.

    Mentions can only meet within a block: kind of happening and, where that has a direction, who does it. In each
    block the finest dates found the groups, and coarser ones join them; so the order of arrival plays no part.

    Yields:
        Groups of at least one mention; each mention is in exactly one.
    """
    blocks: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        blocks[_block(mention, knowledge)].append(mention)
    for key in sorted(blocks):
        kind = next(row for row in knowledge.kinds.values() if row.family == key[0])
        yield from _group_block(blocks[key], kind, knowledge)


def why_joined(mentions: Sequence[Mention], knowledge: ExtractingKnowledge) -> str:
    """Why mentions that were grouped are of one happening: a sentence's worth for the reader.

    Args:
        mentions: Of one group, at least one.
        knowledge: The rows.
    """
    if len(mentions) == 1:
        return "no other mention is of the same kind, time and people"
    named = [people for mention in mentions if (people := _people(mention, knowledge))]
    shared = sorted(name for name in frozenset().union(*named) if sum(name in people for people in named) > 1)
    kinds = ", ".join(dict.fromkeys(mention.kind for mention in mentions))
    return f"one kind of happening ({kinds}), times that fit" + (
        f", and people shared: {', '.join(shared)}" * bool(shared)
    )


def _block(mention: Mention, knowledge: ExtractingKnowledge) -> tuple[str, str]:
    kind = knowledge.kinds[mention.kind]
    first = knowledge.actors.get(mention.actors[0]) if mention.actors else None
    return kind.family, first.side if kind.is_directed and first else ""


def _group_block(mentions: list[Mention], kind: KindRow, knowledge: ExtractingKnowledge) -> Iterator[Sequence[Mention]]:
    groups = Groups()
    for mention in sorted(mentions, key=_finest_first):
        people = _people(mention, knowledge)
        home = _home(mention, people, groups, kind)
        if home is None:
            groups.add(Group([mention], mention.date.earliest, mention.date.latest, people, {mention.status}))
        else:
            home.mentions.append(mention)
            groups.name(home, people - home.people)
            home.people |= people
            home.statuses.add(mention.status)
    yield from (group.mentions for group in groups.all)


def _finest_first(mention: Mention) -> tuple[int, timedelta, date, date, str]:
    """Dated before half-open before unknown; denials last, since they date nothing."""
    earliest, latest = mention.date.bounds
    if earliest and latest:
        rank, width = (3 if mention.status is Status.DENIED else 0), latest - earliest
    else:
        rank, width = (4 if mention.status is Status.DENIED else 1 if latest or earliest else 2), timedelta.max
    return rank, width, latest or date.max, earliest or date.max, mention.id


def _people(mention: Mention, knowledge: ExtractingKnowledge) -> frozenset[str]:
    return frozenset(
        name for name in mention.actors if name in knowledge.actors and knowledge.actors[name].kind == "person"
    )


def _home(mention: Mention, people: frozenset[str], groups: Groups, kind: KindRow) -> Group | None:
    """The group that a mention joins: the one whose time it fits and whose people it names, the nearest in time."""
    fitting = [
        group
        for group in _near(mention, people, groups)
        if _fits_in_time(mention, group, kind) and _fits_in_people(people, group) and _fits_in_status(mention, group)
    ]

    def rank(group: Group) -> tuple[int, bool, date, str]:
        return len(people & group.people), group.is_dated, group.latest or date.min, group.founder.id

    return max(fitting, key=rank, default=None)


def _near(mention: Mention, people: frozenset[str], groups: Groups) -> Iterable[Group]:
    """The groups that the mention could join: by its time, or by its article where it has none."""
    earliest, latest = mention.date.bounds
    if earliest and latest:
        return groups.touching(earliest, latest, people)
    if bound := latest or earliest:
        first, last = max(bound, date.min + _FRESH) - _FRESH, min(bound, date.max - _FRESH) + _FRESH
        return groups.touching(first, last, people)
    return groups.undated_of(mention.article_id)


def _fits_in_time(mention: Mention, group: Group, kind: KindRow) -> bool:
    earliest, latest = mention.date.bounds
    if kind.is_measured:
        is_placed = mention.date.precision not in {Precision.SPAN, Precision.UNKNOWN}
        return is_placed and (earliest, latest) == (group.earliest, group.latest)
    if earliest is None and latest is None:
        # Nothing dates either, but both are of one article. Two denials in it may be of different times.
        return not group.has_bound and not (mention.status is Status.DENIED and Status.DENIED in group.statuses)
    if not group.is_dated:
        return bool(latest) and group.earliest is None and _is_near(group.latest, latest or date.max, _NEAR)
    is_touching = (group.earliest or date.max) <= (latest or date.max) and (earliest or date.min) <= (
        group.latest or date.min
    )
    return is_touching and bool((earliest and latest) or _is_near(group.latest, latest or earliest or date.max, _FRESH))


def _is_near(one: date | None, other: date, most: timedelta) -> bool:
    return one is not None and abs(other - one) <= most


def _fits_in_people(people: frozenset[str], group: Group) -> bool:
    """Two lists of people without a common name are of two happenings; no list fits any."""
    return not people or not group.people or bool(people & group.people)


def _fits_in_status(mention: Mention, group: Group) -> bool:
    """What is planned, claimed or denied without a date is not what was told as fact, nor the other way round."""
    if mention.date.earliest or mention.status is Status.DENIED:
        return True
    return (mention.status in _HEDGED) == bool(group.statuses & _HEDGED)
