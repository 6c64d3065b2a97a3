"""Times in a row that one verb tells: "to Rome in May and to Oslo in June"."""

import re

from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.inflecting import Form
from app.pipeline.extracting.governing import are_apart
from app.pipeline.extracting.scene import Scene

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
