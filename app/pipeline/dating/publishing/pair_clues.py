"""Clues from a time told twice: once seen from the day of writing, once by the calendar."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.puzzle import (
    FIRST_DAY,
    LAST_DAY,
    NO_DAYS,
    Constraint,
    Days,
    between,
    from_day_on,
    stretches,
    weekday_days,
    year_days,
    yearly_days,
)
from app.pipeline.dating.surroundings import Direction

_DAYS_OF_WEEK = 7
_BESIDE = re.compile(r"[\s,(–—-]*(?:(?:on|in|that is|namely|в|во|то есть)\s+)?(?:the\s+)?[(\s]*")
_IS = re.compile(r"\s+(?:(?:is|was|marks|marked|being)\s+)?(?:the\s+)?")
_OF = re.compile(r"['’]s\s+(?:the\s+)?")
_FROM_DAY = re.compile(
    r"\b(?P<count>[a-z]+|\d{1,2}) (?P<unit>days?|weeks?|fortnights?|months?|years?) (?:from|after)\s+$", re.IGNORECASE
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_NAMED = frozenset({"anniversary", "named_day"})
_THING = re.compile(r"\s(?!of\b)[a-z]")
_MOST_BETWEEN = 16  # characters between the two
_THING_BEHIND = re.compile(r"['’]s\s+(?:\w+\s+)?(\w{5,})")
_THING_BEFORE = re.compile(r"\b(?:the|its|their)\s+(?:\w+\s+)?(\w{5,})\s+$", re.IGNORECASE)
_UNDER, _OVER = re.compile(r"\b(?:nearly|almost|less|just under)\b"), re.compile(r"\b(?:more|over)\b")
_WHOLE_YEAR = 364  # days from its first to its last
_SLACK_DAYS = {"D": 1, "W": 4, "M": 16, "Y": 183}
_ROUND_DAYS = frozenset({7, 10, 14, 15, 20, 30})  # said of one more or less too
_DAYS_OF = {"D": 1, "W": 7, "M": 30.4, "Y": 365.25}
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")


def pair_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    for first, second in pairwise(evidence.story):
        gap = evidence.article.text[first.span.end : second.span.start]
        if len(gap) > _MOST_BETWEEN or first.is_quoted:
            continue
        for relative, told in ((first, second), (second, first)):
            is_named = relative is first and told.reads in _NAMED and _IS.fullmatch(gap)
            if is_named or is_beside(gap) or (relative is first and _OF.fullmatch(gap)):
                yield from _beside(relative, told, Stretch(first.span.start, second.span.end), evidence)
        yield from _ago(first, second, evidence)
    yield from _same_thing(evidence)


def is_beside(gap: str) -> bool:
    """May such words stand between two tellings of one time?"""
    return _BESIDE.fullmatch(gap) is not None


def _beside(relative: PlacedForm, told: PlacedForm, span: Stretch, evidence: Evidence) -> Iterator[Constraint]:
    """Read "yesterday (12 May 2004)", "last month, in July 1995", "next week's 1 May holiday"."""
    seen = distance(relative) or _distance_of_part(relative, told)
    if _is_of_a_thing(told):
        return
    days = days_told(told) or _days_recalled(told) or (_weekdays(told) if seen and seen[0] == "D" else NO_DAYS)
    if seen is None or not days:
        return
    unit, shift = seen
    kind = {"D": ClueKind.BESIDE_TODAY, "W": ClueKind.WEEK_OF_DAY}.get(unit, ClueKind.BESIDE_PERIOD)
    says = f"“{span.of(evidence.article.text)}” tells from when it was seen."
    yield evidence.constraint(kind, span, says, seen_from(days, unit, shift))


def _is_of_a_thing(told: PlacedForm) -> bool:
    """Does it say which thing is meant, as in "charged last year in the October 1998 shooting"?"""
    return told.explicit is not None and told.before.endswith(" the ") and _THING.match(told.after) is not None


def told_beside_today(evidence: Evidence) -> frozenset[Stretch]:
    """The dates that stand beside a word such as "tomorrow", which tells how to read them."""
    text = evidence.article.text
    pairs = [(a, b) for a, b in pairwise(evidence.story) if is_beside(text[a.span.end : b.span.start])]
    return frozenset(
        told.span for a, b in pairs for relative, told in ((a, b), (b, a)) if (distance(relative) or "W")[0] == "D"
    )


def distance(placed: PlacedForm) -> tuple[str, int] | None:
    """How far from the day of writing a form lies: unit and number, negative in the past."""
    if placed.reads == "relative_day":
        later = _days_later(placed)
        return None if later is None else ("D", placed.number("offset") + later)
    if placed.reads == "shifted_daypart":
        return "D", placed.number("shift")
    if placed.reads == "first_months" and placed.has("shift"):
        return "Y", placed.number("shift")
    unit = str(placed.form.parts.get("unit"))
    is_known = unit in _DAYS_OF and unit != "D"  # "the last day" and "the next day" are of what is told
    if placed.reads == "shifted_unit" and is_known and placed.has("shift"):
        return unit, placed.number("shift")
    return None


def _days_later(placed: PlacedForm) -> int | None:
    """How many days behind "today" or "tomorrow" it is, of "five weeks from today"; None for what is not exact."""
    found = _FROM_DAY.search(placed.before)
    if found is None:
        return 0
    told = found["count"].lower()
    count = int(told) if told.isdigit() else _COUNTS.get(told)
    days = _DAYS_IN.get(found["unit"].lower().rstrip("s"))
    return count * days if count and days else None


def _distance_of_part(relative: PlacedForm, told: PlacedForm) -> tuple[str, int] | None:
    """How far its year lies from now, of "the first quarter of last year, 2015"."""
    is_of_year = relative.reads.endswith("of_shifted_year") and told.reads == "year"
    return ("Y", relative.number("shift")) if is_of_year and relative.has("shift") else None


def _weekdays(placed: PlacedForm) -> Days:
    """All days of a weekday that is named without more: of "tomorrow, Thursday"."""
    is_bare = placed.reads == "weekday" and not placed.has("shift")
    return weekday_days(placed.number("weekday")) if is_bare else NO_DAYS


def days_told(placed: PlacedForm) -> Days:
    """The days that a form names by the calendar: those of its year, or of every year when it tells none."""
    if placed.explicit:
        return between(*placed.explicit)
    if days := yearless_days(placed):
        return days
    yearless = _YEARLESS.fullmatch(placed.meaning.date.text or placed.meaning.value) if placed.meaning else None
    if yearless is None or placed.has("shift"):
        return NO_DAYS
    return yearly_days(int(yearless[1]), int(yearless[2])) if yearless[2] else _yearly_month(int(yearless[1]))


def _days_recalled(placed: PlacedForm) -> Days:
    """The day of an anniversary whose year follows from its number."""
    day = placed.meaning.date.earliest if placed.meaning and placed.meaning.is_anniversary else None
    return between(day, day) if day else NO_DAYS


@lru_cache(maxsize=16)
def _yearly_month(month: int) -> Days:
    return sum(days for (_, of_year), days in _months() if of_year == month)


@lru_cache(maxsize=1)
def _months() -> tuple[tuple[tuple[int, int], Days], ...]:
    """All months of the puzzle, by year and month."""
    starts = [date(y, m, 1) for y in range(FIRST_DAY.year, LAST_DAY.year + 1) for m in range(1, 13)]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), LAST_DAY]
    return tuple(((s.year, s.month), between(s, e)) for s, e in zip(starts, ends, strict=True))


def seen_from(days: Days, unit: str, shift: int) -> Days:
    """The days from which so many days (D), weeks (W), months (M) or years (Y) further lies one of `days`."""
    if unit == "D":
        return days >> shift if shift >= 0 else days << -shift
    if unit == "W":
        mondays = weekday_days(1) & any_of(days >> n for n in range(_DAYS_OF_WEEK))
        week = from_day_on(mondays, _DAYS_OF_WEEK - 1)
        return week >> _DAYS_OF_WEEK * shift if shift >= 0 else week << _DAYS_OF_WEEK * -shift
    if unit == "Y":
        return any_of(year_days(a.year - shift, b.year - shift) for a, b in stretches(days))
    months = _months()
    hits = {index - shift for a, b in stretches(days) for index in range(_index_of(a), _index_of(b) + 1)}
    return any_of(months[index][1] for index in hits if 0 <= index < len(months))


def _index_of(day: date) -> int:
    """The place of its month among those of the puzzle."""
    return (day.year - FIRST_DAY.year) * 12 + day.month - 1


def any_of(every: Iterable[Days]) -> Days:
    """The days of all these sets."""
    found = NO_DAYS
    for days in every:
        found |= days
    return found


def _ago(first: PlacedForm, second: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "April 2019, more than four years ago", "a year ago, in May 1990", "three days ago, on 29 February"."""
    ago, told = (second, first) if second.reads == "ago" else (first, second)
    unit = str(ago.form.parts.get("units"))
    if ago.reads != "ago" or unit not in _DAYS_OF or not ago.is_counted:
        return
    span = Stretch(first.span.start, second.span.end)
    words = span.of(evidence.article.text)
    if told.explicit:
        about = so_long_after(told.explicit, unit, ago.number("count"), words)
        allows = between(*about) if about else NO_DAYS
    else:
        allows = _so_many_days_after(yearless_days(told), unit, ago.number("count"))
    if allows:
        yield evidence.constraint(ClueKind.BESIDE_PERIOD, span, f"“{words}” tells from when it was seen.", allows)


