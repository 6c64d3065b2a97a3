"""What an event is shown as: its date, title, status, actors."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.domain.edtf import EdtfDate, span_date
from app.domain.event import Mention, Status
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING, KindRow

# A headline that begins so has lost its subject, or names it only by what stood before.
_PRONOUN = re.compile(
    r"^(?:(?:two|three|four|some|most|all|none|many|several)\s+(?:of\s+them\s+)?(?:were|was|had|have|are|will)"
    r"|he|she|they|it|we|i|you|his|her|their|its|this|that|these|those|such|there|both|who|which|one|can|could|will|would"
    r"|may|is|are|was|were|has|have|had|came|made|(?!united|allied|armed|retired|respected|wounded|captured)[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"^(?:in|on|at|with|to|when|after|before|during)\b", re.IGNORECASE)  # its subject comes late
_KNOWN_ALREADY = re.compile(
    r"\b(?:the|\w+['’]s)\s+(?:letter|message|visit|trip|meeting|talks|summit|treaty|deal|agreement)\b", re.IGNORECASE
)
# Who tells of it, or looks back at it, where that is not what happened.
_FRAME = re.compile(r"\b(?:said|says|told|recall(?:ed|s)|according\s+to)\b", re.IGNORECASE)
_COMFORTABLE = range(24, 110)
_TWO_SIDES, _A_THIRD = 2, 3
_LEAST_PART = 4  # a denial disputes what makes a quarter of what is told, or more
_MANY = 5  # times as many articles tell as done what others deny in words of their own


def event_date(mentions: Sequence[Mention]) -> EdtfDate:
    """The finest date that a mention gives; where none is bounded on both sides, all bounds together.

    A denial dates itself and not the happening, so it counts only where there is nothing else.
    """
    telling = [mention for mention in mentions if mention.status is not Status.DENIED] or list(mentions)
    closed = [m.date for m in telling if m.date.earliest and m.date.latest]
    if closed:
        times = Counter(d.text for d in closed)
        return min(closed, key=lambda d: (_width(d), -times[d.text], d.sort_key, d.text))
    starts = [m.date.earliest for m in telling if m.date.earliest]
    ends = [m.date.latest for m in telling if m.date.latest]
    earliest, latest = max(starts, default=None), min(ends, default=None)
    if earliest and latest and earliest > latest:
        return span_date(None, latest)
    return span_date(earliest, latest)


def _width(day: EdtfDate) -> timedelta:
    return (day.latest or date.max) - (day.earliest or date.min)


def event_status(mentions: Sequence[Mention], extracting: ExtractingKnowledge) -> tuple[Status, str | None]:
    """The status of an event, with the reason: claimed and denied is disputed, planned and then done is done.

    That those who met signed nothing does not dispute that they met: a denial counts against what is told of its kind.
    """
    told = [mention for mention in mentions if mention.status is not Status.DENIED]
    denials = [
        mention for mention in mentions if mention.status is Status.DENIED and _disputes(mention, told, extracting)
    ]
    denied = _counting(denials, told)
    cancelled = [mention for mention in denied if mention.status_reason]
    statuses = Counter(mention.status for mention in (*told, *denied))
    if cancelled:
        return Status.DENIED, cancelled[0].status_reason
    if denied:
        return (Status.DENIED if not told else Status.DISPUTED), None
    if statuses[Status.ASSERTED]:
        return Status.ASSERTED, None
    more_planned = statuses[Status.PLANNED] > statuses[Status.CLAIMED]
    return (Status.PLANNED if more_planned else Status.CLAIMED), None


def _counting(denials: Sequence[Mention], told: Sequence[Mention]) -> Sequence[Mention]:
    """The denials that stand against what others tell as done.

    What more articles tell as done was not called off: a part of it was. And where nobody is named who denies, what
    many more tell as done stands: the writer says that some side of it did not come about.
    """
    done = len(_articles(mention for mention in told if mention.status is Status.ASSERTED))
    if done > len(_articles(mention for mention in denials if mention.status_reason)):
        denials = [mention for mention in denials if not mention.status_reason]
    is_outnumbered = done > _MANY * len(_articles(denials))
    return () if is_outnumbered and not any(mention.speaker for mention in denials) else denials


def _articles(mentions: Iterable[Mention]) -> set[str]:
    return {mention.article_id for mention in mentions}


def _disputes(denial: Mention, told: Sequence[Mention], extracting: ExtractingKnowledge) -> bool:
    """Is what a mention denies a good part of what others tell, as far as their words say of which kind it is?

    What denies "reports" gainsays claims. That one article of twenty tells of a deal beside the meeting, and another
    that there was none, does not dispute the meeting.
    """
    denied = extracting.kinds[denial.kind]
    kinds = [(mention, extracting.kinds[mention.kind]) for mention in told]
    named = [(mention, kind) for mention, kind in kinds if not kind.is_open]
    if not named:
        return True
    if denied.is_open or denied.is_spoken:
        claims = sum(m.status is Status.CLAIMED or kind.is_open or kind.is_spoken for m, kind in kinds)
        gainsaid = claims + 1  # or some one thing that others tell as done
    else:
        gainsaid = sum(denied.family == kind.family or _are_near(denied, kind) for _, kind in named)
    return gainsaid * _LEAST_PART >= len(named)


def _are_near(one: KindRow, other: KindRow) -> bool:
    """Do writers choose between the two for one thing, as between "accord" and "treaty"?"""
    return one.topic is other.topic and (one.family in other.akin or other.family in one.akin)


def event_title(mentions: Sequence[Mention], status: Status) -> str:
    """The best of the mentions' headlines; that of a mere reaction ("Bo hailed the recognition") only among such."""
    kind, tellings = min(Counter(m.kind for m in mentions).items(), key=lambda pair: (-pair[1], pair[0]))
    usual = kind if 2 * tellings > len(mentions) else None
    return min(mentions, key=lambda m: (_flaws(m, status, usual), abs(len(m.headline) - 60), m.headline, m.id)).headline


