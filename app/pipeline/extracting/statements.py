"""Triggers of what tells of a happening without a word for one: a sentence in which somebody speaks."""

from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.scene import Scene, Trigger


def statement_triggers(scene: Scene, knowledge: ExtractingKnowledge) -> Iterator[Trigger]:
    """The first verb of saying in a sentence, outside its quotations, if it has one."""
    for found in knowledge.speech.finditer(scene.article.text, scene.span.start, scene.span.end):
        verb = Stretch(*found.span())
        if knowledge.grammar["passive"].search(scene.article.text, scene.span.start, verb.start):
            continue
        if knowledge.grammar["hearsay"].match(scene.article.text, verb.start, scene.span.end):
            continue
        if not scene.in_quotation(verb) and not found[0].endswith("ing") and " " not in found[0]:
            yield Trigger(verb, STATING)
            return
