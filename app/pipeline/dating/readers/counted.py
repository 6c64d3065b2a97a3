"""Readers of days and weeks that are counted within a month: "the last week of August", "the first Monday of May"."""

from dataclasses import replace
from datetime import timedelta

from app.domain.edtf import day_date, span_date
from app.domain.showing import date_to_people
from app.pipeline.dating.calendar import week_of, weekday_ahead, weekday_back
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen
from app.pipeline.dating.readers.absolute import read_day, read_month

_ONE_DAY = timedelta(days=1)


def read_week_of_month(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the last week of August", "the first two weeks of May 2004"."""
    month = read_month({name: parts[name] for name in ("month", "year") if name in parts}, seen)
    if month.date.earliest is None or month.date.latest is None:
        return month
    number, count = int(parts["which"]), int(parts.get("count", 1))
    length = timedelta(days=7 * count)
    first = month.date.earliest + timedelta(weeks=number - 1) if number else month.date.latest - length + _ONE_DAY
    last = min(first + length - _ONE_DAY, month.date.latest)
    if last < first:
        return None
    when = span_date(first, last)
    rule = f"“{seen.words}” is {date_to_people(when)}."
    return replace(month, value=week_of(first + (last - first) / 2)[0], date=when, reasoning=rule)


def read_nth_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the last day of July", "the first Monday of May 2019"."""
    month = read_month({name: parts[name] for name in ("month", "year") if name in parts}, seen)
    if month.date.earliest is None or month.date.latest is None:
        return month
    number, step = int(parts["which"]), 7 if "weekday" in parts else 1
    first, last = month.date.earliest, month.date.latest
    if "weekday" in parts:
        first, last = weekday_ahead(first, int(parts["weekday"])), weekday_back(last, int(parts["weekday"]))
    day = first + timedelta(days=step * (number - 1)) if number else last
    if day > month.date.latest:
        return None
    rule = f"“{seen.words}” is {date_to_people(day_date(day))}."
    return replace(month, value=day.isoformat(), date=day_date(day), reasoning=rule)


def read_week_of_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the week of August 8": the week that holds the day."""
    day = read_day(parts, seen)
    if day is None or day.date.earliest is None:
        return day
    value, when = week_of(day.date.earliest)
    return replace(day, value=value, date=when, reasoning=f"“{seen.words}” is the week {date_to_people(when)}.")
