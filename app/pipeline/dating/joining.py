"""Dates that share their words: the two ends of a range, and lists whose last date alone tells the year."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from app.domain.edtf import EdtfDate, edtf
from app.domain.text import Stretch
from app.domain.timex import TimexEnd
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating.calendar import timex_value
from app.pipeline.dating.matching import FoundForm
from app.pipeline.dating.numbers import LAST_MONTH
from app.pipeline.dating.readers.times import DAYPART, TIME_PARTS

_GAP = 24  # characters between two dates of a list: ", and early "
_LASTED = re.compile(
    r",?\s+(?:and\s+)?(?:only\s+)?(?:lasted|lasting|continued|continuing|ended|ending|ran|running|concluded|concluding)\s+"
    r"(?:until|till|to|through|on|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
YEARLESS = frozenset({"day", "days", "month", "season"})
_HAS_YEAR = frozenset({"year", "day_year", "shift", "unit"})
_MONTHS = ("month", "season")

_THREE_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
_DAY_FIRST, _MONTH_FIRST = "day first", "month first"
_TIMES = frozenset({"clock", "daypart", "military_clock"})

DAY_READERS = frozenset({
    "day", "day_beside", "day_of_month", "day_of_shifted_month", "named_day", "relative_day", "shifted_daypart",
    "told_daypart", "told_unit", "weekday", "weekday_of_week", "whole_day",
})  # fmt: skip
SHARED = "shares_year"  # marks the parts of a form whose year stands behind another one


def ends_of(words: str, span: Stretch, when: EdtfDate, separators: re.Pattern[str]) -> tuple[TimexEnd, ...]:
    """The two ends of a range, each with its own words; nothing where the words cannot be told apart.

    Args:
        words: The words of the range.
        span: Where they stand.
        when: An interval.
        separators: What stands between the ends.
    """
    between = list(separators.finditer(words))
    first, slash, last = when.text.partition("/")
    if not between or not slash or ".." in (first, last):
        return ()
    middle = between[-1]
    return (
        TimexEnd(Stretch(span.start, span.start + middle.start()), timex_value(edtf(first))),
        TimexEnd(Stretch(span.start + middle.end(), span.end), timex_value(edtf(last))),
    )


def with_order(text: str, forms: Sequence[FoundForm]) -> Sequence[FoundForm]:
    """Read "03/05/2004" day first or month first as the other dates of the text that leave no choice."""
    orders = {order for form in forms if form.row.reads == "whole_day" and (order := _order(form.span.of(text)))}
    if len(orders) != 1:
        return forms
    number_of_day = 1 if orders == {_DAY_FIRST} else 2
    return [_ordered(text, form, number_of_day) for form in forms]


def _order(words: str) -> str:
    """Which of the two orders a date in digits can only have; empty where it is either, or has its year first."""
    found = _THREE_NUMBERS.fullmatch(words)
    if not found:
        return ""
    first, second = int(found[1]), int(found[2])
    return _DAY_FIRST if first > LAST_MONTH >= second else _MONTH_FIRST if second > LAST_MONTH >= first else ""


def _ordered(text: str, form: FoundForm, number_of_day: int) -> FoundForm:
    """A form that is one of two days, made the one whose day is this number of its three."""
    value = str(form.parts.get("day", ""))
    found = _THREE_NUMBERS.fullmatch(form.span.of(text))
    if form.row.reads != "whole_day" or not value.startswith("[") or not found:
        return form
    day = next(day for day in value.strip("[]").split(",") if int(day[8:]) == int(found[number_of_day]))
    return replace(form, parts={**form.parts, "day": day})


def with_shared_years(text: str, forms: Sequence[FoundForm], dating: DatingKnowledge) -> list[FoundForm]:
    """Give each form without a year that of the next one, where nothing but small words stands between them.

    "in August and September 1914" is twice 1914; "from November to March 1945" begins in 1944; and so do those of what
    began on 1 July and lasted until 18 November 1916.
    """
    shared = list(forms)
    for index in range(len(forms) - 2, -1, -1):
        here, ahead = shared[index], shared[index + 1]
        if here.row.reads not in YEARLESS or has_year(here):
            continue
        year = _year(ahead)
        gap = text[here.span.end : ahead.span.start]
        if year and (_only(gap, dating.joints) or _LASTED.fullmatch(gap)):
            parts = {**here.parts, "year": year - _comes_later(here, ahead), SHARED: 1}
            shared[index] = replace(here, parts=parts)
    return shared


def has_year(form: FoundForm) -> bool:
    """Does a form tell its year, or how far off it is?"""
    return not _HAS_YEAR.isdisjoint(form.parts)


def with_times(text: str, forms: Sequence[FoundForm], dating: DatingKnowledge) -> list[FoundForm]:
    """Join each time of day with the day that stands beside it: "9 a.m. Tuesday", "Tuesday at 9 a.m."."""
    joined: list[FoundForm] = []
    for form in forms:
        before = joined[-1] if joined else None
        if before and {before.row.reads, form.row.reads} & DAY_READERS and {before.row.reads, form.row.reads} & _TIMES:
            gap = text[before.span.end : form.span.start]
            if not _has_time(before, form, gap) and (gap.isspace() or _only(gap, dating.time_joints)):
                day, time = (form, before) if before.row.reads in _TIMES else (before, form)
                parts = {**day.parts, **time.parts}
                joined[-1] = FoundForm(Stretch(before.span.start, form.span.end), day.row, parts)
                continue
        joined.append(form)
    return joined


def _has_time(day: FoundForm, time: FoundForm, gap: str) -> bool:
    """Has the day its time already, so that the one behind is of another?

    "Friday morning" may still be told to the hour, and the hour of "7 o'clock tomorrow evening" lies in the part of the
    day that follows at once.
    """
    told = day.parts.keys() & TIME_PARTS
    if day.row.reads not in DAY_READERS or not told:
        return False
    is_part = time.row.reads == DAYPART
    return (is_part and DAYPART in told) or (told != {DAYPART} and not (is_part and gap.isspace()))


def _year(form: FoundForm) -> int | None:
    if "day_year" in form.parts:
        return int(str(form.parts["day_year"]).partition(",")[2])
    return int(form.parts["year"]) if form.row.reads in YEARLESS and "year" in form.parts else None


def _only(gap: str, joints: Collection[str]) -> bool:
    """Is there nothing in it but such words, and one at least?"""
    words = _WORD_OR_MARK.findall(gap.lower()) if len(gap) <= _GAP else []
    return bool(words) and all(word in joints for word in words)


def _comes_later(here: FoundForm, ahead: FoundForm) -> bool:
    """Is it later in the year than the one behind it, and so of the year before? "December and January 1990"."""
    for name in _MONTHS:
        if name in here.parts and name in ahead.parts:
            return int(here.parts[name]) > int(ahead.parts[name])
    return False
