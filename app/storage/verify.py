"""Re-checks what every event rests on: the kept texts and the quotes from them."""

from collections.abc import Iterator
from hashlib import sha256

from sqlmodel import Session, col, select

from app.storage.kept import RESTORE, kept_article_ids
from app.storage.tables import ArticleTable, MentionTable


def broken_proofs(session: Session) -> Iterator[str]:
    """Every article whose text is not the one that came in, and every quote that does not stand where it should.

    Yields:
        A sentence for each, naming it; none when all is well.
    """
    for article_id in kept_article_ids(session):
        article = session.get_one(ArticleTable, article_id)
        if sha256(article.text.encode()).hexdigest() != article.sha256 or article.id != f"a{article.sha256[:16]}":
            yield f"article {article.id} ({article.file}): the kept text has changed; {RESTORE}"
        for mention in session.exec(select(MentionTable).where(col(MentionTable.article_id) == article_id)):
            if article.text[mention.start : mention.end] != mention.quote:
                place = f"characters {mention.start} to {mention.end} of {article.file}"
                yield f"quote {mention.id}: not what stands at {place}; restore a backup, or run `tumen rebuild`"
        session.expunge_all()  # one text in memory at a time
