"""Expressions that are seen from a happening whose day is known: "since the invasion", "two days after the summit"."""

import re
from collections.abc import Iterator

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date, edtf
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.knowledge.dating_rows import DatingKnowledge
from app.knowledge.needles import may_match
from app.pipeline.dating.story import Told
from app.pipeline.dating.surroundings import InText

# The noun behind "after": the last word before a mark or a small word, of at most four.
_HEAD = re.compile(
    r"\s+(?:the|that|this|his|her|their|its|an?)\s+(?:[^\W\d_]+\s+){0,3}?([^\W\d_]{4,})(?=\s*(?:[.,;:!?)\]”\"’'—–-]|$)"
    r"|\s+(?:of|in|on|at|by|with|between|and|to|that|was|were|is|had|has|he|she|they|it)\b)"
)
_SMALL = 2  # words between "after" and what it names: "Russia's full-scale"


def find_anchored(text: str, dating: DatingKnowledge) -> Iterator[TimeExpression]:
    """Expressions such as "since the invasion of Ukraine": open towards the side that the preposition names.

    Args:
        text: A stretch of the kept text.
        dating: The rows; which happenings and which prepositions there are stands in them.

    Source: ISO-TimeML, modifiers BEFORE and AFTER; EDTF has open intervals for them.
    """
    folded = text.casefold()
    for pattern, needles, side, row in dating.anchors:
        for found in pattern.finditer(text) if may_match(needles, folded) else ():
            when = edtf(f"{row.on}/.." if side == "after" else f"../{row.on}")
            reasoning = f"“{found[0]}” is seen from {row.title}: {date_to_people(when)}."
            span = Stretch(*found.span())
            yield TimeExpression(span, found[0], TimexType.DATE, row.on, when, Anchor.EVENT, reasoning, UNKNOWN_DATE)


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
