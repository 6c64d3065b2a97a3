"""Readers of forms that name a day, month, year or longer by the calendar."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, day_date, edtf, span_date
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.errors import BadDate
from app.pipeline.dating.calendar import day_or_unknown, month_of, season_of
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit, seen_from_publication
from app.pipeline.dating.readers.told import read_told_month
from app.pipeline.dating.readers.yearless import read_in_story, read_season_in_story
from app.pipeline.dating.surroundings import Direction

_WINTER = 24
_MARGIN = 20  # characters looked at before the head of a line


def read_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "15 August 2022", "August 15, 2022", "5 August"; None where the calendar has no such day."""
    if "day_year" in parts:
        day_text, _, year_text = str(parts["day_year"]).partition(",")
        parts = {**parts, "day": int(day_text), "year": int(year_text)}
    month, day = int(parts["month"]), int(parts["day"])
    if "year" not in parts:
        return read_yearless_day(month, day, seen)
    when = day_or_unknown(int(parts["year"]), month, day)
    return explicit(when, seen) if when.text else None


def read_yearless_day(month: int, day: int, seen: Seen) -> Meaning | None:
    """A day whose year is not told: the nearest one, or the nearest on the side to which the clause looks."""
    if not day_or_unknown(2000, month, day).text:  # a leap year, so that 29 February passes
        return None
    if called := _day_of_fact(month, day, seen):
        rule = seen.said(f"is the day by which a happening is called: {date_to_people(called)}")
        return Meaning(TimexType.DATE, called.text, called, Anchor.PUBLICATION, rule)
    if story := read_in_story(month, day, seen):
        return story
    if seen.published is None:
        return seen_from_publication(edtf(f"XXXX-{month:02}-{day:02}"), seen)
    when = nearest_day(month, day, seen.published, seen.looks)
    is_there = seen.looks is _side_of(when, seen.published) or when.latest == seen.published
    return seen_from_publication(when, seen, how=_LOOKS[seen.looks if is_there else Direction.OPEN])


def _side_of(when: EdtfDate, published: date) -> Direction:
    return Direction.AHEAD if when.latest and when.latest > published else Direction.BACK


def _day_of_fact(month: int, day: int, seen: Seen) -> EdtfDate | None:
    """The day of a happening that is called by it: "the September 11 attacks"."""
    same_day = f"-{month:02}-{day:02}"
    for _, row in seen.dating.facts:
        if not row.on.endswith(same_day) or (seen.published and seen.published < row.day):
            continue
        name = next((found for name in row.anchors if (found := re.match(name, seen.words + seen.after))), None)
        if name and name.end() > len(seen.words):
            return day_date(row.day)
    return None


_LOOKS = {
    Direction.AHEAD: " and looking ahead",
    Direction.BACK: " and looking back",
    Direction.OPEN: ", the nearest one",
}


def nearest_day(month: int, day: int, published: date, direction: Direction) -> EdtfDate:
    """The nearest day of that name to publication on the side to which the clause looks; open: on either side."""
    found = [day_or_unknown(published.year + shift, month, day).earliest for shift in range(-4, 5)]
    return nearest_of([d for d in found if d is not None], published, direction)


def nearest_of(days: Sequence[date], published: date, direction: Direction) -> EdtfDate:
    """The nearest of the days that a yearly one falls on.

    A side on which the day is most of a year away is not the one that was meant: cues can mislead, and a day of which
    nobody tells the year is near.
    """
    nearest = min(days, key=lambda d: abs((d - published).days), default=None)
    if direction is Direction.AHEAD:
        days = [d for d in days if d >= published]
    elif direction is Direction.BACK:
        days = [d for d in days if d <= published]
    meant = min(days, key=lambda d: abs((d - published).days), default=nearest)
    if nearest and meant and nearest.year != meant.year and abs((meant - published).days) > _TOO_FAR_DAYS:
        meant = nearest
    return span_date(meant, meant) if meant else UNKNOWN_DATE


_TOO_FAR_DAYS = 300


def read_whole_day(parts: Parts, seen: Seen) -> Meaning:
    """Read "2022-08-15", "15.08.2022"; "03/05/2004" is one of two days as long as nothing tells the order."""
    when = edtf(str(parts["day"]))
    if when.text.startswith("["):
        return Meaning(
            TimexType.DATE, when.text[1:11], when, Anchor.EXPLICIT,
            seen.said("can be read day first or month first"),
        )  # fmt: skip
    return explicit(when, seen)


def read_whole_month(parts: Parts, seen: Seen) -> Meaning:
    """Read "2019-11"."""
    return explicit(edtf(str(parts["month"])), seen)


