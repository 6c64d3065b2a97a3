"""How much a database holds, for the messages of the command line."""

from sqlmodel import Session, col, func, select

from app.storage.tables import ArticleTable, EventTable, MentionTable


def count_articles(session: Session) -> int:
    """Articles."""
    return session.exec(select(func.count(col(ArticleTable.id)))).one()


def count_events(session: Session) -> int:
    """Events on the timeline."""
    return session.exec(select(func.count(col(EventTable.id)))).one()


def count_quotes(session: Session) -> int:
    """Quotes of all events."""
    return session.exec(select(func.count(col(MentionTable.id)))).one()


def count_articles_of_other_rules(session: Session, rules: str) -> int:
    """Articles that were extracted by another version of the rules than this one."""
    return session.exec(select(func.count(col(ArticleTable.id))).where(col(ArticleTable.rules) != rules)).one()
