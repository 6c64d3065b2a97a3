"""When an article was published: its clues, laid together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from app.domain.article import Article, Basis, Clue, Publication
from app.domain.edtf import UNKNOWN_DATE, EdtfDate, edtf, span_date
from app.domain.text import Stretch
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating.borrowing import Lent, judge_lent, narrow
from app.pipeline.dating.evidence import Evidence
from app.pipeline.dating.named_day_clues import named_day_clues
from app.pipeline.dating.puzzle import (
    ALL_DAYS,
    FIRST_DAY,
    LAST_DAY,
    Constraint,
    Days,
    best_days,
    between,
    spread,
    stretches,
)
from app.pipeline.dating.stated_clues import UNTRUSTED, stated_clues
from app.pipeline.dating.text_clues import text_clues

_DAYS_OF_WEEK = 7
_MOST_CLUES = 64
_DAYS_OF_YEAR = 366


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
    known = article.page.known.published
    if known:
        clue = Clue(known, None, "Given with the page when it was ingested.", is_used=True)
        return Publication(edtf(known), Basis.STATED, (clue,))
    evidence = Evidence(article, dating)
    stated = _distinct(stated_clues(evidence))
    told_spans = {c.clue.span for c in stated if c.clue.span}
    told = _distinct(chain(named_day_clues(evidence), text_clues(evidence, told_spans)))
    constraints = [*stated, *_without_chance(stated, told)]
    days, _ = best_days(constraints)
    chosen = _nearest_of_several(days, constraints, dating)
    narrowed = narrow(chosen, lent)
    when = span_date(*spread(narrowed)) if narrowed else _date_of(chosen, constraints)
    basis = Basis.LENT if narrowed else _basis(when, constraints)
    clues = [*_judged([*stated, *told], when), *judge_lent(lent, chosen, narrowed)]
    return Publication(when, basis, tuple(sorted(clues, key=_in_order_of_text)))


def _distinct(constraints: Iterable[Constraint]) -> list[Constraint]:
    """The first clue of each meaning, and of very many the weightiest: a page of ten thousand dates is no puzzle."""
    first = {(c.allows, c.weight, c.states_day, c.is_bound): c for c in reversed(list(constraints))}
    return sorted(first.values(), key=lambda c: (-c.weight, c.clue.span or Stretch(0, 0)))[:_MOST_CLUES]


def _without_chance(stated: Sequence[Constraint], told: Sequence[Constraint]) -> list[Constraint]:
    """The clues of the story, less those that may fit by chance when others of the story speak against them."""
    days, _ = best_days([*stated, *told])
    if any(not c.is_coincidence and not c.allows & days for c in told):
        return [c for c in told if not c.is_coincidence]
    return list(told)


def _nearest_of_several(days: Days, constraints: Sequence[Constraint], dating: DatingKnowledge) -> Days:
    """Of several stretches the first after a fact that was lately news; all of them where that does not decide."""
    found = list(stretches(days))
    if len(found) < 2 or found[-1][1].year == found[0][0].year:  # noqa: PLR2004 - one stretch needs no choice
        return days
    bounds = _bounds(days, constraints, above=False)
    if not bounds:
        return days
    bound = max(spread(c.allows)[0] for c in bounds)
    fresh_years = {row.day: row.fresh_years for _, row in dating.facts}.get(bound, 0)
    if not fresh_years:  # the latest year of a text may be long past
        return days
    limit = bound.toordinal() + fresh_years * _DAYS_OF_YEAR
    near = [(first, last) for first, last in found if first.toordinal() <= limit]
    return between(*near[0]) if len(near) == 1 else days


def _date_of(days: Days, constraints: Sequence[Constraint]) -> EdtfDate:
    """The date at the precision that the clues support."""
    if days == ALL_DAYS or not constraints:
        return UNKNOWN_DATE
    first, last = spread(days)
    if first.year == last.year:
        return _within_a_year(days, first, last)
    # Several stretches in several years: nothing but their bounds is known.
    lower = max((spread(c.allows)[0] for c in _bounds(days, constraints, above=False)), default=None)
    upper = min((spread(c.allows)[1] for c in _bounds(days, constraints, above=True)), default=None)
    if len(list(stretches(days))) == 1:
        lower, upper = (None if first == FIRST_DAY else first), (None if last == LAST_DAY else last)
    return span_date(lower, upper)


def _bounds(days: Days, constraints: Sequence[Constraint], *, above: bool) -> list[Constraint]:
    """The clues that gave only a first day, or only a last one, and that all these days fulfil."""
    open_end = between(FIRST_DAY, FIRST_DAY) if above else between(LAST_DAY, LAST_DAY)
    return [c for c in constraints if c.is_bound and c.allows & days == days and c.allows & open_end]


def _within_a_year(days: Days, first: date, last: date) -> EdtfDate:
    is_whole = len(list(stretches(days))) == 1
    if is_whole or (last - first).days < _DAYS_OF_WEEK:
        return span_date(first, last)
    return edtf(f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}")


def _basis(when: EdtfDate, constraints: Sequence[Constraint]) -> Basis:
    if not when.text:
        return Basis.UNKNOWN
    day = between(when.earliest, when.latest)
    is_day = when.earliest == when.latest
    is_stated = is_day and any(c.states_day and c.allows & day == day for c in constraints)
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
        elif constraint.weight == UNTRUSTED:
            clue = replace(clue, says=clue.says + " It agrees, but was not relied on.", is_used=False)
        judged.append(clue)
    return judged


def _in_order_of_text(clue: Clue) -> tuple[bool, int, str]:
    return clue.span is None, clue.span.start if clue.span else 0, clue.says
