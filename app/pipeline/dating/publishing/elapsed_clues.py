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
from app.knowledge.publication_rows import ClueKind, PageRole
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
from app.pipeline.dating.surroundings import Direction, is_quoted, sentence_after, sentence_before

_MOST_TELLINGS = 3  # of one happening are looked at
_MOST_LENGTHS = 20  # of a story are looked at
# "Three months after …"; what the number is stands before the unit.
_LENGTH = re.compile(
    r"\b(?P<unit>days?|weeks?|months?|years?|decades?|century)\s(?P<how>after|since|into|on\sfrom|following)\b\s?",
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
_MAIN_CLAUSE = re.compile(r",\s(?!(?:which|who|whose|where|when|and|but|or)\b)", re.IGNORECASE)
_TURN = re.compile(
    r",?\s(?:is |was )?(?:now )?(?P<verb>near|approach|enter|in\b)(?:s|es|ing)?\s(?:its|the|a)\s"
    r"(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d{1,2}(?:st|nd|rd|th))\s(?P<unit>anniversary|year|month)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|do|does|still|now|today|remains?|we|our|knows?|needs?|wants?|seems?|looks?|lies|stands?|keeps?"
    r")\b|[’']s been\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b")
_PAST = re.compile(r"\b(?:was|were|had)\b")
_BEGINS = re.compile(r"inva|attack|outbreak|annex|began|start|launch", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SEEN_FROM_NOW = frozenset({"weekday", "relative_day", "shifted_daypart"})
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


def elapsed_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _turns(evidence)
    for length in _lengths(evidence):
        told = list(_counted_from(length, evidence))
        if not told or _is_of_other_time(length, evidence):
            continue
        news = _news_of_sentence(length, evidence)
        now = told if news else [one for one in told if _is_present(length, one.end, evidence)]
        if allows := any_of(_so_long_after(one, length, news) for one in now):
            first = min(now, key=lambda one: one.first)
            where = Stretch(length.span.start, max(length.span.end, length.of.end))
            title = f"{first.title} was on {date_to_people(day_date(first.first))}"
            says = f"“{where.of(evidence.article.text)}”: {title}; it tells from when."
            yield evidence.constraint(ClueKind.YEARS_SINCE, where, says, allows)


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
            )


def _number(found: re.Match[str], unit: str, evidence: Evidence) -> int | None:
    words = " ".join(found["count"].lower().split())
    if unit == "century":
        return _PARTS_OF_CENTURY.get(words)
    return 1 if words in ("a", "an", "one") else count_told(words, evidence)


def _is_of_other_time(length: _Length, evidence: Evidence) -> bool:
    """Is it told in a quotation, with a year, or of what had been before what the story tells?"""
    text = evidence.article.text
    around = sentence_before(text, length.span) + length.of.of(text) + sentence_after(text, length.of)
    return is_quoted(text, length.span.start) or _YEAR.search(around) is not None or _HAD.search(around) is not None


def _news_of_sentence(length: _Length, evidence: Evidence) -> frozenset[int]:
    """The weekdays up to which it is counted, of "left on Friday", 0 for "yesterday"; no history tells of these."""
    text = evidence.article.text
    start = length.span.start - len(sentence_before(text, length.span))
    end = length.of.end + len(sentence_after(text, length.of))
    around = [
        placed
        for placed in evidence.story
        if start <= placed.span.start < end and not length.span.start <= placed.span.start < length.of.end
    ]
    seen = [p for p in around if p.reads in _SEEN_FROM_NOW and not p.has("shift") and p.looks is not Direction.AHEAD]
    return frozenset(p.number("weekday") if p.reads == "weekday" else 0 for p in seen)


def _is_present(length: _Length, end: int, evidence: Evidence) -> bool:
    """Is the first verb of its clause one of the present, before it, or behind the words that end there?

    The first tells: "Six years after the war they built a bridge, which is the only one".
    """
    text = evidence.article.text
    words = sentence_before(text, length.span)
    if not words.strip(' \t"“'):
        behind = sentence_after(text, length.of)
        words = behind if _MAIN_CLAUSE.match(behind) else text[end : length.of.end] + behind
    present = _PRESENT.search(words)
    past = evidence.dating.publication.marks[PageRole.PAST_VERB].search(words) or _PAST.search(words)
    return present is not None and (past is None or present.start() < past.start())


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
            sentence = f"{sentence_before(text, span)}{span.of(text)}{after}"
            if is_quoted(text, span.start) or _YEAR.search(sentence) or _HAD.search(sentence):
                continue
            where, allows = _of_turn(span, after, row, evidence)
            if allows:
                says = f"“{where.of(text)}”, which was on {date_to_people(day_date(row.day))}, tells from when."
                yield evidence.constraint(ClueKind.YEARS_SINCE, where, says, allows)


def _of_turn(span: Stretch, after: str, row: ReferenceFactRow, evidence: Evidence) -> tuple[Stretch, Days]:
    """Read "nears its first anniversary", "enters its third year", "now in its fourth month"."""
    found = _TURN.match(after)
    number = _ordinal(found["ordinal"], evidence) if found else None
    if found is None or number is None:
        return span, NO_DAYS
    where = Stretch(span.start, span.end + found.end())
    unit = 1 if found["unit"].lower() == "month" else _MONTHS_OF_YEAR
    if found["unit"].lower() == "anniversary":
        day = _later(row.day, number * unit)
        return where, between(day - _NEARING, day) if found["verb"].lower() in ("near", "approach") else NO_DAYS
    start, end = _later(row.day, (number - 1) * unit), _later(row.day, number * unit)
    if found["verb"].lower() == "in":
        return where, between(start, end)
    entered = between(start - _NEARING / 2, min(end, start + _ENTERED))
    return where, entered if found["verb"].lower() == "enter" else between(start - _NEARING, start)


def _later(day: date, months: int) -> date:
    year, month = shift_months(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _ordinal(words: str, evidence: Evidence) -> int | None:
    if words.lower() in ("first", "1st"):
        return 1
    return count_told(words[:-2] if words[0].isdigit() else words, evidence)
