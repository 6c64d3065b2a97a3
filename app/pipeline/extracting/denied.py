"""A sentence that denies something tells one thing: the saying of it and the name of what is denied are no others."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.event import Mention
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING

# "He dismissed the reports before his envoy hinted at them": another act.
_TURN = re.compile(r"\b(?:and|but|before|after|until|while|whereas|though|although)\b")


def with_denials(
    mentions: Sequence[Mention], denials: Iterable[Mention], text: str, knowledge: ExtractingKnowledge
) -> list[Mention]:
    """All mentions of an article together with its denials, each told once.

    Args:
        mentions: What its sentences tell.
        denials: What of it they deny.
        text: The kept text.
        knowledge: The rows.

    Returns:
        The denials behind the other mentions. A denial of no day of its own has that of the verb that denies, and is of
        the kind of what its own sentence names; both are left out.
    """
    kept, told = list(mentions), []
    for denial in denials:
        same = [one for one in kept if _is_of_denial(one, denial, text, knowledge)]
        kept = [one for one in kept if one not in same]
        told.append(_completed(denial, same, knowledge))
    return kept + told


def _is_of_denial(mention: Mention, denial: Mention, text: str, knowledge: ExtractingKnowledge) -> bool:
    """Is it the verb that denies, what somebody only says in denying, or the name of what is denied?"""
    has_day_of_its_own = denial.date_words is not None and mention.date_words not in (None, denial.date_words)
    if mention.quote != denial.quote or has_day_of_its_own:
        return False
    if mention.trigger.overlaps(denial.trigger):
        return True
    if mention.kind == STATING.kind:
        return mention.date_words in (None, denial.date_words)
    first, second = sorted((mention.trigger, denial.trigger))
    between = Stretch(first.end, second.start).of(text)
    if knowledge.grammar["clause_cut"].search(between) or _TURN.search(between):
        return False
    is_named_before = first == mention.trigger
    return (
        not is_named_before
        or knowledge.grammar["reports_of"].search(text, mention.quote.start, first.start) is not None
    )


def _completed(denial: Mention, same: Sequence[Mention], knowledge: ExtractingKnowledge) -> Mention:
    dated = next((one for one in same if one.date_words), None)
    if denial.date_words is None and dated is not None and dated.trigger.overlaps(denial.trigger):
        denial = replace(denial, date=dated.date, date_words=dated.date_words, reasoning=dated.reasoning)
    named = (
        one
        for one in same
        if one.kind != STATING.kind
        and not knowledge.kinds[one.kind].is_open
        and one.trigger.start != denial.trigger.start
    )
    if what := next(named, None):
        denial = replace(denial, kind=what.kind, topic=what.topic)
    return denial
