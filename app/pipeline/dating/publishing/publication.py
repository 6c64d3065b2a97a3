"""When an article was published: its clues, laid together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from app.domain.article import Article, Basis, Clue, Publication
from app.domain.edtf import UNKNOWN_DATE, EdtfDate, edtf, span_date
from app.domain.text import Stretch
from app.knowledge.dating_rows import DatingKnowledge
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.matching import FoundForm, find_forms
from app.pipeline.dating.publishing.age_clues import age_clues
from app.pipeline.dating.publishing.agreeing import agreeing_clues
from app.pipeline.dating.publishing.birthday_clues import birthday_clues
from app.pipeline.dating.publishing.borrowing import Lent, judge_lent, narrow
from app.pipeline.dating.publishing.bound_clues import bound_clues
from app.pipeline.dating.publishing.chronicle_clues import chronicle_clues
from app.pipeline.dating.publishing.count_clues import count_clues
from app.pipeline.dating.publishing.dateline_clues import day_written
from app.pipeline.dating.publishing.distance_clues import distance_clues
from app.pipeline.dating.publishing.elapsed_clues import elapsed_clues
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.fact_clues import fact_clues
from app.pipeline.dating.publishing.foreseen_clues import foreseen_clues
from app.pipeline.dating.publishing.jubilee_clues import jubilee_clues
from app.pipeline.dating.publishing.last_year_clues import last_year_clues
from app.pipeline.dating.publishing.lead_clues import lead_clues
from app.pipeline.dating.publishing.named_day_clues import named_day_clues
from app.pipeline.dating.publishing.office_clues import office_clues
from app.pipeline.dating.publishing.pair_clues import pair_clues
from app.pipeline.dating.publishing.part_clues import part_clues
from app.pipeline.dating.publishing.puzzle import (
    ALL_DAYS,
    FIRST_DAY,
    LAST_DAY,
    Constraint,
    Days,
    best_days,
    between,
    count_stretches,
    spread,
    stretches,
)
from app.pipeline.dating.publishing.reference_clues import reference_clues
from app.pipeline.dating.publishing.state_clues import state_clues
from app.pipeline.dating.publishing.stated_clues import stated_clues
from app.pipeline.dating.publishing.sum_clues import sum_clues
from app.pipeline.dating.publishing.term_clues import term_clues
from app.pipeline.dating.publishing.week_clues import week_clues
from app.pipeline.dating.publishing.weekday_order import narrowed_by_weekdays
from app.pipeline.dating.publishing.wire_clues import wire_clues
from app.pipeline.dating.publishing.yearless_clues import yearless_clues

_MOST_CLUES = 64
_MOST_FOUND = 400  # clues of a page that are looked at
_DAYS_OF_WEEK, _DAYS_OF_MONTH = 7, 31
_DAYS_OF_YEAR, _DAYS_OF_QUARTER = 366, 92
_MOST_CHOICES = 3  # single days, any of which it may be
# A clue with so many stretches comes again and again: the first and the last of the puzzle bound nothing.
_FEW = 4
_RARE = 4  # years between days that fit
_MOST_STRETCHES = 300  # one each year; with more of them, weeks or months, one beside a stamp is there by chance

_STATES_DAY = frozenset({
    ClueKind.ORIGINAL, ClueKind.LABELLED, ClueKind.LINE_IN_HEAD, ClueKind.LINE_ABOVE,
    ClueKind.SIGNED, ClueKind.SENT, ClueKind.DATELINE, ClueKind.DAY_OF_DATELINE, ClueKind.ADDRESS,
})  # fmt: skip
_FIRST_DAYS = frozenset({ClueKind.FACT, ClueKind.PAST})
_STAMPS = frozenset({ClueKind.COPIED, ClueKind.VISITED})
_CHANCE = frozenset({ClueKind.WEEKDAY_NAMED_DAY})
_GUESSES = _CHANCE | {ClueKind.PERHAPS_CHRONICLED}  # what may fit by chance itself speaks against nothing

_Span = tuple[date, date]


def date_publication(article: Article, dating: DatingKnowledge, lent: Sequence[Lent] = ()) -> Publication:
    """Find the day, span, month, year or bound of publication that the clues of an article agree on best.

    Args:
        article: A cleaned page; what is known of it from outside stands before all clues.
        dating: The rows of DATE.
        lent: Clues of other articles. They narrow what the article's own leave open, and give way to them.

    Returns:
        The date with its basis, and every clue, used or set aside, in the order of the text.

    Raises:
        BadDate: The known day of publication is not EDTF.

    Source: DESIGN.md section 3, publication date.
    """
    return date_by_forms(article, find_forms(article.text, dating), dating, lent)


def date_by_forms(
    article: Article, forms: Sequence[FoundForm], dating: DatingKnowledge, lent: Sequence[Lent] = ()
) -> Publication:
    """The same for who has found the forms of time of the article's text already."""
    known = article.page.known.published
    evidence = Evidence(article, forms, dating)
    if known:
        when = edtf(known)
        clue = Clue(known, None, "Given with the page when it was ingested.", is_used=True)
        return Publication(when, Basis.STATED, (clue,), day_written(when, evidence))
    stated = _distinct(stated_clues(evidence))
    told = _distinct(told_clues(evidence))
    stated += agreeing_clues(stated, told, evidence)
    constraints = [*stated, *_without_chance(stated, told)]
    days, _ = best_days(c for c in constraints if c.kind is not ClueKind.RIGHTS)
    chosen = _rest_of_year(_nearest_of_several(days, constraints, dating), told)
    chosen = narrowed_by_weekdays(chosen, evidence)
    narrowed = narrow(chosen, lent)
    when = span_date(*spread(narrowed)) if narrowed else _date_of(chosen, constraints)
    basis = Basis.LENT if narrowed else _basis(chosen, when, constraints)
    clues = [*_judged([*stated, *told], when), *judge_lent(lent, chosen, narrowed)]
    return Publication(when, basis, tuple(sorted(clues, key=_in_order_of_text)), day_written(when, evidence))


