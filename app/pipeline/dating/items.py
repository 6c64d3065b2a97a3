"""Items of a digest or a running report, each under a day of its own from which its "today" and "Monday" are seen."""

import re

from app.domain.edtf import EdtfDate, Precision
from app.domain.timex import TimeExpression, TimexType

_LINE = 80  # characters looked at on each side of a day at the head of an item
_PLACE = re.compile(r"\s*(?:[^\W\d_a-zа-яё][\w’'.-]*[\s,/]+){1,6}")  # "Pyongyang, ", "WASHINGTON, D.C., "
_DASH = re.compile(r"\s*(?:\([^()\n]{2,40}\))?\s*\.?\s*(?:[-–—]{1,2}|:)\s")  # " (KCNA) -- "
_BRACKET = re.compile(r"\s*\]")


def published_in_item(text: str, expression: TimeExpression, published: EdtfDate) -> EdtfDate | None:
    """When the item that begins with this expression was written; None where none begins.

    A dateline has a place before its day and a dash behind it; an entry of a running report has its day and hour in
    brackets. A day that lies not before publication says nothing new.
    """
    when = expression.date
    if when.precision is not Precision.DAY or when.latest is None or not _heads_item(text, expression):
        return None
    is_older = published.earliest is None or when.latest < published.earliest
    return when if is_older else published


def _heads_item(text: str, expression: TimeExpression) -> bool:
    start, end = expression.span.start, expression.span.end
    line = text.rfind("\n", max(0, start - _LINE), start) + 1
    if line == 0 and start > _LINE:
        return False
    if expression.type is TimexType.TIME and text[line:start].strip() == "[":
        return _BRACKET.match(text, end) is not None
    return bool(_PLACE.fullmatch(text, line, start) and _DASH.match(text, end, end + _LINE))
