"""Which denial answers which happening."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.domain.linking import DENYING, TOLD, Happening, Span, Stance, Tier
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.board import Board
from app.pipeline.linking.candidates import Candidates
from app.pipeline.linking.evidence import points_for

# A denial answers what was told at most this long before it, where they stand in no article together.
_ANSWERED_DAYS = 31


def settle_denials(board: Board) -> None:
    """Find for each denial what it denies: what its article tells, else what was told shortly before of the same."""
    denials = _denials_in_reach(board)
    told = board.of_happenings({one.id for one in denials})
    articles = defaultdict(set)
    for trace in told:
        articles[board.home_of(trace)].add(trace.article_id)
    beside = _told_beside(board, {trace.article_id for trace in told})
    recent = board.candidates([span for one in denials for span in _before(one)])
    for denial in denials:
        near = [one for article_id in articles[denial.id] for one in beside.get(article_id, ())]
        board.after[denial.id] = replace(denial, answers=_answered(denial, near, recent, board.rows))


def _denials_in_reach(board: Board) -> list[Happening]:
    """Denials that change, and those that may answer another happening now, as they are."""
    changed = list(board.changed())
    denials = {one.id for one in changed if one.block == DENYING}
    claims = [one for one in changed if one.block == TOLD]
    later = [
        Span(DENYING, one.first_day, (one.last_day or 0) + _ANSWERED_DAYS)
        for one in claims
        if one.tier < Tier.ERA and one.first_day is not None
    ]
    denials |= {one.id for one in board.around.happenings_touching(later)}
    told = [*board.of_happenings({one.id for one in claims}), *board.moved(), *board.old]
    for trace in board.of_articles({trace.article_id for trace in told if trace.block == TOLD}):
        if trace.block == DENYING:
            denials.add(board.home_of(trace))
    found = board.happenings(denials | {one.id for one in board.after.values() if one.block == DENYING})
    board.look_at(found.values())
    return sorted(found.values(), key=lambda one: one.id)


def _told_beside(board: Board, article_ids: Collection[str]) -> Mapping[str, list[Happening]]:
    """The happenings that articles tell as more than denied, by article."""
    beside = [trace for trace in board.of_articles(article_ids) if trace.block == TOLD]
    known = board.happenings({board.home_of(trace) for trace in beside})
    found: dict[str, dict[str, Happening]] = defaultdict(dict)
    for trace in beside:
        found[trace.article_id][board.home_of(trace)] = known[board.home_of(trace)]
    return {key: list(happenings.values()) for key, happenings in found.items()}


def _answered(denial: Happening, beside: Iterable[Happening], recent: Candidates, rows: Evidence) -> str:
    """The id of what a denial answers, "" for nothing that is known: who denies it speaks with another voice."""
    asked = replace(denial, voices=frozenset())
    told = {one.id: (points_for(asked, one, rows), one) for one in beside}
    lately = {one.id: (rank.points, one) for span in _before(denial) for rank, one in recent.ranked(asked, span)}
    for found, bar in ((told, rows.bars.denied_beside), (lately, rows.bars.denied_lately)):
        open_to = [(points, one) for points, one in found.values() if points >= bar and not _is_later(denial, one)]
        if open_to:
            _, best = max(
                open_to, key=lambda of: (Stance.HEDGED in of[1].stances, of[0], of[1].last_day or 0, of[1].id)
            )
            return best.id
    return ""


def _is_later(denial: Happening, one: Happening) -> bool:
    """Did it come after the denial?"""
    return denial.last_day is not None and one.first_day is not None and one.first_day > denial.last_day


def _before(denial: Happening) -> list[Span]:
    """The days before a dated denial in which what it denies was told."""
    if denial.tier >= Tier.ERA or denial.first_day is None or denial.last_day is None:
        return []
    return [Span(TOLD, denial.first_day - _ANSWERED_DAYS, denial.last_day)]
