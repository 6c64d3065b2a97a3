"""Links a change of mentions: who comes, who goes, and whose home that changes; the rest is not looked at.

Tier by tier, the finest first. What a mention joins depends on happenings founded by finer dates within its own days,
or on what its own article tells, and on nothing else. So what a change can reach is a look-up, and linking a change
gives what linking everything from nothing gives. From nothing, everything is a change.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date

from app.domain.linking import Relinked, Span, Stance, Surroundings, Tier, Trace
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import KindRow
from app.pipeline.linking.board import Board, by_cell, each_once
from app.pipeline.linking.days import link_days
from app.pipeline.linking.disputes import settle_denials
from app.pipeline.linking.entries import settle_entries
from app.pipeline.linking.fitting import likeness, names_shared, part_cell
from app.pipeline.linking.guests import settle_guests
from app.pipeline.linking.loose import link_loose
from app.pipeline.linking.ranking import Ranked

_SPANS = (Tier.DAYS, Tier.MONTH, Tier.PART, Tier.YEAR)


def relink(
    old: Collection[Trace], new: Iterable[Trace], around: Surroundings, knowledge: ExtractingKnowledge
) -> Relinked:
    """Link what changes, and all whose happening changes with it.

    Args:
        old: Traces that are kept and go, or come again in `new`.
        new: Traces that come, without a happening.
        around: What is kept, those in `old` too.
        knowledge: Kinds of happenings, actors and their sides.
    """
    board = Board(old, new, around, knowledge)
    link_days(board)
    for tier in _SPANS:
        _link_spans(board, tier)
    _link_eras(board)
    link_loose(board)
    settle_denials(board)
    settle_guests(board)
    return settle_entries(board)


def _link_spans(board: Board, tier: Tier) -> None:
    """Each mention of a span joins the happening within it that it shares most with, or founds one with its likes."""
    seen = [Span(one.block, one.first_day or 0, one.last_day or 0) for one in board.changed() if one.tier < tier]
    traces = each_once([*board.in_cells(board.changed_cells(tier)), *board.touching(seen, tier)])
    board.withdraw(tier, traces)
    candidates = board.candidates([_span_of(trace) for trace in traces], tier)
    for members in by_cell(traces):
        kind = board.kind_of(members[0].block)
        within = Ranked(candidates.touching(_span_of(members[0])))  # all of a cell are of the same days
        homeless = []
        for trace in members:
            home = None if kind.is_measured else _home(trace, within, kind)
            if home:
                board.place([trace], home)
            else:
                homeless.append(trace)
        for founders in part_cell(homeless, kind):
            board.found(founders)


def _home(trace: Trace, within: Ranked, kind: KindRow) -> str | None:
    """The happening within its span that a mention shares most with.

    Of what is frequent, one that shares nothing with it must be the only one, and be told in the same way. What is
    claimed of a few days is another claim than one made on a day among them, unless it names the same; and so is what
    lies in a span of weeks that no calendar has: nobody told that date, the day of publication was not known better.
    """
    best = within.most_like(trace, kind)
    if best is None:
        return None
    is_claim_of_days = trace.tier is Tier.DAYS and trace.stance is Stance.HEDGED
    if is_claim_of_days or (trace.tier > Tier.MONTH and not _is_of_whole_months(trace)):
        return best.id if names_shared(trace, best) else None
    is_vague = kind.is_frequent and (within.are_several or trace.stance not in best.stances)
    return None if is_vague and not likeness(trace, best) else best.id


def _is_of_whole_months(trace: Trace) -> bool:
    first, last = (date.fromordinal(day or 1) for day in (trace.first_day, trace.last_day))
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _link_eras(board: Board) -> None:
    """Of decades and longer only the very same are of one happening: within them, anything may lie."""
    traces = board.in_cells(board.changed_cells(Tier.ERA))
    board.withdraw(Tier.ERA, traces)
    for members in by_cell(traces):
        for founders in part_cell(members, board.kind_of(members[0].block)):
            board.found(founders)


def _span_of(trace: Trace) -> Span:
    """The days of a trace that has both ends."""
    return Span(trace.block, trace.first_day or 0, trace.last_day or 0)
