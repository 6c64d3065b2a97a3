"""Links what is told of single days: the finest dates, which found most happenings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain.linking import Tier, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.board import Board, by_cell
from app.pipeline.linking.nearness import Part, felt_around, join_near, near_and_far, part_of, read_around
from app.pipeline.linking.parting import part_cell
from app.pipeline.linking.wording import count_shared

# Two days may lie so far apart that tell of the same: an article has erred, or reckoned from another clock.
_REACH_DAYS = 1
# Then they share a kind, and so many people or so many words.
_PEOPLE_SHARED, _WORDS_SHARED = 2, 3


def link_days(board: Board) -> None:
    """Found the happenings of single days anew, where a telling of a day comes or goes."""
    changed = _changed_days(board)
    spans = [read_around(block, day, _REACH_DAYS) for block, days in changed.items() for day in days]
    by_block: dict[str, dict[str, Trace]] = defaultdict(dict)
    for trace in (*board.in_cells(board.changed_cells(Tier.DAY)), *board.touching(spans, Tier.DAY)):
        by_block[trace.block][trace.mention_id] = trace
    board.withdraw(Tier.DAY, ())
    for block in sorted(by_block):
        felt = {near for day in changed[block] for near in felt_around(day, _REACH_DAYS)}
        groups = _groups(by_block[block].values(), board.rows)
        board.found_again(Tier.DAY, *near_and_far(groups, felt))


def _changed_days(board: Board) -> Mapping[str, set[int]]:
    days: dict[str, set[int]] = defaultdict(set)
    for trace in (*board.old, *board.new):
        if trace.tier is Tier.DAY and trace.first_day is not None:
            days[trace.block].add(trace.first_day)
    return days


def _groups(traces: Iterable[Trace], rows: Evidence) -> list[list[Part]]:
    parts = [part_of(founders) for members in by_cell(traces) for founders in part_cell(members, rows.bars.days, rows)]
    return join_near(parts, _REACH_DAYS, _is_same)


def _is_same(one: Part, other: Part) -> bool:
    """Do two neighbouring days tell of one happening? An article that tells both holds them apart."""
    told, said = one.told, other.told
    return (
        one.day != other.day
        and not told.families.isdisjoint(said.families)
        and one.articles.isdisjoint(other.articles)
        and (len(told.people & said.people) >= _PEOPLE_SHARED or count_shared(told, said) >= _WORDS_SHARED)
    )
