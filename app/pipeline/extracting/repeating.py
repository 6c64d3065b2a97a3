"""Times that the words of another happening tell: "to Rome in May and to Oslo in June", "the first since 1990"."""

import re
from collections.abc import Sequence

from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.inflecting import Form
from app.pipeline.extracting.governing import are_apart
from app.pipeline.extracting.scene import Scene, Trigger

# "His first visit to Rome since 2002", "He met Bo for the first time since May".
_FIRST = re.compile(r"\b(?:first|only)(?:\s+[\w’'-]+){0,5}$", re.IGNORECASE)
_SINCE = re.compile(
    r"\s+(?:(?:[\w’'-]+\s+){0,8}?for\s+the\s+(?P<first>first)\s+time\s+|(?:[\w’'-]+\s+){0,8}?)since\s+(?:in\s+)?",
    re.IGNORECASE,
)
# The phrase that goes on with another time ends here.
_PHRASE_END = re.compile(r"[,;:.(]|\s[—–]\s|$")


def repeats(scene: Scene, expression: TimeExpression, knowledge: ExtractingKnowledge) -> Stretch | None:
    """The words of the time before, whose verb a time goes on with; None where it has a verb of its own."""
    before = [one for one in scene.expressions if one.span.end <= expression.span.start and one.date.text]
    if not before or not are_apart(before[-1].date, expression.date):
        return None
    text, first = scene.article.text, before[-1].span
    between = text[first.end : expression.span.start]
    if not knowledge.grammar["once_more"].search(between) and not _is_gap(between, knowledge):
        return None
    end = _PHRASE_END.search(text, expression.span.end, scene.span.end)
    behind = text[expression.span.end : end.start() if end else scene.span.end]
    return None if _holds_verb(behind, knowledge) else first


def _is_gap(between: str, knowledge: ExtractingKnowledge) -> bool:
    """Do the words go on with the verb before them, which they leave out (gapping)?"""
    return knowledge.grammar["gap"].search(between) is not None and not _holds_verb(between, knowledge)


def _holds_verb(words: str, knowledge: ExtractingKnowledge) -> bool:
    """Is there an auxiliary or a verb in the past? Other forms look like nouns: "visit", "decrees"."""
    acts = (act for _, _, act in knowledge.acts.find_any(words, 0, len(words)))
    return bool(knowledge.grammar["verbal"].search(words)) or any(act.form is Form.PAST for act in acts)


def the_one_before(
    scene: Scene, expression: TimeExpression, triggers: Sequence[Trigger], knowledge: ExtractingKnowledge
) -> Trigger | None:
    """What tells of the last such happening before: "the first visit since 2002" tells of one in 2002.

    None where a state begins with that time: before it nothing could be done with that state, or to it.
    """
    if expression.date.earliest is None:
        return None
    text, start = scene.article.text, scene.span.start
    for trigger in triggers:
        between = text[trigger.span.end : expression.span.start] if trigger.span < expression.span else ""
        since = _SINCE.fullmatch(between)
        if since and (since["first"] or _FIRST.search(text[start : trigger.span.end])):
            return None if _is_start_of_state(expression, knowledge) else trigger
    return None


def _is_start_of_state(expression: TimeExpression, knowledge: ExtractingKnowledge) -> bool:
    starts = {row.since for row in knowledge.actors.values() if row.since}
    first, last = expression.date.bounds
    return first is not None and last is not None and any(first <= start <= last for start in starts)
