"""Clues from the weekday of the lead, where the story tells how many days it lies after a day that is known."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.pair_clues import seen_from
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Constraint, Days, between, from_day_on, weekday_days
from app.pipeline.dating.publishing.recalled_days import day_recalled
from app.pipeline.dating.surroundings import Direction

_WEEK = 6  # days after it on which one calls a day by its weekday
_MOST_DAYS = 6
# What the lead tells is told on: "The attack came five days after".
_IT_CAME = re.compile(
    r"(?:It|This|That|The [\w-]+|(?:His|Her|Their|Its) [\w-]+)(?:,[^,;]{0,80},)?"
    r" (?:came|comes|was made|followed|follows)\b"
)


def lead_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    news = news_of_lead(evidence)
    if news is None:
        yield from _news_of_yesterday(evidence)
        return
    for later, told in pairwise(evidence.story):
        days = _so_long_after(later, told, evidence) & weekday_days(news.number("weekday"))
        if days:
            span = Stretch(later.span.start, told.span.end)
            says = f"“{span.of(evidence.article.text)}” is the “{news.words}” of the lead: it was told in that week."
            yield evidence.constraint(ClueKind.WEEK_OF_DAY, span, says, from_day_on(days, _WEEK))


def news_of_lead(evidence: Evidence) -> PlacedForm | None:
    """The weekday on which what the lead tells first came to pass; None where it tells none."""
    return next((p for p in evidence.story if p.paragraph.number in evidence.lead and _is_news(p, evidence)), None)


def _is_news(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it told as past? "In a statement on Thursday, a general of the ministry insisted" has its verb far behind."""
    is_bare = placed.reads == "weekday" and not placed.has("shift") and not placed.is_quoted
    if not is_bare or placed.is_told_as_before:
        return False
    is_open = placed.looks is Direction.OPEN
    return placed.is_told_past or (is_open and evidence.marks(PageRole.PAST_VERB, f"{placed.before}{placed.after}"))


def _news_of_yesterday(evidence: Evidence) -> Iterator[Constraint]:
    """Read "yesterday accused … The statement came five days after …, on September 30": so many days after it."""
    lead = [p for p in evidence.story if p.paragraph.number in evidence.lead and not p.is_quoted]
    seen = next(
        (p for p in lead if p.reads == "relative_day" and p.number("offset") in (-1, 0) and p.is_told_past), None
    )
    for later, told in pairwise(lead) if seen else ():
        days = _so_long_after(later, told, evidence) or _days_after(later, told)
        if seen and days and _IT_CAME.match(later.before):
            span = Stretch(later.span.start, told.span.end)
            says = f"“{span.of(evidence.article.text)}” is the “{seen.words}” of the lead."
            yield evidence.constraint(ClueKind.WEEK_OF_DAY, span, says, seen_from(days, "D", seen.number("offset")))


def _days_after(later: PlacedForm, told: PlacedForm) -> Days:
    """The days so many after a day that is told without its year."""
    is_after = later.reads == "later" and later.is_counted and later.form.parts.get("units") == "D"
    is_near = told.span.end <= later.span.end + len(later.after)
    count = later.number("count") * later.number("later") if is_after and is_near else 0
    return yearless_days(told) << count if count > 0 else NO_DAYS


def _so_long_after(later: PlacedForm, told: PlacedForm, evidence: Evidence) -> Days:
    """The days of "a day after he spoke on Wednesday, September 21", "four days after the North marked the 75th …"."""
    is_after = later.reads == "later" and later.is_counted and later.form.parts.get("units") == "D"
    is_near = told.span.end <= later.span.end + len(later.after) and not later.is_quoted
    if not is_after or not is_near or not 0 < later.number("count") * later.number("later") <= _MOST_DAYS:
        return NO_DAYS
    recalled = day_recalled(told, evidence)
    if recalled or told.day:
        day = recalled or told.day
        return between(day, day) << later.number("count")
    return yearless_days(told) << later.number("count") if told.has("weekday") else NO_DAYS