def _so_many_days_after(days: Days, unit: str, count: int) -> Days:
    """The days that lie about so many days, weeks or months after one of these; none for years."""
    slack = 0 if unit == "D" and count not in _ROUND_DAYS else _SLACK_DAYS[unit]
    first = round(count * _DAYS_OF[unit]) - slack
    return NO_DAYS if unit == "Y" or first < 0 else from_day_on(days << first, 2 * slack)


def so_long_after(told: tuple[date, date], unit: str, count: int, words: str) -> tuple[date, date] | None:
    """From when to when a time lies about so many units back; calendar years count too: 1990 is a year before 1991.

    None for an unknown unit, and outside the years 1 to 9999.
    """
    if unit not in _DAYS_OF:
        return None
    try:
        return _about_so_long_after(told, unit, count, words)
    except (OverflowError, ValueError):
        return None


def _about_so_long_after(told: tuple[date, date], unit: str, count: int, words: str) -> tuple[date, date]:
    first, last = told
    if unit == "Y" and (last - first).days >= _WHOLE_YEAR:
        return date(first.year + count, 1, 1), date(last.year + count, 12, 31)
    if unit == "Y" and (_UNDER.search(words) or _OVER.search(words)):
        earliest = same_day_in(first, first.year + count - (0 if _OVER.search(words) else 1))
        return earliest, same_day_in(last, last.year + count + (0 if _UNDER.search(words) else 1))
    slack = timedelta(days=_SLACK_DAYS[unit])
    about = timedelta(days=round(count * _DAYS_OF[unit]))
    earliest, latest = first + about - slack, last + about + slack
    if unit == "Y":
        earliest = max(earliest, date(first.year + count, 1, 1))
        latest = max(latest, date(last.year + count, 12, 31))
    return earliest, latest


