"""Anniversaries whose day is known, by a named day or by a fact, and how far from now the story sees them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.domain.timex import Anchor
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.happenings import chronicled
from app.pipeline.dating.publishing.pair_clues import any_of, distance, is_beside, seen_from
from app.pipeline.dating.publishing.puzzle import LAST_DAY, NO_DAYS, Constraint, Days, between, from_day_on
from app.pipeline.dating.surroundings import Direction

_OF_ITS = re.compile(r"\s*of (?:its|their|his|her) (?P<thing>\w{5,})")
_OWNER = re.compile(r"(?:The |the )?(?P<name>(?:[A-Z][\w-]+ ){1,3})")
_EVE = re.compile(r"\beve of\s+(?:the )?$", re.IGNORECASE)
_SINCE = re.compile(r"\s+since\b", re.IGNORECASE)
_OF = re.compile(r"\s*(?:of|since|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_HAPPENING = re.compile(r"\s*(?:of|since|from)\s[^.;:\n]{0,100}")
_BETWEEN = re.compile(
    r"(?!.*\b(?:said|says|told|tells|announced|reported|added|that|which|who)\b)[^;\n]{0,80}", re.IGNORECASE
)
_NEXT, _LAST = re.compile(r"\b(?:next|coming)\b", re.IGNORECASE), re.compile(r"\blast\b", re.IGNORECASE)
_WHICH_FALLS = re.compile(
    r",? (?:that|which) (?:falls|comes|is|(?:will|is to) be (?:marked|celebrated|held))\b", re.IGNORECASE
)
_POSSESSIVE = ("'s ", "’s ")
_WILL = re.compile(r"\b(?:will|shall|is to|are to)\b")
_MOVED, _UNITS = frozenset({"moved_day", "moved_unit", "moved_weekday"}), frozenset("DWMY")
_DAYS_A_WEEKDAY_REACHES = 6
_WEEK, _YEAR = 7, 364


def years_recalled(placed: PlacedForm) -> int | None:
    """The number of "the 50th anniversary" and of "fifty years since the liberation"."""
    if placed.reads == "anniversary":
        return placed.number("number") if placed.has("number") else None
    is_length = placed.reads == "duration" and placed.is_counted and placed.form.parts.get("units") == "Y"
    if not is_length or not _SINCE.match(placed.text, placed.span.end):  # spares to look at most lengths
        return None
    return placed.number("count") if placed.meaning and placed.meaning.is_anniversary else None


def day_recalled(placed: PlacedForm, evidence: Evidence) -> date | None:
    """The day of a numbered anniversary, of this year as it counts; None where what it recalls has no row."""
    number = years_recalled(placed)
    if number is None or placed.meaning is None:
        return None
    if placed.meaning.anchor is Anchor.EXPLICIT:
        return placed.meaning.date.earliest
    if (own := _day_of_own(placed, number, evidence)) is not None:
        return own
    for pattern, row in evidence.dating.facts:
        found = pattern.search(placed.after)
        is_recalled = found is not None and _OF.fullmatch(placed.after[: found.start()]) is not None
        if is_recalled and row.day.year + number <= LAST_DAY.year:
            return same_day_in(row.day, row.day.year + number)
    return _day_of_chronicle(placed, number, evidence)


def _day_of_chronicle(placed: PlacedForm, number: int, evidence: Evidence) -> date | None:
    """Read "the fifth anniversary of the summit of Trump and Kim in Singapore"; none where several may be meant."""
    of = _OF_HAPPENING.match(placed.after)
    if of is None:
        return None
    where = Stretch(placed.span.end, placed.span.end + of.end())
    days = {one.first for one in chronicled(where, evidence) if one.first.year + number <= LAST_DAY.year}
    return same_day_in(day := days.pop(), day.year + number) if len(days) == 1 else None


def _day_of_own(placed: PlacedForm, number: int, evidence: Evidence) -> date | None:
    """Read "North Korea marked the 70th anniversary of its founding" as that of North Korea’s founding."""
    of, owner = _OF_ITS.match(placed.after), _OWNER.match(placed.before)
    if of is None or owner is None:
        return None
    words = f"{owner['name'].strip()}’s {of['thing']}"
    for pattern, row in evidence.dating.commemorations:
        if pattern.match(words) and row.first_day and row.first_day.year + number <= LAST_DAY.year:
            return same_day_in(row.first_day, row.first_day.year + number)
    return None


def recalled_day_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _weekdays_of_anniversaries(evidence)
    for moved, told in pairwise(evidence.story):
        if told.day is None or moved.is_quoted or not is_beside(moved.text[moved.span.end : told.span.start]):
            continue
        if allows := so_many_years_after(moved, told.day):
            span = Stretch(moved.span.start, told.span.end)
            says = f"“{span.of(moved.text)}” tells from when it was seen."
            yield evidence.constraint(ClueKind.RECALLED_DAY, span, says, allows)


def so_many_years_after(moved: PlacedForm, day: date) -> Days:
    """The days from which a day is "five years ago today", "fifty years ago this week"; none for other words."""
    if moved.reads not in _MOVED or moved.form.parts.get("units") != "Y" or not moved.is_counted:
        return NO_DAYS
    year = day.year + moved.number("count")
    if year > LAST_DAY.year:
        return NO_DAYS
    then = same_day_in(day, year)
    if moved.reads == "moved_weekday":  # "seventy years ago on Sunday", "next Friday"
        return _within_a_week(moved, then) if moved.number("weekday") == then.isoweekday() else NO_DAYS
    unit, shift = ("D", "offset") if moved.reads == "moved_day" else (str(moved.form.parts["unit"]), "shift")
    return seen_from(between(then, then), unit, moved.number(shift)) if unit in _UNITS else NO_DAYS


def _within_a_week(moved: PlacedForm, then: date) -> Days:
    ahead, back = timedelta(days=-_WEEK), timedelta(days=_WEEK)
    if _NEXT.search(moved.words):
        return between(then + ahead, then - timedelta(days=1))
    return (
        between(then + timedelta(days=1), then + back)
        if _LAST.search(moved.words)
        else between(then + ahead, then + back)
    )


def _weekdays_of_anniversaries(evidence: Evidence) -> Iterator[Constraint]:
    """Read "This coming Tuesday they mark fifty years since the liberation": that Tuesday is the day itself."""
    for first, second in pairwise(evidence.story):
        for seen, recalled in ((first, second), (second, first)):
            day = day_recalled(recalled, evidence)
            gap = first.text[first.span.end : second.span.start]
            if day is None or first.is_quoted or not stand_together(gap):
                continue
            if str(day.year) in recalled.before:  # "In 1995 they marked the 50th anniversary": of what is long past
                continue
            if _EVE.search(recalled.before):
                day -= timedelta(days=1)
            if allows := seen_of(seen, day):
                span = Stretch(first.span.start, second.span.end)
                says = f"“{seen.words}” of {date_to_people(day_date(day))} tells from when it was seen."
                yield evidence.constraint(ClueKind.RECALLED_DAY, span, says, allows)


def stand_together(gap: str) -> bool:
    """May such words stand between a day and what is held on it? None that tell who said so."""
    return _BETWEEN.fullmatch(_WHICH_FALLS.sub("", gap)) is not None


def seen_of(placed: PlacedForm, day: date) -> Days:
    """The days from which one may say so of a day; none where it is no such weekday."""
    if seen := distance(placed):
        return seen_from(between(day, day), *seen)
    if placed.reads == "month" and placed.form.parts.get("shift") == -1 and placed.number("month") == day.month:
        return from_day_on(between(day, day), _YEAR)
    if placed.reads != "weekday" or placed.number("weekday") != day.isoweekday():
        return NO_DAYS
    itself, shift = between(day, day), placed.number("shift") if placed.has("shift") else 0
    reach = range(1, _DAYS_A_WEEKDAY_REACHES + 1)
    ahead, back = any_of(itself >> n for n in (*reach, _WEEK)), any_of(itself << n for n in reach)
    if shift > 0 or _looks_ahead(placed):
        return ahead
    if shift < 0:
        return back
    return itself | back if placed.is_told_past else itself | ahead | back


def _looks_ahead(placed: PlacedForm) -> bool:
    """Is it still to come? The verb of "Sunday's ceremony" stands behind."""
    if placed.after.startswith(_POSSESSIVE):
        return _WILL.search(placed.after) is not None
    return placed.looks is Direction.AHEAD
