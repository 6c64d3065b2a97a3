"""Texts to time expressions, resolved as far as the day of publication allows."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf, span_date
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating import (
    read_absolute,
    read_business,
    read_counted,
    read_eras,
    read_named,
    read_near,
    read_ranges,
    read_relative,
    read_story,
    read_timeless,
    read_times,
    read_told,
)
from app.pipeline.dating.anchored import find_anchored
from app.pipeline.dating.calendar import timex_value
from app.pipeline.dating.joining import DAY_READERS, SHARED, ends_of, with_order, with_shared_years, with_times
from app.pipeline.dating.matching import FoundForm, Parts, find_forms
from app.pipeline.dating.meaning import Meaning, Seen, nearly
from app.pipeline.dating.read_times import TIME_PARTS, at_time
from app.pipeline.dating.story import Told, is_history, then_told
from app.pipeline.dating.surroundings import InText

Reader = Callable[[Parts, Seen], Meaning | None]

READERS: Mapping[str, Reader] = {
    "age": read_timeless.read_age,
    "ago": read_relative.read_ago,
    "ago_and_half": read_relative.read_ago_and_half,
    "anniversary": read_named.read_anniversary,
    "before_christ": read_absolute.read_before_christ,
    "century": read_absolute.read_century,
    "clock": read_times.read_clock,
    "day": read_absolute.read_day,
    "day_beside": read_near.read_day_beside,
    "day_of_month": read_near.read_day_of_month,
    "day_of_shifted_month": read_relative.read_day_of_shifted_month,
    "day_of_short_year": read_absolute.read_day_of_short_year,
    "day_of_story": read_told.read_day_of_story,
    "day_range": read_ranges.read_day_range,
    "daypart": read_times.read_daypart,
    "days": read_absolute.read_days,
    "days_of_month": read_ranges.read_days_of_month,
    "decade": read_absolute.read_decade,
    "decade_of": read_eras.read_decade_of,
    "duration": read_timeless.read_duration,
    "each_named_day": read_named.read_each_named_day,
    "first_months": read_business.read_first_months,
    "fiscal_year": read_business.read_fiscal_year,
    "half": read_business.read_half,
    "half_of_shifted_year": read_business.read_half_of_shifted_year,
    "in_time": read_relative.read_in_time,
    "juche": read_eras.read_juche,
    "later": read_told.read_later,
    "latest_period": read_business.read_latest_period,
    "later_to_the_unit": read_told.read_later_to_the_unit,
    "like_month": read_told.read_like_month,
    "long_ago": read_relative.read_long_ago,
    "month": read_absolute.read_month,
    "month_beside": read_near.read_month_beside,
    "month_range": read_ranges.read_month_range,
    "months": read_absolute.read_months,
    "named_day": read_named.read_named_day,
    "named_decade": read_absolute.read_named_decade,
    "near_half": read_business.read_near_half,
    "nth_day": read_counted.read_nth_day,
    "of_shifted_year": read_absolute.read_of_shifted_year,
    "of_that_year": read_told.read_of_that_year,
    "often": read_timeless.read_often,
    "period_of_year": read_business.read_period_of_year,
    "quarter": read_business.read_quarter,
    "quarter_of_shifted_year": read_business.read_quarter_of_shifted_year,
    "recent_span": read_timeless.read_recent_span,
    "relative_day": read_relative.read_relative_day,
    "season": read_absolute.read_season,
    "season_of_campaign": read_story.read_season_of_campaign,
    "season_of_history": read_story.read_season_of_history,
    "season_of_shifted_year": read_absolute.read_season_of_shifted_year,
    "shifted_daypart": read_times.read_shifted_daypart,
    "shifted_told_weekday": read_told.read_shifted_told_weekday,
    "shifted_unit": read_relative.read_shifted_unit,
    "short_year": read_told.read_short_year,
    "spoken_year": read_absolute.read_spoken_year,
    "told_daypart": read_times.read_told_daypart,
    "told_month": read_told.read_told_month,
    "told_period": read_business.read_told_period,
    "told_season": read_told.read_told_season,
    "told_unit": read_told.read_told_unit,
    "turn_of_century": read_absolute.read_turn_of_century,
    "unit_of_story": read_told.read_unit_of_story,
    "vague": read_timeless.read_vague,
    "week_of_day": read_counted.read_week_of_day,
    "week_of_month": read_counted.read_week_of_month,
    "weekday": read_relative.read_weekday,
    "weekday_of_week": read_relative.read_weekday_of_week,
    "weekdays": read_relative.read_weekdays,
    "weekend": read_relative.read_weekend,
    "whole_day": read_absolute.read_whole_day,
    "whole_month": read_absolute.read_whole_month,
    "year": read_absolute.read_year,
    "year_earlier": read_business.read_year_earlier,
    "year_of_story": read_told.read_year_of_story,
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
    forms = with_order(text, list(find_forms(text, dating)))
    forms = with_times(text, with_shared_years(text, forms, dating), dating)
    told = Told(is_history=is_history(forms, published))
    for form in forms:
        expression = resolve(text, form, dating, published=published, told=told)
        if expression is not None:
            found.append(expression)
            told = then_told(told, expression, form, InText(text, expression.span, dating))
    return tuple(_with_anchored(found, text, dating))


def _with_anchored(found: list[TimeExpression], text: str, dating: DatingKnowledge) -> list[TimeExpression]:
    """All expressions by position; what is seen from a happening gives way to what overlaps it."""
    starts = [one.span.start for one in found]
    anchored = []
    for one in find_anchored(text, dating):
        here = bisect_left(starts, one.span.start)
        beside = found[max(0, here - 1) : bisect_left(starts, one.span.end)]
        if not any(one.span.overlaps(other.span) for other in beside):
            anchored.append(one)
    return sorted([*found, *anchored], key=lambda one: one.span)


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
    if meaning is not None and form.row.reads in DAY_READERS and form.parts.keys() & TIME_PARTS:
        meaning = at_time(meaning, form.parts)
    if meaning is None:
        return None
    if meaning.type is TimexType.DATE and seen.stands_after("nearly"):
        meaning = nearly(meaning, seen)
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
