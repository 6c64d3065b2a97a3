"""Clues from happenings of the world whose day is known: not before it, and how far from now the story sees it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.dating_rows import ReferenceFactRow
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.dateline_clues import days_printed
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import any_of, days_told, distance, seen_from, so_long_after
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Constraint, Days, between, from_day_on, year_days
from app.pipeline.dating.publishing.recalled_days import so_many_years_after
from app.pipeline.dating.surroundings import Direction, sentence_after, sentence_before

_MOST_TELLINGS = 3  # of one happening are looked at, in each of its wordings
_NEAR = 60  # characters between a happening and the words that say how far it is
_OF_OTHERS = re.compile(
    r"[.;]|\b(?:said|says|told|since|after|before|that|which|who|when|while|until|ahead|and|but)\b"
    r"|\b(?:is|are|was|were|has|have|had|will|would|may|might|can|could)\b"
)
# Words of the happening itself, as in "the treaty that was signed at Panmunjom on 27 July".
_OF_ITSELF = re.compile(
    r"\b(?:that|which) (?:(?:the )?[A-Z][\w.’]* ){1,3}(?:had |has )?"
    r"(?:conducted|carried out|staged|held|set off|made|fired|launched|signed)\b"
    r"|\b(?:(?:that|which) )?(?:(?:was|were) )?(?:signed|concluded|reached|adopted|held|agreed|cast|fought)\b"
)
# Of what came of it, which has days of its own.
_OF_ITS_WAKE = re.compile(r"\b(?:funeral|burial|late|crew|sailors|wreck|victims|former)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"inva(?:sion|ded?)|annex|\b(?:went|marched|moved) into\b|outbreak|broke out|\bbegan\b", re.IGNORECASE
)
_PAIR = re.compile(r"([A-Z][\w.’-]+) and (?=[A-Z])")  # "Donald Trump and Kim Jong Un"
_ON = re.compile(r"\bon $", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|says|told|spoke|speaks|discuss\w+|recall\w+|remember\w+|mark\w+|call\w+)\b", re.IGNORECASE
)
# "A possible summit of Hanoi", "the planned opening".
_MAY_COME = re.compile(
    r"\b(?:would|could|may|might|should|to be|plans? (?:to|for)|planned|propos\w+|expected|possible|upcoming"
    r"|forthcoming)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
# "The summit of Okinawa opens on Friday".
_OPENS = re.compile(r"\s(?:opens?|begins?|starts?|kicks off|convenes?|(?:is|are) (?:to|due|set|expected)|will)\b")
_LETTER = re.compile(r"[^\W\d_]")
_WEEK, _YEAR = 6, 364  # days after it on which one still tells of it by its weekday, or without its year
_MONTHS_OF_YEAR = 12


def fact_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    for row, found in evidence.facts_told:
        came = [span for span in found if not _is_ahead(span, evidence)]
        if came:
            says = f"It tells of {row.title}, so publication is not before {date_to_people(day_date(row.day))}."
            yield evidence.constraint(ClueKind.FACT, came[0], says, between(row.day, None))
        text = evidence.article.text
        of_itself = [span for span in came if not _OF_ITS_WAKE.search(span.of(text))]
        if row.lasts:  # its beginning alone has a day
            of_itself = [span for span in of_itself if _BEGINS.search(span.of(text))]
        again = [span for span in _told_again(row, evidence) if not any(one.holds(span) for one in found)]
        for span in (*of_itself[:_MOST_TELLINGS], *again[:_MOST_TELLINGS]):
            yield from _seen_from(span, row, evidence)


def _told_again(row: ReferenceFactRow, evidence: Evidence) -> list[Stretch]:
    """Where a story that has one of the words of a happening names it by a noun alone: "last month’s flood"."""
    if not row.again or not any(word in evidence.article.text for word in row.among):
        return []
    return evidence.where_told(_any_noun(row.again))


@lru_cache(maxsize=64)
def _any_noun(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE)


def _is_ahead(span: Stretch, evidence: Evidence) -> bool:
    """Does its sentence speak of it as still to come?"""
    text = evidence.article.text
    before = sentence_before(text, span)
    if _OPENS.match(text, span.end):
        return True
    return _MAY_COME.search(before) is not None or evidence.marks(PageRole.TO_COME, f"{before}{span.of(text)}"[:-1])


def _seen_from(span: Stretch, row: ReferenceFactRow, evidence: Evidence) -> Iterator[Constraint]:
    """Read "Kim Il Sung died last month", and "the treaty signed in June" of what is known to be of a June."""
    text = evidence.article.text
    start = span.start - len(sentence_before(text, span))
    end = span.end + len(sentence_after(text, span))
    for placed in evidence.story:
        is_told = start <= placed.span.start < end and placed.looks is not Direction.AHEAD and not placed.is_quoted
        is_name = (
            span.holds(placed.span) and placed.reads == "day" and not _ON.search(placed.before)
        )  # "Sept. 11 attacks"
        if not is_told or is_name or not belong_together(span, placed, evidence):
            continue
        is_past = placed.is_told_past or span.holds(placed.span)  # the words of a happening tell it as past
        days = {day: days_seen(placed, day, evidence, is_past=is_past) for day in row.days}
        if allows := any_of(days.values()):
            first = next(day for day in row.days if days[day])
            where = Stretch(min(span.start, placed.span.start), max(span.end, placed.span.end))
            says = f"“{placed.words}” of {row.title}, {date_to_people(day_date(first))}: it was told within a year."
            yield evidence.constraint(ClueKind.FACT_SEEN, where, says, allows)


def belong_together(span: Stretch, placed: PlacedForm, evidence: Evidence) -> bool:
    """Does a time stand beside a happening, with no other verb between them, and none of speech before a time?"""
    gap = _OF_ITSELF.sub("", placed.text[min(span.end, placed.span.end) : max(span.start, placed.span.start)])
    gap = _PAIR.sub(r"\1 ", gap)
    if len(gap) > _NEAR or _OF_OTHERS.search(gap) or evidence.marks(PageRole.PAST_VERB, gap):
        return False
    if evidence.marks(PageRole.RECALLED, gap):  # "last July for the 70th anniversary of the armistice"
        return False
    is_first = placed.span.end <= span.start and not gap.startswith(("'s", "’s")) and _LETTER.search(gap)
    return not (is_first and _SAID.search(placed.before))


def days_seen(placed: PlacedForm, when: date, evidence: Evidence, *, is_past: bool) -> Days:
    """From when what happened on a day can be spoken of so; none where the words are of another day."""
    day = between(when, when)
    if (seen := distance(placed)) and seen[1] <= 0:
        return days_printed(seen_from(day, *seen), evidence) if seen[0] == "D" else seen_from(day, *seen)
    if ago := _so_long_ago(placed, when):
        return ago
    if placed.reads == "of_shifted_year" and placed.has("month") and placed.number("month") == when.month:
        year = when.year - placed.number("shift")
        return year_days(year, year) & between(when, None)
    if placed.reads == "weekday" and placed.number("weekday") == when.isoweekday():
        return _days_of_weekday(placed, day, is_past=is_past)
    if placed.reads == "month" and placed.has("shift") and placed.number("month") == when.month:
        return _days_of_shifted_month(placed.number("shift"), when)
    is_yearless = placed.explicit is None and not placed.has("shift") and days_told(placed) & day
    is_yearless = is_yearless and not evidence.marks(PageRole.RECALLED, placed.after)  # "June 19 turned two"
    # Where a paragraph tells its year, the days behind that are of it.
    has_year = any(p.explicit and p.paragraph == placed.paragraph and p.span < placed.span for p in evidence.story)
    return from_day_on(day, _YEAR) if is_yearless and not has_year else NO_DAYS


def _days_of_weekday(placed: PlacedForm, day: Days, *, is_past: bool) -> Days:
    """When "on Friday" is said of it, and "last Friday": of the nearest, or of that of the week before."""
    if placed.has("shift"):
        return seen_from(day, "W", -1) | from_day_on(day << 1, _WEEK) if placed.number("shift") == -1 else NO_DAYS
    return from_day_on(day, _WEEK) if is_past else NO_DAYS


def _days_of_shifted_month(shift: int, when: date) -> Days:
    """When "this February" and "last December" are said of it: in its year, and until the month comes again."""
    day = between(when, when)
    if shift == 0:
        return year_days(when.year, when.year) & between(when, None)
    if shift != -1:
        return NO_DAYS
    later = from_day_on(day, _YEAR)
    return later & ~seen_from(day, "M", 0) & ~seen_from(day, "M", -_MONTHS_OF_YEAR)


def _so_long_ago(placed: PlacedForm, when: date) -> Days:
    """Read "five weeks ago", about so long after it, and "five years ago today"; none for other words."""
    if placed.reads != "ago" or not placed.is_counted:
        return so_many_years_after(placed, when)
    unit = str(placed.form.parts.get("units"))
    span = so_long_after((when, when), unit, placed.number("count"), f"{placed.before[-_NEAR:]}{placed.words}")
    return between(*span) if span else NO_DAYS
