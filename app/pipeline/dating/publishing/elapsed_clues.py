"""Clues from the time since a happening of the world: "three months after Hanoi", "nears its first anniversary"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.dating_rows import ReferenceFactRow
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import shift_months
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.happenings import Happening, chronicled
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import (
    LAST_DAY,
    NO_DAYS,
    Constraint,
    Days,
    between,
    from_day_on,
    weekday_days,
)
from app.pipeline.dating.publishing.sum_clues import count_told
from app.pipeline.dating.publishing.told_now import is_of_other_time, is_present, news_of_sentence
from app.pipeline.dating.surroundings import sentence_after, sentence_before

_MOST_TELLINGS = 3  # of one happening are looked at
_MOST_LENGTHS = 20  # of a story are looked at
# "Three months after …"; what the number is stands before the unit.
_LENGTH = re.compile(
    r"\b(?P<unit>days?|weeks?|months?|years?|decades?|century)"
    r"(?P<passed>\s(?:have|has)(?:\s(?:now|already))?\s(?:passed|gone(?:\sby)?|elapsed))?"
    r"\s(?P<how>after|since|into|on\sfrom|following)\b\s?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:\b(?P<about>nearly|almost|just under|less than|not quite|about|some|around|roughly|more than|over|just over)"
    r"\s+)?"
    r"\b(?P<count>an?|half an?|an? quarter of an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)\s$",
    re.IGNORECASE,
)
_PARTS_OF_CENTURY = {"half a": 50, "a quarter of a": 25}
_END_OF_CLAUSE = re.compile(r"[,.;:!?\n–—]|\s-\s")
_REACH = 110  # characters behind such a length in which the happening is told
_NEAR = 60  # characters up to the words of a fact
_ARTICLE = re.compile(r"(?:the|its|their)\s+", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:left|leaves|departed|departure|went home|returned|ended|end of|collapsed|broke)\b", re.IGNORECASE
)
_OWN_CLAUSE = re.compile(r"\b(?:is|was|were|had|has|have|said|that|who|which)\b", re.IGNORECASE)
_TURN = re.compile(
    r",?\s(?:is |was )?(?:now )?(?P<verb>near|approach|enter|in\b)(?:s|es|ed|ing)?\s(?:its|the|a)\s"
    r"(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d{1,2}(?:st|nd|rd|th))\s(?P<unit>anniversary|year|month|week|day)\b",
    re.IGNORECASE,
)
# "Moscow is in the fourth week of its war".
_IN_TURN = re.compile(
    r"\bin\s(?:its|the|their)\s(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d{1,2}(?:st|nd|rd|th))\s(?P<unit>year|month|week|day)\sof\s"
    r"(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"inva|attack|outbreak|annex|began|start|launch", re.IGNORECASE)
_MONTHS_OF_YEAR = 12
_DAYS_OF = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "year": _MONTHS_OF_YEAR, "decade": 10 * _MONTHS_OF_YEAR, "century": _MONTHS_OF_YEAR}
_DAYS_TOLD = 6  # what a report tells of a weekday came to pass so many days before it, at most
_NEARING = timedelta(days=120)  # so long before it one says that it nears
_ENTERED = timedelta(days=92)  # so long after its beginning one says that a year is entered
_SLACK = {_MONTHS_OF_YEAR: timedelta(days=92), 1: timedelta(days=25)}  # either way, of years and of months
_SLACK_OF_WEEKS = timedelta(days=4)
_LONG, _LONG_SLACK = 20, 2  # years; "forty years after" is said of 38 too
_UNDER = ("nearly", "almost", "just under", "less than", "not quite")
_OVER = ("more than", "over", "just over")


@dataclass(frozen=True)
class _Length:
    """A number of days, weeks, months or years that a story counts from something, up to what it tells."""

    span: Stretch
    count: int
    unit: str
    about: str
    how: str
    of: Stretch  # the words of that from which it counts
    has_passed: bool  # "have passed since": up to now


def elapsed_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _turns(evidence)
    for length in _lengths(evidence):
        told = list(_counted_from(length, evidence))
        if not told or is_of_other_time(length.span, length.of, evidence):
            continue
        news = news_of_sentence(length.span, length.of, evidence)
        now = [one for one in told if news or length.has_passed or _is_told_now(length, one, evidence)]
        if allows := any_of(_so_long_after(one, length, news) for one in now):
            first = min(now, key=lambda one: one.first)
            where = Stretch(length.span.start, max(length.span.end, length.of.end))
            title = f"{first.title} was on {date_to_people(day_date(first.first))}"
            says = f"“{where.of(evidence.article.text)}”: {title}; it tells from when."
            yield evidence.constraint(ClueKind.YEARS_SINCE, where, says, allows)


def _is_told_now(length: _Length, one: Happening, evidence: Evidence) -> bool:
    return is_present(length.span, Stretch(one.end, length.of.end), evidence)


def _lengths(evidence: Evidence) -> Iterator[_Length]:
    """The lengths of time of a story that are counted from something."""
    text = evidence.article.text
    left = _MOST_LENGTHS
    for part in evidence.story_spans:
        for found in _LENGTH.finditer(text, part.start, part.end):
            left -= 1
            if left < 0:
                return
            number = _COUNT.search(text, max(part.start, found.start() - _NEAR), found.start())
            count = _number(number, found["unit"].lower(), evidence) if number else None
            if number is None or count is None:
                continue
            limit = min(part.end, found.end() + _REACH)
            end = _END_OF_CLAUSE.search(text, found.end(), limit)
            yield _Length(
                Stretch(number.start(), found.end()),
                count,
                found["unit"].lower().rstrip("s"),
                (number["about"] or "").lower(),
                " ".join(found["how"].lower().split()),
                Stretch(found.end(), end.start() if end else limit),
                found["passed"] is not None,
            )


def _number(found: re.Match[str], unit: str, evidence: Evidence) -> int | None:
    words = " ".join(found["count"].lower().split())
    if unit == "century":
        return _PARTS_OF_CENTURY.get(words)
    return 1 if words in ("a", "an", "one") else count_told(words, evidence)


def _counted_from(length: _Length, evidence: Evidence) -> Iterator[Happening]:
    """That from which it may be counted: facts, days that are recalled, and the chronicle."""
    text = evidence.article.text
    for row, found in evidence.facts_told:
        if span := next((span for span in found if _begins_with(length, span, row, text)), None):
            yield Happening(row.day, row.day, row.title, span.end)
    words = length.of.of(text)
    for pattern, named in evidence.dating.commemorations:
        if named.first_day and pattern.match(_ARTICLE.sub("", words)):
            yield Happening(named.first_day, named.first_day, named.title, length.of.start)
    is_end = _ENDS.search(words) is not None
    for one in chronicled(length.of, evidence, once=True):
        yield replace(one, first=one.last) if is_end else one


def _begins_with(length: _Length, span: Stretch, row: ReferenceFactRow, text: str) -> bool:
    """Is it counted from a fact told here? From what lasts only where that begins, but for "a year into the war"."""
    is_of_beginning = not row.lasts or _BEGINS.search(span.of(text)) is not None
    is_near = length.span.start < span.end and span.start < min(length.of.start + _NEAR, length.of.end)
    between_them = text[length.of.start : max(length.of.start, span.start)]
    return is_near and not _OWN_CLAUSE.search(between_them) and (is_of_beginning or length.how == "into")


def _so_long_after(one: Happening, length: _Length, news: frozenset[int]) -> Days:
    """The days on which one says so: "two years after" up to the next whole number; of news, in the week behind it."""
    told = _DAYS_TOLD if news else 0
    if length.unit in _DAYS_OF:
        about = length.count * _DAYS_OF[length.unit]
        slack = _SLACK_OF_WEEKS if length.unit == "week" else timedelta()
        itself = between(one.first + timedelta(days=about) - slack, one.last + timedelta(days=about) + slack)
        named = any_of(weekday_days(weekday) for weekday in news if weekday) & itself
        return from_day_on(named or itself, told)
    months = length.count * _MONTHS_OF[length.unit]
    unit = 1 if length.unit == "month" else _MONTHS_OF_YEAR
    years = months // _MONTHS_OF_YEAR
    if unit == _MONTHS_OF_YEAR and years >= _LONG:
        around = _LONG_SLACK if years % 5 == 0 else 1
        first, last = (one.first.year + years - around, one.first.year + years + around)
        return between(date(first, 1, 1), date(last, 12, 31)) if last <= LAST_DAY.year else NO_DAYS
    exact, following = _later(one.first, months), _later(one.first, months + unit)
    slack = _SLACK[unit]
    if length.about in _UNDER:
        return from_day_on(between(exact - 2 * slack, exact), told)
    if length.about in _OVER:
        return from_day_on(between(exact, following), told)
    return between(exact - slack, following if length.about == "" else following + slack)


def _turns(evidence: Evidence) -> Iterator[Constraint]:
    """Read "nears its first anniversary", "enters its third year" of what lasts."""
    text = evidence.article.text
    for row, found in evidence.facts_told:
        for span in found[:_MOST_TELLINGS] if row.lasts else ():
            after = sentence_after(text, span)
            if is_of_other_time(Stretch(span.start, span.start), span, evidence):
                continue
            where, allows = _of_turn(span, after, row, evidence)
            if allows:
                says = f"“{where.of(text)}”, which was on {date_to_people(day_date(row.day))}, tells from when."
                yield evidence.constraint(ClueKind.YEARS_SINCE, where, says, allows)


def _of_turn(span: Stretch, after: str, row: ReferenceFactRow, evidence: Evidence) -> tuple[Stretch, Days]:
    """Read "nears its first anniversary", "enters its third year", "now in its fourth month"."""
    before = sentence_before(evidence.article.text, span)
    found, inside = _TURN.match(after), _IN_TURN.search(before)
    if told := inside or found:
        number = _ordinal(told["ordinal"], evidence)
        unit, verb = told["unit"].lower(), "in" if inside else found["verb"].lower() if found else ""
        start = span.start - (len(before) - inside.start() if inside else 0)
        where = Stretch(start, span.end + (found.end() if found and not inside else 0))
        return where, _of_turning(row.day, number, unit, verb) if number else NO_DAYS
    return span, NO_DAYS


def _of_turning(day: date, number: int, unit: str, verb: str) -> Days:
    """When one says that a war nears, enters or is in such a year, month or week."""
    if unit == "anniversary":
        itself = _later(day, number * _MONTHS_OF_YEAR)
        return between(itself - _NEARING, itself) if verb in ("near", "approach") else NO_DAYS
    if unit in _DAYS_OF:
        length = timedelta(days=_DAYS_OF[unit])
        return between(day + (number - 1) * length, day + number * length + timedelta(days=1))
    months = _MONTHS_OF[unit]
    start, end = _later(day, (number - 1) * months), _later(day, number * months)
    if verb == "in":
        return between(start, end)
    entered = between(start - _NEARING / 2, min(end, start + _ENTERED))
    return entered if verb == "enter" else between(start - _NEARING, start)


def _later(day: date, months: int) -> date:
    year, month = shift_months(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _ordinal(words: str, evidence: Evidence) -> int | None:
    if words.lower() in ("first", "1st"):
        return 1
    return count_told(words[:-2] if words[0].isdigit() else words, evidence)
