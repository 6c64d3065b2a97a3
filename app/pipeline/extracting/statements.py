"""Statements: a sentence in which somebody speaks, and that tells of nothing else."""

from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import TriggerRow
from app.pipeline.extracting.scene import Scene, Trigger

STATING = TriggerRow(kind="statement", pattern="", finds=[], ignores=[], source="rows of [[speech]]")


def statement_triggers(scene: Scene, knowledge: ExtractingKnowledge) -> Iterator[Trigger]:
    """The first verb of saying in a sentence, outside its quotations, if it has one."""
    for found in knowledge.speech.finditer(scene.article.text, scene.span.start, scene.span.end):
        verb = Stretch(*found.span())
        if not scene.in_quotation(verb) and not found[0].endswith("ing") and " " not in found[0]:
            yield Trigger(verb, STATING)
            return
