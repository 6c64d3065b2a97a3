"""Days, months and seasons without a year that belong to the story told before, not to the year of publication."""

import re
from datetime import date

from app.domain.edtf import EdtfDate, Precision, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import day_or_unknown, month_of, timex_value
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit
from app.pipeline.dating.surroundings import Direction

_NEAR_DAYS = 14  # "They met on 24 April 2019. On April 26 they parted."
_NEWS_DAYS = 7
_NEAR_CHARACTERS = 300
_OF_THEN = re.compile(r",?\s+(?:when|in which)\s")  # "of 1965, when he came in February"
_IN_OR_ON = re.compile(r"\b(?:in|on)\s+$", re.IGNORECASE)
_MONTHS, _DAYS_OF_A_YEAR = 12, 366
_MONTHS_BACK = 5  # a story goes on; it turns back by so many months at most before the next year is nearer
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_FINE = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.QUARTER)


def read_in_story(month: int, day: int | None, seen: Seen) -> Meaning | None:
    """Read "April 26" after "24 April 2019", and "in April" after "In 2019, …", in the year of the story.

    Returns:
        None when nothing before it tells a year for it; it is then seen from publication.
    """
    if seen.told.is_history:
        return _read_in_history(month, day, seen)
    return _in_year(_year_of_story(month, day, seen), month, day, seen)


def _year_of_story(month: int, day: int | None, seen: Seen) -> int | None:
    """The year of a month in the news: that of the date told just before, where that is of a story and near enough."""
    told = seen.told
    if not told.is_story or told.date.earliest is None or seen.looks is Direction.AHEAD:
        return None
    is_same_sentence = told.span.start >= seen.span.start - len(seen.before)
    is_its_clause = told.opens_sentence or _OF_THEN.match(seen.text, told.span.end)
    is_near = seen.span.start - told.span.end <= _NEAR_CHARACTERS
    within = _year_within(told.date, month, day)
    if within and ((is_its_clause and is_same_sentence) or (is_near and told.date.precision is Precision.SPAN)):
        return within
    year = told.date.earliest.year
    if told.date.precision is Precision.DAY and is_near and _is_soon(told.date.earliest, month, day):
        return year
    if not (told.opens_sentence and is_near and told.date.precision in _FINE[:2]) or _is_news(month, day, seen):
        return None
    turns = _comes_before(told.date.earliest, month, day)
    goes_on = seen.opens_sentence or (is_same_sentence and not turns and _is_past(year, month, seen))
    return year + turns if goes_on else None


def _is_past(year: int, month: int, seen: Seen) -> bool:
    """Is a month over at publication, so that "In March 2019 it chose one who came in July" needs no other year?"""
    return seen.published is None or (year, month) < (seen.published.year, seen.published.month)


def _read_in_history(month: int, day: int | None, seen: Seen) -> Meaning | None:
    """The same in a text that looks back; None where its clause looks ahead of publication or nothing is told yet."""
    if seen.stands_after("ahead_of_now") or not _has_begun(seen):
        return None
    if seen.told.begins_now and _is_news(month, day, seen):
        return None
    return _in_year(year_of_history(month, seen), month, day, seen) or _of_no_year(month, day, seen)


def _has_begun(seen: Seen) -> bool:
    """Has a history told where it stands, or at least nothing of the days of publication?"""
    return seen.told.reference.earliest is not None or seen.told.date.earliest is None


def _year_within(span: EdtfDate, month: int, day: int | None) -> int | None:
    """The year in which the day or month lies within the time told: of "In the spring of 1984 … in May"."""
    if span.earliest is None or span.latest is None or (span.latest - span.earliest).days > _DAYS_OF_A_YEAR:
        return None
    for year in (span.earliest.year, span.latest.year):
        when = day_or_unknown(year, month, day) if day else month_of(year, month)
        if when.earliest and when.latest and span.earliest <= when.latest and when.earliest <= span.latest:
            return year
    return None


def read_season_in_story(season: int, seen: Seen) -> Meaning | None:
    """Read "in the spring" in a history that has come to some year; None outside histories."""
    year = year_of_history(_FIRST_MONTH[season], seen) if seen.told.is_history else None
    return _as_told(edtf(f"{year:04}-{season}"), seen) if year else None


def read_season_of_history(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the main summer offensive" in a history; elsewhere a summer without a preposition is no time."""
    return read_season_in_story(int(parts["season"]), seen)


def read_season_of_campaign(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the Spring Offensive" in a history, "the Spring Offensive of 1918" anywhere."""
    if named := seen.dating.contexts["held_in_a_year"].match(seen.after):
        when = edtf(f"{named['year']}-{parts['season']}")
        return explicit(when, seen)
    return read_season_in_story(int(parts["season"]), seen) if seen.stands_before("held_in_a_season") else None


def year_of_history(month: int, seen: Seen) -> int | None:
    """The year of a month in a text that looks back: the one that lies nearest ahead of where its story stands.

    A story goes on, so that "in January" after December is the next one; but it may turn back by a few months ("By
    August he was ill. In July there was …"), the pluperfect turns back in any case, and a year that was just named
    holds all its months.
    """
    reference = seen.told.reference
    if reference.earliest is None:
        return None
    year = reference.earliest.year
    if reference.precision not in _FINE:
        return year
    behind = (reference.earliest.month - month) % _MONTHS
    if behind <= _MONTHS_BACK or _is_before_the_past(seen):
        return year - (month > reference.earliest.month)
    return year + (month < reference.earliest.month)


def _is_before_the_past(seen: Seen) -> bool:
    """Is it "In February he had come"? "By February he had come" tells what was over when the story came there."""
    is_in = _IN_OR_ON.search(seen.before) is not None
    return is_in and (seen.stands_before("pluperfect_behind") or seen.stands_after("pluperfect_before"))


def _is_news(month: int, day: int | None, seen: Seen) -> bool:
    """Is it a day of the week before publication?"""
    if seen.published is None or day is None:
        return False
    when = day_or_unknown(seen.published.year, month, day).earliest
    return when is not None and 0 <= (seen.published - when).days <= _NEWS_DAYS


def _comes_before(told: date, month: int, day: int | None) -> bool:
    """Would it lie before the day told, if it were of the same year? Then the story has come to the next year."""
    return (month, day or told.day) < (told.month, told.day)


def _is_soon(told: date, month: int, day: int | None) -> bool:
    """Is the day not long after the one told, or the month the same?"""
    if day is None:
        return month == told.month
    when = day_or_unknown(told.year, month, day).earliest
    return when is not None and abs((when - told).days) <= _NEAR_DAYS


def _in_year(year: int | None, month: int, day: int | None, seen: Seen) -> Meaning | None:
    if year is None:
        return None
    when: EdtfDate = month_of(year, month) if day is None else day_or_unknown(year, month, day)
    return _as_told(when, seen) if when.text else None


def _of_no_year(month: int, day: int | None, seen: Seen) -> Meaning:
    when = edtf(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    return Meaning(TimexType.DATE, when.text, when, Anchor.PREVIOUS, seen.said("is of a year that is not told"))


def _as_told(when: EdtfDate, seen: Seen) -> Meaning:
    told = seen.told.reference if seen.told.is_history else seen.told.date
    reasoning = f"“{seen.words}”, told after {date_to_people(told)}, is {date_to_people(when)}."
    return Meaning(TimexType.DATE, timex_value(when), when, Anchor.PREVIOUS, reasoning)
