"""Items of a digest or a running report, each under a day of its own from which its "today" and "Monday" are seen."""

import re
from datetime import timedelta

from app.domain.edtf import EdtfDate, Precision
from app.domain.timex import TimeExpression, TimexType

_LINE = 80  # characters looked at on each side of a day at the head of an item
# "Pyongyang, ", "WASHINGTON, D.C., ", "* * * MOSCOW, "
_PLACE = re.compile(r"[\s*#•–—-]*+(?:[^\W\d_a-zа-яё][\w’'.-]*+[\s,/]++){1,6}")
_DASH = re.compile(
    r"\s*+(?:\([^()\n]{2,40}\)\s*+)?(?:\.\s*+)?(?:(?:[-–—]{1,2}|:)\s|—(?=\w))"  # " (KCNA) -- ", "—The two"
    r"|\.\s*+\([^()\n]{2,60}\)\s"  # ". (Special correspondent of TASS.) "
)
_BRACKET = re.compile(r"\s*\]")
_ALONE = re.compile(r"\.?[^\S\n]*\n")
_LONGEST_WAY = timedelta(days=10)  # that a report took to its paper


def published_in_item(text: str, expression: TimeExpression, published: EdtfDate) -> EdtfDate | None:
    """When the item that begins with this expression was written; None where none begins.

    A dateline has a place before its day and a dash, the name of an agency or the end of the line behind it; an entry
    of a running report has its day and hour in brackets. A day that lies not before publication says nothing new, but
    for such entries: a page that is brought up to date keeps the day on which it first appeared.
    """
    when = expression.date
    if when.precision is not Precision.DAY or when.latest is None:
        return None
    if _is_entry(text, expression):
        return when
    if not _has_dateline(text, expression, published):
        return None
    is_older = published.earliest is None or when.latest < published.earliest
    return when if is_older else published


def _is_entry(text: str, expression: TimeExpression) -> bool:
    start, end = expression.span.start, expression.span.end
    is_time = expression.type is TimexType.TIME
    return is_time and text[_line_start(text, start) : start].strip() == "[" and _BRACKET.match(text, end) is not None


def _has_dateline(text: str, expression: TimeExpression, published: EdtfDate) -> bool:
    start, end = expression.span.start, expression.span.end
    line = _line_start(text, start)
    if (line == 0 and start > _LINE) or not _PLACE.fullmatch(text, line, start):
        return False
    return _DASH.match(text, end, end + _LINE) is not None or (
        _ALONE.match(text, end, end + _LINE) is not None and _is_of_the_paper(expression.date, published)
    )


def _is_of_the_paper(day: EdtfDate, published: EdtfDate) -> bool:
    """Is it a day from which a report came into the paper that held it? A line that names another is a heading."""
    if day.latest is None or published.earliest is None:
        return False
    return timedelta(0) <= published.earliest - day.latest <= _LONGEST_WAY


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", max(0, at - _LINE), at) + 1
