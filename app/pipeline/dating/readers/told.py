"""Readers of forms that are seen from a date told before: "the following day", "a year later", "the 20th"."""

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.anchored import day_of_happening
from app.pipeline.dating.calendar import (
    day_or_unknown,
    month_of,
    season_of,
    shift_months,
    timex_value,
    unit_around,
)
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication, timeless, unresolved
from app.pipeline.dating.readers.business import a_year_from_period
from app.pipeline.dating.readers.distances import distance_of, unit_so_far_from
from app.pipeline.dating.surroundings import InText

_FINEST = {
    "D": (Precision.DAY,),
    "W": (Precision.DAY,),
    "M": (Precision.DAY, Precision.MONTH),
    "Y": (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR),
}
_FINEST["DE"] = (*_FINEST["Y"], Precision.DECADE)
_FINEST["CE"] = (*_FINEST["DE"], Precision.CENTURY)
_SHORT = ("D", "W")
_COARSE = (Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.YEAR)
DATED = _FINEST["Y"]
_NEXT_WORDS, _NEXT_CHARACTERS, _NEXT_SENTENCES, _NEAR_CHARACTERS = 40, 120, 300, 600
_YEARS_OF_A_STORY = 60
_WINTER, _FIRST_SPRING_MONTH, _MONTHS = 24, 3, 12


