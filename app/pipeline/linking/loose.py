"""Links what nothing dates: to what its own article tells, to what others have just told, or to its like elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.linking import DENYING, Happening, Span, Stance, Tier, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.any_year import by_calendar, calendars_seeing, calendars_seen, home_in_any_year, in_reach
from app.pipeline.linking.board import Board, by_cell, each_once
from app.pipeline.linking.candidates import Candidates, rank_of
from app.pipeline.linking.evidence import points_for, refers_back
from app.pipeline.linking.nearness import Part, felt_around, join_near, near_and_far, part_of, read_around
from app.pipeline.linking.parting import part_cell

# An undated report is of a happening at most this long before it appeared, where another article tells that one.
_FRESH_DAYS = 62
# Undated reports of two articles are of the same happening when they appeared this near to each other.
_NEAR_DAYS = 14


def link_loose(board: Board) -> None:
    """What nothing dates joins what its own article tells, else what others have just told, or founds its own."""
    traces = board.in_cells({one.cell for one in _in_reach(board)} | board.changed_cells(Tier.LOOSE))
    board.withdraw(Tier.LOOSE, traces)
    own = _own_happenings(board, traces)
    recent = board.candidates([span for trace in traces for span in _lately(trace)])
    any_year = by_calendar(board.happenings_on(calendars_seen(traces)))
    homeless: list[Trace] = []
    for trace in traces:
        beside = own.get((trace.article_id, trace.block), {})
        home = _home(trace, beside, recent, board.rows) or home_in_any_year(trace, any_year, beside, board.rows)
        if home:
            board.place([trace], home)
        else:
            homeless.append(replace(trace, happening_id=""))  # it has left what it was of, and founds its own
    _found_near(board, traces, homeless)


def _in_reach(board: Board) -> Iterable[Trace]:
    """Undated traces whose home may change with what is told near them, or in their article."""
    changed = [one for one in board.changed() if one.tier < Tier.LOOSE]
    dated = [one for one in changed if one.tier < Tier.ERA]
    later = [Span(one.block, one.first_day or 0, (one.last_day or 0) + _FRESH_DAYS) for one in dated]
    told = [*board.of_happenings({one.id for one in changed}), *board.moved(), *board.old]
    blocks = {(trace.article_id, trace.block) for trace in told}
    beside = board.of_articles({article_id for article_id, _ in blocks})
    in_article = (one for one in beside if one.tier is Tier.LOOSE and (one.article_id, one.block) in blocks)
    of_no_year = in_reach(board.on(calendars_seeing(changed)), changed, board.rows)
    return (*_told_lately(board, board.touching(later, Tier.LOOSE), dated), *of_no_year, *in_article)


def _told_lately(board: Board, traces: Iterable[Trace], changed: Iterable[Happening]) -> Iterator[Trace]:
    """Those of which others have just told with a date, where that is among what changes."""
    candidates, bar = Candidates(changed, board.rows), board.rows.bars.lately
    return (trace for trace in traces if any(candidates.reaches(trace, span, bar) for span in _lately(trace)))


def _own_happenings(board: Board, traces: Iterable[Trace]) -> Mapping[tuple[str, str], Mapping[str, Happening]]:
    """The dated happenings that an article tells, by article and block, and then by id."""
    beside = [one for one in board.of_articles({trace.article_id for trace in traces}) if one.tier < Tier.LOOSE]
    known = board.happenings({board.home_of(one) for one in beside})
    own: dict[tuple[str, str], dict[str, Happening]] = defaultdict(dict)
    for one in beside:
        own[one.article_id, one.block][board.home_of(one)] = known[board.home_of(one)]
    return own


def _home(trace: Trace, own: Mapping[str, Happening], recent: Candidates, rows: Evidence) -> str | None:
    """What its own article tells, if it shares enough with that; else what others have just told."""
    beside = [rank_of(one, _above_bar(trace, one, rows)) for one in own.values() if _is_open_to(trace, one)]
    best = max(beside, default=None)
    if best and best.points >= 0:
        return best.id
    for span in _lately(trace):
        best = recent.best(trace, span, lambda one: one.id not in own and _is_open_to(trace, one))
        if best and best.points >= rows.bars.lately:
            return best.id
    return None


def _above_bar(trace: Trace, one: Happening, rows: Evidence) -> int:
    """By how much a telling passes the bar of what its own article tells with a date."""
    points = points_for(trace, one, rows)
    if refers_back(trace, one):
        return points - rows.bars.referred
    if trace.is_head:
        return points - rows.bars.head
    return points + rows.points.same_article - rows.bars.own_article


def _is_open_to(trace: Trace, one: Happening) -> bool:
    """Could it be told without a date? It lies not long before the bound of the telling, nor after, but for plans."""
    if trace.last_day is None or one.first_day is None or one.last_day is None:
        return False
    is_to_come = trace.stance is Stance.HEDGED and Stance.HEDGED in one.stances
    return (is_to_come or one.first_day <= trace.last_day) and trace.last_day <= one.last_day + _FRESH_DAYS


def _lately(trace: Trace) -> list[Span]:
    """The days in which others may have told, with a date, what a mention tells without."""
    if trace.last_day is None:
        return []
    return [Span(trace.block, trace.last_day - _FRESH_DAYS, trace.last_day)]


def _found_near(board: Board, looked_at: Iterable[Trace], homeless: Iterable[Trace]) -> None:
    """Let those without a home found happenings: of one article, and with their likes of other articles."""
    changed: dict[str, set[int]] = defaultdict(set)
    for trace in (*looked_at, *board.old):
        if trace.tier is Tier.LOOSE and trace.last_day is not None:
            changed[trace.block].add(trace.last_day)
    spans = [read_around(block, day, _NEAR_DAYS) for block, days in changed.items() for day in days]
    dirty = {trace.mention_id for trace in looked_at}
    around = each_once(board.in_cells({one.cell for one in board.touching(spans, Tier.LOOSE)}))
    founding = board.founding(Tier.LOOSE, (one for one in around if one.mention_id not in dirty))
    by_block: dict[str, list[Trace]] = defaultdict(list)
    for trace in (*homeless, *founding):
        by_block[trace.block].append(trace)
    for block in sorted(by_block):
        parts = [part_of(founders) for members in by_cell(by_block[block]) for founders in _parts(members, board.rows)]
        felt = {None, *(near for day in changed[block] for near in felt_around(day, _NEAR_DAYS))}
        groups = join_near(parts, _NEAR_DAYS, lambda one, other: _is_same(one, other, board.rows))
        board.found_again(Tier.LOOSE, *near_and_far(groups, felt))


def _parts(undated: Sequence[Trace], rows: Evidence) -> Iterable[Sequence[Trace]]:
    """What an article tells undated, by happening. Denials date themselves: two may be of different times."""
    if undated[0].block == DENYING:
        return ([trace] for trace in undated)
    return part_cell(undated, rows.bars.undated_beside, rows)


def _is_same(one: Part, other: Part, rows: Evidence) -> bool:
    """Do two articles tell, undated, of one happening? Denials date themselves, so that none is another's."""
    return (
        one.articles.isdisjoint(other.articles)
        and Stance.DENIED not in one.told.stances
        and points_for(one.told, other.told, rows) >= rows.bars.undated
    )
