"""What a text has told so far: the dates behind an expression, where its story stands, and what sort of text it is."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf
from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression
from app.pipeline.dating.matching import FoundForm
from app.pipeline.dating.surroundings import InText, is_in_brackets

_REMEMBERED = 12  # dates: what lies further back is no longer what "that month" points to
_SEEN_FROM_NOW = frozenset({"ago", "of_shifted_year", "relative_day", "shifted_unit", "weekday"})
_OF_THIS_YEAR = frozenset({"season", "month"})  # "until this summer": the story has come to the days of its teller
_COMPARES = frozenset({"ago", "period_of_year", "year_earlier"})
_YEAR_BEFORE_CHRIST = re.compile(r"BC(\d{4})")
_LEAST_YEARS, _FIRST_FORMS = 5, 3
_YEARS_AHEAD = 2  # inside a sentence; "the wall that fell in 1989" does not carry a story of 1961 there
_DAYS_OF_A_YEAR = 365
_YEARS_TO_NOW = 3  # so many times more years than words like "yesterday" make a history


@dataclass(frozen=True)
class Told:
    """What was told before an expression."""

    date: EdtfDate = UNKNOWN_DATE  # the last one
    span: Stretch = field(default_factory=lambda: Stretch(0, 0))
    is_story: bool = False  # from its own words or the story, not from publication
    opens_sentence: bool = False
    recent: tuple[EdtfDate, ...] = ()  # all dates, the last one first
    places: tuple[Stretch, ...] = ()  # and where they stand
    asides: tuple[bool, ...] = ()  # and whether the story left them at once: "in memory of those who fell in 1945"
    reference: EdtfDate = UNKNOWN_DATE  # where the story stands: the last date that is no aside
    year_before_christ: int = 0  # the year of old to which the story has come; 0 where it stands in our calendar
    is_history: bool = False  # a text that looks back on other years, with little said of its own day
    begins_now: bool = False  # but it begins with a day of its own: "published Monday"

    def last_of(self, precisions: Collection[Precision]) -> EdtfDate:
        """The last date of one of these precisions; unknown where none was told lately."""
        return next((when for when in self.recent if when.precision in precisions), UNKNOWN_DATE)

    @property
    def of_the_story(self) -> tuple[EdtfDate, ...]:
        """All dates but the asides, the last one first."""
        return tuple(when for when, is_aside in zip(self.recent, self.asides, strict=True) if not is_aside)

    @property
    def last_is_day(self) -> bool:
        """Is the last date a day?"""
        return self.date.precision is Precision.DAY

    def is_day(self, number: int) -> bool:
        """Is the last date a day of that number?"""
        return self.last_is_day and self.date.earliest is not None and self.date.earliest.day == number


def is_history(forms: Sequence[FoundForm], published: EdtfDate) -> bool:
    """Does a text look back on other years, with little said of its own?

    A news story is seen from its day of publication ("yesterday", "last month", "this 15 August 2022"); a history names
    the years of old, and its bare months belong to the year that it tells of. Reichenbach's point of reference is the
    speaker's now in the one, and the point told before in the other.
    """
    years = [year for year in map(_year_of, forms) if year]
    now = published.latest.year if published.latest else max(years, default=0)
    of_old = sum(1 for year in years if year < now - 1) + sum(1 for form in forms if form.row.reads == "before_christ")
    said_of_now = sum(1 for form in forms if form.row.reads in _SEEN_FROM_NOW)
    return of_old >= _LEAST_YEARS and of_old > max(len(years) - of_old, _YEARS_TO_NOW * said_of_now)


def begins_now(forms: Sequence[FoundForm]) -> bool:
    """Is one of the first times of a text seen from its day, as in the lead of a report that goes on to look back?"""
    return any(form.row.reads in _SEEN_FROM_NOW for form in forms[:_FIRST_FORMS])


def _year_of(form: FoundForm) -> int | None:
    """The year that a form names itself."""
    parts = form.parts
    if "year" in parts or (form.row.reads == "years" and "first" in parts):
        return int(parts.get("year") or parts["first"])
    if "day_year" in parts:
        return int(str(parts["day_year"]).partition(",")[2])
    return int(str(parts["years"])[:4]) if "years" in parts else None


def then_told(before: Told, expression: TimeExpression, form: FoundForm, placed: InText) -> Told:
    """What has been told once an expression was read.

    Args:
        before: What was told before it.
        expression: The expression.
        form: What it was read from.
        placed: Where it stands.
    """
    when = expression.date
    if found := _YEAR_BEFORE_CHRIST.match(expression.value):
        is_seen_back = form.row.reads in _COMPARES or form.parts.get("later") == -1
        return before if is_seen_back else replace(before, year_before_christ=int(found[1]))
    if when.earliest is None or when.latest is None:
        return before
    if expression.anchor is Anchor.PREVIOUS and (form.row.reads in _COMPARES or form.parts.get("later") == -1):
        return before  # "a year earlier" only looks back from the date told, and the text returns to that
    is_story = expression.anchor in (Anchor.EXPLICIT, Anchor.PREVIOUS) and not expression.is_anniversary
    after = replace(
        before,
        date=when,
        span=expression.span,
        is_story=is_story,
        opens_sentence=placed.opens_sentence,
        recent=(when, *before.recent)[:_REMEMBERED],
        places=(expression.span, *before.places)[:_REMEMBERED],
        asides=(_is_looked_back_to(expression, placed, before), *before.asides)[:_REMEMBERED],
    )
    is_this = form.row.reads in _OF_THIS_YEAR and form.parts.get("shift") == 0
    is_now = is_this or (form.row.reads == "day" and expression.anchor is Anchor.PUBLICATION)
    comes_home = before.is_history and is_now
    if (is_story or comes_home) and not _is_aside(expression, placed, after):
        return replace(after, reference=_where_it_ends(when), year_before_christ=0)
    return after


def _is_looked_back_to(expression: TimeExpression, placed: InText, before: Told) -> bool:
    """Does a date of old stand beside what it belongs to, and not at the head of what is told next?

    "He came on Thursday, the first to come since 1961. The day before …" goes on from Thursday.
    """
    when, story = expression.date.earliest, next((one.earliest for one in before.of_the_story), None)
    if when is None or story is None or (story - when).days < _DAYS_OF_A_YEAR:
        return False
    if expression.anchor is not Anchor.EXPLICIT or placed.opens_sentence:
        return False
    return expression.date.precision is not Precision.DAY or placed.stands_after("attribute")


def _where_it_ends(when: EdtfDate) -> EdtfDate:
    """The end of a range of days or months; years are told from the first one on ("1915 – 1918: The war")."""
    first, slash, last = when.text.partition("/")
    return edtf(last) if slash and len(first) > len("YYYY") else when


def _is_aside(expression: TimeExpression, placed: InText, told: Told) -> bool:
    """Is it a date that does not carry the story on: one foreseen, a year in brackets, one looked back to?"""
    when, story = expression.date.earliest, told.reference.earliest
    if when is None:
        return True
    if story is not None and when > story and placed.stands_after("told_ahead"):
        return not placed.stands_after("not_until")
    if expression.date.precision is not Precision.YEAR:
        return False
    if is_in_brackets(placed.text, placed.span):
        return True
    return not (story is None or told.opens_sentence or 0 <= when.year - story.year <= _YEARS_AHEAD)
