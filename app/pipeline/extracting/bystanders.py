"""Others whom a clause names without telling of them: in background, and where a journey came from or led through."""

from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.scene import Scene, Trigger


def bystanders(scene: Scene, trigger: Trigger, clause: Stretch, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The sides that the clause of a trigger names only beside what it tells.

    "They marked Korea's freedom from Japan" tells nothing of Japan, nor "He arrived from Oslo" of Norway, nor does, of
    a visit told of before, "He left for Oslo".
    """
    parts = list(_beside(scene, trigger, clause, knowledge))
    if not parts:
        return frozenset()
    named = [actor for actor in scene.actors if clause.holds(actor.span)]
    told_of = {actor.side for actor in named if not any(part.overlaps(actor.span) for part in parts)}
    return frozenset(actor.side for actor in named) - told_of


def _beside(scene: Scene, trigger: Trigger, clause: Stretch, knowledge: ExtractingKnowledge) -> Iterator[Stretch]:
    text = scene.article.text
    yield from (one.span for one in scene.triggers if one.row.is_background and one != trigger)
    relatives = (
        Stretch(*one.span()) for one in knowledge.grammar["where_clause"].finditer(text, clause.start, clause.end)
    )
    yield from (one for one in relatives if not one.overlaps(trigger.span))
    if knowledge.kinds[trigger.row.kind].is_telling:
        for outlet in knowledge.grammar["in_an_outlet"].finditer(text, clause.start, clause.end):
            yield Stretch(*outlet.span())
    if knowledge.kinds[trigger.row.kind].is_trip:
        for way in knowledge.grammar["on_the_way"].finditer(text, clause.start, clause.end):
            yield Stretch(way.start(), way.end() + 1)  # the first letter of where
