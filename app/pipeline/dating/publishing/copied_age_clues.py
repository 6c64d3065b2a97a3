"""The age that a page gives itself, "3 days ago" under its headline, seen from the day on which the page was copied."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.domain.article import Paragraph
from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.page_labels import is_changed
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.puzzle import Constraint, between

_AGE = re.compile(
    r"\W*(?:(?:(?:first )?(?:posted|published)|by (?-i:[A-Z])[\w.’' -]{2,40}[|•·,–—-])\W*)?"
    r"(?:(?P<count>\d{1,2}|an?) ?(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w) ago"
    r"|(?P<word>today|yesterday))\W*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:T|\W{1,3}(?:at )?)(?P<hour>[01]?\d|2[0-3]):\d\d")
_DAYS_OF_WEEK = 7


def copied_age_clues(stated: Sequence[Constraint], evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has: none where two copies were made, or two ages stand in the head.

    Args:
        stated: What the page states.
        evidence: The article.
    """
    text = evidence.article.text
    top = (p for p in evidence.article.paragraphs if evidence.places.of[p.number] is Place.HEAD)
    ages = [(p, age) for p in top if (age := _AGE.fullmatch(text, p.span.start, p.span.end))]
    copies = list(_copies(stated, evidence))
    if len(ages) != 1 or len({day for day, _ in copies}) != 1:
        return
    (day, hour), (paragraph, age) = copies[0], ages[0]
    yield _constraint(paragraph, day, _span_of(age, day, hour), evidence)


def _copies(stated: Sequence[Constraint], evidence: Evidence) -> Iterator[tuple[date, int | None]]:
    """The days on which the page was copied, with the hour where that is told; a change has no age beside it."""
    spans = {clue.clue.span for clue in stated if clue.kind is ClueKind.COPIED}
    for placed in evidence.forms:
        if placed.day and placed.span in spans and not is_changed(placed, evidence):
            clock = _CLOCK.match(placed.line_after)
            yield placed.day, int(clock["hour"]) if clock else None


def _span_of(age: re.Match[str], copied: date, hour: int | None) -> tuple[date, date]:
    """First and last day of which a page says so: it counts the whole units that have passed."""
    if age["word"]:
        day = copied - timedelta(days=age["word"].lower() == "yesterday")
        return day, day
    count = int(age["count"]) if age["count"].isdigit() else 1
    unit = age["unit"].lower()[0]
    if unit in "mh":
        hours = count + 1 if unit == "h" else 1
        is_same_day = hour is not None and hours <= hour
        return copied if is_same_day else copied - timedelta(days=1 + (hours - (hour or 0)) // 24), copied
    last = copied - timedelta(days=count * (_DAYS_OF_WEEK if unit == "w" else 1))
    return last - timedelta(days=_DAYS_OF_WEEK if unit == "w" else 1), last


def _constraint(paragraph: Paragraph, copied: date, span: tuple[date, date], evidence: Evidence) -> Constraint:
    words = paragraph.span.of(evidence.article.text).strip()
    says = f"“{words}” in the head, seen from {date_to_people(day_date(copied))}, when the page was copied."
    return evidence.constraint(ClueKind.COPIED_AGE, paragraph.span, says, between(*span))
