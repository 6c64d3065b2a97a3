"""Chronicles under headings: "2024" on a line of its own, and below it lines that begin with "16 January"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.pipeline.dating.joining import YEARLESS, has_year
from app.pipeline.dating.matching import FoundForm

HEADED = "year_of_heading"  # marks the parts of a form whose year stands on a line above it
_FEWEST_ENTRIES = 2  # below the headings of a text; one alone may be the day of the page below the year of its series
_LETTERS = re.compile(r"[^\W_]")
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LONGEST_MARGIN = 40  # characters beside a year that is a heading: "===== 2024 ====="


def with_heading_years(text: str, forms: Sequence[FoundForm]) -> Sequence[FoundForm]:
    """Give the days and months of a chronicle the year under which they stand.

    Args:
        text: The stretch of text in which the forms stand.
        forms: All forms of it, in order.

    Returns:
        The forms; those below a line that is a year and nothing else, up to the next such line, with its year, where
        they have none and where at least two lines of the text begin with such a day or month. Others as they are.
    """
    if not any(_is_heading(text, form) for form in forms):
        return forms
    headed = list(_headed(text, forms))
    opening = sum(HEADED in form.parts and not _LETTERS.search(_before(text, form)) for form in headed)
    return headed if opening >= _FEWEST_ENTRIES else forms


def _headed(text: str, forms: Sequence[FoundForm]) -> Iterator[FoundForm]:
    year = 0
    for form in forms:
        if _is_heading(text, form):
            year = int(form.parts["year"])
        if year and form.row.reads in YEARLESS and not has_year(form):
            yield replace(form, parts={**form.parts, "year": year, HEADED: 1})
        else:
            yield form


def _is_heading(text: str, form: FoundForm) -> bool:
    if form.row.reads != "year" or form.parts.keys() != {"year"}:
        return False
    after = text[form.span.end : form.span.end + _LONGEST_MARGIN]
    if end := _LINE_END.search(after):
        after = after[: end.start()]
    elif len(after) == _LONGEST_MARGIN:
        return False
    return not _LETTERS.search(_before(text, form)) and not _LETTERS.search(after)


def _before(text: str, form: FoundForm) -> str:
    """What stands before a form on its line, its last characters where that is long."""
    margin = text[max(0, form.span.start - _LONGEST_MARGIN) : form.span.start]
    return _LINE_END.split(margin)[-1]
