"""The keys of a mention: with which others it can meet, and by what they are compared."""

import re
from datetime import date

from app.domain.edtf import EdtfDate, Precision
from app.domain.event import Mention, Status
from app.domain.linking import LONGEST_DAYS, Stance, Tier, Trace
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import KindRow

DENYING = "!"  # ends the block of denials
_PARTS = "|"
# What spellings of one name in Latin letters differ in: Vassily Nebenzia, Vasily Nebenzya.
_SOFT = re.compile(r"[\W_aeiouy]+")
_DOUBLED = re.compile(r"(\w)\1")
_JANUARY_1, _DECEMBER_31 = (1, 1), (12, 31)


def trace_of(mention: Mention, knowledge: ExtractingKnowledge) -> Trace:
    """A mention as LINK compares it; its happening is not known yet."""
    kind = knowledge.kinds[mention.kind]
    stance = _stance(mention)
    block = _block(mention, kind, stance, knowledge)
    tier, first_day, last_day = _days(mention.date)
    return Trace(
        mention_id=mention.id,
        article_id=mention.article_id,
        block=block,
        cell=_cell(mention, block, tier),
        tier=tier,
        first_day=first_day,
        last_day=last_day,
        people=frozenset() if kind.is_impersonal else people_of(mention, knowledge),
        places=frozenset() if kind.is_impersonal else frozenset(mention.places) - knowledge.wide_places,
        stance=stance,
        voice=_voice(mention, kind, knowledge),
    )


def people_of(mention: Mention, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The people whom a mention names, without states and bodies."""
    return frozenset(
        name for name in mention.actors if name in knowledge.actors and knowledge.actors[name].kind == "person"
    )


def family_of(block: str) -> str:
    """The family of kinds that a block is of."""
    return block.split(_PARTS, maxsplit=1)[0]


def block_of(family: str, side: str = "") -> str:
    """The block of a family, of those who act on a side where that has a direction."""
    return f"{family}{_PARTS}{side}"


def _block(mention: Mention, kind: KindRow, stance: Stance, knowledge: ExtractingKnowledge) -> str:
    """Kind of happening, who acts where that has a direction, and whether it is denied: denials meet denials first."""
    first = knowledge.actors.get(mention.actors[0]) if mention.actors else None
    side = first.side if kind.is_directed and first else ""
    return block_of(kind.family, side) + DENYING * (stance is Stance.DENIED)


def _days(when: EdtfDate) -> tuple[Tier, int | None, int | None]:
    """The tier of a date, with its days as ordinals; of a loose one the bound, twice."""
    earliest, latest = when.bounds
    if earliest is None or latest is None:
        bound = latest or earliest
        day = bound.toordinal() if bound else None
        return Tier.LOOSE, day, day
    first, last = earliest.toordinal(), latest.toordinal()
    for tier, longest in LONGEST_DAYS.items():
        if last - first < longest:
            return tier, first, last
    if when.precision is not Precision.SPAN or _is_of_whole_years(earliest, latest):
        return Tier.ERA, first, last
    return Tier.LOOSE, last, last


def _is_of_whole_years(earliest: date, latest: date) -> bool:
    return (earliest.month, earliest.day) == _JANUARY_1 and (latest.month, latest.day) == _DECEMBER_31


def _cell(mention: Mention, block: str, tier: Tier) -> str:
    """What is of the same days, or undated in the same article, can found a happening together."""
    if tier is not Tier.LOOSE:
        return f"{block}{_PARTS}{mention.date.earliest}/{mention.date.latest}"
    of_no_year = mention.date.text if mention.date.precision is Precision.SPAN and not any(mention.date.bounds) else ""
    return f"{block}{_PARTS}{mention.article_id}{_PARTS}{of_no_year}"


def _stance(mention: Mention) -> Stance:
    if mention.status is Status.DENIED:
        return Stance.DENIED
    return Stance.HEDGED if mention.status in {Status.PLANNED, Status.CLAIMED} else Stance.TOLD


def _spelt(name: str) -> str:
    """A name without what its spellings differ in."""
    return " ".join(_DOUBLED.sub(r"\1", _SOFT.sub("", word)) or word for word in name.lower().split())


def _voice(mention: Mention, kind: KindRow, knowledge: ExtractingKnowledge) -> str:
    """Who claims, denies or states it: what two different voices say is of two happenings."""
    if mention.speaker is None or not (kind.is_measured or mention.status in {Status.CLAIMED, Status.DENIED}):
        return ""
    if mention.speaker in knowledge.actors:
        return knowledge.actors[mention.speaker].side or mention.speaker
    found = knowledge.names.pattern.search(mention.speaker)
    sides = {knowledge.actors[name].side for name in knowledge.names.rows(found[0])} if found else set()
    return sides.pop() if len(sides) == 1 else _spelt(mention.speaker)
