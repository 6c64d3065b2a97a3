"""Readers of named days and anniversaries."""

import re
from dataclasses import replace
from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.knowledge.dating_rows import DatingKnowledge
from app.knowledge.named_day_rows import NamedDayRow
from app.pipeline.dating.calendar import same_day_in, timex_value, unit_around
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, timeless
from app.pipeline.dating.named_calendar import day_in, days_near, told_to_people, yearless
from app.pipeline.dating.readers.absolute import nearest_of, shifted_year
from app.pipeline.dating.readers.timeless import read_duration
from app.pipeline.dating.readers.yearless import year_of_history
from app.pipeline.dating.surroundings import Direction, InText

_LAST_YEAR = 9999
_SHIFTED = frozenset({"shift", "year_shift", "month_shift", "count"})  # parts that tell a year from another
_SINCE = re.compile(r"\s*since\s", re.IGNORECASE)
_REACH = 160  # characters beside "anniversary" in which its happening is told


def read_named_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "Liberation Day", "Victory Day 2005", "last Christmas", "Christmas last year", "Easter two years ago"."""
    row = named_day_told(parts, seen)
    if row is None:
        return None
    behind = None if _SHIFTED & parts.keys() else seen.dating.contexts["year_of_a_feast"].match(seen.after)
    year_told = parts.get("year") or (behind and behind["year"])
    if year_told:
        return _in_year(row, int(year_told), seen, Anchor.EXPLICIT)
    if seen.published is not None and (year := _year_told(parts, seen.published)):
        return _in_year(row, year, seen, Anchor.PUBLICATION)
    if seen.told.is_history and "shift" not in parts and (in_story := _of_history(row, seen)):
        return in_story
    return _yearly(row, seen, shift=int(parts.get("shift", 0)))


def read_beside_named_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "two days before Christmas", "the day after Easter 2004"."""
    named = read_named_day({name: parts[name] for name in ("day", "year") if name in parts}, seen)
    if named is None or named.date.earliest is None or named.date.precision is not Precision.DAY:
        return named
    shift = int(parts.get("count", 1)) * int(parts["later"])
    value, when = unit_around(named.date.earliest, str(parts["units"]), shift)
    reasoning = f"{named.reasoning} “{seen.words}” is {date_to_people(when)}."
    return replace(named, value=value, date=when, reasoning=reasoning, commemorated=UNKNOWN_DATE)


def _of_history(row: NamedDayRow, seen: Seen) -> Meaning | None:
    """The named day of the year to which a history has come; None where it has come to none."""
    story = seen.told.reference.earliest
    day = day_in(row.rule, story.year) if story and not seen.stands_after("ahead_of_now") else None
    year = year_of_history(day.month, seen) if day else None
    return _in_year(row, year, seen, Anchor.PREVIOUS) if year else None


def _year_told(parts: Parts, published: date) -> int | None:
    """The year that "last year" or "three years ago" behind a named day gives it."""
    if "year_shift" in parts:
        return published.year + int(parts["year_shift"])
    if "month_shift" in parts:
        return shifted_year(int(parts["month"]), published.month, published.year, int(parts["month_shift"]))
    return published.year - int(parts["count"]) if parts.get("units") == "Y" else None


def _in_year(row: NamedDayRow, year: int, seen: Seen, anchor: Anchor) -> Meaning:
    day = day_in(row.rule, year)
    when = day_date(day) if day else edtf(f"{year:04}")
    reasoning = f"“{seen.words}”: {row.title} is {told_to_people(row)}, so {date_to_people(when)}."
    return Meaning(TimexType.DATE, when.text, when, anchor, reasoning, edtf(row.first))


