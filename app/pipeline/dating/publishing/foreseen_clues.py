"""Clues from games and votes to come: "the Games open in Seoul next year", "four days from now the voters decide"."""

import re
from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.foreseen_rows import ForeseenRow
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import any_of, distance, seen_from
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Constraint, Days, between, from_day_on, weekday_days
from app.pipeline.dating.publishing.sum_clues import count_told
from app.pipeline.dating.publishing.told_now import is_of_other_time, is_present, news_of_sentence
from app.pipeline.dating.surroundings import Direction, sentence_after, sentence_before

_NEAR = 48  # characters between a happening and the words that say how far it is
_OF_OTHERS = re.compile(r"[.;]|\b(?:said|says|told|since|after|before|that|which|who|when|and|but|last|was|were|had)\b")
_OPENS = re.compile(r"\b(?:opens?|begins?|starts?|gets? under way|kicks? off)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?P<count>an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)\s(?P<unit>days?|weeks?|months?)\s(?P<go>(?:left\s)?to\sgo\s)?"
    r"(?:before|until|till|ahead\sof)\s(?:the\s|its\s)?(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"[^.;]{0,20}?\b(?:is|are)?\s?(?:now |only |just )?(?P<count>an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)\s"
    r"(?P<unit>days?|weeks?|months?)\s(?P<go>away|off)\b",
    re.IGNORECASE,
)
_DAYS, _SLACK = {"D": 1, "W": 7, "M": 30}, {"D": 0, "W": 3, "M": 20}  # of each unit, and how far it may be off
_WEEK = 6  # days before it on which one calls it by its weekday
_MOST_TELLINGS = 3  # of one happening are looked at


def foreseen_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    text = evidence.article.text
    likely = evidence.likely_in_story
    for pattern, row in evidence.dating.publication.foreseen:
        if pattern.pattern in likely and (not row.needs or any(word in text for word in row.needs)):
            for span in evidence.where_told(pattern)[:_MOST_TELLINGS]:
                yield from _seen_from(span, row, evidence)
                yield from _lengths_before(span, row, evidence)


def _lengths_before(span: Stretch, row: ForeseenRow, evidence: Evidence) -> Iterator[Constraint]:
    """Read "six weeks before the Games", "with six weeks to go before they open", "the vote is two weeks away"."""
    text = evidence.article.text
    before, after = sentence_before(text, span), sentence_after(text, span)
    found = _BEFORE.search(before) or _AWAY.match(after)
    if found is None:
        return
    offset = span.start - len(before) if found.string is before else span.end
    length, count = Stretch(offset + found.start(), offset + found.end()), _count(found["count"], evidence)
    if count is None or is_of_other_time(length, span, evidence):
        return
    news = news_of_sentence(length, span, evidence)
    is_now = bool(news) or found.re is _AWAY or found["go"] or is_present(length, Stretch(span.end, span.end), evidence)
    unit = found["unit"][0].upper()
    days = any_of(between(day, day) for day in row.days) >> count * _DAYS[unit]
    allows = from_day_on(days >> _SLACK[unit], 2 * _SLACK[unit] + (_WEEK if news else 0))
    if is_now and allows:
        where = Stretch(min(length.start, span.start), max(length.end, span.end))
        says = f"“{where.of(text)}” tells how far {row.title} lies ahead."
        yield evidence.constraint(ClueKind.FORESEEN, where, says, allows)


def _count(words: str, evidence: Evidence) -> int | None:
    return 1 if words.lower() in ("a", "an", "one") else count_told(words.lower(), evidence)


def _seen_from(span: Stretch, row: ForeseenRow, evidence: Evidence) -> Iterator[Constraint]:
    text = evidence.article.text
    start, end = span.start - len(sentence_before(text, span)), span.end + len(sentence_after(text, span))
    days = any_of(between(day, day) for day in row.days)
    for placed in evidence.story:
        gap = text[min(span.end, placed.span.end) : max(span.start, placed.span.start)]
        if not start <= placed.span.start < end or len(gap) > _NEAR or _OF_OTHERS.search(gap):
            continue
        if allows := _days(placed, days, f"{span.of(text)}{gap}"):
            where = Stretch(min(span.start, placed.span.start), max(span.end, placed.span.end))
            says = f"“{placed.words}” of {row.title} tells from when it was seen."
            yield evidence.constraint(ClueKind.FORESEEN, where, says, allows)


def _days(placed: PlacedForm, days: Days, told: str) -> Days:
    """From when one may say so of one of these days; none where the words look back."""
    if (seen := distance(placed)) and seen[1] >= 0:
        return seen_from(days, *seen)
    is_ahead = placed.looks is Direction.AHEAD or _OPENS.search(told + placed.after[:_NEAR]) is not None
    if placed.reads == "weekday" and not placed.has("shift") and is_ahead:
        return from_day_on(days & weekday_days(placed.number("weekday")), _WEEK) >> _WEEK
    is_from_now = placed.reads == "ago" and placed.form.parts.get("toward") == 1  # "four days from now"
    unit = str(placed.form.parts.get("units"))
    if placed.is_counted and unit in _DAYS and (is_from_now or (placed.reads == "in_time" and is_ahead)):
        later, slack = placed.number("count") * _DAYS[unit], _SLACK[unit]
        return from_day_on(days, 2 * slack) >> later + slack
    return NO_DAYS
