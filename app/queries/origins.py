"""The sources of an event by origin: who is a witness of its own, and who passes on the words of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlmodel import Session, col, select

from app.domain.witnesses import Origin, Witness, join_origins
from app.queries.sources import SourceEvidence
from app.storage.tables import ArticleTable, MentionTable


@dataclass(frozen=True)
class Carrier:
    """An article that is no witness of its own."""

    source: SourceEvidence
    why: str  # wording, credit, house: what it shares with the others of its origin


@dataclass(frozen=True)
class EvidenceOrigin:
    """An independent witness: the article that speaks for it, and those that only carry the same."""

    lead: SourceEvidence
    carriers: tuple[Carrier, ...]
    credited: tuple[str, ...]  # the wires and outlets that its articles name as their source

    @property
    def quotes(self) -> int:
        """How many quotes all its articles give."""
        return sum(len(source.quotes) for source in (self.lead, *(one.source for one in self.carriers)))


def evidence_by_origin(
    session: Session, event_id: str, sources: Sequence[SourceEvidence]
) -> tuple[EvidenceOrigin, ...]:
    """The origins of an event, as they were counted when it was linked.

    Args:
        session: Where to look.
        event_id: Of a stored event.
        sources: Its sources in their order.

    Returns:
        In the order of the first source of each. An article that credits nobody leads before those that do.
    """
    by_id = {source.article_id: source for source in sources}
    return tuple(_origin(origin, by_id) for origin in join_origins(_witnesses(session, event_id)))


def _witnesses(session: Session, event_id: str) -> list[Witness]:
    rows = (
        select(MentionTable.article_id, ArticleTable.house, MentionTable.sources, MentionTable.fingerprints)
        .join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
        .where(col(MentionTable.event_id) == event_id)
        .order_by(col(MentionTable.position), col(MentionTable.id))
    )
    witnesses = []
    for (article_id, house), told in groupby(session.exec(rows), key=lambda row: (row[0], row[1])):
        mentions = list(told)
        sources = frozenset(name for row in mentions for name in row[2])
        fingerprints = frozenset(print_ for row in mentions for print_ in row[3])
        witnesses.append(Witness(article_id, house, sources, fingerprints))
    return witnesses


def _origin(origin: Origin, by_id: dict[str, SourceEvidence]) -> EvidenceOrigin:
    lead = next((witness for witness in origin if not witness.sources), origin[0])
    return EvidenceOrigin(
        lead=by_id[lead.article_id],
        carriers=tuple(
            Carrier(by_id[witness.article_id], _why_joined(witness, origin)) for witness in origin if witness != lead
        ),
        credited=tuple(sorted({name for witness in origin for name in witness.sources})),
    )


def _why_joined(witness: Witness, origin: Origin) -> str:
    others = [other for other in origin if other != witness]
    if any(witness.fingerprints & other.fingerprints for other in others):
        return "wording"
    return "credit" if witness.sources else "house"
