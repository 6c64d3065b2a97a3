"""Why mentions became one event, in words."""

from collections.abc import Sequence

from app.domain.event import Mention
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.linking.keys import people_of


def why_joined(mentions: Sequence[Mention], knowledge: ExtractingKnowledge) -> str:
    """Why mentions that were grouped are of one happening: a sentence's worth for the reader.

    Args:
        mentions: Of one group, at least one.
        knowledge: The rows.
    """
    if len(mentions) == 1:
        return "no other mention is of the same kind, time and people"
    named = [people for mention in mentions if (people := people_of(mention, knowledge))]
    shared = sorted(name for name in frozenset().union(*named) if sum(name in people for people in named) > 1)
    kinds = list(dict.fromkeys(mention.kind for mention in mentions))
    of_kinds = "one kind of happening" if len(kinds) == 1 else "kinds that may tell of one happening"
    return f"{of_kinds} ({', '.join(kinds)}), times that fit" + (
        f", and people shared: {', '.join(shared)}" * bool(shared)
    )