def read_each_named_day(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "every Christmas"."""
    row = named_day_told(parts, seen)
    if row is None:
        return None
    return timeless(TimexType.SET, yearless(row.rule) or "P1Y", seen, "is again and again, not one time")


def named_day_told(parts: Parts, told: InText) -> NamedDayRow | None:
    """The named day of a form; None where the words just before make it another one: "Ukraine’s Independence Day"."""
    row = told.dating.named_days[str(parts["day"])]
    not_behind = row.not_behind.replace("’", "['’]")
    if not_behind and re.search(rf"\b(?:{not_behind})\s+$", told.before):
        return None
    return row


def _yearly(row: NamedDayRow, seen: Seen, *, shift: int = 0, is_anniversary: bool = False) -> Meaning:
    """A named day, its year not told: the last one, unless the clause looks ahead."""
    when = _nearest(row, seen, shift)
    first = f", first in {row.first_day.year}" if row.first_day else ""
    rule = f"“{seen.words}”: {row.title} is {told_to_people(row)}{first}; "
    reasoning = rule + seen.from_publication(when).removeprefix(f"“{seen.words}”, ")
    value = timex_value(when) or "XXXX"
    return Meaning(
        TimexType.DATE, value, when, Anchor.PUBLICATION, reasoning, edtf(row.first), is_anniversary=is_anniversary
    )


def _nearest(row: NamedDayRow, seen: Seen, shift: int) -> EdtfDate:
    if seen.published is None:
        return edtf(yearless(row.rule))
    days = days_near(row.rule, seen.published.year)
    if not days:
        return UNKNOWN_DATE
    is_ahead = shift > 0 or (shift == 0 and seen.looks is Direction.AHEAD)
    return nearest_of(days, seen.published, Direction.AHEAD if is_ahead else Direction.BACK)


def read_anniversary(parts: Parts, seen: Seen) -> Meaning:
    """Read "the 77th anniversary of the end of Japan's rule"; the day is known where its happening has a row."""
    row = recalled_day(parts, seen)
    number = parts.get("number")
    if row and row.first_day and number is not None and row.first_day.year + int(number) <= _LAST_YEAR:
        year = row.first_day.year + int(number)
        when = day_date(same_day_in(row.first_day, year))
        reasoning = (
            f"“{seen.words}” of what happened on {date_to_people(edtf(row.first))} ({row.title}): "
            f"{row.first_day.year} + {number} = {year}, so {date_to_people(when)}."
        )
        return Meaning(
            TimexType.DATE, when.text, when, Anchor.EXPLICIT, reasoning, edtf(row.first), is_anniversary=True
        )
    if row:
        return _yearly(row, seen, is_anniversary=True)
    return _unknown_day(seen, None if number is None else int(number))


def read_length(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "three years" as a length of time, and "75 years since the liberation of Korea" as its anniversary."""
    is_since = _SINCE.match(seen.after) and parts["units"] == "Y" and str(parts["count"]).isdigit()
    if is_since and recalled_day({"told": "after"}, seen):
        return read_anniversary({"told": "after", "number": parts["count"]}, seen)
    return read_duration(parts, seen)


def _unknown_day(seen: Seen, number: int | None) -> Meaning:
    """An anniversary whose day is not known; with its number and the year of publication, the year recalled is."""
    recalled = UNKNOWN_DATE
    rule = "recalls a day each year that these words do not tell"
    if number is not None and seen.published is not None and seen.published.year > number:
        year = seen.published.year - number
        recalled = edtf(f"{year:04}")
        rule = f"recalls {year}: {seen.published.year} - {number}; its day is not told"
    return Meaning(
        TimexType.DATE, "XXXX-XX-XX", UNKNOWN_DATE, Anchor.PUBLICATION, seen.said(rule), recalled, is_anniversary=True
    )


def recalled_day(parts: Parts, told: InText) -> NamedDayRow | None:
    """The named day whose happening an anniversary recalls, by its name beside it or by how it is told.

    Args:
        parts: Parts of the form; `day` when a named day stands within it; `told` for the side on which its language
            tells the happening: "after" or "before" it, and without it after the word "of".
        told: The anniversary in its text.
    """
    if "day" in parts:
        return told.dating.named_days[str(parts["day"])]
    if parts.get("told") == "before":
        return _recalled_before(told.before[-_REACH:], told.dating)
    after = told.after[:_REACH].lstrip()
    if parts.get("told") != "after":
        if not after.lower().startswith("of"):
            return None
        after = after[2:].lstrip()
    # The happening must follow at once: "of the end of Japan's rule", with only small words before it.
    hits = [(found.start(), -len(found[0]), row.id) for pattern, row in told.dating.commemorations
            if (found := pattern.search(after)) and found.start() <= _SMALL_WORDS]  # fmt: skip
    return told.dating.named_days[min(hits)[2]] if hits else None


_SMALL_WORDS = 40  # characters that may stand between "anniversary of" and what it names: "the Korean Peninsula’s …"


def _recalled_before(before: str, dating: DatingKnowledge) -> NamedDayRow | None:
    """The happening that ends just before: "광복 77주년"."""
    hits = [(found.end(), len(found[0]), row.id) for pattern, row in dating.commemorations
            for found in pattern.finditer(before) if not before[found.end() :].strip()]  # fmt: skip
    return dating.named_days[max(hits)[2]] if hits else None
