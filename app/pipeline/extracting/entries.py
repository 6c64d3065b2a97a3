"""Lines of a chronology: what stands behind the date of one tells of that date, whatever its words."""

from collections.abc import Sequence

from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import TriggerRow
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.grounds import Ground
from app.pipeline.extracting.scene import Scene, Trigger, count_words

_ENTRY = TriggerRow(kind="entry", pattern="", finds=[], ignores=[], source="a line of a chronology", is_open=True)


def is_left_over(scene: Scene, told: Sequence[Draft], knowledge: ExtractingKnowledge) -> bool:
    """Does a line begin with what its own date tells, before it goes on ("1999 – Year of Norway (opened in May)")?"""
    first = min(told, key=lambda draft: draft.trigger.span)
    if scene.heading is None or any(not one.governed or one.governed.words == scene.heading.span for one in told):
        return False
    begin = max(scene.span.start, scene.heading.span.end)
    return knowledge.grammar["entry_ends"].search(scene.article.text, begin, first.trigger.span.start) is not None


def begins_entry(scene: Scene, ground: Ground) -> bool:
    """Is it the first sentence behind the date of its line in a chronology?"""
    if scene.heading is None:
        return False
    first = scene if scene.span.holds(scene.heading.span) else ground.before
    is_first = first is not None and first.span.holds(scene.heading.span)
    is_bare = first is not None and count_words(first.words) <= count_words(scene.heading.text)
    return is_first and is_bare != (first is scene)


def entry_trigger(scene: Scene) -> Trigger:
    """All words of a line of a chronology: "5 May 1999 – The minister in Rome"."""
    return Trigger(scene.span, _ENTRY)
