"""Readers of days that are seen from a date told before: "on the 20th", "the following Friday"."""

from datetime import date, timedelta

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, day_date
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.anchored import day_of_happening
from app.pipeline.dating.calendar import day_or_unknown, shift_months, weekday_ahead, weekday_back
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, seen_from_publication
from app.pipeline.dating.readers.told import as_told
from app.pipeline.dating.surroundings import Direction

_NEXT_WORDS, _NEXT_SENTENCES, _NEAR_CHARACTERS = 40, 300, 600
_LONGEST_ROW, _ROW_CHARACTERS = 14, 1200  # days, and where they may be told


def read_told_weekday(wanted: int, seen: Seen) -> Meaning:
    """Read "that Sunday", "on Sunday" in a history: the first one from the day told before."""
    told = seen.told.recent[0] if seen.told.recent else UNKNOWN_DATE
    if told.precision is not Precision.DAY or told.earliest is None:
        return of_no_week(wanted, seen)
    return as_told(day_date(weekday_ahead(told.earliest, wanted)), told, seen)


def read_shifted_told_weekday(parts: Parts, seen: Seen) -> Meaning:
    """Read "the following Friday", "the previous Monday", "that Tuesday"."""
    wanted, shift = int(parts["weekday"]), int(parts["shift"])
    told = seen.told.last_of((Precision.DAY,))
    if told.earliest is None:
        return of_no_week(wanted, seen)
    if shift < 0:
        return as_told(day_date(weekday_back(told.earliest - timedelta(days=1), wanted)), told, seen)
    return as_told(day_date(weekday_ahead(told.earliest + timedelta(days=shift), wanted)), told, seen)


def read_weekday_beside(parts: Parts, seen: Seen) -> Meaning:
    """Read "the Friday before", "the Tuesday after that"; "the Friday before the vote" is of no week told."""
    is_told = seen.words.lower().endswith("that") or seen.stands_before("clause_ends")
    return read_shifted_told_weekday(parts, seen) if is_told else of_no_week(int(parts["weekday"]), seen)


def of_no_week(wanted: int, seen: Seen) -> Meaning:
    """A weekday of which nobody tells the week."""
    rule = seen.said("is of a week that is not told")
    return Meaning(TimexType.DATE, f"XXXX-WXX-{wanted}", UNKNOWN_DATE, Anchor.PREVIOUS, rule)


def read_day_of_story(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "on the 20th": of the month told before; "the 20th floor" is none."""
    day, told = int(parts["day"]), seen.told.last_of((Precision.DAY, Precision.MONTH))
    if seen.told.is_day(day) and seen.stands_after("weekday_before"):
        return as_told(seen.told.date, seen.told.date, seen)
    if not (seen.stands_after("after_day_of_month") and (seen.stands_before("no_noun_follows") or _tells(seen))):
        return None
    if within := _day_within(seen.told.date, day):
        return as_told(within, seen.told.date, seen)
    if told.earliest is not None and _is_in_month_told(seen):
        when = day_or_unknown(told.earliest.year, told.earliest.month, day)
        if when.earliest and not _is_to_come(when.earliest, seen):
            return as_told(when, told, seen)
        if not when.text:
            return None
    return _last_such_day(day, seen)


def _tells(seen: Seen) -> bool:
    """Does a verb follow, so soon behind a month that it is one: "in February, and on the 9th put his name to it"?"""
    is_near = seen.span.start - seen.told.span.end <= _NEXT_WORDS
    if seen.told.date.precision is not Precision.MONTH or not is_near:
        return False
    verb = seen.dating.cues.match(seen.after, 1)
    return verb is not None and verb.lastgroup == Direction.BACK


def _day_within(span: EdtfDate, number: int) -> EdtfDate | None:
    """The day of that number within a span of days: "from 12 to 17 September, and on the 13th"."""
    if span.precision is not Precision.SPAN or span.earliest is None or span.latest is None:
        return None
    for end in (span.earliest, span.latest):
        when = day_or_unknown(end.year, end.month, number)
        if when.earliest and span.earliest <= when.earliest <= span.latest:
            return when
    return None


def _is_in_month_told(seen: Seen) -> bool:
    """Does the month that was told before still hold: in a history, in a story, or just named in the news?"""
    reach = _NEAR_CHARACTERS if seen.told.is_story else _NEXT_SENTENCES
    is_near = seen.span.start - seen.told.span.end <= reach
    return is_near or seen.told.is_history or seen.published is None


def _is_to_come(day: date, seen: Seen) -> bool:
    """Does it lie ahead of publication, though its clause does not look there and nothing of a story told it?"""
    is_from_now = not seen.told.is_story and not seen.told.is_history
    is_ahead = seen.published is not None and day > seen.published
    return is_from_now and is_ahead and seen.looks is not Direction.AHEAD


def _last_such_day(day: int, seen: Seen) -> Meaning | None:
    """Read "on the 5th" in the news: of the month of publication, or of the one before if it has not come yet."""
    if seen.published is None:
        return seen_from_publication(UNKNOWN_DATE, seen, value=f"XXXX-XX-{day:02}")
    is_to_come = day > seen.published.day and seen.looks is not Direction.AHEAD
    when = day_or_unknown(*shift_months(seen.published, -is_to_come), day)
    return seen_from_publication(when, seen) if when.text else None


def read_day_of_a_row(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "on the third day", "on the third day of the war": counted from the first day told, that one included."""
    number = int(parts["number"])
    if seen.stands_before("of_something"):
        first = day_of_happening(seen, seen.told)
    else:
        first = _first_of_row(seen) if seen.stands_before("no_noun_follows") else UNKNOWN_DATE
    if first.earliest is None or number > _LONGEST_ROW:
        return None
    return as_told(day_date(first.earliest + timedelta(days=number - 1)), first, seen)


def _first_of_row(seen: Seen) -> EdtfDate:
    """The first of the days that were told shortly before in a row; unknown where none was."""
    start = seen.span.start - _ROW_CHARACTERS
    first: date | None = None
    for place, when in zip(seen.told.places, seen.told.recent, strict=True):
        day = when.earliest if when.precision is Precision.DAY and place.start > start else None
        if day is None or (first and not 0 <= (first - day).days <= _LONGEST_ROW):
            break
        first = day
    return day_date(first) if first else UNKNOWN_DATE
