"""Clues from the chronicle: "the two met in Vladivostok on April 25" was told within a year of the day it names."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.domain.edtf import day_date, span_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.chronicle_rows import Chronicled
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.fact_clues import belong_together, days_seen
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.pair_clues import any_of, distance
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Constraint, Days, between, from_day_on, yearly_days
from app.pipeline.dating.surroundings import Direction

_YEAR = 364  # days after it on which one still tells of its day without the year
_BEFORE = 90  # days before it on which its day is known, and told as to come
_MOST_DAYS = 12  # of one happening: longer ones are told by their beginning and end
# Readers of forms that can be said of one happening: see fact_clues.days_seen.
_SAID_OF_ONE = frozenset({
    "day", "days", "month", "weekday", "ago", "of_shifted_year", "relative_day", "shifted_daypart", "shifted_unit",
})  # fmt: skip
# "After meeting him in Vladivostok, he said on Thursday": the day is that of the saying.
_LEADS_ON = re.compile(
    r"\b(?:after|since|following|before|despite|from|of|for|on|about|whose|ahead of)\b(?:(?!\bwith\b)[^,.;]){0,40}$"
)
_CLAUSE = re.compile(
    r"\b(?:after|which|who|whom|when|while|since|as|following|amid|despite|before|because|but|that|where|though|although"
    r"|until|whose)\b|[:;—–]"
)
# "Former President", "Britain’s first woman Prime Minister,": words before a name that is the subject.
_TITLES = re.compile(r"\W*(?:(?!(?:who|of|by|that|for|with|from|to|in|on|at)\b)[\w.’'-]+,?\s+){0,7}")
_APPOSITION = re.compile(
    r"(?!['’]s)[\w.’' -]{0,24}(?:,[^.;]{0,80},)?\s*(?:(?:was|has|had|is|lay|is|were)\s+)?(?:\w+ly\s+)?", re.IGNORECASE
)
# "He crossed", "the talks": the subject was named before, in the headline or the lead.
_OF_WHO_WAS_NAMED = re.compile(
    r"\b(?:he|she|they|both|(?:the|these) (?:\w+ )?(?:two|pair|leaders|sides|men|ministers|presidents)"
    r"|(?:the|these) (?:\w+ )?(?:talks|summit|meeting|visit|trip)"
    r"|(?:last|this) \w+[’']s (?:talks|summit|meeting|visit|trip))\b",
    re.IGNORECASE,
)
# "Went to Peking", "left Pyongyang".
_GOAL = re.compile(
    r"\b(?:(?:left|leav(?:es|ing)|depart(?:ed|s|ing)?(?: from)?)\s"
    r"|(?:went|goes|gone|c[ao]m(?:e|es|ing)|fl(?:ew|ies|own)|travel\w*|arriv\w*|return\w*|trip|journey|visit\w*)"
    r"\s(?:\w+\s)?(?:to|in|into|at)\s)(?P<place>[A-Z]\w+(?:\s[A-Z]\w+)*)"
)
_SINCE = re.compile(r"\b(?:since|than in|than)\s+(?:the\s+)?$", re.IGNORECASE)


def chronicle_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    asked = [p for p in evidence.story if p.reads in _SAID_OF_ONE and not p.is_quoted and not p.explicit]
    if not asked or evidence.is_chronology:
        return
    could_match = evidence.likely
    likely = [one for one in evidence.dating.publication.chronicle if one.key in could_match]
    for placed in asked:
        yield from _seen_beside(placed, likely, evidence)


def _is_near(one: Chronicled, text: str) -> bool:
    """Does the text have one of the words that a happening needs?"""
    return not one.row.needs or any(word in text for word in one.row.needs)


def _seen_beside(placed: PlacedForm, likely: Sequence[Chronicled], evidence: Evidence) -> Iterator[Constraint]:
    """The clue of a time and all happenings that its sentence may tell of: of several any may be meant."""
    named = _days_of_year(placed)
    on_day = [one for one in likely if any(one.is_on(*day) for day in named)] if named else []
    of_day = [one for one in on_day if _is_near(one, placed.text)]
    same = [(one, days) for one in of_day if (days := _from_same_day(placed, one, evidence))]
    near = [] if same else list(_near(placed, likely, evidence))
    is_sure = bool(same) or any(one.row.once for one, _ in near)
    if told := same or near:
        titles = " or ".join(f"{one.row.title}, {_days_to_people(one)}" for one, _ in told)
        says = f"“{placed.words}” of {titles}: it was told within a year."
        kind = ClueKind.CHRONICLED if is_sure else ClueKind.PERHAPS_CHRONICLED
        yield evidence.constraint(kind, placed.span, says, any_of(days for _, days in told))


def _days_of_year(placed: PlacedForm) -> list[tuple[int, int]]:
    """Month and day of "June 18", and of the first and the last of "June 18 and 19"; none for other forms."""
    parts = placed.form.parts
    if placed.reads == "day" and placed.has("month", "day"):
        return [(placed.number("month"), placed.number("day"))]
    if placed.reads != "days" or not placed.has("month") or placed.has("year"):
        return []
    ends = str(parts["days"]).split("/") if placed.has("days") else [str(parts[name]) for name in ("first", "last")]
    return [(placed.number("month"), int(end)) for end in ends]


def _each(placed: PlacedForm) -> Days:
    """The first and the last day of "June 18 and 19" in every year."""
    return any_of(yearly_days(*day) for day in _days_of_year(placed)) if placed.reads == "days" else NO_DAYS


def _days_to_people(one: Chronicled) -> str:
    return date_to_people(day_date(one.first) if one.first == one.last else span_date(one.first, one.last))


def _from_same_day(placed: PlacedForm, one: Chronicled, evidence: Evidence) -> Days:
    """Read "on April 25" of what is known to be of an April 25: told in the year after it, or shortly before it."""
    same = (yearless_days(placed) or _each(placed)) & between(one.first, one.last)
    sentence = f"{placed.before}{placed.words}{placed.after}"
    if not same or _is_recalled(sentence, evidence) or not one.is_told_in(sentence, _around(placed, evidence)):
        return NO_DAYS
    is_lead = placed.paragraph.number in evidence.lead
    before = (p.explicit[0].year for p in evidence.story if p.explicit and p.span < placed.span)
    beside = (p.explicit[0].year for p in _of_sentence(placed, evidence) if p.explicit)
    if one.first.year in (*beside, *(() if is_lead else before)):  # the days behind a year that is named may be of it
        return NO_DAYS
    if not is_lead and _follows_a_year(placed, evidence):
        return NO_DAYS
    is_ahead = placed.looks is Direction.AHEAD or evidence.marks(PageRole.TO_COME, placed.before)
    return from_day_on(same, _BEFORE) >> _BEFORE if is_ahead else from_day_on(same, _YEAR)


def _follows_a_year(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does its paragraph tell a day or a month with its year before it? Then it is the next step of that story."""
    steps = (p for p in evidence.story if p.paragraph == placed.paragraph and p.span < placed.span)
    return any(p.explicit and p.reads in ("day", "month") for p in steps)


