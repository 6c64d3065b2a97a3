"""The second pass of dating: which articles of the database are lent another day of publication than they have now."""

from collections.abc import Collection
from itertools import islice

from sqlmodel import Session

from app.domain.lending import Loan
from app.pipeline.dating.publishing.lending import MOST_HOLDERS, find_loans, needs_date
from app.storage.wording import ARTICLES_AT_ONCE, articles_with_words_of, own_dates, shared_words


def within_reach(session: Session, article_ids: Collection[str]) -> set[str]:
    """These articles and all that might borrow from them: what changes with them changes nobody else's loan."""
    return articles_with_words_of(session, article_ids, MOST_HOLDERS)


def changed_loans(session: Session, article_ids: Collection[str]) -> dict[str, Loan]:
    """The loans of those of these articles that must be extracted anew for them; one may be of no lenders."""
    own = own_dates(session, article_ids)
    asked = iter([key for key, one in own.items() if needs_date(one) or one.loan_key])
    changed: dict[str, Loan] = {}
    while some := list(islice(asked, ARTICLES_AT_ONCE)):
        words = shared_words(session, some, MOST_HOLDERS)
        articles = own_dates(session, {*some, *(one.article_id for one in words)})
        loans = find_loans(some, articles, words)
        changed |= {key: loan for key, loan in loans.items() if loan.key != own[key].loan_key}
    return changed
