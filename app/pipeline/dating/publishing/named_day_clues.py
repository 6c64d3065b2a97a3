"""Clues from named days: anniversaries with their number, and weekdays that are the day itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.named_day_rows import DayRule, FixedDay, NamedDayRow
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.named_calendar import day_in, told_to_people
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.puzzle import (
    FIRST_DAY,
    LAST_DAY,
    Constraint,
    Days,
    between,
    from_day_on,
    weekday_days,
    year_days,
)
from app.pipeline.dating.publishing.recalled_days import day_recalled, recalled_day_clues, years_recalled
from app.pipeline.dating.publishing.sum_clues import count_told, is_of_now, is_of_other_year, is_of_this_year
from app.pipeline.dating.readers.named import named_day_told, recalled_day
from app.pipeline.dating.surroundings import Direction

DAYS_A_WEEKDAY_REACHES = 6  # "on Monday" is said for so many days after
_DAYS_AHEAD = 300  # so long before, a day to come is spoken of as this one
MOST_WEEKDAYS = 2  # with more of them in a text, one of them is the named day's by chance
_TOLD_ON = re.compile(
    r"\b(?:on|mark\w*|celebrat\w*|congratulat\w*|occasion of|observ\w*|closed for|holiday of)\b[^.]{0,40}$"
)
_BESIDE_IT = re.compile(r"\b(?:eve of|ahead of|before|after|since)\s+(?:the )?$", re.IGNORECASE)
_COMMA = re.compile(r",?\s+")
_YEAR_LATER = 364  # days after it on which one still tells of its day without the year
_OF_ITS = re.compile(r"\s*of (?:its|their) (\w{5,})")
_MARKED = re.compile(r"\b(?:mark|celebrat|commemorat)\w*\s+(?:exactly |just |the )?$", re.IGNORECASE)
_TURNS = re.compile(
    r"\b(?:(?:turns?|will turn) (?P<count>[a-z]+(?:-[a-z]+)?|\d{1,3})(?: years old)?"
    r"|(?:will be|is) (?P<years>[a-z]+(?:-[a-z]+)?|\d{1,3}) years) on $",
    re.IGNORECASE,
)
# "The anniversary, which will be celebrated next August".
_TO_BE_MARKED = re.compile(
    r"\b(?:(?:will|is to|are to|is due to) be|falls?|comes?) (?:celebrated|marked|held|observed|due|next)\b"
)
_SINCE = re.compile(r"\s+(?:since|from|of)\b")
# "Preparations for the 80th anniversary have begun", "a stamp for the 75th anniversary was issued": maybe before it.
_MADE_FOR = re.compile(
    r"\b(?:prepar\w+|run-?up to|ahead of|approach\w*|await\w*|upcoming|coming|forthcoming|in time for|eve of"
    r"|готов\w+|накануне|навстречу|в преддверии)\b[^.;]{0,40}$"
    r"|\b(?:stamp|coin|medal|book|film|plan|programme|program|committee)s? for\s+(?:the\s+|its\s+|their\s+)?$|\bк\s+$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_OF_THE = len(" of the ") + 1
_OF_THING = re.compile(r"\s*of (?:the |its |their |our )?((?:[\w-]+ ){0,4}[\w-]+)")


def named_day_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _anniversaries(evidence)
    yield from _years_marked(evidence)
    yield from _years_on(evidence)
    yield from recalled_day_clues(evidence)
    yield from _weekdays_on_named_days(evidence)


def _anniversaries(evidence: Evidence) -> Iterator[Constraint]:
    """Years from "the 77th anniversary of …", where the year recalled is known; and a first day when it has come."""
    recalled_years = _recalled_years(evidence)
    on_their_day = _on_their_day(evidence)
    for placed in evidence.story:
        if (number := years_recalled(placed)) is None:
            continue
        day = day_recalled(placed, evidence)
        year = day.year if day else recalled_years.get(placed.span.end, 0) + number
        sentence = f"{placed.before}{placed.words}{placed.after}"
        if year == number or year > LAST_DAY.year or is_of_other_year(sentence, year, evidence):
            continue
        says = f"“{placed.words}” of what happened in {year - number}: {year - number} + {number} = {year}."
        if is_of_now(placed.span, sentence, evidence):
            is_ahead = placed.looks is Direction.AHEAD or evidence.marks(PageRole.TO_COME, placed.before)
            is_ahead = is_ahead or _TO_BE_MARKED.search(placed.after) is not None
            allows = days_of_anniversary(placed.before, sentence, day, year, is_ahead=is_ahead)
            yield evidence.constraint(ClueKind.ANNIVERSARY, placed.span, says, allows)
            is_told = placed.reads == "anniversary" and placed.is_told_past
            if day and is_told and not (is_ahead or _MADE_FOR.search(placed.before)):
                told = f"It is told as past, so publication is not before {date_to_people(day_date(day))}."
                yield evidence.constraint(ClueKind.ANNIVERSARY_CAME, placed.span, told, between(day, None))
        elif day and placed.span in on_their_day and not placed.is_quoted:
            allows = from_day_on(between(day, day), _YEAR_LATER)
            yield evidence.constraint(ClueKind.ANNIVERSARY, placed.span, says, allows)


def days_of_anniversary(before: str, sentence: str, day: date | None, year: int, *, is_ahead: bool) -> Days:
    """When one speaks of an anniversary: in its year, and before it of one to come, or for which something is made.

    Args:
        before: The words of its sentence before it.
        sentence: The whole of it.
        day: Its day, where that is known.
        year: Its year.
        is_ahead: Does the sentence tell of it as still to come?
    """
    if is_of_this_year(sentence) or not (is_ahead or _MADE_FOR.search(before)):
        return year_days(year, year)
    ahead = from_day_on(between(day, day), _DAYS_AHEAD) >> _DAYS_AHEAD if day else year_days(year - 1, year)
    return ahead if is_ahead else ahead | year_days(year, year)


def _on_their_day(evidence: Evidence) -> frozenset[Stretch]:
    """The anniversaries behind the day of the year on which they fall: "On August 15th, the 55th anniversary"."""
    return frozenset(
        later.span
        for told, later in pairwise(evidence.story)
        if told.reads == "day" and later.reads == "anniversary" and not told.explicit and not told.has("shift")
        if _COMMA.fullmatch(told.text, told.span.end, later.span.start)
        if (day := day_recalled(later, evidence)) and (told.number("month"), told.number("day")) == (day.month, day.day)
    )


def _recalled_years(evidence: Evidence) -> dict[int, int]:
    """The years recalled by anniversaries, by where these end: named right behind, or told of the same thing."""
    beside = {
        first.span.end: second.explicit[0].year
        for first, second in pairwise(evidence.story)
        if second.reads == "year" and second.explicit and 0 < second.span.start - first.span.end <= _OF_THE
    }
    began = dict(_beginnings(evidence))
    of_things = {
        placed.span.end: began[thing]
        for placed in evidence.story
        if placed.reads == "anniversary" and (of := _OF_THING.match(placed.after))
        for thing in reversed(of[1].lower().split())
        if thing in began
    }
    return _years_of_named_days(evidence) | of_things | beside


def _years_of_named_days(evidence: Evidence) -> dict[int, int]:
    """Years recalled by "Sept. 9, when the North celebrated the 50th anniversary of its founding": a day with a row."""
    return {
        later.span.end: min(years)
        for first, second in pairwise(evidence.story)
        for told, later in ((first, second), (second, first))
        if later.reads == "anniversary" and told.reads == "day" and not told.explicit
        if second.span.start - first.span.start <= len(second.before) and (of := _OF_ITS.match(later.after))
        if len(years := _first_years(FixedDay(told.number("month"), told.number("day")), of[1], evidence)) == 1
    }


def _first_years(on: FixedDay, happening: str, evidence: Evidence) -> set[int]:
    """The years recalled on a day of the year, where a word of what is recalled is that of a row."""
    every = evidence.dating.named_days.values()
    return {
        row.first_day.year
        for row in every
        if row.first_day and row.rule == on and any(happening.lower() in words.lower() for words in row.commemorates)
    }


def _years_marked(evidence: Evidence) -> Iterator[Constraint]:
    """Read "on Friday marked 70 years since …" where the story names a day of which that is the weekday."""
    days = sorted({placed.day for placed in evidence.story if placed.day})
    for weekday, years in pairwise(evidence.story):
        is_marked = years.reads == "duration" and years.form.parts.get("units") == "Y" and years.is_counted
        is_told = weekday.reads == "weekday" and not weekday.has("shift") and not weekday.is_quoted
        is_same_sentence = years.span.start - weekday.span.start <= len(years.before)
        if not (is_marked and is_told and is_same_sentence and _MARKED.search(years.before)):
            continue
        if not _SINCE.match(years.after):
            continue
        count = years.number("count")
        found = {day: same_day_in(day, day.year + count) for day in days if day.year + count <= LAST_DAY.year}
        hits = [day for day, later in found.items() if later.isoweekday() == weekday.number("weekday")]
        if len(hits) == 1:
            later = found[hits[0]]
            says = f"“{years.words}” after {date_to_people(day_date(hits[0]))} is a {weekday.words}: it was that day."
            allows = from_day_on(between(later, later), DAYS_A_WEEKDAY_REACHES)
            yield evidence.constraint(ClueKind.ANNIVERSARY, years.span, says, allows)


def _years_on(evidence: Evidence) -> Iterator[Constraint]:
    """Read "turns two on Friday", "it will be forty years on Wednesday", where the story names a day that fits."""
    days = sorted({placed.day for placed in evidence.story if placed.day})
    for weekday in evidence.story:
        found = _TURNS.search(weekday.before) if weekday.reads == "weekday" and not weekday.is_quoted else None
        count = count_told(found["count"] or found["years"], evidence) if found else None
        if found is None or count is None or weekday.has("shift"):
            continue
        later = {same_day_in(day, day.year + count) for day in days if day.year + count <= LAST_DAY.year}
        hits = [day for day in later if day.isoweekday() == weekday.number("weekday")]
        if len(hits) == 1:
            says = (
                f"“{found[0]}{weekday.words}” is {date_to_people(day_date(hits[0]))}: it tells from when it was seen."
            )
            span = Stretch(weekday.span.start - len(found[0]), weekday.span.end)
            allows = from_day_on(between(hits[0], hits[0]), DAYS_A_WEEKDAY_REACHES) >> DAYS_A_WEEKDAY_REACHES + 1
            yield evidence.constraint(ClueKind.RECALLED_DAY, span, says, allows)


def _beginnings(evidence: Evidence) -> Iterator[tuple[str, int]]:
    """Things and the years in which the story says that they began: "The treaty was signed on 6 July 1961"."""
    for placed in evidence.story:
        told = evidence.dating.publication.marks[PageRole.BEGAN].search(placed.before) if placed.explicit else None
        if told and placed.explicit:
            yield (told["thing"] or told["object"]).lower(), placed.explicit[0].year


def _weekdays_on_named_days(evidence: Evidence) -> Iterator[Constraint]:
    """A named day that the report tells of, and its weekdays: where one is the other, publication is within a week."""
    weekdays = {
        placed.number("weekday"): placed
        for placed in reversed(evidence.story)
        if placed.reads == "weekday"
        and not placed.has("shift")
        and not placed.is_quoted
        and placed.looks is not Direction.AHEAD
    }
    if not 0 < len(weekdays) <= MOST_WEEKDAYS:
        return
    told: set[str] = set()
    for placed in evidence.story:
        row = _named_day_told(placed, evidence)
        if row and row.id not in told:
            told.add(row.id)
            yield from _on_weekdays(row, placed, weekdays, evidence)


def _named_day_told(placed: PlacedForm, evidence: Evidence) -> NamedDayRow | None:
    """The named day or anniversary of a form, where the report tells of it as of its news."""
    is_other = (
        placed.has("year")
        or _BESIDE_IT.search(placed.before)
        or placed.has("shift")
        or evidence.marks(PageRole.OTHER_YEAR, placed.before)
        or _YEAR.search(placed.before)  # "In 1995 the town celebrated the 50th anniversary"
    )
    if is_other or placed.looks is Direction.AHEAD or not _TOLD_ON.search(placed.before.lower()):
        return None
    if placed.reads == "named_day":
        return named_day_told(placed.form.parts, placed)
    return recalled_day(placed.form.parts, placed) if placed.reads == "anniversary" else None


def _on_weekdays(
    row: NamedDayRow, placed: PlacedForm, weekdays: dict[int, PlacedForm], evidence: Evidence
) -> Iterator[Constraint]:
    day = day_recalled(placed, evidence)
    named = between(day, day) if day else days_of(row.rule)  # with its number an anniversary is of one year
    for weekday, weekday_placed in sorted(weekdays.items()):
        on_weekday = from_day_on(named & weekday_days(weekday), DAYS_A_WEEKDAY_REACHES)
        if not on_weekday:
            continue
        if not weekday_placed.is_told_past:  # it may be the next one
            on_weekday |= on_weekday >> DAYS_A_WEEKDAY_REACHES
        says = (
            f"“{weekday_placed.words}” lies at most six days from publication; together with “{placed.words}”, "
            f"{told_to_people(row)}, it fits only years in which the one is the other."
        )
        found = evidence.constraint(ClueKind.WEEKDAY_NAMED_DAY, weekday_placed.span, says, on_weekday)
        yield found if len(weekdays) == 1 else replace(found, weight=found.weight - 1)


@lru_cache(maxsize=128)
def days_of(rule: DayRule) -> Days:
    """The named day of every year of the puzzle."""
    days = (day_in(rule, year) for year in range(FIRST_DAY.year, LAST_DAY.year + 1))
    return sum(between(day, day) for day in days if day)