def _near(placed: PlacedForm, likely: Sequence[Chronicled], evidence: Evidence) -> Iterator[tuple[Chronicled, Days]]:
    """Read "met on Thursday", "last month", "in April": only right beside the act, and told as past."""
    clause = _clause_of(placed)
    of_many = placed.paragraph.number in evidence.lead
    here = evidence.hits.likely(clause.start, clause.end)
    beside = [one for one in likely if one.key in here or (of_many and one.act.is_of_many)]
    told = [one for one in beside if _is_near(one, placed.text)]
    if not told or not _is_told_as_news(placed, evidence):
        return
    words, around = clause.of(placed.text), _around(placed, evidence) if of_many else ""
    # Many happenings share an act, and the clause must tell of it whatever else it names.
    acts = {name for name, act in {one.act.name: one.acts for one in told}.items() if act.search(words)}
    goal = _GOAL.search(words)
    for one in told:
        if one.act.name not in acts or _is_elsewhere(goal, one):
            continue
        may_lean = one.act.is_of_many and not _has_own_subject(words, one)
        is_told = one.is_told_in(words, around if may_lean else "")
        if is_told and _acts_beside(placed, clause, one, evidence) and (days := _from_near(placed, one, evidence)):
            yield one, days


def _is_elsewhere(goal: re.Match[str] | None, one: Chronicled) -> bool:
    """Is the place to which a clause tells that one goes, or which it tells that one leaves, another than its own?"""
    return goal is not None and not any(name.search(goal["place"]) for name in one.names)


