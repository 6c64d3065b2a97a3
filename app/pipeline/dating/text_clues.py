"""Clues of the story itself: anniversaries, weekdays on named days, what had happened, what is still to come."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import pairwise

from app.domain.edtf import day_date, edtf
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.errors import BadDate
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.evidence import Evidence, PlacedForm, told_day
from app.pipeline.dating.puzzle import LAST_DAY, Constraint, between, from_day_on, weekday_days, yearly_days
from app.pipeline.dating.surroundings import Direction

BESIDE_TODAY, FACT, YEARS_AGO = 5, 3, 3
WEEKDAY_AND_DAY, LAST_YEAR, PAST_DAY, PAST_YEAR, NEARNESS, STILL_TO_COME = 3, 2, 3, 2, 1, 1
DAYS_A_YEARLESS_DAY_REACHES = 180
_LEAD = 2  # paragraphs of the story that tell what is new
_ADJACENT = 4  # characters between "yesterday" and the "(12 May)" that explains it
_WILL = re.compile(r"\b(?:will|shall|scheduled for|due (?:in|on|by))\b[^,]{0,60}$", re.IGNORECASE)


def text_clues(evidence: Evidence, stated: Collection[Stretch] = ()) -> Iterator[Constraint]:
    """All clues of this kind that an article has; dates at the places `stated` are headers and tell nothing here."""
    yield from _beside_relative_days(evidence, stated)
    yield from _weekdays_with_days(evidence)
    yield from _last_year_named(evidence)
    yield from _years_ago(evidence)
    yield from _facts(evidence)
    yield from _explicit_dates(evidence, stated)
    yield from _yearless_days(evidence)


def _beside_relative_days(evidence: Evidence, stated: Collection[Stretch]) -> Iterator[Constraint]:
    """Take the day after it from "yesterday (12 May 2004)"."""
    for first, second in pairwise(evidence.body):
        for relative, told in ((first, second), (second, first)):
            if relative.reads != "relative_day" or relative.is_quoted or told.reads != "day":
                continue
            if second.span.start - first.span.end > _ADJACENT or told.span in stated:
                continue
            day = told_day(told)
            offset = relative.number("offset")
            if day is None:
                yearly = yearly_days(told.number("month"), told.number("day"))
                allows = yearly >> offset if offset >= 0 else yearly << -offset
            else:
                seen_from = day - timedelta(days=offset)
                allows = between(seen_from, seen_from)
            span = Stretch(first.span.start, second.span.end)
            says = f"“{span.of(evidence.article.text)}” tells on what day this was written."
            yield Constraint(evidence.clue(span, says), allows, BESIDE_TODAY)


def _weekdays_with_days(evidence: Evidence) -> Iterator[Constraint]:
    """A weekday with its date fits only some years, and lies not far from publication."""
    lead = list(dict.fromkeys(sentence.paragraph for sentence in evidence.article.sentences))[:_LEAD]
    for placed in evidence.body:
        if placed.reads != "day" or placed.has("year") or placed.has("day_year") or not placed.has("weekday"):
            continue
        days = yearly_days(placed.number("month"), placed.number("day")) & weekday_days(placed.number("weekday"))
        allows = from_day_on(days, 31) if placed.looks is not Direction.AHEAD else 0
        if placed.looks is not Direction.BACK:
            allows |= from_day_on(days, 31) >> 31
        says = f"“{placed.span.of(evidence.article.text)}” is that weekday only in some years."
        yield Constraint(evidence.clue(placed.span, says), allows, WEEKDAY_AND_DAY)
        if placed.looks is not Direction.AHEAD and placed.paragraph.number in lead:
            says = f"“{placed.span.of(evidence.article.text)}” stands in the lead: news of that week."
            yield Constraint(evidence.clue(placed.span, says), from_day_on(days, 6), NEARNESS)


def _last_year_named(evidence: Evidence) -> Iterator[Constraint]:
    """Read "… last year. In the 2021 letter, …": the year named as known already is the one called "last year"."""
    text = evidence.article.text
    for first, second in pairwise(evidence.body):
        if first.reads != "shifted_unit" or first.form.parts.get("unit") != "Y" or first.form.parts.get("shift") != -1:
            continue
        is_near = second.span.start - first.span.end <= _NEXT_SENTENCE
        if second.reads != "year" or not is_near or not text[: second.span.start].lower().endswith("the "):
            continue
        year = second.number("year") + 1
        if not 1 < year <= LAST_DAY.year:
            continue
        says = f"“{first.span.of(text)}” and, of the same thing, “the {second.span.of(text)} …”: so this is {year}."
        yield Constraint(evidence.clue(first.span, says), between(date(year, 1, 1), date(year, 12, 31)), LAST_YEAR)


_NEXT_SENTENCE = 40  # characters from "last year" to "the 2021 …" at the beginning of the sentence behind


def _years_ago(evidence: Evidence) -> Iterator[Constraint]:
    """Take "April 2019, more than four years ago": a date and how long ago it was, side by side."""
    text = evidence.article.text
    for first, second in pairwise(evidence.body):
        told = _explicit_span(first)
        if not told or second.reads != "ago" or second.form.parts.get("units") != "Y":
            continue
        how_long = text[first.span.end : second.span.end]
        count = second.number("count")
        if second.span.start - first.span.end > _NEXT_WORDS or told[0].year + count + 1 > LAST_DAY.year:
            continue
        first_day, last_day = (same_day_in(day, day.year + count) for day in told)
        is_under = re.search(r"nearly|almost|less|just under", how_long) is not None
        is_over = re.search(r"more|over", how_long) is not None
        allows = between(
            first_day if is_over else same_day_in(first_day, first_day.year - 1),
            last_day if is_under else same_day_in(last_day, last_day.year + 1),
        )
        span = Stretch(first.span.start, second.span.end)
        says = f"“{span.of(text)}”: {told[0].year} + {count} is about {told[0].year + count}."
        yield Constraint(evidence.clue(span, says), allows, YEARS_AGO)


_NEXT_WORDS = 20  # characters: ", more than "


def _facts(evidence: Evidence) -> Iterator[Constraint]:
    """Happenings that a text can only tell of after their day."""
    text = evidence.article.text
    for pattern, row in evidence.dating.facts:
        for paragraph in evidence.body_paragraphs:
            if found := pattern.search(text, paragraph.span.start, paragraph.span.end):
                says = f"It tells of {row.title}, so publication is not before {date_to_people(day_date(row.day))}."
                span = Stretch(found.start(), found.end())
                yield Constraint(evidence.clue(span, says), between(row.day, None), FACT, is_bound=True)
                break


def _explicit_dates(evidence: Evidence, stated: Collection[Stretch]) -> Iterator[Constraint]:
    """Dates with their year: told as past they are a first day for publication, told as coming a last one."""
    latest: date | None = None
    latest_placed: PlacedForm | None = None
    for placed in evidence.body:
        span = _explicit_span(placed)
        if span is None or placed.is_quoted or placed.span in stated:
            continue
        first, last = span
        if _WILL.search(placed.before):
            says = f"“{placed.span.of(evidence.article.text)}” is still to come."
            yield Constraint(evidence.clue(placed.span, says), between(None, last), STILL_TO_COME, is_bound=True)
        elif placed.looks is not Direction.AHEAD and (latest is None or first > latest):
            latest, latest_placed = first, placed
    if latest is not None and latest_placed is not None:
        words = latest_placed.span.of(evidence.article.text)
        says = f"“{words}” has come, so publication is not before {date_to_people(day_date(latest))}."
        weight = PAST_DAY if told_day(latest_placed) else PAST_YEAR
        yield Constraint(evidence.clue(latest_placed.span, says), between(latest, None), weight, is_bound=True)


def _explicit_span(placed: PlacedForm) -> tuple[date, date] | None:
    day = told_day(placed)
    if day:
        return day, day
    reads = placed.reads
    if reads not in ("year", "month") or not placed.has("year"):
        return None
    try:
        when = edtf(f"{placed.number('year'):04}" + (f"-{placed.number('month'):02}" if reads == "month" else ""))
    except BadDate:
        return None
    return (when.earliest, when.latest) if when.earliest and when.latest else None


def _yearless_days(evidence: Evidence) -> Iterator[Constraint]:
    """Read "On August 5", told as past without a year, lies within the half year before publication."""
    told_in = 0  # the paragraph in which a story with its own year is told
    for placed in evidence.body:
        if _explicit_span(placed):
            told_in = placed.paragraph.number
        is_story = told_in == placed.paragraph.number
        if placed.looks is not Direction.BACK or placed.is_quoted or is_story or placed.has("shift"):
            continue
        reads = placed.reads
        if reads == "day" and not placed.has("day_year"):
            yearly, reach = yearly_days(placed.number("month"), placed.number("day")), DAYS_A_YEARLESS_DAY_REACHES
        elif reads == "month":
            yearly, reach = yearly_days(placed.number("month"), 1), DAYS_A_YEARLESS_DAY_REACHES + 30
        else:
            continue
        says = f"“{placed.span.of(evidence.article.text)}”, told without its year, lies not long before publication."
        yield Constraint(evidence.clue(placed.span, says), from_day_on(yearly, reach), NEARNESS)
