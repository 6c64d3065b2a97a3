"""Links what is told of single days: the finest dates, which found most happenings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.linking import Tier, Trace
from app.knowledge.extracting_rows import KindRow
from app.pipeline.linking.board import Board
from app.pipeline.linking.fitting import part_cell
from app.pipeline.linking.nearness import Part, felt_around, join_near, part_of, read_around

_SEVERAL = 2


def link_days(board: Board) -> None:
    """Found the happenings of single days anew, where a mention of a day comes or goes."""
    changed = _changed_days(board)
    traces = board.in_cells(board.changed_cells(Tier.DAY))
    naming = {one.block for one in (*traces, *board.old) if one.people}  # days without people join no other
    reach = {block: _reach(board.kind_of(block)) if block in naming else 0 for block in changed}
    spans = [read_around(block, day, reach[block]) for block in changed if reach[block] for day in changed[block]]
    by_block: dict[str, dict[str, Trace]] = defaultdict(dict)
    for trace in (*traces, *board.touching(spans, Tier.DAY)):
        by_block[trace.block][trace.mention_id] = trace
    board.withdraw(Tier.DAY, ())
    for block in sorted(by_block):
        kind = board.kind_of(block)
        felt = {near for day in changed[block] for near in felt_around(day, reach[block])}
        for group in _groups(by_block[block].values(), reach[block], kind):
            if any(part.day in felt for part in group):
                founders = [trace for part in group for trace in part.founders]
                board.withdraw(Tier.DAY, founders)
                board.found(founders)


def _changed_days(board: Board) -> Mapping[str, set[int]]:
    days: dict[str, set[int]] = defaultdict(set)
    for trace in (*board.old, *board.new):
        if trace.tier is Tier.DAY and trace.first_day is not None:
            days[trace.block].add(trace.first_day)
    return days


def _reach(kind: KindRow) -> int:
    """How far two days may lie apart that tell of the same: a trip's days, or the day that an article errs by."""
    if kind.is_measured:
        return 0
    return 2 if kind.is_trip else 1


def _groups(traces: Iterable[Trace], reach_days: int, kind: KindRow) -> list[list[Part]]:
    by_cell: dict[str, list[Trace]] = defaultdict(list)
    for trace in traces:
        by_cell[trace.cell].append(trace)
    parts = [part_of(founders) for cell in sorted(by_cell) for founders in part_cell(by_cell[cell], kind)]
    return join_near(parts, reach_days, lambda one, other: _is_same(one, other, kind), goes_forward=kind.is_trip)


def _is_same(one: Part, other: Part, kind: KindRow) -> bool:
    """Do two days of the same people tell of one happening, by all but the day?

    A trip goes on for days, so one article may tell several of them. Of any other kind, an article that tells both days
    holds them apart, and only where it is done by the same two people has another article erred.
    """
    shared = one.told.people & other.told.people
    places, others = one.told.places, other.told.places
    if one.day == other.day or not shared or (places and others and places.isdisjoint(others)):
        return False
    return kind.is_trip or (len(shared) >= _SEVERAL and one.articles.isdisjoint(other.articles))
