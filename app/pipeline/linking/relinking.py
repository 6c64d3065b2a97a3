"""Links a change of tellings: who comes, who goes, and whose home that changes; the rest is not looked at.

Tier by tier, the finest first. What a telling joins depends on happenings founded by finer dates within its own days,
or on what its own article tells, and on nothing else. So what a change can reach is a look-up, and linking a change
gives what linking everything from nothing gives. From nothing, everything is a change.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.domain.linking import Happening, Relinked, Span, Stance, Surroundings, Tier, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.board import Board, by_article, by_cell
from app.pipeline.linking.candidates import Candidates, Rank
from app.pipeline.linking.days import link_days
from app.pipeline.linking.disputes import settle_denials
from app.pipeline.linking.entries import settle_entries
from app.pipeline.linking.loose import link_loose
from app.pipeline.linking.parting import part_cell

_SPANS = (Tier.DAYS, Tier.MONTH, Tier.PART, Tier.YEAR)


def relink(old: Collection[Trace], new: Iterable[Trace], around: Surroundings, rows: Evidence) -> Relinked:
    """Link what changes, and all whose happening changes with it.

    Args:
        old: Traces that are kept and go, or come again in `new`.
        new: Traces that come, without a happening.
        around: What is kept, those in `old` too.
        rows: What speaks for one happening, and what against it.
    """
    board = Board(old, new, around, rows)
    link_days(board)
    for tier in _SPANS:
        _link_spans(board, tier)
    _link_eras(board)
    link_loose(board)
    settle_denials(board)
    return settle_entries(board)


def _link_spans(board: Board, tier: Tier) -> None:
    """Each telling of a span joins the happening within it that it shares most with, or founds one with its likes."""
    traces = _in_reach(board, tier)
    own = _homes_of_articles(board, traces, tier)
    candidates = board.candidates([_span_of(trace) for trace in traces], tier)
    homeless = []
    for of_article in by_article(traces):
        for trace, home in _homes(of_article, candidates, own[of_article[0].article_id], board.rows):
            if home:
                board.place([trace], home)
            else:
                homeless.append(trace)
    _found_in_cells(board, tier, traces, homeless)


def _in_reach(board: Board, tier: Tier) -> list[Trace]:
    """The tellings of a tier that may have another home now, with those of the same articles.

    Of what changes only that can be a home, or keep another from being alone, which shares enough with a telling.
    """
    changed = [one for one in board.changed() if one.tier < tier]
    seen = [Span(one.block, one.first_day or 0, one.last_day or 0) for one in changed]
    candidates = Candidates(changed, board.rows)
    bars = board.rows.bars
    least = min(bars.days, bars.year, bars.alone) - bars.alone_ahead
    touched = board.touching(seen, tier)
    articles = {trace.article_id for trace in touched if candidates.reaches(trace, _span_of(trace), least)}
    articles |= {trace.article_id for trace in board.moved() if trace.tier < tier}
    articles |= {trace.article_id for trace in board.new if trace.tier is tier}
    return [trace for trace in board.of_articles(articles) if trace.tier is tier]


def _homes_of_articles(board: Board, traces: Iterable[Trace], tier: Tier) -> Mapping[str, set[str]]:
    """The happenings that the articles of some tellings tell of by finer dates than a tier, by article."""
    homes: dict[str, set[str]] = defaultdict(set)
    for trace in board.of_articles({trace.article_id for trace in traces}):
        if trace.tier < tier:
            homes[trace.article_id].add(board.home_of(trace))
    return homes


def _homes(
    of_article: Sequence[Trace], candidates: Candidates, own: set[str], rows: Evidence
) -> Iterator[tuple[Trace, str | None]]:
    """The home of each telling of an article and tier, the surest first: where one is at home, the next mostly is not.

    Args:
        of_article: All of them.
        candidates: Happenings told of finer.
        own: Those that the article tells of by finer dates; each home found is added.
        rows: The points.
    """
    first = [(trace, _best(trace, candidates, rows)) for trace in of_article]
    first.sort(key=lambda of: (-(of[1].points if of[1] else 0), of[0].mention_id))
    for trace, unweighed in first:
        best = _best(trace, candidates, rows, own) if unweighed and unweighed.id in own else unweighed
        home = best.id if best and _is_enough(trace, best, candidates, rows) else None
        own |= {home} if home else set()
        yield trace, home


def _is_enough(trace: Trace, best: Rank, candidates: Candidates, rows: Evidence) -> bool:
    """Does the best reach the bar, or is it alone in the span?"""
    bars = rows.bars
    if best.points >= (bars.year if trace.tier is Tier.YEAR else bars.days):
        return True
    return best.points >= bars.alone and candidates.is_ahead(best, bars.alone_ahead, trace, _span_of(trace))


def _best(trace: Trace, candidates: Candidates, rows: Evidence, own: Collection[str] = ()) -> Rank | None:
    """The happening within its span that a telling shares most with.

    Less for what the article tells already: there it goes on, mostly, and does not say it again.
    """
    return candidates.best(trace, _span_of(trace), lambda one: _may_hold(trace, one, rows), own)


def _found_in_cells(board: Board, tier: Tier, looked_at: Iterable[Trace], homeless: Iterable[Trace]) -> None:
    """Let those without a home found happenings with their likes of the same days."""
    looked_at, homeless = list(looked_at), list(homeless)
    dirty = {trace.mention_id for trace in looked_at}
    founded = board.founding(tier, (trace for trace in looked_at if trace.happening_id))
    cells = board.changed_cells(tier) | {trace.cell for trace in (*homeless, *founded)}
    others = [trace for trace in board.in_cells(cells) if trace.mention_id not in dirty]
    founding = board.founding(tier, others)
    board.withdraw(tier, (*founded, *founding))
    for members in by_cell((*homeless, *founding)):
        for founders in part_cell(members, board.rows.bars.same_span, board.rows):
            board.found(founders)


def _may_hold(trace: Trace, one: Happening, rows: Evidence) -> bool:
    """Is nothing missing that a span of its kind needs, and is it no journey?

    A journey of weeks, told by its first day and its last, is none of the things that are told of its days.

    What is claimed of a few days is another claim than one made on a day among them, unless it names the same; and so
    is what lies in a span of weeks that no calendar has: nobody told that date, the day of publication was not known
    better.
    """
    is_claim_of_days = trace.tier is Tier.DAYS and trace.stance is Stance.HEDGED
    is_whole = trace.tier < Tier.MONTH or _is_of_whole_months(trace)
    if trace.tier <= Tier.PART and not is_whole and not trace.families.isdisjoint(rows.trips):
        return False
    is_of_no_calendar = trace.tier > Tier.MONTH and not is_whole
    if not is_claim_of_days and not is_of_no_calendar:
        return True
    return not trace.people.isdisjoint(one.people) or not trace.places.isdisjoint(one.places)


def _is_of_whole_months(trace: Trace) -> bool:
    first, last = (date.fromordinal(day or 1) for day in (trace.first_day, trace.last_day))
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _link_eras(board: Board) -> None:
    """Of decades and longer only the very same are of one happening: within them, anything may lie."""
    traces = board.in_cells(board.changed_cells(Tier.ERA))
    board.withdraw(Tier.ERA, traces)
    for members in by_cell(traces):
        for founders in part_cell(members, board.rows.bars.same_span, board.rows):
            board.found(founders)


def _span_of(trace: Trace) -> Span:
    """The days of a trace that has both ends."""
    return Span(trace.block, trace.first_day or 0, trace.last_day or 0)
