"""Keeping what gave no event."""

from sqlalchemy import text
from sqlmodel import Session, col, select

from app.domain.event import PassedOver
from app.domain.text import Stretch
from app.storage.passed import save_passed_over
from app.storage.save import delete_article, save_articles
from app.storage.tables import PassedOverTable
from tests.storage import made

LETTER = PassedOver(1, Stretch(0, 37), "commentary")
THANKS = PassedOver(1, Stretch(38, 54), "a question")


def kept(session: Session) -> list[tuple[str, int, str]]:
    rows = select(PassedOverTable).order_by(col(PassedOverTable.article_id), col(PassedOverTable.position))
    return [(row.article_id, row.start, row.reason) for row in session.exec(rows)]


def test_what_gave_no_event_is_kept_once_replaced_and_deleted_with_its_article(session: Session) -> None:
    one, other = made.article("a.txt"), made.article("b.txt", made.TEXT + " Nobody knows more.")
    save_articles(session, [made.dated(one), made.dated(other)], rules="1")
    save_passed_over(session, {one.id: [LETTER, LETTER, THANKS], other.id: [THANKS]})
    assert [row for row in kept(session) if row[0] == one.id] == [(one.id, 0, "commentary"), (one.id, 38, "a question")]
    save_passed_over(session, {one.id: [THANKS]})
    assert sorted(kept(session)) == sorted([(one.id, 38, "a question"), (other.id, 38, "a question")])
    save_passed_over(session, {one.id: []})
    delete_article(session, other.id)
    assert kept(session) == []


def test_keeping_the_same_twice_writes_nothing(session: Session) -> None:
    article = made.article()
    save_articles(session, [made.dated(article)], rules="1")
    save_passed_over(session, {article.id: [LETTER]})
    before = session.execute(text("SELECT total_changes()")).scalar_one()
    save_passed_over(session, {article.id: [LETTER]})
    assert session.execute(text("SELECT total_changes()")).scalar_one() == before
