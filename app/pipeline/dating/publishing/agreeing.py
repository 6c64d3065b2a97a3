"""Days of the page of which nothing says that they are its own, where the story agrees with one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.changed_clues import changed_clues
from app.pipeline.dating.publishing.copied_age_clues import copied_age_clues
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.puzzle import (
    ALL_DAYS,
    Constraint,
    Days,
    best_days,
    between,
    from_day_on,
    spread,
    year_days,
)
from app.pipeline.dating.surroundings import Direction

# Kinds of days that may be the page's own, with how likely the story may agree by chance with one that is not.
_MAY_AGREE = {ClueKind.PERHAPS_OWN: 1 / 6, ClueKind.LINE_ABOVE: 1 / 6, ClueKind.VISITED: 1 / 20}
_MAY_LACK_YEAR = frozenset({ClueKind.PERHAPS_OWN, ClueKind.LINE_ABOVE})
_NARROW = frozenset({
    ClueKind.DATELINE, ClueKind.BESIDE_TODAY, ClueKind.BESIDE_PERIOD, ClueKind.SAME_THING, ClueKind.LAST_YEAR,
    ClueKind.WEEK_OF_DAY, ClueKind.ANNIVERSARY, ClueKind.YEARS_SINCE, ClueKind.COMPARISON, ClueKind.ERA,
    ClueKind.WEEKDAY_DAY_LEAD, ClueKind.WEEKDAY_NAMED_DAY,
})  # fmt: skip
_BEFORE_A_VISIT = timedelta(days=10)
_AROUND = timedelta(days=10 * 365)
_LEAST_TRUST = 2  # a clue of less contradicts nothing
_DAYS_OF_YEAR = 365
_TWO = 2
_MOST_WITH_WEEKDAY = 40  # days of the puzzle that are that weekday and that day of the year
_SOON = timedelta(days=457)  # "a year ago" is said of somewhat more
_FEW_DAYS = 31
_MAY_FOLLOW = frozenset({ClueKind.DAY_OF_DATELINE, ClueKind.ORIGINAL, ClueKind.LINE_ABOVE, ClueKind.SENT})
_DAYS_AFTER_NEWS, _FEWEST_YEARS = 7, 20


def agreeing_clues(
    stated: Sequence[Constraint], told: Sequence[Constraint], evidence: Evidence
) -> Iterator[Constraint]:
    """For each day of the page that may be its own, one clue more where the story agrees with it by more than chance.

    Args:
        stated: What the page states, the dateline too.
        told: What the story tells.
        evidence: The article.
    """
    days = {placed.span: placed.day for placed in evidence.forms}
    trust = evidence.dating.publication.trust[ClueKind.AGREES]
    dated = {span for span, day in days.items() if day}
    dateline = [clue for clue in stated if clue.kind is ClueKind.DATELINE]
    yield from _after_the_news(stated, told, evidence)
    yield from changed_clues(stated, told, evidence)
    yield from copied_age_clues(stated, evidence)
    yield from _of_days_left(stated, told, trust, evidence)
    for one in stated:
        day = days.get(one.clue.span) if one.clue.span and one.kind in _MAY_AGREE else None
        if day is None:
            if one.kind in _MAY_LACK_YEAR and one.clue.span not in dated:
                yield from _before_a_visit(one, stated, trust)
            continue
        itself = between(day, day)
        if any(clue.weight >= _LEAST_TRUST and not clue.allows & itself for clue in (*dateline, *told)):
            continue
        chance = 0.0 if _is_one_of_two(itself, one, stated) else _chance_of_days(day, evidence)
        for clue in (*dateline, *told):
            chance *= _share(clue, day) if clue.kind in _NARROW and _picks_day(clue, one.kind, day) else 1
        if chance <= _MAY_AGREE[one.kind]:
            says = f"What the story tells fits {date_to_people(day_date(day))} better than chance would."
            yield replace(one, clue=replace(one.clue, says=says), allows=itself, weight=trust, kind=ClueKind.AGREES)


def _after_the_news(
    stated: Sequence[Constraint], told: Sequence[Constraint], evidence: Evidence
) -> Iterator[Constraint]:
    """A dateline or a paper of 18 March without a year, where the latest day that the story tells of is 17 March 1949.

    That it lies so near by chance is one in forty; but histories recall such days on their anniversaries.
    """
    past = [clue for clue in told if clue.kind is ClueKind.PAST and clue.clue.span]
    latest = {p.day for p in evidence.story for clue in past if p.span == clue.clue.span and p.day}
    if not latest or evidence.may_recall:
        return
    for one in stated:
        if one.kind not in _MAY_FOLLOW or one.allows.bit_count() < _FEWEST_YEARS:
            continue
        last = max(latest)
        near = one.allows & from_day_on(between(last, last), _DAYS_AFTER_NEWS)
        if near and all(clue.weight < _LEAST_TRUST or clue.allows & near for clue in told):
            says = f"{one.clue.says} It lies just after {date_to_people(day_date(last))}, the latest day that is told."
            trust = evidence.dating.publication.trust[ClueKind.AGREES]
            yield replace(one, clue=replace(one.clue, says=says), allows=near, weight=trust, kind=ClueKind.AGREES)
            return


def _of_days_left(
    stated: Sequence[Constraint], told: Sequence[Constraint], trust: int, evidence: Evidence
) -> Iterator[Constraint]:
    """Read "Sept. 10, Monday" under a headline where all else leaves so few days that one fits hardly by chance."""
    datelines = {one.clue.span for one in stated if one.kind is ClueKind.DATELINE}
    perhaps = (one for one in stated if one.kind in _MAY_LACK_YEAR and one.clue.span not in datelines)
    lines = [one for one in perhaps if one.allows.bit_count() >= _FEWEST_YEARS]
    if len(lines) != 1:
        return
    line = lines[0]
    days, _ = best_days([*stated, *told])
    chance = line.allows.bit_count() * days.bit_count() / ALL_DAYS.bit_count()
    near = line.allows & days
    if near.bit_count() == 1 and chance <= _MAY_AGREE[line.kind]:
        clue = replace(line.clue, says=f"{line.clue.says} It lies in the days that all else leaves.")
        yield replace(line, clue=clue, allows=near, weight=trust, kind=ClueKind.AGREES)
    elif soon := _soon_after_a_fact(near, told, evidence):
        clue = replace(line.clue, says=f"{line.clue.says} It lies soon after the latest happening that is told.")
        yield replace(line, clue=clue, allows=soon, weight=trust, kind=ClueKind.AGREES)


def _soon_after_a_fact(near: Days, told: Sequence[Constraint], evidence: Evidence) -> Days:
    """Of the days of a weekday with its date the one soon after the latest happening that is told; else none.

    Four texts of five that are news come within a year of it; that such a day lies there by chance is one in six.
    """
    bounds = [spread(clue.allows)[0] for clue in told if clue.kind in (ClueKind.FACT, ClueKind.PAST)]
    latest = max(bounds, default=None)
    is_of_once = any(row.day == latest and not row.lasts for _, row in evidence.dating.facts)
    if latest is None or not is_of_once or near.bit_count() > _MOST_WITH_WEEKDAY or not evidence.is_news:
        return 0
    soon = near & between(latest, latest + _SOON)
    return soon if soon.bit_count() == 1 else 0


def _picks_day(clue: Constraint, kind: ClueKind, day: date) -> bool:
    """Does it tell more than the year? A site is mostly visited in the year of the story, so that this alone fits."""
    return kind is not ClueKind.VISITED or (clue.allows & year_days(day.year, day.year)).bit_count() <= _FEW_DAYS


def _is_one_of_two(itself: Days, one: Constraint, stated: Sequence[Constraint]) -> bool:
    """Does another line of the page give it as one of two days, "DATE=4/10/96" where this one says "10-Apr-96"?"""
    return any(other is not one and other.allows.bit_count() == _TWO and other.allows & itself for other in stated)


def _before_a_visit(one: Constraint, stated: Sequence[Constraint], trust: int) -> Iterator[Constraint]:
    """A day in the head without its year, shortly before a visit of the page: by chance one in thirty."""
    for stamp in stated:
        if stamp.kind is ClueKind.VISITED:
            last = spread(stamp.allows)[1]
            if near := one.allows & between(last - _BEFORE_A_VISIT, last):
                says = (
                    f"{one.clue.says} It lies shortly before {date_to_people(day_date(last))}, when the page was read."
                )
                yield replace(one, clue=replace(one.clue, says=says), allows=near, weight=trust, kind=ClueKind.AGREES)


def _share(clue: Constraint, day: date) -> float:
    """How many of the days of some years around a day the clue allows."""
    around = between(day - _AROUND, day + _AROUND)
    return (clue.allows & around).bit_count() / around.bit_count()


def _chance_of_days(day: date, evidence: Evidence) -> float:
    """How likely days told without a year lie as near to some other day: just before it, or close around it."""
    told = [placed for placed in evidence.story if not placed.is_quoted and yearless_days(placed)]
    past = [_days_since(day, p.number("month"), p.number("day")) for p in told if p.looks is Direction.BACK]
    ahead = [
        _DAYS_OF_YEAR - _days_since(day, p.number("month"), p.number("day")) for p in told if p.looks is Direction.AHEAD
    ]
    since = (min(past) + 1) * len(past) / _DAYS_OF_YEAR if past else 1
    around = (min(past) + min(ahead) + 1) * len(past) * len(ahead) / _DAYS_OF_YEAR if past and ahead else 1
    return min(1.0, since, around)


def _days_since(day: date, month: int, number: int) -> int:
    """How many days before a day such a day of the year was last."""
    for year in (day.year, day.year - 1):
        try:
            gone = (day - date(year, month, number)).days
        except ValueError:  # 29 February
            continue
        if gone >= 0:
            return gone
    return _DAYS_OF_YEAR