def told_clues(evidence: Evidence) -> Iterable[Constraint]:
    """The clues of the story itself."""
    return chain(
        named_day_clues(evidence),
        sum_clues(evidence),
        age_clues(evidence),
        birthday_clues(evidence),
        pair_clues(evidence),
        last_year_clues(evidence),
        distance_clues(evidence),
        lead_clues(evidence),
        count_clues(evidence),
        week_clues(evidence),
        wire_clues(evidence),
        part_clues(evidence),
        fact_clues(evidence),
        chronicle_clues(evidence),
        elapsed_clues(evidence),
        jubilee_clues(evidence),
        foreseen_clues(evidence),
        bound_clues(evidence),
        reference_clues(evidence),
        yearless_clues(evidence),
        office_clues(evidence),
        term_clues(evidence),
        state_clues(evidence),
    )


def _distinct(constraints: Iterable[Constraint]) -> list[Constraint]:
    """The first clue of each meaning, and of very many the weightiest: a page of ten thousand dates is no puzzle."""
    first = {(c.allows, c.kind): c for c in reversed(list(islice(constraints, _MOST_FOUND)))}
    return sorted(first.values(), key=lambda c: (-c.weight, c.clue.span or Stretch(0, 0), c.kind))[:_MOST_CLUES]


def _without_chance(stated: Sequence[Constraint], told: Sequence[Constraint]) -> list[Constraint]:
    """The clues of the story, less those that may fit by chance when others of the story speak against them."""
    days, _ = best_days([*stated, *told])
    for chance in (c for c in told if c.kind in _CHANCE):
        days = days & chance.allows or days
    if any(c.kind not in _GUESSES and not c.allows & days for c in told):
        return [c for c in told if c.kind not in _CHANCE]
    return list(told)


def _nearest_of_several(days: Days, constraints: Sequence[Constraint], dating: DatingKnowledge) -> Days:
    """Of several stretches the one beside a stamp, after a fact that was lately news, or before the page's rights."""
    first, last = spread(days)
    if first.year == last.year:
        return days
    if not 1 < count_stretches(days) < min(_MOST_STRETCHES, last.year - first.year + 2):
        return days
    found = list(stretches(days))
    near = _beside_a_stamp(found, constraints) or _after_a_fact(days, found, constraints, dating)
    if len(near) != 1:
        near = _not_after_the_rights(found, constraints)
    return between(*near[0]) if len(near) == 1 else days


def _rest_of_year(days: Days, told: Sequence[Constraint]) -> Days:
    """Of a year that is known the days from what the lead tells without a year."""
    first, last = spread(days)
    if first.year != last.year or (last - first).days <= _DAYS_OF_MONTH:
        return days
    for constraint in told:
        if constraint.kind is ClueKind.YEARLESS and constraint.allows & days:
            return constraint.allows & days
    return days


