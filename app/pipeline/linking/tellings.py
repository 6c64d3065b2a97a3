"""What one article says in one breath: its mentions of one happening become one telling.

A sentence that says of one time what was done in several words ("invited him to visit", "voted to ratify") gives
several mentions and tells one happening. What is told apart in one breath are acts that stand on their own, such as a
recognition and the break of relations that answered it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.event import Mention, Status
from app.domain.linking import DENYING, Stance, Tier, Trace
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.evidence import kinship
from app.pipeline.linking.keys import block_of, cell_in, people_then, trace_of

# Of those that tell anything: a standfirst or a lead, with the sentence that unfolds it.
_HEAD_PARAGRAPHS = 2


@dataclass(frozen=True)
class _Breath:
    """A telling, with the mentions that make it."""

    told: Trace
    mentions: tuple[Mention, ...]


def tellings_of(mentions: Iterable[Mention], texts: Mapping[str, str], knowledge: ExtractingKnowledge) -> list[Trace]:
    """The tellings of any articles; each depends on its own article only, and the order plays no part.

    Args:
        mentions: All of each article.
        texts: Their quotes, by id.
        knowledge: The rows.
    """
    by_article: dict[str, dict[int, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        by_article[mention.article_id][mention.paragraph].append(mention)
    return [
        _most_distinct(breath.told, knowledge)
        for paragraphs in by_article.values()
        for place, number in enumerate(sorted(paragraphs))
        for breath in _breaths(paragraphs[number], texts, knowledge, is_head=place < _HEAD_PARAGRAPHS)
    ]


def _breaths(
    mentions: Iterable[Mention], texts: Mapping[str, str], knowledge: ExtractingKnowledge, *, is_head: bool
) -> Sequence[_Breath]:
    """The tellings of a paragraph: the finest date leads, and what is said beside it joins the first that it fits."""
    singles = [_Breath(trace_of(one, texts[one.id], knowledge, is_head=is_head), (one,)) for one in mentions]
    singles.sort(key=lambda one: (one.told.tier, one.mentions[0].trigger.start, one.told.mention_id))
    breaths: list[_Breath] = []
    for single in singles:
        for number, breath in enumerate(breaths):
            if _is_one_breath(breath, single, knowledge.evidence) and not _turns(breath, single, texts, knowledge):
                breaths[number] = _together(breath, single, knowledge)
                break
        else:
            breaths.append(single)
    return breaths


def _is_one_breath(breath: _Breath, single: _Breath, rows: Evidence) -> bool:
    """Is it said in the same sentence, of the same time or of none, by the same voice, and no act of its own?

    What somebody claims in a sentence is not what the sentence tells beside it; what is denied there may be. What is
    only planned, without a date, beside what was done on one, is another thing unless its kind is near.
    """
    one, other = breath.told, single.told
    is_claimed, is_other_claimed = _is_claimed(breath.mentions), _is_claimed(single.mentions)
    return (
        breath.mentions[0].quote.overlaps(single.mentions[0].quote)
        and (is_claimed is is_other_claimed or one.block != other.block)
        and (_are_denials(one, other) or (_is_of_its_time(one, other) and _is_of_its_voice(one, other)))
        and not _are_distinct(one, other, rows)
        and not _stands_before_a_known_thing(single, breath)
        and (kinship(one, other, rows) > rows.points.other_kind or not _is_plan_beside(one, other))
    )


def _turns(breath: _Breath, single: _Breath, texts: Mapping[str, str], knowledge: ExtractingKnowledge) -> bool:
    """Does a sentence deny, and then turn to another act: "dismissed the reports before its envoy hinted at them"?"""
    if breath.told.block == single.told.block:
        return False
    lead, other = breath.mentions[0], single.mentions[0]
    first, second = sorted((lead.trigger, other.trigger))
    begin = lead.quote.start
    between = texts[lead.id][first.end - begin : max(second.start - begin, 0)]
    return any(pattern.search(between) for pattern, _ in knowledge.differing.turns)


def _is_of_its_time(one: Trace, other: Trace) -> bool:
    is_undated = other.tier is Tier.LOOSE and not other.calendar  # "in February" is half a date
    return is_undated or (one.first_day, one.last_day) == (other.first_day, other.last_day)


def _is_of_its_voice(one: Trace, other: Trace) -> bool:
    return not one.voices or not other.voices or not one.voices.isdisjoint(other.voices)


def _stands_before_a_known_thing(single: _Breath, breath: _Breath) -> bool:
    """Is it undated, and what is dated stands behind it as known: "sent them, under the treaty signed in June"?

    Such a date belongs to the thing that is spoken of, and not to what the sentence tells, unless that denies it.
    """
    one, other = breath.told, single.told
    is_before = single.mentions[0].trigger.start < breath.mentions[0].trigger.start
    is_undated = other.tier is Tier.LOOSE and one.tier is not Tier.LOOSE
    return is_before and is_undated and one.is_definite and one.block == other.block


def _are_denials(one: Trace, other: Trace) -> bool:
    """Are both denied, of days that touch? Nobody denies two things of one time in a sentence, nor do two people."""
    days = (one.first_day or 0, other.first_day or 0), (one.last_day or 0, other.last_day or 0)
    return one.block == other.block == DENYING and max(days[0]) <= min(days[1])


def _are_distinct(one: Trace, other: Trace, rows: Evidence) -> bool:
    """Are both acts that stand on their own, and not akin, as a vote and the ratification that it is?"""
    own, others = one.families & rows.distinct, other.families & rows.distinct
    is_akin = kinship(one, other, rows) > rows.points.other_kind
    return bool(own and others) and own.isdisjoint(others) and not is_akin


def _is_plan_beside(one: Trace, other: Trace) -> bool:
    return (
        (one.stance, other.stance) == (Stance.TOLD, Stance.HEDGED)
        and other.tier is Tier.LOOSE
        and one.tier is not Tier.LOOSE
    )


def _is_claimed(mentions: Iterable[Mention]) -> bool:
    return any(mention.status is Status.CLAIMED for mention in mentions)


def _together(breath: _Breath, single: _Breath, knowledge: ExtractingKnowledge) -> _Breath:
    """Both as one, of the days of the first: of the people whom the other names, those who may act then."""
    one, other = breath.told, single.told
    stance = _stance(one.stance, other.stance)
    block = block_of(stance)
    told = replace(
        one,
        also=(*one.also, other.mention_id),
        block=block,
        cell=cell_in(block, one.cell),
        families=one.families if other.tier is not one.tier else one.families | other.families,
        sides=one.sides or other.sides,
        people=one.people | people_then(single.mentions[0], breath.mentions[0].date, knowledge),
        places=one.places | other.places,
        words=one.words | other.words,
        stance=stance,
        voices=one.voices | other.voices,
    )
    return _Breath(told, breath.mentions + single.mentions)


def _stance(one: Stance, other: Stance) -> Stance:
    """Who denies in a sentence denies what it tells; else what is told as done outweighs what is planned."""
    return Stance.DENIED if Stance.DENIED in {one, other} else min(one, other)


def _most_distinct(told: Trace, knowledge: ExtractingKnowledge) -> Trace:
    """A telling of the kinds that stand on their own, where it has any: the others only word it.

    An invitation to visit is an invitation and no visit.
    """
    rows = knowledge.evidence
    worded = {other for family in told.families for other in rows.instead_of.get(family, ())}
    families = told.families - worded
    return replace(told, families=families & rows.distinct or families)
