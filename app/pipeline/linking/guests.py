"""Joins across kinds: what one source calls an agreement and another a treaty, on the same days and by the same people.

A kind whose words are wide names in its row the families that it may be told for. A happening of such a kind is a guest
of one of these families where it fits; it stays a happening of its own, so that it can leave again.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from app.domain.linking import Happening, Span, Tier
from app.knowledge.extracting_rows import KindRow
from app.pipeline.linking.board import Board, Candidates
from app.pipeline.linking.fitting import fits, names_shared
from app.pipeline.linking.keys import DENYING, block_of, family_of

_SEVERAL = 2


def settle_guests(board: Board) -> None:
    """Find for each happening of a wide kind the one that it is told for, if there is one."""
    guests = _guests_in_reach(board)
    hosts = board.candidates([span for one in guests for span in _where_hosts_are(one, board.kind_of(one.block))])
    for guest in guests:
        host = _host(guest, hosts, board.kind_of(guest.block), board.kind_by_family)
        board.after[guest.id] = replace(guest, answers=host)


def is_guest(happening: Happening, kind: KindRow) -> bool:
    """Is it of a kind that may be told for another?"""
    return bool(kind.seen_as) and happening.tier < Tier.ERA and not happening.block.endswith(DENYING)


def _guests_in_reach(board: Board) -> list[Happening]:
    changed = list(board.changed())
    ids = {one.id for one in changed if is_guest(one, board.kind_of(one.block))}
    families = _guest_families(board)
    near = [
        Span(block, one.first_day or 0, one.last_day or 0)
        for one in changed
        if one.tier < Tier.ERA and one.block == block_of(family_of(one.block))
        for family in families.get(family_of(one.block), ())
        for block in board.blocks_of(family)
    ]
    ids |= {one.id for one in board.around.happenings_touching(near)}
    found = board.happenings(ids | {one.id for one in board.after.values() if is_guest(one, board.kind_of(one.block))})
    board.look_at(found.values())
    return sorted(found.values(), key=lambda one: one.id)


def _guest_families(board: Board) -> Mapping[str, set[str]]:
    """For each family, those whose happenings may be told for it."""
    families: dict[str, set[str]] = defaultdict(set)
    for kind in board.kind_by_family.values():
        for host in kind.seen_as:
            families[host].add(kind.family)
    return families


def _where_hosts_are(guest: Happening, kind: KindRow) -> list[Span]:
    return [Span(block_of(family), guest.first_day or 0, guest.last_day or 0) for family in kind.seen_as]


def _host(guest: Happening, hosts: Candidates, kind: KindRow, kinds: Mapping[str, KindRow]) -> str:
    """The id of the happening that a guest is told for, "" for none: the first family of its row that has one.

    The two share people or places, of a trip two of them; without names, it must be the only one of the family there.
    """
    for span in _where_hosts_are(guest, kind):
        family = kinds[family_of(span.block)]
        near = [one for one in hosts.touching(span) if _may_host(guest, one, kind)]
        named = [one for one in near if names_shared(guest, one) >= (_SEVERAL if family.is_trip else 1)]
        if named:
            return max(named, key=lambda one: (names_shared(guest, one), -one.tier, one.weight, one.id)).id
        if len(near) == 1 and not family.is_frequent and not (guest.people and near[0].people):
            return near[0].id
    return ""


def _may_host(guest: Happening, one: Happening, kind: KindRow) -> bool:
    """Does nothing speak against it? A month and a day within it are near enough, a year is not."""
    return (
        max(guest.tier, one.tier) <= Tier.MONTH and not guest.stances.isdisjoint(one.stances) and fits(guest, one, kind)
    )