def _beside_a_stamp(found: Sequence[_Span], constraints: Sequence[Constraint]) -> list[_Span]:
    """Those on or shortly before a day of a change or a visit: that such a day fits by chance, one year in fifty."""
    stamps = [spread(c.allows)[1] for c in constraints if c.kind in _STAMPS]
    return [
        (first, min(last, stamp))
        for first, last in found
        for stamp in stamps
        if (last - first).days < _DAYS_OF_WEEK and 0 <= (stamp - first).days < _DAYS_OF_WEEK
    ]


def _not_after_the_rights(found: Sequence[_Span], constraints: Sequence[Constraint]) -> list[_Span]:
    """Those that begin before the end of the year from which the page claims rights; none that the year itself cut."""
    years = [spread(c.allows)[1] for c in constraints if c.kind is ClueKind.RIGHTS]
    near = [span for span in found if span[0] <= max(years)] if years else []
    return near if all(_is_within_a_year(*span) and span[1] not in years for span in near) else []


def _after_a_fact(
    days: Days, found: Sequence[_Span], constraints: Sequence[Constraint], dating: DatingKnowledge
) -> list[_Span]:
    """Those soon after the latest happening that a text tells of, where one is.

    Four texts of five that are news come within a year of it; that a weekday with its date fits in that year by chance
    is one in six.
    """
    bounds = [spread(c.allows)[0] for c in constraints if c.kind in _FIRST_DAYS and c.allows & days == days]
    latest = max(bounds, default=LAST_DAY)
    rows = [row for _, row in dating.facts if row.day == latest]
    is_rare = (found[1][0] - found[0][0]).days >= _RARE * _DAYS_OF_YEAR
    is_of_once = is_rare and any(not row.lasts for row in rows)
    fresh_years = max((row.fresh_years for row in rows), default=0) or int(is_of_once)
    if not fresh_years:  # the latest year of a text may be long past
        return []
    limit = latest.toordinal() + fresh_years * _DAYS_OF_YEAR
    near = [span for span in found if span[0].toordinal() <= limit]
    # "A year ago" is said of some more.
    return near or [span for span in found if span[0].toordinal() <= limit + _DAYS_OF_QUARTER]


def _date_of(days: Days, constraints: Sequence[Constraint]) -> EdtfDate:
    """The date at the precision that the days have."""
    if days == ALL_DAYS:
        return UNKNOWN_DATE
    found = list(islice(stretches(days), _MOST_CHOICES + 1))
    first, last = spread(days)
    if 1 < len(found) <= _MOST_CHOICES and all(one == other for one, other in found) and _is_within_a_year(first, last):
        return edtf(f"[{','.join(one.isoformat() for one, _ in found)}]")
    if first.year == last.year:
        return _within_a_year(first, last, is_whole=len(found) == 1)
    bounds = [c.allows for c in constraints if c.weight and count_stretches(c.allows) < _FEW]
    is_bound_below = any(between(first, first) & allows and spread(allows)[0] > FIRST_DAY for allows in bounds)
    is_bound_above = any(between(last, last) & allows and spread(allows)[1] < LAST_DAY for allows in bounds)
    return span_date(first if is_bound_below else None, last if is_bound_above else None)


def _is_within_a_year(first: date, last: date) -> bool:
    return (last - first).days < _DAYS_OF_YEAR


def _within_a_year(first: date, last: date, *, is_whole: bool) -> EdtfDate:
    if is_whole or (last - first).days < _DAYS_OF_WEEK:
        return span_date(first, last)
    return edtf(f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}")


def _basis(days: Days, when: EdtfDate, constraints: Sequence[Constraint]) -> Basis:
    if not when.text:
        return Basis.UNKNOWN
    is_day = days.bit_count() == 1 or when.text.startswith("[")
    is_stated = is_day and any(c.kind in _STATES_DAY and c.weight and c.allows & days == days for c in constraints)
    return Basis.STATED if is_stated else Basis.INFERRED


def _judged(constraints: Sequence[Constraint], when: EdtfDate) -> list[Clue]:
    """The clues, those against the answer marked as set aside."""
    chosen = between(when.earliest, when.latest) if when.text else 0
    judged = []
    for constraint in constraints:
        clue = constraint.clue
        if not chosen or not constraint.allows & chosen:
            reason = " Set aside: the other clues agree on another time." if chosen else " Too weak by itself."
            clue = replace(clue, says=clue.says + reason, is_used=False)
        elif not constraint.weight:
            clue = replace(clue, says=clue.says + " It agrees, but was not relied on.", is_used=False)
        judged.append(clue)
    return judged


def _in_order_of_text(clue: Clue) -> tuple[bool, int, str]:
    return clue.span is None, clue.span.start if clue.span else 0, clue.says