def _same_thing(evidence: Evidence) -> Iterator[Constraint]:
    """Read "last month's exchange", "the talks last month" where another sentence dates the exchange or the talks."""
    for relative in evidence.story:
        seen = distance(relative)
        behind = _THING_BEHIND.match(evidence.article.text, relative.span.end)
        thing = behind or _THING_BEFORE.search(relative.before)
        if seen is None or seen[0] not in "MY" or seen[1] >= 0 or thing is None or relative.is_quoted:
            continue
        dated = [other for other in evidence.story if _tells_of_same(thing[1], relative, other)]
        days = {days_told(other) for other in dated}
        if len(days) != 1:
            continue
        says = f"“{relative.words}” of what is told again with “{dated[0].words}”: it was written after that."
        yield evidence.constraint(ClueKind.SAME_THING, relative.span, says, seen_from(days.pop(), *seen))


def _tells_of_same(thing: str, relative: PlacedForm, placed: PlacedForm) -> bool:
    """Does the sentence around a date, told as past, name the thing? One with its year may be another's."""
    if placed is relative or placed.looks is Direction.AHEAD or placed.is_quoted or not days_told(placed):
        return False
    is_near = placed.explicit is None or placed.paragraph == relative.paragraph
    is_same_sentence = (
        -len(placed.before) <= relative.span.start - placed.span.start <= len(placed.words + placed.after)
    )
    return (
        is_near
        and not is_same_sentence
        and re.search(rf"\b{thing}\b", f"{placed.before} {placed.after}", re.IGNORECASE) is not None
    )
