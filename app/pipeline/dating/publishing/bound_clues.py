"""Clues that bound the day of publication: what had happened when the story was told, and what was still to come."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_lists import is_of_others
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.puzzle import Constraint, between
from app.pipeline.dating.surroundings import Direction, is_in_brackets

_AS_OF = re.compile(r"\b(?:as of|as at|since)\s+(?:the )?$", re.IGNORECASE)  # as true in the present as in the past
_HAD_COME = re.compile(r"[^.;]{0,30}\bhad\b")
_TO_COME_BEHIND = re.compile(
    r"\s*(?:\w+ ){0,3}?(?:will|shall|must|should|is to|are to|is due|are due"
    r"|будет|будут|состоится|откроется|начн[её]тся)\b",
    re.IGNORECASE,
)
# "The protocol on trade in 1978 was signed": the year is that of the trade. "In 1978 a protocol was signed" is past.
_AGREED_BEHIND = re.compile(
    r"\s*(?:was|were|is|are|has been|have been|had been) (?:\w+ly |now |also )?(?:sign|agree|award|adopt|approv|ratifi"
    r"|allot|schedul|plann|announc|promis|fix|set\b|discuss|order|postpon|cancel|debat|decid|pass|negotiat|draft|drawn)",
    re.IGNORECASE,
)
_OF_A_THING = re.compile(r"\w[^.;:]* (?:in|of|for) (?:the )?$", re.IGNORECASE)
_PAID_THEN = re.compile(
    r"\b(?:with|and) (?:the |a |its |their )?(?:first|last|final|next)\b[^.;,]{0,40} (?:in|on) $", re.IGNORECASE
)
_UNTIL_BEHIND = re.compile(r"\s*(?:까지|(?:[가-힣]+ ){0,2}[가-힣]*(?:예정|계획|목표|전망|앞두고))")
_BARE_PLAN = re.compile(r"(?<!is )(?<!are )\b(?:scheduled|planned|due) (?:for|to|in|on|by) (?:the )?$", re.IGNORECASE)
_EXPECTED = re.compile(r"\s*[(\[](?:expected|planned|scheduled|due|foreseen|provisional|t\.?b\.?[ac]\b)", re.IGNORECASE)
# "They will remember the men who died in the fire of 4 August 1974."
_LOOKS_BACK = re.compile(
    r"\b(?:remember|recall|commemorat|honou?r|anniversar|memorial)\w*"
    r"|\b(?:who|which|that)\s+(?:\w+ )?(?:was|were|had|died|fell|fought|\w{2,}ed)\b"
    # "It is to replace that of 1961": a thing of its year, unlike "in the spring of 1961".
    r"|\b(?:that|those|treat(?:y|ies)|agreements?|accords?|pacts?|laws?|constitution|war|fires?|floods?|revolution)"
    r" of (?:the )?$",
    re.IGNORECASE,
)
_FAR = timedelta(days=8 * 365)
_LAST_PARAGRAPHS = 2
_DATES_OF_STORY = 3  # a note on the text has a date or two


def bound_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    past = _latest_past(evidence)
    if past and past.explicit:
        first = past.explicit[0]
        says = f"“{past.words}” has come, so publication is not before {date_to_people(day_date(first))}."
        yield evidence.constraint(ClueKind.PAST, past.span, says, between(first, None))
    for placed in evidence.forms:
        is_later = not past or not past.explicit or (placed.explicit and placed.explicit[0] > past.explicit[1])
        if placed.explicit and is_later and _is_to_come(placed, evidence):
            says = f"“{placed.words}” is still to come."
            yield evidence.constraint(ClueKind.TO_COME, placed.span, says, between(None, placed.explicit[1]))


def _is_to_come(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does the story speak of a time as still to come, or the page as of a deadline or a next issue?"""
    is_told = placed.place is Place.STORY and _has_past_verb(placed, evidence)  # set in the past, it may be over
    if (evidence.marks(PageRole.DEADLINE, placed.line_before) and not is_told) or _EXPECTED.match(placed.after):
        return True
    is_stale = evidence.is_chronology or not evidence.is_news  # nobody strikes a plan out of a history when it is over
    if placed.place is not Place.STORY or placed.is_quoted or is_stale:
        return False
    if not evidence.marks(PageRole.TO_COME, placed.before) or _LOOKS_BACK.search(placed.before):
        return False
    return not (
        _BARE_PLAN.search(placed.before) and _tells_past(placed.after, evidence)
    )  # "due in 2005 was never paid"


def _latest_past(evidence: Evidence) -> PlacedForm | None:
    """The latest date with its year that the story tells as past."""
    told = [placed for placed in evidence.story if _is_past(placed, evidence)]
    told.sort(key=lambda placed: placed.explicit or ())
    dates = Counter(p.paragraph.number for p in evidence.story if p.explicit)
    last = {p.number for p in evidence.places.telling[-_LAST_PARAGRAPHS:] if dates[p.number] < _DATES_OF_STORY}
    before = sorted(p.explicit for p in evidence.story if p.explicit and p.paragraph.number not in last)
    if evidence.is_news and not evidence.is_chronology and before:
        told = [p for p in told if p.paragraph.number not in last or not _is_lone(p, before[-1][1])]
    return told[-1] if told else None


def _is_past(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does the story tell the time as past? Where its clause does not, another of its sentence must."""
    if not placed.explicit or placed.is_quoted or placed.looks is Direction.AHEAD or is_of_others(placed):
        return False
    if evidence.marks(PageRole.TO_COME, placed.before) or _is_foreseen(placed):
        return False
    if evidence.marks(PageRole.NOT_YET, placed.before) and not _HAD_COME.match(placed.after):
        return False
    is_noted = is_in_brackets(placed.text, placed.span) and placed.reads in ("day", "month")  # "(est. at 1 Jan. 1972)"
    if placed.looks is Direction.BACK or evidence.is_chronology or is_noted or _AS_OF.search(placed.before):
        return True
    return _has_past_verb(placed, evidence) and not evidence.marks(PageRole.PRESENT, placed.before)


def _is_foreseen(placed: PlacedForm) -> bool:
    """Do the words behind it say that it is still to come?"""
    is_of_a_thing = _OF_A_THING.search(placed.before) and _AGREED_BEHIND.match(placed.after)
    if is_of_a_thing or _PAID_THEN.search(placed.before) or _UNTIL_BEHIND.match(placed.after):
        return True
    return _TO_COME_BEHIND.match(placed.after) is not None or _EXPECTED.match(placed.after) is not None


def _has_past_verb(placed: PlacedForm, evidence: Evidence) -> bool:
    return _tells_past(f"{placed.before} {placed.after}", evidence)


def _tells_past(words: str, evidence: Evidence) -> bool:
    cues = evidence.dating.cues.finditer(words)
    return evidence.marks(PageRole.PAST_VERB, words) or any(cue.lastgroup == Direction.BACK for cue in cues)


def _is_lone(placed: PlacedForm, latest_before: date) -> bool:
    """Does a date lie years after all that the page has told before it? Then it may be that of a note on the text."""
    return placed.explicit is not None and placed.explicit[0] - latest_before > _FAR
