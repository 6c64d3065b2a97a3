"""Texts to time expressions, resolved as far as the day of publication allows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.edtf import EdtfDate
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.errors import BadDate
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating.anchored import find_anchored
from app.pipeline.dating.headings import HEADED, with_heading_years
from app.pipeline.dating.items import published_in_item
from app.pipeline.dating.joining import DAY_READERS, SHARED, ends_of, with_order, with_shared_years, with_times
from app.pipeline.dating.matching import FoundForm, Parts, find_forms
from app.pipeline.dating.meaning import Meaning, Seen, nearly
from app.pipeline.dating.open_publication import between
from app.pipeline.dating.readable import readable
from app.pipeline.dating.readers import (
    absolute,
    antiquity,
    business,
    centuries,
    counted,
    eras,
    moved,
    named,
    near,
    ranges,
    relative,
    short_years,
    timeless,
    times,
    told,
    told_days,
    yearless,
)
from app.pipeline.dating.readers.times import TIME_PARTS, at_time
from app.pipeline.dating.recalled_years import with_months_of_named_days, with_recalled_years
from app.pipeline.dating.story import Told, begins_now, is_history, then_told

Reader = Callable[[Parts, Seen], Meaning | None]

READERS: Mapping[str, Reader] = {
    "age": timeless.read_age,
    "ago": relative.read_ago,
    "ago_and_more": moved.read_ago_and_more,
    "ago_and_half": relative.read_ago_and_half,
    "anniversary": named.read_anniversary,
    "before_christ": antiquity.read_before_christ,
    "beside_named_day": named.read_beside_named_day,
    "century": centuries.read_century,
    "century_of_hundreds": centuries.read_century_of_hundreds,
    "clock": times.read_clock,
    "day": absolute.read_day,
    "day_beside": near.read_day_beside,
    "day_of_a_row": told_days.read_day_of_a_row,
    "day_of_month": near.read_day_of_month,
    "day_of_shifted_month": relative.read_day_of_shifted_month,
    "day_of_shifted_year": moved.read_day_of_shifted_year,
    "day_of_short_year": short_years.read_day_of_short_year,
    "day_of_story": told_days.read_day_of_story,
    "day_range": ranges.read_day_range,
    "daypart": times.read_daypart,
    "daypart_beside": times.read_daypart_beside,
    "days": absolute.read_days,
    "days_of_that_year": ranges.read_days_of_that_year,
    "days_of_month": ranges.read_days_of_month,
    "decade": centuries.read_decade,
    "decade_of": eras.read_decade_of,
    "duration": named.read_length,
    "each_named_day": named.read_each_named_day,
    "first_months": business.read_first_months,
    "fiscal_year": business.read_fiscal_year,
    "half": business.read_half,
    "half_length": timeless.read_half_length,
    "half_of_shifted_year": business.read_half_of_shifted_year,
    "in_time": relative.read_in_time,
    "era": eras.read_year_of_era,
    "later": told.read_later,
    "latest_period": business.read_latest_period,
    "later_and_more": told.read_later_and_more,
    "later_than_that": told.read_later_than_that,
    "later_to_the_unit": told.read_later_to_the_unit,
    "length_and_half": timeless.read_length_and_half,
    "like_period": business.read_like_period,
    "like_month": told.read_like_month,
    "long_ago": relative.read_long_ago,
    "many_long": timeless.read_many_long,
    "military_clock": times.read_military_clock,
    "month": absolute.read_month,
    "month_beside": near.read_month_beside,
    "month_of_entry": absolute.read_month_of_entry,
    "month_of_short_year": short_years.read_month_of_short_year,
    "month_of_that_year": told.read_month_of_that_year,
    "month_range": ranges.read_month_range,
    "moved_date": moved.read_moved_date,
    "moved_day": moved.read_moved_day,
    "moved_unit": moved.read_moved_unit,
    "moved_weekday": moved.read_moved_weekday,
    "months": absolute.read_months,
    "named_day": named.read_named_day,
    "named_day_back": named.read_named_day,
    "named_decade": centuries.read_named_decade,
    "near_half": business.read_near_half,
    "nth_day": counted.read_nth_day,
    "of_shifted_year": absolute.read_of_shifted_year,
    "of_that_year": told.read_of_that_year,
    "nights_ago": times.read_nights_ago,
    "often": timeless.read_often,
    "often_counted": timeless.read_often_counted,
    "overnight": times.read_overnight,
    "period_of_year": business.read_period_of_year,
    "quarter": business.read_quarter,
    "quarter_of_short_year": business.read_quarter_of_short_year,
    "quarter_of_shifted_year": business.read_quarter_of_shifted_year,
    "recent_span": timeless.read_recent_span,
    "relative_day": relative.read_relative_day,
    "season": absolute.read_season,
    "season_beside": told.read_season_beside,
    "season_of_campaign": yearless.read_season_of_campaign,
    "season_of_history": yearless.read_season_of_history,
    "season_of_short_year": short_years.read_season_of_short_year,
    "season_of_that_year": told.read_season_of_that_year,
    "season_of_two_years": absolute.read_season_of_two_years,
    "season_of_shifted_year": absolute.read_season_of_shifted_year,
    "shifted_daypart": times.read_shifted_daypart,
    "shifted_told_weekday": told_days.read_shifted_told_weekday,
    "shifted_unit": relative.read_shifted_unit,
    "short_fiscal_year": business.read_short_fiscal_year,
    "short_year": told.read_short_year,
    "span_that_followed": timeless.read_span_that_followed,
    "spoken_year": absolute.read_spoken_year,
    "told_daypart": times.read_told_daypart,
    "told_month": told.read_told_month,
    "told_period": business.read_told_period,
    "told_season": told.read_told_season,
    "told_unit": told.read_told_unit,
    "turn_untold": centuries.read_turn_untold,
    "turn_of_century": centuries.read_turn_of_century,
    "unit_of_story": told.read_unit_of_story,
    "vague": timeless.read_vague,
    "week_of_day": counted.read_week_of_day,
    "week_of_month": counted.read_week_of_month,
    "weekday": relative.read_weekday,
    "weekday_beside": told_days.read_weekday_beside,
    "weekday_of_week": relative.read_weekday_of_week,
    "weekdays_ago": moved.read_weekdays_ago,
    "weekdays": relative.read_weekdays,
    "weekend": relative.read_weekend,
    "whole_day": absolute.read_whole_day,
    "whole_days": absolute.read_whole_days,
    "whole_month": absolute.read_whole_month,
    "year": absolute.read_year,
    "year_earlier": business.read_year_earlier,
    "year_long": timeless.read_year_long,
    "year_of_story": told.read_year_of_story,
    "years": absolute.read_years,
}


_COUNTED_READERS = frozenset({"ago", "ago_and_half", "later"})


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
    return resolve_forms(text, find_forms(text, dating), dating, published)


def resolve_forms(
    text: str, forms: Sequence[FoundForm], dating: DatingKnowledge, published: EdtfDate
) -> tuple[TimeExpression, ...]:
    """The same for who has found the forms of the text already."""
    plain = readable(text)
    found = _resolve_all(plain, forms, dating, published)
    return found if plain == text else tuple(replace(one, text=one.span.of(text)) for one in found)


def _resolve_all(
    text: str, forms: Sequence[FoundForm], dating: DatingKnowledge, published: EdtfDate
) -> tuple[TimeExpression, ...]:
    found: list[TimeExpression] = []
    forms = with_heading_years(text, with_shared_years(text, with_order(text, forms), dating))
    forms = with_months_of_named_days(text, with_recalled_years(text, with_times(text, forms, dating), dating))
    told = Told(is_history=is_history(forms, published), begins_now=begins_now(forms))
    written = published
    for form in forms:
        seen = _seen(text, form, dating, published=written, told=told)
        expression = _resolve(form, seen, written.latest)
        if expression is not None and (of_item := published_in_item(text, expression, published)):
            written = of_item
        if expression is not None:
            found.append(expression)
            told = then_told(told, expression, form, seen)
    anchored = find_anchored(text, dating, found, published.latest)
    return tuple(sorted([*found, *anchored], key=lambda one: one.span))


def resolve(
    text: str, form: FoundForm, dating: DatingKnowledge, *, published: EdtfDate, told: Told
) -> TimeExpression | None:
    """The time that a form names; None where its words turn out to name none ("31 June")."""
    return _resolve(form, _seen(text, form, dating, published=published, told=told), published.latest)


def _seen(text: str, form: FoundForm, dating: DatingKnowledge, *, published: EdtfDate, told: Told) -> Seen:
    first_published = published.earliest if published.latest is not None else None
    return Seen(text=text, span=form.span, published=first_published, told=told, dating=dating)


def _resolve(form: FoundForm, seen: Seen, last_published: date | None) -> TimeExpression | None:
    meaning = _read(form, seen, last_published)
    if meaning is not None and form.row.reads in DAY_READERS and form.parts.keys() & TIME_PARTS:
        meaning = at_time(meaning, form.parts)
    if meaning is None:
        return None
    if meaning.type is TimexType.DATE and _is_hedged(form, seen):
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
        ends=ends_of(seen.words, form.span, meaning.date, seen.dating.separators) if "/" in meaning.value else (),
    )


def _is_hedged(form: FoundForm, seen: Seen) -> bool:
    """Is it "around 1950", "about three years ago"?"""
    is_counted = "count" in form.parts and form.row.reads in _COUNTED_READERS
    return "about" in form.parts or seen.stands_after("nearly") or (is_counted and seen.stands_after("nearly_counted"))


def _read(form: FoundForm, seen: Seen, last_published: date | None) -> Meaning | None:
    """The meaning, at both ends of a span of publication."""
    reader = READERS[form.row.reads]
    try:
        first = antiquity.read_in_antiquity(form.row.reads, form.parts, seen) or reader(form.parts, seen)
        if first and SHARED in form.parts:
            shares = f"“{seen.words}” shares its year with the date behind it: {date_to_people(first.date)}."
            return replace(first, reasoning=shares)
        if first and HEADED in form.parts:
            under = f"“{seen.words}” stands under {form.parts['year']}: {date_to_people(first.date)}."
            return replace(first, reasoning=under)
        if first is None or seen.published in (None, last_published) or first.anchor is not Anchor.PUBLICATION:
            return first
        last = reader(form.parts, replace(seen, published=last_published))
    except (BadDate, OverflowError, ValueError):  # outside the years 1 to 9999
        return None
    if last is None or (first.value, first.date) == (last.value, last.date):
        return first
    return between(form, first, last, seen)
