"""The keys of a telling: with which others it can meet, and by what they are compared."""

import re
from datetime import date

from app.domain.edtf import EdtfDate, Precision
from app.domain.event import Mention, Status
from app.domain.linking import DENYING, LONGEST_DAYS, TOLD, Stance, Tier, Trace
from app.knowledge.actor_rows import NEAR_OFFICE
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import KindRow
from app.knowledge.spelling import spelt
from app.pipeline.linking.wording import words_of

_PARTS = "|"
_FIRST_WORD = re.compile(r"[\w-]+(?:['’]s\b)?")
_OF_NO_YEAR = re.compile(r"XXXX-(\d\d(?:-\d\d)?)")
_JANUARY_1, _DECEMBER_31 = (1, 1), (12, 31)


def trace_of(mention: Mention, quote: str, knowledge: ExtractingKnowledge, *, is_head: bool) -> Trace:
    """A mention as a telling of its own; its happening is not known yet.

    Args:
        mention: Any.
        quote: Its words.
        knowledge: The rows.
        is_head: Does it stand at the head of its article?
    """
    kind = knowledge.kinds[mention.kind]
    stance = _stance(mention)
    block = block_of(stance)
    tier, first_day, last_day = _days(mention.date)
    voice = _voice(mention, kind, knowledge)
    within = knowledge.evidence.within
    return Trace(
        mention_id=mention.id,
        also=(),
        article_id=mention.article_id,
        block=block,
        cell=_cell(mention, block, tier),
        tier=tier,
        first_day=first_day,
        last_day=last_day,
        families=frozenset((_family(mention, quote, kind, knowledge),)),
        sides=_sides(mention, kind, knowledge),
        people=people_then(mention, mention.date, knowledge),
        places=frozenset(within.get(place, place) for place in mention.places if place not in knowledge.wide_places),
        words=words_of(mention, quote, knowledge),
        stance=stance,
        voices=frozenset((voice,)) if voice else frozenset(),
        is_definite=_is_definite(mention, quote, knowledge),
        is_head=is_head,
        calendar=found[1] if (found := _OF_NO_YEAR.fullmatch(mention.date.text)) else "",
    )


def _family(mention: Mention, quote: str, kind: KindRow, knowledge: ExtractingKnowledge) -> str:
    """The family of its kind, or that of the stage which its verb tells: a departure is no part of the talks."""
    start = mention.trigger.start - mention.quote.start
    stages = (
        row for pattern, row in knowledge.differing.stages if kind.family in row.of and pattern.match(quote, start)
    )
    return next((row.family for row in stages), kind.family)


def people_of(mention: Mention, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The people whom a mention names, without states and bodies."""
    return frozenset(
        name for name in mention.actors if name in knowledge.actors and knowledge.actors[name].kind == "person"
    )


def people_then(mention: Mention, when: EdtfDate, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The people, as LINK spells them, who may act in what a mention tells if it tells of these days.

    "The alliance of 1961, which Yeltsin let expire": who led in other times is named for what else the sentence tells.
    """
    actors = (knowledge.actors[name] for name in people_of(mention, knowledge))
    return frozenset(
        spelt(actor.name) for actor in actors if not actor.offices or actor.led_on(when.bounds, NEAR_OFFICE)
    )


def block_of(stance: Stance) -> str:
    """The block of what is told so."""
    return DENYING if stance is Stance.DENIED else TOLD


def cell_in(block: str, cell: str) -> str:
    """A cell of the same days or article in another block."""
    return block + cell[cell.index(_PARTS) :]


def _sides(mention: Mention, kind: KindRow, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The side of the subject that acts, where a kind has a direction."""
    first = knowledge.actors.get(mention.actors[0]) if mention.actors else None
    is_known = kind.is_directed and first is not None and first.side in knowledge.subject.sides
    return frozenset((first.side,)) if first and is_known else frozenset()


def _is_definite(mention: Mention, quote: str, knowledge: ExtractingKnowledge) -> bool:
    start = mention.trigger.start - mention.quote.start
    first_word = _FIRST_WORD.match(quote, start)
    before = quote[: first_word.end() if first_word else start]
    return any(pattern.search(before) for pattern, _ in knowledge.differing.definite)


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


def _voice(mention: Mention, kind: KindRow, knowledge: ExtractingKnowledge) -> str:
    """Who claims, denies or states it: what two different voices say is of two happenings."""
    if mention.speaker is None or not (kind.is_spoken or mention.status in {Status.CLAIMED, Status.DENIED}):
        return ""
    if mention.speaker in knowledge.actors:
        return knowledge.actors[mention.speaker].side or mention.speaker
    found = knowledge.names.pattern.search(mention.speaker)
    sides = {knowledge.actors[name].side for name in knowledge.names.rows(found[0])} if found else set()
    return sides.pop() if len(sides) == 1 else spelt(mention.speaker)
