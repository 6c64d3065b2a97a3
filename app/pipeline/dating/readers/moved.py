"""Readers of a time that lies so far from a finer one: "a year ago this month", "two weeks from Friday"."""

from datetime import date, timedelta

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, day_date
from app.pipeline.dating.calendar import (
    day_or_unknown,
    day_so_far_from,
    month_of,
    unit_around,
    weekday_ahead,
    weekday_back,
)
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication, value_without_day
from app.pipeline.dating.readers.absolute import shifted_year
from app.pipeline.dating.readers.distances import distance_of, unit_so_far_from


def read_moved_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "a year ago today", "two weeks ago yesterday"."""
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=value_without_day("D"))
    day = seen.published + timedelta(days=int(parts["offset"]))
    return seen_from_publication(day_date(_moved(day, parts)), seen)


def read_moved_unit(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "a year ago this month", "ten years ago next week": as coarse as the finer of the two."""
    unit = str(parts["unit"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=value_without_day(unit))
    shift = int(parts["shift"])
    near = unit_around(seen.published, unit, shift)[1].earliest if shift else seen.published
    value, when = unit_around(_moved(near or seen.published, parts), unit, 0)
    return seen_from_publication(when, seen, value=value)


def read_moved_weekday(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "a week ago Tuesday", "a year ago Monday", "two weeks from Friday"."""
    wanted = int(parts["weekday"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-WXX-{wanted}")
    is_ahead = int(parts.get("toward", -1)) > 0
    near = weekday_ahead(seen.published, wanted) if is_ahead else weekday_back(seen.published, wanted)
    return seen_from_publication(day_date(_moved(near, parts)), seen)


def read_ago_and_more(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "a year and two months ago": as coarse as the finest of its units; None where they are not in order."""
    if (distance := distance_of(parts)) is None:
        return None
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=value_without_day(distance[-1].unit))
    value, when = unit_so_far_from(seen.published, distance, -1)
    return seen_from_publication(when, seen, value=value)


def read_day_of_shifted_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "last Oct. 20", "next March 3": of the year that the month alone would be of."""
    month, day = int(parts["month"]), int(parts["day"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{month:02}-{day:02}")
    year = shifted_year(month, seen.published.month, seen.published.year, int(parts["shift"]))
    when = day_or_unknown(year, month, day)
    return seen_from_publication(when, seen) if when.text else None


def read_weekdays_ago(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "two Sundays ago": the first of them is the last one before publication."""
    wanted = int(parts["weekday"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-WXX-{wanted}")
    last = weekday_back(seen.published - timedelta(days=1), wanted)
    return seen_from_publication(day_date(last - timedelta(weeks=int(parts["count"]) - 1)), seen)


def read_moved_date(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "two years ago in May", "five years ago, on 3 May": of the year that lies so far back."""
    month, day = int(parts["month"]), parts.get("day")
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{month:02}" + (f"-{int(day):02}" if day else ""))
    year = _moved(seen.published, parts).year
    when: EdtfDate = day_or_unknown(year, month, int(day)) if day else month_of(year, month)
    return seen_from_publication(when, seen) if when.text else None


def _moved(day: date, parts: Parts) -> date:
    return day_so_far_from(day, str(parts["units"]), int(parts["count"]) * int(parts.get("toward", -1)))
