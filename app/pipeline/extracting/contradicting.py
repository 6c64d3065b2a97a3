"""What speaks against the date that another sentence would lend: its own times, other people, an older day."""

from datetime import date

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
    before = next((one.governed for one in told.dated_before(draft)), None)
    if later.place_in_text < draft.place_in_text or before is None or later.governed is None:
        return False
    is_older = (later.governed.date.latest or date.max) < (before.date.earliest or date.min)
    return is_older and are_apart(before.date, later.governed.date)


def people_of(draft: Draft, knowledge: ExtractingKnowledge) -> set[str]:
    """The people among the actors of a draft who have a row."""
    return {name for name in draft.actors if name in knowledge.actors and knowledge.actors[name].kind == "person"}