def _has_own_subject(words: str, one: Chronicled) -> bool:
    """Does a clause say who acts, and not name whom the row names first? Then the headline does not complete it."""
    is_person = one.row.tells[0][:1].isupper()
    return is_person and not (one.names[0].search(words) or _OF_WHO_WAS_NAMED.search(words))


def _from_near(placed: PlacedForm, one: Chronicled, evidence: Evidence) -> Days:
    is_vague = distance(placed) is not None and not one.row.once
    is_named = any(p.explicit and p.explicit[0].year == one.first.year for p in evidence.story)  # as one long past
    if is_vague or is_named:
        return NO_DAYS
    every = [one.first + timedelta(days=n) for n in range(min(_MOST_DAYS, (one.last - one.first).days + 1))]
    return any_of(days_seen(placed, day, evidence, is_past=True) for day in every)


def _is_told_as_news(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is a time that is seen from now told as past and as it was, in a sentence that names no other year?"""
    sentence = f"{placed.before}…{placed.after}"  # "last November" itself is no other year than its own
    others = list(_of_sentence(placed, evidence))
    is_other = any(p.explicit and not _SINCE.search(p.before) for p in others)
    is_ahead = placed.looks is Direction.AHEAD or any(int(p.form.parts.get("offset", 0)) > 0 for p in others)
    return not (is_other or is_ahead or evidence.marks(PageRole.SUPPOSED, sentence) or _is_recalled(sentence, evidence))


def _is_recalled(sentence: str, evidence: Evidence) -> bool:
    """Does it speak of an anniversary, or of another year than this?"""
    return any(evidence.marks(role, sentence) for role in (PageRole.RECALLED, PageRole.OTHER_YEAR))


def _around(placed: PlacedForm, evidence: Evidence) -> str:
    """The headline, the lead, and the paragraph of a time up to it: what they name, its sentence need not."""
    text, title = evidence.article.text, evidence.article.title_span
    before = placed.paragraph.number
    lead = [p.span.of(text) for p in evidence.places.telling if p.number in evidence.lead and p.number < before]
    up_to_it = text[placed.paragraph.span.start : placed.span.start]
    return " ".join([title.of(text) if title else "", *lead, up_to_it])


def _clause_of(placed: PlacedForm) -> Stretch:
    """The clause around a time, as far as no word begins another."""
    breaks = list(_CLAUSE.finditer(placed.before))
    behind = _CLAUSE.search(placed.after)
    start = placed.span.start - len(placed.before) + (breaks[-1].end() if breaks else 0)
    return Stretch(start, placed.span.end + (behind.start() if behind else len(placed.after)))


def _acts_beside(placed: PlacedForm, clause: Stretch, one: Chronicled, evidence: Evidence) -> bool:
    """Does the time stand beside a word of the act that opens no other clause?"""
    start = placed.span.start - len(placed.before)
    for hit in one.acts.finditer(placed.text, clause.start, clause.end):
        is_of_other = _LEADS_ON.search(placed.text[clause.start : hit.start()])
        if is_of_other or not belong_together(Stretch(*hit.span()), placed, evidence):
            continue
        if not one.act.by_subject or _is_of_subject(placed.text[start : hit.start()], one):
            return True
    return False


def _is_of_subject(before: str, one: Chronicled) -> bool:
    """Is who is named first the subject of the verb behind, with no more than titles before the name?"""
    before = before.rpartition(" that ")[2]
    return any(
        _TITLES.fullmatch(before[: name.start()]) and _APPOSITION.fullmatch(before[name.end() :])
        for name in one.names[0].finditer(before)
    )


def _of_sentence(placed: PlacedForm, evidence: Evidence) -> Iterator[PlacedForm]:
    """The other forms of its sentence."""
    start, end = placed.span.start - len(placed.before), placed.span.end + len(placed.after)
    return (p for p in evidence.story if start <= p.span.start < end and p is not placed)
