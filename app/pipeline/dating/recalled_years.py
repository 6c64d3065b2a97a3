"""Years told by what stands behind a day: "August 15, the 66th anniversary of …", "Liberation Day last August"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating.matching import FoundForm
from app.pipeline.dating.readers.named import recalled_day
from app.pipeline.dating.surroundings import InText

_MARKS = " ,–—-(\n"


def with_recalled_years(text: str, forms: Sequence[FoundForm], dating: DatingKnowledge) -> list[FoundForm]:
    """Give a day without a year the one of the anniversary in apposition, if that falls on this day."""
    dated = list(forms)
    for index, (here, ahead) in enumerate(pairwise(forms)):
        if here.row.reads == "day" and ahead.row.reads == "anniversary" and "number" in ahead.parts:
            between = text[here.span.end : ahead.span.start]
            year = None if between.strip(_MARKS) else _year(here, ahead, InText(text, ahead.span, dating))
            if year:
                dated[index] = replace(here, parts={**here.parts, "year": year})
    return dated


def with_months_of_named_days(text: str, forms: Sequence[FoundForm]) -> list[FoundForm]:
    """Make one of a named day and the "last August" behind it, whose year is that of the month."""
    joined: list[FoundForm] = []
    for form in forms:
        if joined and _is_named_day_and_month(text, joined[-1], form):
            before = joined.pop()
            parts = {**before.parts, "month": form.parts["month"], "month_shift": form.parts["shift"]}
            form = FoundForm(Stretch(before.span.start, form.span.end), before.row, parts)  # noqa: PLW2901 - both
        joined.append(form)
    return joined


def _is_named_day_and_month(text: str, here: FoundForm, ahead: FoundForm) -> bool:
    is_month = ahead.row.reads == "month" and "shift" in ahead.parts
    is_named_day = here.row.reads == "named_day" and here.parts.keys() == {"day"}
    return is_month and is_named_day and not text[here.span.end : ahead.span.start].strip(" ,")


def _year(here: FoundForm, anniversary: FoundForm, placed: InText) -> int | None:
    """The year of the anniversary; None where its happening has no row, or another day of the year."""
    if here.parts.keys() & {"year", "day_year"}:
        return None
    row = recalled_day(anniversary.parts, placed)
    first = row.first_day if row else None
    if first is None or (first.month, first.day) != (int(here.parts["month"]), int(here.parts["day"])):
        return None
    return first.year + int(anniversary.parts["number"])
