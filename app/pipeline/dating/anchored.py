"""Expressions that are seen from a happening whose day is known: "since the invasion", "two days after the summit"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date, edtf
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.knowledge.dating_rows import DatingKnowledge, ReferenceFactRow
from app.pipeline.dating.story import Told
from app.pipeline.dating.surroundings import InText

# The noun behind "after": the last word before a mark or a small word, of at most four.
_HEAD = re.compile(
    r"\s+(?:of\s+)?(?:the|that|this|his|her|their|its|an?)\s+(?:[^\W\d_]+\s+){0,3}?([^\W\d_]{4,})(?=\s*(?:[.,;:!?)\]”\"’'—–-]|$)"
    r"|\s+(?:of|in|on|at|by|with|between|and|to|that|was|were|is|had|has|he|she|they|it)\b)",
    re.IGNORECASE,
)
_SMALL = 2  # words between "after" and what it names: "Russia's full-scale"
_REMEMBERED = 12  # expressions: what was told further back is no longer "the summit"
# "after the summit of leaders" may be any, "the visit-free year" is none.
_GOES_ON = re.compile(r"[^\S\n]+(?:of|between)\b|[-’']\w")
_DATED_BEHIND = re.compile(
    r"[^\S\n]+(?:(?:in|on|at|from|last|[A-Z]\w+),?[^\S\n]+){0,3}"
)  # "after the talks in Rome on Monday"


def find_anchored(
    text: str, dating: DatingKnowledge, found: Sequence[TimeExpression], last_published: date | None
) -> list[TimeExpression]:
    """Expressions such as "since the invasion of Ukraine": open towards the side that the preposition names.

    Args:
        text: A stretch of the kept text.
        dating: The rows; which happenings and which prepositions there are stands in them.
        found: The other expressions of the text, by position; an anchored one gives way to what it overlaps.
        last_published: The last day on which the article can have appeared; what came later is not told of.

    Source: ISO-TimeML, modifiers BEFORE and AFTER; EDTF has open intervals for them.
    """
    starts = [one.span.start for one in found]

    def is_free(span: Stretch) -> bool:
        beside = found[max(0, bisect_left(starts, span.start) - 1) : bisect_left(starts, span.end)]
        return not any(span.overlaps(other.span) for other in beside)

    by_row = [one for one in _seen_from_facts(text, dating) if is_free(one.span)]
    told = (one for one in _seen_from_told(text, dating, found, last_published) if is_free(one.span))
    return [*by_row, *(one for one in told if not any(one.span.overlaps(other.span) for other in by_row))]


def _seen_from_facts(text: str, dating: DatingKnowledge) -> Iterator[TimeExpression]:
    likely = dating.anchoring.scan.likely_in(text)
    for pattern, side, row in dating.anchoring.facts:
        for found in pattern.finditer(text) if pattern.pattern in likely else ():
            yield _anchored(found, side, row, Anchor.EVENT)


def _seen_from_told(
    text: str, dating: DatingKnowledge, found: Sequence[TimeExpression], last_published: date | None
) -> Iterator[TimeExpression]:
    """Expressions seen from what the text itself told, or from what it names in full elsewhere."""
    dated = [one for one in found if one.date.precision is Precision.DAY and not one.is_anniversary]
    starts = [one.span.start for one in dated]
    all_starts = {one.span.start for one in found}
    for anchor in dating.anchoring.happenings.finditer(text):
        side = anchor.lastgroup or ""
        behind = _DATED_BEHIND.match(text, anchor.end())
        if _GOES_ON.match(text, anchor.end()) or (behind and behind.end() in all_starts):
            continue
        before = dated[max(0, bisect_left(starts, anchor.start()) - _REMEMBERED) : bisect_left(starts, anchor.start())]
        noun = anchor[side].casefold()
        if day := _told_day(text, noun, before[::-1], dating):
            is_said = noun in dating.anchoring.reported_on and _is_said_then(anchor, text, dating)
            yield _said_on(anchor, day) if is_said else _anchored(anchor, side, day, Anchor.TOLD)
        elif row := _brief_fact(text, noun, dating, last_published):
            yield _anchored(anchor, side, row, Anchor.EVENT)


def _told_day(text: str, noun: str, before: Sequence[TimeExpression], dating: DatingKnowledge) -> EdtfDate | None:
    """The day in whose sentence the same noun stands, else a word that tells of such a happening; the last one."""
    same = re.compile(rf"\b{re.escape(noun.removesuffix('s'))}s?\b", re.IGNORECASE)
    for telling in (same, dating.anchoring.happening_words[noun]):
        for one in before:
            there = InText(text, one.span, dating)
            if telling.search(there.before) or telling.search(there.after):
                return one.date
    return None


def _brief_fact(text: str, noun: str, dating: DatingKnowledge, last_published: date | None) -> ReferenceFactRow | None:
    """The one happening with a row that may briefly be called so in a text that speaks of what it was about."""
    named = [
        row
        for _, row in dating.facts
        if noun in row.briefly and row.day <= (last_published or date.max) and any(word in text for word in row.beside)
    ]
    return named[0] if len(named) == 1 else None


def _is_said_then(anchor: re.Match[str], text: str, dating: DatingKnowledge) -> bool:
    """Is it what somebody said on leaving: "speaking after the talks", "After the talks he told reporters"?"""
    placed = InText(text, Stretch(*anchor.span()), dating)
    is_after = anchor[0][:5].lower() == "after"
    return is_after and (placed.stands_after("saying_before") or placed.stands_before("saying_behind"))


def _said_on(found: re.Match[str], day: EdtfDate) -> TimeExpression:
    reasoning = f"What was said “{found[0]}” was said on their day, told before: {date_to_people(day)}."
    span = Stretch(*found.span())
    return TimeExpression(span, found[0], TimexType.DATE, day.text, day, Anchor.TOLD, reasoning, UNKNOWN_DATE)


def _anchored(
    found: re.Match[str], side: str, happening: ReferenceFactRow | EdtfDate, anchor: Anchor
) -> TimeExpression:
    if isinstance(happening, EdtfDate):
        day, what = happening.text, f"what was told of {date_to_people(happening)}"
    else:
        day, what = happening.on, happening.title
    when = edtf(f"{day}/.." if side == "after" else f"../{day}")
    reasoning = f"“{found[0]}” is seen from {what}: {date_to_people(when)}."
    return TimeExpression(Stretch(*found.span()), found[0], TimexType.DATE, day, when, anchor, reasoning, UNKNOWN_DATE)


def day_of_happening(placed: InText, told: Told) -> EdtfDate:
    """The day of the happening that stands behind "two days after", by a row or as the text told it; else unknown.

    What the text told is the last day in whose sentence the same noun stands.
    """
    for pattern, row in placed.dating.facts:
        found = pattern.search(placed.after)
        if found and len(placed.after[: found.start()].split()) <= _SMALL:
            return day_date(row.day)
    head = _HEAD.match(placed.after)
    if not head:
        return UNKNOWN_DATE
    noun = re.compile(rf"\b{re.escape(head[1].lower().removesuffix('s'))}s?\b", re.IGNORECASE)
    for span, when in zip(told.places, told.recent, strict=True):
        there = InText(placed.text, span, placed.dating)
        if when.precision is Precision.DAY and (noun.search(there.before) or noun.search(there.after)):
            return when
    return UNKNOWN_DATE
