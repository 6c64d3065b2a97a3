"""What an agreement or an invitation is about: its words tell it, and it is no happening of its own."""

from collections.abc import Iterator, Sequence

from app.domain.event import Topic
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.scene import Trigger


def contents_of(drafts: Sequence[Draft], knowledge: ExtractingKnowledge) -> Iterator[Trigger]:
    """Of the drafts of one sentence the triggers that say only what another of its happenings is about.

    "They signed a memorandum on the construction of a pipeline", "a treaty whose Article 4 provides for aid" and "she
    invited him to visit Rome" tell of one happening each. What has a date of its own beside that of the other is told
    apart.
    """
    for draft in drafts:
        if any(_is_content_of(draft, other, knowledge) for other in drafts):
            yield draft.trigger


def _is_content_of(draft: Draft, other: Draft, knowledge: ExtractingKnowledge) -> bool:
    row, whole = draft.trigger.row, knowledge.kinds[other.trigger.row.kind]
    if draft.trigger.span.start < other.trigger.span.end or row.is_background:
        return False
    has_day_of_its_own = draft.is_dated and draft.governed != other.governed
    between = draft.scene.article.text[other.trigger.span.end : draft.trigger.span.start]
    if draft.family in whole.instead_of:
        return not has_day_of_its_own and knowledge.grammar["invited_to"].search(between) is not None
    if has_day_of_its_own and other.is_dated:
        return False
    is_deal = whole.topic is Topic.TREATIES and knowledge.kinds[row.kind].topic is not Topic.TREATIES
    return is_deal and knowledge.grammar["deal_on"].search(between) is not None
