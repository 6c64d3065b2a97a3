"""What speaks against the date that another sentence would lend: its own times, other people, an older day."""

from app.domain.event import Status
from app.domain.timex import TimexType
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.governing import TOO_FAR, are_apart, cost_of, is_of_background
from app.pipeline.extracting.told import Told


def is_gainsaid(draft: Draft, other: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does its own sentence name another time than the one that would be lent, or other people than were there?"""
    people, there = people_of(draft, knowledge), people_of(other, knowledge)
    if people and there and not people & there and not draft.tie.has_pronoun:
        return True
    if other.governed is None:
        return False
    report = draft.governed.words if draft.governed else None
    return any(
        are_apart(one.date, other.governed.date)
        for one in draft.scene.expressions
        if one.type in (TimexType.DATE, TimexType.TIME)
        and one.span != report
        and (one.span < draft.trigger.span or cost_of(draft.scene, draft.trigger, one, knowledge) < TOO_FAR)
        and not is_of_background(draft.scene, one, knowledge)
    )


def looks_back(later: Draft, draft: Draft, told: Told) -> bool:
    """Does a story go back behind the day to which it had come, to what it tells further down?"""
    before = next(iter(told.dated_before(draft)), None)
    return later.place_in_text > draft.place_in_text and before is not None and _is_older(later, before)


def is_glanced_at(fact: Draft, told: Told, knowledge: ExtractingKnowledge) -> bool:
    """Is it of an older day than was told before it, and told as an aside: "Bo, who had come on Monday"?"""
    scene = fact.scene
    if not knowledge.grammar["glances_back"].search(scene.article.text, scene.span.start, fact.trigger.span.start):
        return False
    before = (one for one in told.dated_before(fact) if one.is_news and one.standing.status is Status.ASSERTED)
    return any(_is_older(fact, one) for one in before)


def _is_older(one: Draft, other: Draft) -> bool:
    """Does the one lie wholly before the other?"""
    if one.governed is None or other.governed is None:
        return False
    end, begins = one.governed.date.latest, other.governed.date.earliest
    return end is not None and begins is not None and end < begins


def people_of(draft: Draft, knowledge: ExtractingKnowledge) -> set[str]:
    """The people among the actors of a draft who have a row."""
    return {name for name in draft.actors if name in knowledge.actors and knowledge.actors[name].kind == "person"}
