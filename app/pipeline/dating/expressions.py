"""Texts to time expressions, resolved as far as the day of publication allows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf, span_date
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimeExpression
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating import read_absolute, read_named, read_relative, read_story, read_timeless
from app.pipeline.dating.calendar import timex_value
from app.pipeline.dating.joining import SHARED, ends_of, with_shared_years
from app.pipeline.dating.matching import FoundForm, Parts, find_forms
from app.pipeline.dating.meaning import Meaning, Seen
from app.pipeline.dating.story import Told, is_history, then_told

Reader = Callable[[Parts, Seen], Meaning | None]

READERS: Mapping[str, Reader] = {
    "ago": read_relative.read_ago,
    "anniversary": read_named.read_anniversary,
    "century": read_absolute.read_century,
    "day": read_absolute.read_day,
    "days": read_absolute.read_days,
    "decade": read_absolute.read_decade,
    "duration": read_timeless.read_duration,
    "half": read_absolute.read_half,
    "later": read_relative.read_later,
    "long_ago": read_relative.read_long_ago,
    "month": read_absolute.read_month,
    "months": read_absolute.read_months,
    "named_day": read_named.read_named_day,
    "of_shifted_year": read_absolute.read_of_shifted_year,
    "of_that_year": read_story.read_of_that_year,
    "often": read_timeless.read_often,
    "quarter": read_absolute.read_quarter,
    "recent_span": read_timeless.read_recent_span,
    "relative_day": read_relative.read_relative_day,
    "season": read_absolute.read_season,
    "shifted_unit": read_relative.read_shifted_unit,
    "told_unit": read_relative.read_told_unit,
    "vague": read_timeless.read_vague,
    "weekday": read_relative.read_weekday,
    "whole_day": read_absolute.read_whole_day,
    "whole_month": read_absolute.read_whole_month,
    "year": read_absolute.read_year,
    "years": read_absolute.read_years,
}


def find_time_expressions(text: str, dating: DatingKnowledge, published: EdtfDate) -> tuple[TimeExpression, ...]:
    """Find the words of a text that name a time, and what time they name.

    Args:
        text: A stretch of the kept text, unchanged, so that positions hold.
        dating: The rows of DATE.
        published: When the article appeared: a day, a span, or unknown. What depends on it is resolved at both ends
            of a span; where they differ the answer is what covers both.

    Returns:
        Expressions by position, never overlapping; `text[e.span.start:e.span.end] == e.text`.

    Source: ISO 24617-1 (ISO-TimeML) for types and values; DESIGN.md section 3 for EDTF.
    """
    found: list[TimeExpression] = []
    forms = with_shared_years(text, list(find_forms(text, dating)), dating)
    told = Told(is_history=is_history(forms, published))
    for form in forms:
        expression = resolve(text, form, dating, published=published, told=told)
        if expression is not None:
            found.append(expression)
            told = then_told(told, expression, text)
    return tuple(found)


def resolve(
    text: str, form: FoundForm, dating: DatingKnowledge, *, published: EdtfDate, told: Told
) -> TimeExpression | None:
    """The time that a form names; None where its words turn out to name none ("31 June")."""
    seen = Seen(
        text=text,
        span=form.span,
        published=published.earliest if published.latest is not None else None,
        told=told,
        dating=dating,
    )
    meaning = _read(form, seen, published.latest)
    if meaning is None:
        return None
    return TimeExpression(
        span=form.span,
        text=seen.words,
        type=meaning.type,
        value=meaning.value,
        date=meaning.date,
        anchor=meaning.anchor,
        reasoning=meaning.reasoning,
        commemorated=meaning.commemorated,
        is_anniversary=meaning.is_anniversary,
        ends=ends_of(seen.words, form.span, meaning.date, dating.separators) if "/" in meaning.value else (),
    )


def _read(form: FoundForm, seen: Seen, last_published: date | None) -> Meaning | None:
    """The meaning, at both ends of a span of publication."""
    reader = READERS[form.row.reads]
    try:
        first = reader(form.parts, seen)
        if first and SHARED in form.parts:
            shares = f"“{seen.words}” shares its year with the date behind it: {date_to_people(first.date)}."
            return replace(first, reasoning=shares)
        if first is None or seen.published in (None, last_published) or first.anchor is not Anchor.PUBLICATION:
            return first
        last = reader(form.parts, replace(seen, published=last_published))
    except (OverflowError, ValueError):  # a day outside the years 1 to 9999
        return None
    if last is None or (first.value, first.date) == (last.value, last.date):
        return first
    return _covering(first, last, seen)


def _covering(first: Meaning, last: Meaning, seen: Seen) -> Meaning:
    """What holds both meanings: the span of their days, and the value of the calendar unit around them."""
    bounds = [first.date.earliest, last.date.earliest, first.date.latest, last.date.latest]
    days = [day for day in bounds if day is not None]
    when = span_date(min(days), max(days)) if len(days) == len(bounds) else UNKNOWN_DATE
    commemorated = first.commemorated if first.commemorated == last.commemorated else UNKNOWN_DATE
    told = f"“{seen.words}”, seen from a publication on one of several days, is {date_to_people(when)}."
    return replace(
        first, date=when, value=_common_value(when), commemorated=commemorated,
        reasoning=told if when.text else first.reasoning,
    )  # fmt: skip


def _common_value(when: EdtfDate) -> str:
    """TIMEX3 for a date that may span several units: the month or year that holds it all."""
    if when.earliest is None or when.latest is None:
        return "XXXX"
    if when.precision is not Precision.SPAN:
        return timex_value(when)
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    for length in (7, 4):
        if first[:length] == last[:length]:
            return timex_value(edtf(first[:length]))
    return "XXXX"
