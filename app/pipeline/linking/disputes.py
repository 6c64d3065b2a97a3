"""Which denial answers which happening."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.domain.linking import Happening, Span, Stance, Tier
from app.pipeline.linking.board import Board, Candidates
from app.pipeline.linking.fitting import likeness
from app.pipeline.linking.keys import DENYING

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
        near = [one for article_id in articles[denial.id] for one in beside.get((article_id, _denied(denial)), ())]
        board.after[denial.id] = replace(denial, answers=_answered(denial, near, recent))


def _denials_in_reach(board: Board) -> list[Happening]:
    """Denials that change, and those that may answer another happening now, as they are."""
    changed = list(board.changed())
    denials = {one.id for one in changed if one.block.endswith(DENYING)}
    claims = [one for one in changed if not one.block.endswith(DENYING)]
    later = [
        Span(one.block + DENYING, one.first_day, (one.last_day or 0) + _ANSWERED_DAYS)
        for one in claims
        if one.tier < Tier.ERA and one.first_day is not None
    ]
    denials |= {one.id for one in board.around.happenings_touching(later)}
    told = [*board.of_happenings({one.id for one in claims}), *board.moved(), *board.old]
    blocks = {(trace.article_id, trace.block) for trace in told if not trace.block.endswith(DENYING)}
    for trace in board.of_articles({article_id for article_id, _ in blocks}):
        if trace.block.endswith(DENYING) and (trace.article_id, trace.block.removesuffix(DENYING)) in blocks:
            denials.add(board.home_of(trace))
    found = board.happenings(denials | {one.id for one in board.after.values() if one.block.endswith(DENYING)})
    board.look_at(found.values())
    return sorted(found.values(), key=lambda one: one.id)


def _told_beside(board: Board, article_ids: Collection[str]) -> Mapping[tuple[str, str], list[Happening]]:
    """The happenings that articles tell as more than denied, by article and block."""
    beside = [trace for trace in board.of_articles(article_ids) if trace.stance is not Stance.DENIED]
    known = board.happenings({board.home_of(trace) for trace in beside})
    found: dict[tuple[str, str], dict[str, Happening]] = defaultdict(dict)
    for trace in beside:
        found[trace.article_id, trace.block][board.home_of(trace)] = known[board.home_of(trace)]
    return {key: list(happenings.values()) for key, happenings in found.items()}


def _answered(denial: Happening, beside: Iterable[Happening], recent: Candidates) -> str:
    """The id of what a denial answers, "" for nothing that is known."""
    told = {one.id: one for one in beside if _may_answer(denial, one)}
    lately = {
        one.id: one
        for span in _before(denial)
        for one in recent.touching(span)
        if _may_answer(denial, one) and likeness(denial, one)
    }
    for found in (told, lately):
        if found:
            return max(
                found.values(),
                key=lambda one: (Stance.HEDGED in one.stances, likeness(denial, one), one.last_day or 0, one.id),
            ).id
    return ""


def _may_answer(denial: Happening, one: Happening) -> bool:
    """Could the denial be of this? Not of what came later, nor of what other people did."""
    is_later = denial.last_day is not None and one.first_day is not None and one.first_day > denial.last_day
    return not is_later and (not denial.people or not one.people or bool(denial.people & one.people))


def _before(denial: Happening) -> list[Span]:
    """The days before a dated denial in which what it denies was told."""
    if denial.tier >= Tier.ERA or denial.first_day is None or denial.last_day is None:
        return []
    return [Span(_denied(denial), denial.first_day - _ANSWERED_DAYS, denial.last_day)]


def _denied(denial: Happening) -> str:
    """The block of what a denial denies."""
    return denial.block.removesuffix(DENYING)
