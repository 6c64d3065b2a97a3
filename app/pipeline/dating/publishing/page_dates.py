"""Dates on the page around a story: what each of them is, by the words beside it and by where it stands."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.edtf import edtf
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.compact_days import SentForm
from app.pipeline.dating.publishing.evidence import HEAD_PARAGRAPHS, Evidence, PlacedForm
from app.pipeline.dating.publishing.page_labels import is_day_first, is_labelled, is_original, is_stamped, label_above
from app.pipeline.dating.publishing.page_lines import is_day, is_month, is_year_of_rights, kind_of_line
from app.pipeline.dating.publishing.page_lists import is_comment, is_in_list, is_reference
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Days, between, weekday_days, yearly_days

# "This entry was posted on", under it, is said of a blog's own.
_BY_SITE = re.compile(
    r"(?<!\bentry was )(?<!\bpost was )(?<!\bfirst )\b(?:posted|created|submitted|added|date)\b", re.IGNORECASE
)
_FIGURES = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2\d{2,4}")
_NUMBER_OF_ISSUE = re.compile(r"\b(?:[Nn][or]s?|[Ii]ssue|[Nn]umber|[Vv]ol(?:ume)?|№)\.?\s*$")
# "Policy Brief 2025/04": the fourth of that year, in whatever month.
_NUMBER_OF_SERIES = re.compile(
    r"\b(?:brief(?:ing)?|paper|note|report|memo|circular|bulletin)s?\s+(?:no\.?\s*)?$", re.IGNORECASE
)
_YEAR_AND_NUMBER = re.compile(r"\d{4}/\d{1,2}")
_LAST_MONTH = 12
_LINE = 100  # characters of a line that is no sentence
_MIDNIGHT = re.compile(r"\W{0,3}(?:at )?(?:12[:.]00\s?a|0?0[:.]00\b)", re.IGNORECASE)
_FROM_TO = re.compile(r"\b(?:from|between)\s[^.;|]{4,24}\d\s(?:to|until|till|and|[–—-])\s$", re.IGNORECASE)
_FROM, _UNTIL = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE), re.compile(r"\s*(?:to|until|till|and|[–—-])\s")
_UNSET_CLOCK = (1, 1)  # 1 January: what clocks say that nobody has set
_ZEROES = frozenset({date(1900, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(1980, 1, 1)})  # day 0 of computers


@dataclass(frozen=True)
class PageDate:
    """A date of the page, what it is, and the days that it names."""

    placed: PlacedForm
    kind: ClueKind
    allows: Days


def page_date(placed: PlacedForm, evidence: Evidence) -> PageDate | None:
    """What a date says of the page; None for one that the story tells, and for words that name no date."""
    is_in_head = placed.paragraph.number <= evidence.last_of_head or _is_label_below_standfirst(placed, evidence)
    is_story = placed.place is Place.STORY and not isinstance(placed.form, SentForm)
    if (is_story and not is_in_head) or _is_number(placed) or not (allows := days_named(placed, evidence)):
        return None
    is_numbered = _NUMBER_OF_ISSUE.search(placed.line_before) is not None and placed.words[0].isdigit()
    kind = ClueKind.ISSUE if is_numbered and placed.day else _kind(placed, evidence)
    if kind is ClueKind.ON_PAGE and is_year_of_rights(placed):
        kind = ClueKind.RIGHTS
    if kind is ClueKind.ISSUE and placed.explicit:
        allows = _days_of_issue(*placed.explicit)
    return PageDate(placed, kind, allows) if kind else None


def _is_label_below_standfirst(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it a label and a day with hardly a word more, though a sentence stands above it?"""
    span = placed.paragraph.span
    is_near = placed.paragraph.number <= HEAD_PARAGRAPHS and span.end - span.start < _LINE
    return is_near and is_labelled(placed.line_before, evidence, is_all=True)


def _is_number(placed: PlacedForm) -> bool:
    """Is it the number of a paper of a series within its year?"""
    return _YEAR_AND_NUMBER.fullmatch(placed.words) is not None and bool(_NUMBER_OF_SERIES.search(placed.line_before))


def _days_of_issue(first: date, last: date) -> Days:
    """When an issue came out: "No. 5 May 1984" is the fifth, of May; a winter is that of either end of the year."""
    if first == last:
        return between(*edtf(f"{first:%Y-%m}").bounds)
    is_winter = first.month == _LAST_MONTH != last.month
    return between(date(first.year, 1, 1) if is_winter else first, last)