def _flaws(mention: Mention, status: Status, usual: str | None) -> int:
    """What makes a headline a poor one, the worst first; `usual` is the kind of most tellings, if of more than half."""
    words = mention.headline
    return (
        8 * (mention.status is not status and mention.status is Status.DENIED)
        + 6 * bool(_PRONOUN.match(words))
        + 4 * bool(_FRONTED.match(words))
        + 3 * (_count_named(mention) < _TWO_SIDES)
        + 3 * words.endswith("…")
        + 3 * (", which" in words or ", who" in words)
        + 2 * (usual is not None and mention.kind != usual)
        + 2 * (len(words) not in _COMFORTABLE)
        + 2 * any(mark in words for mark in '“”"')
        + 2 * (mention.kind != STATING.kind and _FRAME.search(words) is not None)
        + bool(_KNOWN_ALREADY.search(words))
        + (not mention.date.earliest)
        + (mention.date_words is None)
    )


def _count_named(mention: Mention) -> int:
    """How many of its actors a headline names, by any word of their names."""
    return sum(1 for actor in mention.actors if any(word in mention.headline for word in actor.split()))


def event_actors(mentions: Sequence[Mention], knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """Who takes part: actors of the two sides, and others whom at least a third of the mentions names."""
    times = Counter(name for mention in mentions for name in mention.actors)
    named = in_order_of_use([mention.actors for mention in mentions])
    return tuple(name for name in named if _is_party(name, knowledge) or times[name] * _A_THIRD >= len(mentions))


def _is_party(name: str, knowledge: ExtractingKnowledge) -> bool:
    return name in knowledge.actors and knowledge.actors[name].side in knowledge.subject.sides


def in_order_of_use(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Names by how many mentions have them, then by where they first stand, then by letters."""
    times = Counter(name for names in lists for name in set(names))
    first = {name: min(names.index(name) for names in lists if name in names) for name in times}
    return tuple(sorted(times, key=lambda name: (-times[name], first[name], name)))
