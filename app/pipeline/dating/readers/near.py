"""Readers of days and months told by less than their whole name: "the 15th", "지난 5일"."""

from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import day_or_unknown, month_of, shift_months
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication
from app.pipeline.dating.readers.absolute import nearest_day
from app.pipeline.dating.surroundings import Direction

_NEAR_CHARACTERS = 40  # a news report that tells of an old day soon comes back to its own month
_NEAR_DAYS = 14
_MONTHS = 60  # in five years every day of the month falls on every weekday
_LEAP_YEAR = 2000  # so that 29 February passes
_SIDES = {-1: Direction.BACK, 1: Direction.AHEAD}
_SIDE_SAYS = {-1: ", the last one before it", 1: ", the next one from then on"}


def read_day_of_month(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "15일", "15-го числа": the nearest one, or the next behind a day told; "같은 달 15일" (`told_shift`)."""
    day = int(parts["day"])
    if "told_shift" in parts:
        return _of_told_month(day, int(parts["told_shift"]), seen)
    if after_told := _after_told(day, seen):
        return told_after(after_told, seen)
    published = seen.published
    if published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-XX-{day:02}")
    nearest = min(_days_of_months(published, day), key=lambda found: abs((found - published).days))
    return seen_from_publication(day_date(nearest), seen, how=", the nearest one")


def _days_of_months(near: date, day: int) -> list[date]:
    """The days of that number in the months around a day; of two neighbours one has 31 days."""
    found = (_day_of_month(near, shift, day) for shift in range(-2, 3))
    return [each for each in found if each is not None]


def _day_of_month(near: date, shift_by: int, day: int) -> date | None:
    year, month = shift_months(near, shift_by)
    return day_or_unknown(year, month, day).earliest


def _after_told(day: int, seen: Seen) -> EdtfDate | None:
    """The day of that number that follows at once on one of a story: "2019년 4월 24일 도착해 25일 만났다"."""
    told = seen.told.date
    is_near = seen.span.start - seen.told.span.end <= _NEAR_CHARACTERS
    if told.earliest is None or told.precision is not Precision.DAY or not seen.told.is_story:
        return None
    days = [each for each in _days_of_months(told.earliest, day) if 0 <= (each - told.earliest).days <= _NEAR_DAYS]
    return day_date(days[0]) if days and (is_near or seen.told.is_history) else None


def day_of_weekday(wanted: int, day: int, seen: Seen) -> Meaning | None:
    """The day of "Thursday the 6th": of the nearest month in which both agree; None for the 32nd."""
    published = seen.published
    if published is None:
        return None
    found = (_day_of_month(published, shift, day) for shift in range(-_MONTHS, _MONTHS + 1))
    agreeing = [each for each in found if each is not None and each.isoweekday() == wanted]
    nearest = min(agreeing, key=lambda each: abs((each - published).days), default=None)
    return seen_from_publication(day_date(nearest), seen, how=", the nearest one with that number") if nearest else None


def _of_told_month(day: int, shift: int, seen: Seen) -> Meaning | None:
    told = seen.told.date
    if told.earliest is None or told.precision not in (Precision.DAY, Precision.MONTH):
        reasoning = seen.said("is seen from a month told before it, which is not known")
        return Meaning(TimexType.DATE, f"XXXX-XX-{day:02}", UNKNOWN_DATE, Anchor.PREVIOUS, reasoning)
    found = _day_of_month(told.earliest, shift, day)
    return told_after(day_date(found), seen) if found else None


def told_after(when: EdtfDate, seen: Seen) -> Meaning:
    """A day that is seen from the one told before it."""
    reasoning = f"“{seen.words}”, told after {date_to_people(seen.told.date)}, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, when.text, when, Anchor.PREVIOUS, reasoning)


def read_day_beside(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "지난 5일", "오는 9월 9일": the last such day before publication, or the next one."""
    side, day = int(parts["side"]), int(parts["day"])
    published, how = seen.published, _SIDE_SAYS[side]
    if "month" in parts:
        month = int(parts["month"])
        if not day_or_unknown(_LEAP_YEAR, month, day).text:
            return None
        if published is None:
            return seen_from_publication(edtf(f"XXXX-{month:02}-{day:02}"), seen)
        return seen_from_publication(nearest_day(month, day, published, _SIDES[side]), seen, how=how)
    if published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-XX-{day:02}")
    days = _days_of_months(published, day)
    found = max(d for d in days if d <= published) if side < 0 else min(d for d in days if d >= published)
    return seen_from_publication(day_date(found), seen, how=how)


def read_month_beside(parts: Parts, seen: Seen) -> Meaning:
    """Read "지난 8월", "오는 10월": the last such month that is over, or the next one that has not ended."""
    side, month = int(parts["side"]), int(parts["month"])
    if seen.published is None:
        return seen_from_publication(edtf(f"XXXX-{month:02}"), seen)
    now, year = seen.published.month, seen.published.year
    year += (month < now) if side > 0 else -(month >= now)
    return seen_from_publication(month_of(year, month), seen, how=_SIDE_SAYS[side])
