"""What of an article gave no event, kept with the reason for its page."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col

from app.domain.event import PassedOver
from app.storage.differences import replace_rows
from app.storage.tables import PassedOverTable


def save_passed_over(session: Session, passed: Mapping[str, Sequence[PassedOver]]) -> None:
    """Save what was passed over, by article id, in place of what was kept of these articles; each thing once.

    Args:
        session: In a transaction that writes, in which the articles are saved already.
        passed: By article id, in the order of the text; an article without any has an empty one.
    """
    rows = [
        {
            "article_id": article_id,
            "position": position,
            "paragraph": one.paragraph,
            "start": one.span.start,
            "end": one.span.end,
            "reason": one.reason,
        }
        for article_id, of_article in passed.items()
        for position, one in enumerate(dict.fromkeys(of_article))
    ]
    replace_rows(session, PassedOverTable, rows, col(PassedOverTable.article_id).in_(passed))
