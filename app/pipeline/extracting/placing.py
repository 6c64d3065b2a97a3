"""Where a statement belongs: what a correspondent or a guest says is part of the letter or the meeting.

What he says of it to others, or when it is over, is a statement of his own: only its day is that of the meeting.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.event import Status
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.scene import Trigger
from app.pipeline.extracting.told import Told


def placed_in_talks(drafts: Sequence[Draft], knowledge: ExtractingKnowledge) -> list[Draft]:
    """Drafts in which what a correspondent or a guest says without a date belongs to the letter or the meeting.

    In a story on an exchange of letters, "Mr Kim said the friendship …" is what he wrote.
    """
    told = Told(drafts)
    return [_placed(draft, told, knowledge) if draft.family == STATING.kind else draft for draft in drafts]


def _placed(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Draft:
    if draft.governed is not None or draft.standing.status is Status.DENIED:
        return draft
    for kind in knowledge.talks:
        row = replace(STATING, kind=kind.name, is_continuing=True)
        moved = replace(draft, family=kind.family, trigger=Trigger(draft.trigger.span, row), is_reference=True)
        talks = told.introduced(moved)
        if talks and not talks.trigger.row.is_open and draft.speech.speaker in talks.actors and talks.is_news:
            return replace(moved, is_said_beside=_is_said_beside(draft, knowledge))
    return draft


def _is_said_beside(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Is it said to others, or when the talks are over, in a sentence that does not name them ("after the talks")?"""
    if draft.scene.first(knowledge.ties):
        return False
    return any(knowledge.grammar[name].search(draft.scene.words) for name in ("said_to_others", "said_afterwards"))