def read_told_unit(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the same day", "the following year", "that month": seen from the date told before."""
    unit, shift = str(parts["unit"]), int(parts["shift"])
    if "that" in seen.words.lower().split() and unit not in _FINEST:
        return None
    if "same" in seen.words.lower() and seen.stands_before("as_something"):  # "the same day as his speech"
        return unresolved(unit, seen)
    return from_told(seen, unit, shift)


def read_later(parts: Parts, seen: Seen) -> Meaning:
    """Read "a year later", "three days earlier", "the year before": seen from the date told before.

    "two days before the storm" is seen from the storm: its length is all that is known.
    """
    unit, count = str(parts.get("unit") or parts["units"]), int(parts.get("count", 1))
    if seen.words.lower().endswith(("before", "after", "following")) and not seen.stands_before("clause_ends"):
        happening = day_of_happening(seen, seen.told)
        if happening.earliest and not _is_apposed(seen, happening):
            value, when = unit_around(happening.earliest, unit, count * int(parts["later"]))
            return as_told(when, happening, seen, value)
        return timeless(TimexType.DURATION, f"P{count}{unit}", seen, "is a length of time, from what is told after it")
    shift = count * int(parts["later"])
    if (unit, shift) == ("Y", -1) and not seen.told.is_history and (period := a_year_from_period(seen, -1)):
        return period
    return from_told(seen, unit, shift)


def _is_apposed(seen: Seen, happening: EdtfDate) -> bool:
    """Does it only say how far the day beside it lies from another: "on Friday, two days after the vote"?"""
    way = seen.span.start - seen.told.span.end
    is_beside = way <= _NEXT_WORDS and not seen.text[seen.told.span.end : seen.span.start].strip(" ,–—-")
    return is_beside and seen.told.date == happening


def read_later_than_that(parts: Parts, seen: Seen) -> Meaning:
    """Read "nine years after that", "a week before that"; "two days after that meeting" is a length of time."""
    unit, count = str(parts["units"]), int(parts["count"])
    if seen.stands_before("no_noun_follows"):
        return from_told(seen, unit, count * int(parts["later"]))
    return timeless(TimexType.DURATION, f"P{count}{unit}", seen, "is a length of time, from what is told after it")


def read_later_and_more(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "a year and two months later": as coarse as the finest of its units; None where they are not in order."""
    if (distance := distance_of(parts)) is None:
        return None
    if seen.words.lower().endswith(("before", "after", "following")) and not seen.stands_before("clause_ends"):
        value = "P" + "".join(f"{step.number}{step.unit}" for step in distance)
        return timeless(TimexType.DURATION, value, seen, "is a length of time, from what is told after it")
    told = _antecedent(seen, distance[-1].unit)
    if told.earliest is None:
        return unresolved(distance[-1].unit, seen)
    value, when = unit_so_far_from(told.earliest, distance, int(parts["later"]))
    return as_told(when, told, seen, value)


def read_later_to_the_unit(parts: Parts, seen: Seen) -> Meaning:
    """Read "nine years to the month after": the same month, or day, so many years from the one told."""
    unit, finer = str(parts["units"]), str(parts["finer"])
    told = seen.told.last_of(_FINEST.get(finer, ()))
    if told.earliest is None or unit not in ("Y", "M"):
        return unresolved(unit, seen)
    months = int(parts["count"]) * int(parts["later"]) * (_MONTHS if unit == "Y" else 1)
    year, month = shift_months(told.earliest, months)
    when = day_or_unknown(year, month, told.earliest.day) if finer == "D" else month_of(year, month)
    return as_told(when, told, seen) if when.text else unresolved(unit, seen)


def from_told(seen: Seen, unit: str, shift: int) -> Meaning:
    """The day, week, month … so many units from the last date that was told finely enough."""
    told = _antecedent(seen, unit)
    if told.earliest is None:
        return unresolved(unit, seen)
    if unit in _SHORT and (coarser := _told_since(told, seen)):
        return as_told(coarser, coarser, seen) if shift == 0 else unresolved(unit, seen)
    value, when = unit_around(told.earliest, unit, shift)
    if unit in ("M", "Y") and shift == 0 and told.precision is when.precision:
        when, value = told, timex_value(told)  # "the same month" of "about May 2004"
    return as_told(when, told, seen, value)


def _antecedent(seen: Seen, unit: str) -> EdtfDate:
    """The last date told finely enough, unless it only belonged to a thing from which the story went on.

    "He spoke of the treaty of 9 February 2000 and of 1961. The day before …" and "10 September 1996: the treaty of 1961
    expires, notice having been given a year before" are seen from the day of the story.
    """
    told = seen.told
    fine = [place for place, when in enumerate(told.recent) if _is_fine(when, unit)]
    if not fine:
        return UNKNOWN_DATE
    last = fine[0]
    before = next((place for place in fine if not told.asides[place]), last)
    if before == last:
        return told.recent[last]
    way = seen.span.start - told.places[last].end
    is_left = last > 0 or way > _NEAR_CHARACTERS or "\n" in seen.text[seen.span.start - way : seen.span.start]
    thing = InText(seen.text, told.places[last], seen.dating)
    has_story = told.places[before].start >= thing.span.start - len(thing.before)
    if thing.stands_after("attribute") and (is_left or has_story):
        return told.recent[before]
    return told.recent[last]


def _is_fine(when: EdtfDate, unit: str) -> bool:
    """Is it no longer than the unit? "From 19 to 20 July" is within a month."""
    if when.precision is not Precision.SPAN or unit == "D":
        return when.precision in _FINEST.get(unit, ())
    if when.earliest is None or when.latest is None or unit not in _FINEST:
        return False
    return unit_around(when.earliest, unit, 0) == unit_around(when.latest, unit, 0)


def _told_since(told: EdtfDate, seen: Seen) -> EdtfDate | None:
    """The date that was told last, if it is no such day and holds none: "in March, in the same week"."""
    last = next(iter(seen.told.of_the_story), told)
    if last == told or last.earliest is None or last.latest is None or told.earliest is None:
        return None
    return None if last.earliest <= told.earliest <= last.latest else last


def read_month_of_that_year(_: Parts, seen: Seen) -> Meaning:
    """Read "the same month of that year": the last month told of, in the last year told of."""
    month, year = seen.told.last_of(_FINEST["M"]), seen.told.last_of(DATED)
    if month.earliest is None or year.earliest is None:
        return unresolved("M", seen)
    return as_told(month_of(year.earliest.year, month.earliest.month), year, seen)


def read_unit_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the end of the month", "later in the year": of the story in a history, of publication in the news."""
    unit = str(parts["unit"])
    if seen.after.lstrip().startswith("end"):  # "the year ended 30 June" is named by that day
        return None
    if seen.told.is_history or _goes_on(seen):
        return from_told(seen, unit, 0)
    if seen.published is None:
        return unresolved(unit, seen)
    value, when = unit_around(seen.published, unit, 0)
    return seen_from_publication(when, seen, value=value)


def _goes_on(seen: Seen) -> bool:
    """Has another year just been told of, so that "the end of the year" is its end?"""
    told = seen.told.date.latest
    is_near = seen.span.start - seen.told.span.end <= _NEXT_CHARACTERS
    is_past = told is not None and (seen.published is None or told.year < seen.published.year)
    return seen.told.is_story and is_near and is_past


def read_told_month(parts: Parts, seen: Seen) -> Meaning:
    """Read "the following March", "the previous April", "that May"."""
    month, told = int(parts["month"]), seen.told.last_of(DATED)
    if told.earliest is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-{month:02}")
    now = told.latest.month if told.latest and told.precision in _COARSE else told.earliest.month
    return as_told(month_of(_shifted_year(told.earliest.year, month - now, int(parts["shift"])), month), told, seen)


def read_told_season(parts: Parts, seen: Seen) -> Meaning:
    """Read "the following spring"."""
    season, told = int(parts["season"]), seen.told.last_of(DATED)
    if told.earliest is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value="XXXX")
    now = season_of(told.earliest)
    # January and February lie in the winter of the year before; a year that was only named is told to its end.
    year = told.earliest.year - (now == _WINTER and told.earliest.month < _FIRST_SPRING_MONTH)
    if told.precision is Precision.YEAR:
        now, year = _WINTER, told.earliest.year
    year = _shifted_year(year, season - now, int(parts["shift"]))
    return as_told(edtf(f"{year:04}-{season}"), told, seen)


def read_season_beside(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the summer before"; "the summer before the vote" is of a year that is not told."""
    return read_told_season(parts, seen) if seen.stands_before("clause_ends") else None


def read_season_of_that_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "the spring of that year"."""
    told = seen.told.last_of(DATED)
    if told.earliest is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value="XXXX")
    return as_told(edtf(f"{told.earliest.year + int(parts['shift']):04}-{parts['season']}"), told, seen)


def _shifted_year(year: int, ahead: int, shift: int) -> int:
    """The year of the next such month (1), the last one (-1) or the one of this year (0); it lies `ahead` of now."""
    if shift > 0:
        return year + (ahead <= 0)
    return year - (ahead >= 0) if shift < 0 else year


def read_of_that_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "August of that year", "July 25 of the same year"."""
    told = seen.told.last_of(DATED)
    if parts.get("unit") != "Y" or told.earliest is None:
        return None
    month, year = int(parts["month"]), told.earliest.year + int(parts["shift"])
    when = day_or_unknown(year, month, int(parts["day"])) if "day" in parts else month_of(year, month)
    return as_told(when, told, seen) if when.text else None


def read_like_month(parts: Parts, seen: Seen) -> Meaning:
    """Read "the same month a year earlier", "the same month last year"."""
    told = seen.told.last_of(_FINEST["M"])
    if told.earliest is None:
        return unresolved("M", seen)
    last_year = seen.published.year - 1 if "shift" in parts and seen.published else told.earliest.year - 1
    return as_told(month_of(last_year, told.earliest.month), told, seen)


def read_year_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the 1784 treaty" after "1776"; a number that is far from all years told is none."""
    year = int(parts["year"])
    is_near = any(when.earliest and abs(when.earliest.year - year) <= _YEARS_OF_A_STORY for when in seen.told.recent)
    is_marked = seen.stands_after("year_before") or seen.stands_before("year_behind")
    if not is_near or not is_marked:
        return None
    when = edtf(f"{year:04}")
    reasoning = f"“{seen.words}” names it: {date_to_people(when)}, near the years told before."
    return Meaning(TimexType.DATE, when.text, when, Anchor.EXPLICIT, reasoning)


def read_short_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "’89": the last such year before the story of a history, else before publication."""
    told = seen.told.reference.earliest if seen.told.is_history else seen.published
    if told is None:
        return None
    year = told.year - (told.year - int(parts["year"])) % 100
    when = edtf(f"{year:04}")
    return Meaning(TimexType.DATE, when.text, when, Anchor.EXPLICIT, seen.said(f"is {year}, the last such year"))


def as_told(when: EdtfDate, told: EdtfDate, seen: Seen, value: str = "") -> Meaning:
    """What is seen from a date that was told before it."""
    reasoning = f"“{seen.words}”, seen from {date_to_people(told)}, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, value or timex_value(when), when, Anchor.PREVIOUS, reasoning)