def days_named(placed: PlacedForm, evidence: Evidence) -> Days:
    """The days that a date names: one, all of a month, or the same day of every year when its year is not told."""
    if placed.reads == "whole_day" and placed.day is None:
        return _either_day(placed, evidence)
    if placed.explicit:
        return NO_DAYS if placed.reads == "named_day" else between(*placed.explicit)
    return yearless_days(placed)


def yearless_days(placed: PlacedForm) -> Days:
    """The days of all years that "Friday, 13 October" can be; none for other forms."""
    if placed.reads != "day" or placed.explicit:
        return NO_DAYS
    days = yearly_days(placed.number("month"), placed.number("day"))
    for name in ("weekday", "weekday_after"):
        if placed.has(name):
            days &= weekday_days(placed.number(name))
    return days


def _either_day(placed: PlacedForm, evidence: Evidence) -> Days:
    """Read "07/04/2003" as the other dates of the page are written; as one of two days where they do not tell."""
    either = [date.fromisoformat(day) for day in str(placed.form.parts["day"]).strip("[]").split(",")]
    orders = {order for form in evidence.forms if (order := _order(form, evidence))}
    if len(orders) != 1:
        return sum(between(day, day) for day in either)
    figures = _FIGURES.fullmatch(placed.words)
    month = int(figures[3 if orders == {"day first"} else 1]) if figures else 0
    return sum(between(day, day) for day in either if day.month == month)


def _order(placed: PlacedForm, evidence: Evidence) -> str | None:
    """In what order a date in figures can only be read: by its numbers, or by the language of its label."""
    figures = _FIGURES.fullmatch(placed.words)
    if figures is None or figures[2] == ".":  # dots are never American
        return None
    if int(figures[1]) > _LAST_MONTH or is_day_first(placed.line_before, evidence):
        return "day first"
    return "month first" if int(figures[3]) > _LAST_MONTH else None


def _kind(placed: PlacedForm, evidence: Evidence) -> ClueKind | None:
    """What a date is by the words that label it, or else by its line; None for one that the story tells."""
    is_beside = placed.place is not Place.STORY
    kind = _kind_of_other(placed, evidence) if is_beside else None
    if kind is None and isinstance(placed.form, SentForm):
        kind = ClueKind.SENT
    if kind is None and placed.day and is_comment(placed, evidence):
        kind = ClueKind.COMMENTED
    if kind is None and is_original(placed, evidence, is_beside=is_beside):
        kind = ClueKind.ORIGINAL
    if kind is None and is_labelled(placed.line_before or label_above(placed), evidence, is_all=not is_beside):
        kind = _kind_of_labelled(placed, evidence)
    return kind or (kind_of_line(placed, evidence) if is_beside else None)


def _kind_of_other(placed: PlacedForm, evidence: Evidence) -> ClueKind | None:
    """The kind of a date that is surely not the page's own: an end of a span, the zero of a clock, a stamp."""
    if placed.day in _ZEROES or _is_of_span(placed):
        return ClueKind.ON_PAGE
    if not (is_day(placed) or is_month(placed)) or not is_stamped(placed, evidence):
        return None
    is_of_other = _is_unset(placed) or is_reference(placed, evidence)
    return ClueKind.ON_PAGE if is_of_other else ClueKind.COPIED


def _kind_of_labelled(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    """A day behind a word for publication; below the story it may be that of another, or of its coming to the site."""
    if is_in_list(placed, evidence):
        return ClueKind.ON_PAGE
    if _is_unset(placed) and _MIDNIGHT.match(placed.line_after):
        return ClueKind.COPIED  # what an import gives to all that has no day
    is_of_site = placed.place is Place.BESIDE and _BY_SITE.search(placed.line_before) is not None
    return ClueKind.COPIED if is_of_site and placed.explicit else ClueKind.LABELLED


def _is_unset(placed: PlacedForm) -> bool:
    """Is it the first day of a year, as clocks say that nobody has set?"""
    return placed.day is not None and (placed.day.month, placed.day.day) == _UNSET_CLOCK


def _is_of_span(placed: PlacedForm) -> bool:
    """Is it an end of "from 3 May 2021 to 5 June 2025"? Such a span is that of a collection."""
    begins = _FROM.search(placed.line_before) and _UNTIL.match(placed.line_after)
    return bool(begins or _FROM_TO.search(placed.line_before))
