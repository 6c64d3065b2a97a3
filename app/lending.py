"""The second pass of dating: which articles of the database are lent another day of publication than they have now."""

from collections.abc import Collection
from itertools import islice

from sqlmodel import Session

from app.domain.lending import NO_LOAN, Loan
from app.pipeline.dating.publishing.lending import LONGEST_USE_DAYS, MOST_HOLDERS, WEEK_DAYS, find_loans, needs_date
from app.storage.wording import ARTICLES_AT_ONCE, Limits, articles_with_words_of, may_borrow, own_dates, shared_words

LIMITS = Limits(MOST_HOLDERS, LONGEST_USE_DAYS, WEEK_DAYS)


def within_reach(session: Session, article_ids: Collection[str]) -> set[str]:
    """These articles and all that might borrow from them: what changes with them changes nobody else's loan."""
    return articles_with_words_of(session, article_ids, LIMITS)


def changed_loans(session: Session, article_ids: Collection[str]) -> dict[str, Loan]:
    """The loans of those of these articles that must be extracted anew for them; one may be of no lenders."""
    own = own_dates(session, article_ids)
    asked = iter([key for key, one in own.items() if needs_date(one) or one.loan_key])
    changed: dict[str, Loan] = {}
    while some := list(islice(asked, ARTICLES_AT_ONCE)):
        hopeful = sorted(may_borrow(session, some, LIMITS))
        words, worn = shared_words(session, hopeful, LIMITS)
        articles = own_dates(session, {*hopeful, *(one.article_id for one in words)})
        loans = dict.fromkeys(some, NO_LOAN) | dict(find_loans(hopeful, articles, words, worn))
        changed |= {key: loan for key, loan in loans.items() if loan.key != own[key].loan_key}
    return changed
