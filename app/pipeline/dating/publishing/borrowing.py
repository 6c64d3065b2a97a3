"""What a loan says of the day of publication: clues that narrow what the article's own text leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from app.domain.article import Clue
from app.domain.lending import Lender, Loan, Passage, Wording
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Days, between, from_day_on, spread

# A reprint appears on the day of its original or within so many days after it.
_DAYS_OF_A_REPRINT = 3
# Lenders whose days span more than this say nothing together.
_MOST_DAYS = 31
_LONGEST_SHOWN = 240  # characters of a shared passage
_AGREES = " What the text itself says is no less exact."
_AGAINST_ITSELF = " Set aside: the text itself speaks for another time."
_AGAINST_OTHERS = " Set aside: the articles that share its wording are of days too far from each other."


@dataclass(frozen=True)
class Lent:
    """A clue that an article lends, and the days that it allows."""

    clue: Clue
    allows: Days


def lent_clues(loan: Loan, wording: Wording, text: str) -> tuple[Lent, ...]:
    """A clue for each lender, at the longest passage that the text shares with it.

    Args:
        loan: What others lend the article.
        wording: The article's own.
        text: Its kept text.
    """
    shared = {lender: _shared(lender, wording) for lender in loan.lenders}
    return tuple(_lent(lender, passages, text) for lender, passages in shared.items() if passages)


def narrow(days: Days, lent: Sequence[Lent]) -> Days:
    """The days on which an article appeared that has these days by its own text and is lent these; else none.

    Several lenders give the span from the first to the last. None where they contradict the text or lie far from each
    other, and where they tell no more than the text itself.
    """
    if not (fitting := reduce(or_, (one.allows for one in lent if one.allows & days), NO_DAYS)):
        return NO_DAYS
    first, last = spread(fitting)
    if (last - first).days > _MOST_DAYS:
        return NO_DAYS
    narrowed = days & between(first, last)
    return narrowed if narrowed != days else NO_DAYS


def judge_lent(lent: Sequence[Lent], days: Days, narrowed: Days) -> list[Clue]:
    """The clues as they are shown, what was set aside with the reason; `days` and `narrowed` as with `narrow`."""
    return [_judged(one, days, narrowed) for one in lent]


def _judged(one: Lent, days: Days, narrowed: Days) -> Clue:
    if one.allows & narrowed:
        return one.clue
    if one.allows & days == days:
        return replace(one.clue, says=one.clue.says + _AGREES)
    reason = _AGAINST_OTHERS if one.allows & days else _AGAINST_ITSELF
    return replace(one.clue, says=one.clue.says + reason, is_used=False)


def _shared(lender: Lender, wording: Wording) -> list[Passage]:
    return [one for one in wording.passages if set(one.fingerprints) & set(lender.fingerprints)]


def _lent(lender: Lender, shared: Sequence[Passage], text: str) -> Lent:
    span = _shown(max(shared, key=lambda passage: (passage.words, -passage.span.start)), text)
    passages = f"{len(shared)} passage" if len(shared) == 1 else f"{len(shared)} passages"
    says = f"Shares {passages} with {_named(lender)}, dated {date_to_people(lender.date)}."
    allows = from_day_on(between(lender.date.earliest, lender.date.latest), _DAYS_OF_A_REPRINT)
    return Lent(Clue(span.of(text), span, says, is_used=True, lender_id=lender.article_id), allows)


def _named(lender: Lender) -> str:
    if not lender.title:
        return f"an article of {lender.publisher}" if lender.publisher else "another article"
    return f"«{lender.title}»" + (f" ({lender.publisher})" if lender.publisher else "")


def _shown(passage: Passage, text: str) -> Stretch:
    """The passage, or as many of its first words as are shown."""
    start, end = passage.span.start, passage.span.end
    if end - start > _LONGEST_SHOWN:
        last_gap = text.rfind(" ", start, start + _LONGEST_SHOWN)
        end = last_gap if last_gap > start else start + _LONGEST_SHOWN
    return Stretch(start, end)