def read_whole_days(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "24-26.04.2019"."""
    return read_interval(str(parts["days"]), seen)


def read_month_of_entry(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "11/1950 - " at the head of a line; elsewhere it may be the number of a law."""
    margin = seen.text[max(0, seen.span.start - _MARGIN) : seen.span.start]
    is_head = not margin.rpartition("\n")[2].strip() and ("\n" in margin or len(margin) < _MARGIN)
    return read_whole_month(parts, seen) if is_head and seen.stands_before("entry_begins") else None


def read_month(parts: Parts, seen: Seen) -> Meaning:
    """Read "July 2022", "July", "last July"."""
    month = int(parts["month"])
    if "year" in parts:
        return explicit(month_of(int(parts["year"]), month), seen)
    if story := _month_of_story(parts, seen):
        return story
    if seen.published is None:
        return seen_from_publication(edtf(f"XXXX-{month:02}"), seen)
    year = seen.published.year
    if "shift" in parts:
        year = shifted_year(month, seen.published.month, year, int(parts["shift"]))
        return seen_from_publication(month_of(year, month), seen)
    if seen.looks is Direction.AHEAD:
        year += month < seen.published.month
        return seen_from_publication(month_of(year, month), seen, how=" and looking ahead")
    year -= month > seen.published.month
    return seen_from_publication(month_of(year, month), seen, how=", the last one before it")


def _month_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    if "shift" in parts:
        return read_told_month(parts, seen) if seen.told.is_history else None
    return read_in_story(int(parts["month"]), None, seen)


def read_of_shifted_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "September last year", "3 September this year"."""
    if parts["unit"] != "Y":
        return None
    month, day = int(parts["month"]), parts.get("day")
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{month:02}" + (f"-{int(day):02}" if day else ""))
    year = seen.published.year + int(parts["shift"])
    when = day_or_unknown(year, month, int(day)) if day else month_of(year, month)
    return seen_from_publication(when, seen) if when.text else None


def shifted_year(wanted: int, now: int, year: int, shift: int) -> int:
    """The year of "last July" (-1), "this July" (0), "next July" (1) in a year whose current month is `now`."""
    if shift < 0:
        return year - (wanted >= now - 1)  # "last July", said in August, is not the month that has just passed
    if shift > 0:
        return year + (wanted <= now)
    return year


def read_months(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "June-August 2019"."""
    first, last = int(parts["first_month"]), int(parts["last_month"])
    if "year" not in parts:
        return _untold_months(first, last, seen)
    year = int(parts["year"])
    return read_interval(f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}", seen)


def _untold_months(first: int, last: int, seen: Seen) -> Meaning | None:
    """Read "from late July until September": the last month is the next such one after the first."""
    start = read_month({"month": first}, seen)
    if start.date.earliest is None:
        return None
    year = start.date.earliest.year + (last < first)
    when = edtf(f"{start.date.text}/{year:04}-{last:02}") if first != last else start.date
    rule = f"“{seen.words}” begins with {date_to_people(start.date)}: {date_to_people(when)}."
    return replace(start, value=when.text, date=when, reasoning=rule)


def read_interval(text: str, seen: Seen) -> Meaning | None:
    """An interval; None where it names no days or ends before it begins."""
    try:
        when = edtf(text)
    except BadDate:
        return None
    return explicit(when, seen)


def read_days(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "August 15-21, 2022", "28 July – 3 August"."""
    if "days" in parts:
        first, _, last = str(parts["days"]).partition("/")
        parts = {**parts, "first": int(first), "last": int(last)}
    month = int(parts["month"])
    ends = read_day({"month": month, "day": parts["last"], **_year(parts, seen)}, seen)
    if ends is None or ends.date.latest is None:
        return None
    first_month = int(parts.get("first_month", month))
    year = ends.date.latest.year - (first_month > month)
    starts = day_or_unknown(year, first_month, int(parts["first"]))
    if starts.earliest is None or starts.earliest >= ends.date.latest:
        return None
    when = span_date(starts.earliest, ends.date.latest)
    if "year" in parts:
        return explicit(when, seen)
    return seen_from_publication(when, seen)


def _year(parts: Parts, seen: Seen) -> Parts:
    if "year_shift" in parts and seen.published is not None:
        return {"year": seen.published.year + int(parts["year_shift"])}
    return {"year": parts["year"]} if "year" in parts else {}


def read_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "2019", "late 2019"; "a 2000-pound bomb" has a measure."""
    if seen.stands_before("measure_behind"):
        return None
    return explicit(edtf(f"{int(parts['year']):04}"), seen)


def read_years(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "1910-1945", "from 1910 to 1945", "1957-58"."""
    return read_interval(str(parts.get("years") or f"{int(parts['first']):04}/{int(parts['last']):04}"), seen)


def read_spoken_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "nineteen ninety-six", "two thousand and eight"."""
    rest = int(parts.get("tens", 0)) + int(parts.get("ones", 0))
    month = f"-{int(parts['month']):02}" if "month" in parts else ""
    return explicit(edtf(f"{int(parts['century']) * 100 + rest:04}{month}"), seen)


def read_season_of_shifted_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "the spring of last year"."""
    season = int(parts["season"])
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{_SEASON_VALUES[season]}")
    return seen_from_publication(edtf(f"{seen.published.year + int(parts['shift']):04}-{season}"), seen)


def read_season_of_two_years(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the winter of 1941–42"."""
    first, last = map(int, str(parts["years"]).split("/"))
    is_winter = int(parts["season"]) == _WINTER and last == first + 1
    return explicit(edtf(f"{first:04}-{_WINTER}"), seen) if is_winter else None


def read_season(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the spring of 2011", "last winter", "in the spring"; winter belongs to the year of its December."""
    season = int(parts["season"])
    if "year" in parts:
        return explicit(edtf(f"{int(parts['year']):04}-{season}"), seen)
    if "shift" not in parts and (story := read_season_in_story(season, seen)):
        return story
    if seen.words.split()[-1][0].isupper() and _is_in_name(seen):
        return None
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{_SEASON_VALUES[season]}")
    now = season_of(seen.published)
    # January and February lie in the winter of the year before, and "this summer" in them is one to come.
    year = seen.published.year - (now == _WINTER and seen.published.month < _FIRST_SPRING_MONTH)
    if parts.get("shift") == 0 and season != now:
        year = seen.published.year
    elif "shift" in parts:
        year = shifted_year(season, now, year, int(parts["shift"]))
    elif seen.looks is Direction.AHEAD:
        year += season < now
    else:
        year -= season > now
    return seen_from_publication(edtf(f"{year:04}-{season}"), seen)


def _is_in_name(seen: Seen) -> bool:
    """Is the season part of a name: "the Winter Olympics"?"""
    return seen.stands_before("name_goes_on") and not seen.stands_before("held_in_a_season")


_SEASON_VALUES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_FIRST_SPRING_MONTH = 3
