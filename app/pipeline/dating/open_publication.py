"""What is seen from a publication of which only a span of days is known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf, span_date
from app.domain.showing import date_to_people
from app.pipeline.dating.calendar import timex_value
from app.pipeline.dating.matching import FoundForm
from app.pipeline.dating.meaning import Meaning, Seen

_NEAR_CHARACTERS, _DAYS_OF_A_WEEK = 200, 7


def between(form: FoundForm, first: Meaning, last: Meaning, seen: Seen) -> Meaning:
    """The meaning of a form that means something else at either end of the span.

    Args:
        form: The form.
        first: Its meaning if the article appeared on the first of the days.
        last: Its meaning if it appeared on the last of them.
        seen: Where it stands, seen from the first day.

    Returns:
        One of the two where the story tells which; else what holds both.
    """
    return _next_of_story(form, (first, last), seen) or _covering(first, last, seen)


def _next_of_story(form: FoundForm, meanings: Sequence[Meaning], seen: Seen) -> Meaning | None:
    """Of the weekdays that publication leaves open the one that follows within a week on a day told."""
    told = seen.told.date.earliest if seen.told.last_is_day else None
    if form.row.reads != "weekday" or told is None or seen.span.start - seen.told.span.end > _NEAR_CHARACTERS:
        return None
    week = (told + timedelta(days=days) for days in range(_DAYS_OF_A_WEEK))
    days = {day.isoformat() for day in week}
    return next((meaning for meaning in meanings if meaning.date.text in days), None)


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
