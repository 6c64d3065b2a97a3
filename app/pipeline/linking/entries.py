"""What stands together on the timeline in the end: a happening, and denials of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from app.domain.linking import Happening, Relinked
from app.pipeline.linking.board import Board


def settle_entries(board: Board) -> Relinked:
    """The entries of the timeline that a change touches, with all that it did.

    Of several denials the first stands with what it denies; who denies again denies something new, and stands alone.
    One denial without a day stands with it too.
    """
    moved = list(board.moved())
    left = {board.was[one.mention_id] for one in moved if board.was.get(one.mention_id)}
    left |= {one.happening_id for one in board.old if one.happening_id}
    reached = {board.home_of(one) for one in (*board.new, *moved)}
    looked_at = left | reached | board.before.keys() | board.after.keys()
    before = _Standing(board, looked_at, is_after=False)
    after = _Standing(board, looked_at | before.known.keys(), is_after=True)  # a denial may have left it
    roots = {after.root(one) for one in reached} | {after.root(one) for one in left if one in after.known}
    for one in before.known.keys() | after.known.keys():
        if (old := before.root(one)) != (new := after.root(one)):
            roots |= {old, new}
    roots |= {after.root(one) for one in roots if one in after.known}
    standing = sorted(one for one in roots if one in after.known and after.root(one) == one)
    held = {root: after.held_by(root) for root in standing}
    by_happening: dict[str, list[str]] = defaultdict(list)
    for trace in board.of_happenings({one for ids in held.values() for one in ids}):
        by_happening[board.home_of(trace)] += trace.mention_ids
    entries = (sorted(key for one in held[root] for key in by_happening[one]) for root in standing)
    known = {one.mention_id for one in moved}
    return Relinked(
        traces=(*moved, *(board.placed[one.mention_id] for one in board.new if one.mention_id not in known)),
        happenings=tuple(one for key, one in board.after.items() if board.before.get(key) != one),
        gone=frozenset(board.before.keys() - board.after.keys()),
        entries=tuple(tuple(entry) for entry in entries if entry),
    )


class _Standing:
    """Which happening stands with which, before or after the change, as far as that may have changed."""

    def __init__(self, board: Board, ids: Collection[str], *, is_after: bool) -> None:
        self._board = board
        self._is_after = is_after
        self.known: dict[str, Happening] = {}
        self._children: dict[str, list[Happening]] = defaultdict(list)
        self._learn_upwards(ids)
        self._learn_downwards()

    def _learn_upwards(self, ids: Collection[str]) -> None:
        wanted = set(ids)
        while wanted:
            found = self._now(self._board.around.happenings(wanted))
            self.known |= {one.id: one for one in found if one.id in wanted}
            wanted = {one.answers for one in found if one.answers} - self.known.keys()

    def _learn_downwards(self) -> None:
        level = set(self.known)
        for one in self._now(self._board.around.answering(level)):
            if one.answers in level:
                self.known[one.id] = one
                self._children[one.answers].append(one)

    def _now(self, kept: Iterable[Happening]) -> list[Happening]:
        """What is kept, but for what the change looked at: of that, as it was or as it is."""
        side = self._board.after if self._is_after else self._board.before
        touched = self._board.before.keys() | self._board.after.keys()
        return [*(one for one in kept if one.id not in touched), *side.values()]

    def root(self, happening_id: str) -> str:
        """The happening by which an entry is known: what is denied, not its denial."""
        one = self.known.get(happening_id)
        return one.answers if one and one.answers in self.known and self._is_accepted(one) else happening_id

    def held_by(self, root: str) -> list[str]:
        """The happenings of an entry."""
        return [root, *(child.id for child in self._children_of(root) if self._is_accepted(child))]

    def _is_accepted(self, denial: Happening) -> bool:
        """Is it the first of its kind, with a day or without, that denies this? Who denies again denies anew."""
        is_dated = denial.first_day is not None
        others = self._children_of(denial.answers)
        alike = [other for other in others if (other.first_day is not None) is is_dated]
        # Which of two that no day tells apart was the first, nobody knows.
        return denial.id == min(alike, key=lambda other: (other.first_day or 0, other.id)).id and (
            is_dated or len(alike) == 1 or len(others) == len(alike)
        )

    def _children_of(self, happening_id: str) -> list[Happening]:
        return list({one.id: one for one in self._children[happening_id]}.values())
