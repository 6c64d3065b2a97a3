"""The day of a page that tells only when it was last changed, where its story tells that this was at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.lead_clues import news_of_lead
from app.pipeline.dating.publishing.page_labels import is_changed
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.puzzle import Constraint, between, spread

_LEAST_TRUST = 2  # a clue of less contradicts nothing
_MINUTE = re.compile(r"\W{1,4}(?:at )?\d{1,2}[:.]\d\d\b")
_MINUTE_BEFORE = re.compile(
    r"\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4}\b(?:[+-]\d+)?)?\W{0,3}(?:on )?$",
    re.IGNORECASE,
)
_LONGEST_STORY = timedelta(days=45)  # a page that is changed later tells of what lies farther back
_OWN = frozenset({
    ClueKind.ORIGINAL, ClueKind.LABELLED, ClueKind.LINE_IN_HEAD, ClueKind.LINE_ABOVE, ClueKind.ISSUE, ClueKind.SIGNED,
    ClueKind.SENT, ClueKind.DATELINE, ClueKind.ADDRESS, ClueKind.VISITED,
})  # fmt: skip


def changed_clues(stated: Sequence[Constraint], told: Sequence[Constraint], evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has; none where the page states a day of its own.

    Args:
        stated: What the page states, the dateline too.
        told: What the story tells.
        evidence: The article.
    """
    if any(clue.kind in _OWN for clue in stated):
        return
    yield from _last_changed(stated, told, evidence)
    yield from _changed_on_day_of_news(stated, told, evidence)


def _last_changed(stated: Sequence[Constraint], told: Sequence[Constraint], evidence: Evidence) -> Iterator[Constraint]:
    """Read "Last Updated: Monday, 5 July, 2004, 10:47 GMT", the one stamp above news that tells of the weeks before.

    Desks stamp a story so when they send it out; a page that was kept up for longer tells of what lies farther back.
    """
    stamps = [placed for placed in evidence.forms if placed.place is Place.HEAD and _has_minute(placed)]
    if not evidence.is_news:
        return
    for one in stated:
        placed = next((p for p in stamps if p.span == one.clue.span and p.day), None)
        if one.kind is not ClueKind.COPIED or placed is None or placed.day is None:
            continue
        itself = between(placed.day, placed.day)
        if any(clue.weight >= _LEAST_TRUST and not clue.allows & itself for clue in told):
            continue
        days = one.allows
        for clue in told:
            days &= clue.allows if clue.allows & itself else days
        if placed.day - spread(days)[0] <= _LONGEST_STORY:
            says = f"“{placed.words}”: the minute at which the story was last changed, soon after what it tells."
            trust = evidence.dating.publication.trust[ClueKind.AGREES]
            yield replace(one, clue=replace(one.clue, says=says), allows=itself, weight=trust, kind=ClueKind.AGREES)
            return


def _has_minute(placed: PlacedForm) -> bool:
    """Does a time of day with its minute stand behind it, or before it, as in "10:14 AM EDT, September 13, 2023"?"""
    return bool(_MINUTE.match(placed.line_after) or _MINUTE_BEFORE.search(placed.line_before))


def _changed_on_day_of_news(
    stated: Sequence[Constraint], told: Sequence[Constraint], evidence: Evidence
) -> Iterator[Constraint]:
    """Read "Updated 10:14 AM EDT, September 13, 2023" above "The governor on Wednesday signed": it was a Wednesday.

    Desks change their news on its day, and few pages are changed later; of those one in seven has that weekday too.
    """
    news = news_of_lead(evidence)
    if news is None:
        return
    forms = {placed.span: placed for placed in evidence.forms if placed.place is Place.HEAD and placed.day}
    changed = [forms[clue.clue.span] for clue in stated if clue.kind is ClueKind.COPIED and clue.clue.span in forms]
    if len(changed) != 1 or not changed[0].day or not is_changed(changed[0], evidence):
        return
    itself = between(changed[0].day, changed[0].day)
    is_against = any(clue.weight >= _LEAST_TRUST and not clue.allows & itself for clue in told)
    if changed[0].day.isoweekday() == news.number("weekday") and not is_against:
        says = f"“{changed[0].words}”: the story was last changed on the “{news.words}” of which it tells."
        yield evidence.constraint(ClueKind.AGREES, changed[0].span, says, itself)
