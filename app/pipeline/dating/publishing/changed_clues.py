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
# What the software of encyclopedias writes at the foot.
_EDITED = re.compile(r"\W*this page was last (?:edited|modified|changed) on\s+", re.IGNORECASE)
_AT_MINUTE = re.compile(r",? at \d\d:\d\d\b")
_LISTS = re.compile(
    r"\W*(?:references|notes|see also|external links|further reading)\b[^\n.]{0,12}(?:$|\n|\W*\d)", re.IGNORECASE
)
_FOOT = 60  # characters
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
    yield from _kept_up(stated, told, evidence)
    if any(clue.kind in _OWN for clue in stated):
        return
    yield from _last_changed(stated, told, evidence)
    yield from _changed_on_day_of_news(stated, told, evidence)


def _kept_up(stated: Sequence[Constraint], told: Sequence[Constraint], evidence: Evidence) -> Iterator[Constraint]:
    """The last change of a page that is kept up: of an encyclopedia, or of one that tells of days after its label.

    Read "This page was last edited on 7 May 2025, at 16:02", and "Published: 20 June 2024. Updated: 5 September 2025"
    above what came to pass in 2025: as it stands, the text is of that day.
    """
    around = (placed for placed in evidence.forms if placed.day and placed.place is not Place.STORY)
    changed = {placed.day: placed for placed in around if _is_last_change(placed, evidence)}
    labelled = [clue for clue in stated if clue.kind is ClueKind.LABELLED]
    is_outgrown = bool(labelled) and all(_tells_later(clue, told) for clue in labelled)
    if len(changed) != 1 or not (is_outgrown or (not labelled and _is_encyclopedia(evidence))):
        return
    day, placed = changed.popitem()
    itself = between(day, day)
    if all(clue.weight < _LEAST_TRUST or clue.allows & itself for clue in told):
        says = f"“{placed.words}”: the last change of a page that is kept up."
        yield evidence.constraint(ClueKind.AGREES, placed.span, says, itself)


def _is_last_change(placed: PlacedForm, evidence: Evidence) -> bool:
    return _EDITED.fullmatch(placed.line_before[-_FOOT:]) is not None or is_changed(placed, evidence)


def _tells_later(label: Constraint, told: Sequence[Constraint]) -> bool:
    """Does the story tell of what came to pass after a label?"""
    return any(clue.kind is ClueKind.PAST and not clue.allows & label.allows for clue in told)


def _is_encyclopedia(evidence: Evidence) -> bool:
    """Does it close with lists of references, and with its last edit and the minute of that?"""
    text = evidence.article.text
    has_lists = any(_LISTS.match(text, p.span.start) for p in evidence.article.paragraphs)
    edits = (p for p in evidence.forms if p.day and _EDITED.fullmatch(p.line_before[-_FOOT:]))
    return has_lists and any(_AT_MINUTE.match(placed.line_after) for placed in edits)


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
