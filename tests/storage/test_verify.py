"""Re-checking quotes and texts."""

import pytest
from sqlmodel import Session, select, update

from app.domain.edtf import edtf
from app.storage.tables import ArticleTable, MentionTable
from app.storage.verify import broken_proofs
from tests.storage import made


@pytest.fixture
def proved(session: Session) -> Session:
    article = made.article()
    quoted = made.mention(article)
    made.save(session, {article: edtf("2022")}, {made.event(quoted): [quoted]})
    return session


def test_what_was_saved_is_proved(proved: Session) -> None:
    assert list(broken_proofs(proved)) == []


def test_a_quote_that_does_not_stand_there_is_named(proved: Session) -> None:
    proved.exec(update(MentionTable).values(quote="Kim wrote to Putin."))
    key = proved.exec(select(MentionTable.id)).one()
    (broken,) = broken_proofs(proved)
    assert broken.startswith(f"quote {key}: not what stands at characters 0 to 37 of harbour.txt; ")


def test_a_text_that_changed_is_named(proved: Session) -> None:
    proved.exec(update(ArticleTable).values(text=made.TEXT + " And more."))
    key = proved.exec(select(ArticleTable.id)).one()
    (broken,) = broken_proofs(proved)
    assert broken == (
        f"article {key} (harbour.txt): the kept text has changed;"
        " restore a backup, or `tumen forget` it and ingest it again"
    )
