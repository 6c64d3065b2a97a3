"""Whether others than the two sides are those with whom something is done."""

import re
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.grounds import named_sides, others_of
from app.pipeline.extracting.scene import count_words
from app.pipeline.extracting.tying import clause_of

# Whom a meeting was with, and where a journey went.
_WITH = re.compile(
    r"(?:\s+(?:in|at|on|last|this|earlier)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+)?\s+(?P<whom>with\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+)"
)
_TO = re.compile(
    r"(?:\s+(?:on|straight|back))?(?P<whom>(?:\s+(?:to|for|into)\s+|(?<=to)\s+|(?<=for)\s+|(?<=into)\s+)"
    r"(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)"
)
_IN_A_PLACE = re.compile(r"\b(?:in|to)\s+(?:the\s+)?[\w’'-]+$")  # "was in Rome"
# What stands between two who do something together, and between them and their verb.
_AND = re.compile(r"\s+and\s+(?:(?:the|his|her|then)\s+)?(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_AUXILIARIES = 2  # words
_AGAIN = re.compile(r"(?:,|\band|\bthen)\s+(?:again\s+)?(?:to|for|into|with|in)\s[^,;]{1,60}$", re.IGNORECASE)


def is_with_others(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does it go on with whom a meeting was, or where a journey went, and are these others ("his talks with the Pope")?

    A noun may name them itself ("the G8 summit"), a verb may have them in its subject beside a side ("Bo and the Pope
    agreed"), and where the verb is left out, they stand before the date ("and to Oslo in 1973").
    """
    row, text = draft.trigger.row, draft.scene.article.text
    if _is_done_with_others(draft, knowledge) or _is_again_with_others(draft, knowledge):
        return True
    is_trip = knowledge.kinds[row.kind].is_trip
    names_whom = row.form == "noun" or (is_trip and _IN_A_PLACE.search(draft.trigger.span.of(text)) is not None)
    own = named_sides(draft.scene, knowledge, draft.trigger.span) if names_whom else frozenset()
    if own and own == others_of(own, knowledge):
        return True
    phrases = (_WITH if row.form == "noun" else None, _TO if is_trip else None)
    found = (one.match(text, draft.trigger.span.end, draft.scene.span.end) for one in phrases if one)
    whom = next((one for one in found if one), None)
    if not whom:
        return False
    if draft.tie.parties <= draft.tie.heard and knowledge.grammar["departs"].match(draft.trigger.span.of(text)):
        return False  # the end of the visit told of, wherever the guest goes next
    start = draft.trigger.span.start if row.form == "verb" else whom.start("whom")  # "left Rome for": from Rome it was
    sides = named_sides(draft.scene, knowledge, Stretch(start, whom.end()))
    return bool(sides) and sides == others_of(sides, knowledge)


def _is_done_with_others(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does a side do it together with somebody else, and are the two its subject ("Putin and the Pope agreed")?"""
    scene, trigger, parties = draft.scene, draft.trigger, frozenset(knowledge.subject.sides)
    kind = knowledge.kinds[trigger.row.kind]
    if trigger.row.form == "noun" or kind.is_telling or kind.is_shared:
        return False
    if parties <= named_sides(scene, knowledge, clause_of(scene, trigger.span, knowledge)):
        return False
    pairs = pairwise(actor for actor in scene.actors if actor.span.end <= trigger.span.start)
    return any(
        _AND.fullmatch(scene.article.text, one.span.end, other.span.start)
        and count_words(scene.article.text[other.span.end : trigger.span.start]) <= _AUXILIARIES
        and len({one.side, other.side} & parties) == 1
        and others_of(frozenset({one.side, other.side}), knowledge)
        for one, other in pairs
    )


def _is_again_with_others(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Is a verb left out before a date, and does only what others are in stand in its place ("and to Oslo in 1973")?"""
    scene, date = draft.scene, draft.trigger.span
    if not any(one.span == date for one in scene.expressions):
        return False
    again = _AGAIN.search(scene.article.text[scene.span.start : date.start])
    if again is None:
        return False
    sides = named_sides(scene, knowledge, Stretch(scene.span.start + again.start(), date.start))
    return bool(sides) and sides == others_of(sides, knowledge)
