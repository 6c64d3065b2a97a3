"""Clues that are sums of years: a year that the text names, and a number of years since then."""

import re
from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind, PageRole, SumRow
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.puzzle import LAST_DAY, Constraint, year_days
from app.pipeline.dating.surroundings import sentence_after, sentence_before

_UNDER = re.compile(r"\b(?:nearly|almost|just under)\s+$", re.IGNORECASE)
_OVER = re.compile(r"\b(?:more than|over)\s+$", re.IGNORECASE)
_THIS_YEAR = "this year"
_YEAR_OF_PARAGRAPH = re.compile(
    r"(?P<last>\blast year\b|지난해|작년|\bв прошлом году\b)|\bthis year\b|올해|\bв этом году\b", re.IGNORECASE
)
_FEWEST_YEARS = 2
_LEAST_ROUND, _ROUNDING = 20, 2
_LEAD = 2  # paragraphs
_REACH = 20  # characters before a number that tell whether it is rounded


def sum_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    text = evidence.article.text
    telling = {paragraph.number for paragraph in evidence.places.telling}
    lines = [p.span for p in evidence.article.paragraphs if p.number not in telling]
    for pattern, row in evidence.dating.publication.sums:
        if pattern.pattern not in evidence.likely:
            continue
        for region in lines if row.is_line else _story_regions(evidence):
            for found in pattern.finditer(text, region.start, region.end):
                yield from _sum(found, row, evidence)


def _story_regions(evidence: Evidence) -> Iterator[Stretch]:
    """The story in one piece, with its headline where that stands above it."""
    spans = evidence.story_spans
    if not spans:
        return
    title = evidence.article.title_span
    start = title.start if title and title.start < spans[0].start else spans[0].start
    yield Stretch(start, spans[-1].end)


def _sum(found: re.Match[str], row: SumRow, evidence: Evidence) -> Iterator[Constraint]:
    text = evidence.article.text
    span = Stretch(*found.span())
    told = found.groupdict()
    count = count_told(told["count"], evidence) if "count" in told else 0
    if count is None:
        return
    named = int(told.get("year", 0))
    year = named + count + row.plus
    sentence = sentence_before(text, span) + found[0] + sentence_after(text, span)
    is_now = is_of_now(span, sentence, evidence) and not is_of_other_year(sentence, year, evidence)
    if row.clue is ClueKind.ANNIVERSARY and not is_now:
        return
    before = text[max(0, span.start - _REACH) : found.start("count") if count else span.start]
    first, last = year - bool(_UNDER.search(before)), year + bool(_OVER.search(before))
    is_ahead = evidence.marks(PageRole.TO_COME, sentence_before(text, span)) and not is_of_this_year(sentence)
    if row.clue is ClueKind.ANNIVERSARY and is_ahead:
        first -= 1  # it may be next year's
    if row.clue is ClueKind.YEARS_SINCE:
        rounding = _rounding(count) if row.is_rough else 0
        first, last = first - rounding, last + rounding + bool(told.get("month"))
    if row.clue is ClueKind.AGE:
        last += 1  # the birthday may be still to come
    first, last = first - row.slack, last + row.slack
    if last > LAST_DAY.year:
        return
    reckoning = " + ".join(str(number) for number in (named, count, row.plus) if number)
    says = f"“{' '.join(found[0].split())}”: {reckoning} = {year}."
    yield evidence.constraint(row.clue, span, says, year_days(first, last))


def _rounding(years: int) -> int:
    """How many years off a round number may be: "forty years after" is said of 38 too."""
    return _ROUNDING if years >= _LEAST_ROUND and years % 10 == 0 else 0


def is_of_now(span: Stretch, sentence: str, evidence: Evidence) -> bool:
    """Do words speak of the time of writing? In the lead they do, elsewhere the sentence must say so."""
    starts = [p.span for p in evidence.places.telling if p.number in evidence.lead[:_LEAD]]
    is_of_other = _is_of_year_told(span, evidence) or _is_of_last_year(span, evidence)
    in_lead = bool(starts) and span.start < starts[-1].end and not is_of_other
    return in_lead or evidence.marks(PageRole.OF_NOW, sentence)


def _is_of_year_told(span: Stretch, evidence: Evidence) -> bool:
    """Does its sentence tell a day without its year, as one more step of what the paragraph began to tell with it?

    "On 12 June 2022 he sent a greeting. That of 9 September, for the 74th anniversary, was shorter."
    """
    start = span.start - len(sentence_before(evidence.article.text, span))
    before = [p for p in evidence.story if p.paragraph.span.holds(span) and p.span < span]
    is_step = any(p.reads == "day" and not p.explicit and p.span.start >= start for p in before)
    return is_step and any(p.day and p.span.end <= start for p in before)


def _is_of_last_year(span: Stretch, evidence: Evidence) -> bool:
    """Did its paragraph begin to tell of last year, and come to no other since?"""
    text = evidence.article.text
    before = next((part.start for part in evidence.story_spans if part.holds(span)), span.start)
    told = list(_YEAR_OF_PARAGRAPH.finditer(text, before, span.start))
    return bool(told) and told[-1]["last"] is not None


def is_of_other_year(sentence: str, year: int, evidence: Evidence) -> bool:
    """Does a sentence tell of an anniversary of another year, or of one that it dates itself?"""
    return str(year) in sentence or (
        not is_of_this_year(sentence) and evidence.marks(PageRole.OTHER_YEAR, sentence)
    )  # fmt: skip


def is_of_this_year(sentence: str) -> bool:
    """Does a sentence say that it tells of this year?"""
    return _THIS_YEAR in sentence.lower()


def count_told(words: str, evidence: Evidence) -> int | None:
    """A number of years in digits or words; None for words that are none."""
    if words.isdigit():
        return int(words) if int(words) >= _FEWEST_YEARS else None
    total = 0
    for word in words.lower().split("-"):
        known = evidence.dating.lexicon.words.get(word)
        value = (known.values.get("count") or known.values.get("ordinal")) if known else None
        if not isinstance(value, int):
            return None
        total += value
    return total if total >= _FEWEST_YEARS else None
