"""Which articles lend their day of publication to which, by the wording that they share."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from app.domain.article import Basis
from app.domain.edtf import EdtfDate
from app.domain.lending import NO_LOAN, Lender, Loan, OwnDate, SharedWords

# Wording that more articles have than this is of the page or of the language; the limit also bounds the work.
MOST_HOLDERS = 100
# Who lends knows the day of publication to a week. Wording in use for longer than a month is of no day at all.
WEEK_DAYS, LONGEST_USE_DAYS = 7, 31
# Two passages at least: one sentence is quoted for years. And either both are quotations, as in two reports of the
# same speech, or they make a third of the story, as in a reprint: a little background is pasted into every story.
# What was in use for long is no part of the story.
_FEWEST_PASSAGES = 2
_SHARE_OF_STORY = 1 / 3


def needs_date(own: OwnDate) -> bool:
    """Is its day not known to a week by its own text? What the operator gave, always stated, is left as it is."""
    return own.basis is not Basis.STATED and not _knows_its_week(own)


def find_loans(
    asked: Iterable[str],
    articles: Mapping[str, OwnDate],
    shared: Iterable[SharedWords],
    worn: Iterable[SharedWords] = (),
) -> Mapping[str, Loan]:
    """What articles that need a date are lent by those that share their wording.

    Only what their own texts say plays a part, so that what was lent never lends, and order none.

    Args:
        asked: The articles to look at, by id.
        articles: These, and all that share wording with them.
        shared: For every fingerprint of those asked that at most MOST_HOLDERS articles have, all of these articles.
        worn: Fingerprints of those asked that are left out of `shared`, since it is known that they were in use for
            longer than LONGEST_USE_DAYS, whichever article is left out.

    Returns:
        The loan of each article asked, by id, maybe of no lenders.
    """
    by_article: dict[str, list[SharedWords]] = defaultdict(list)
    holders: dict[str, list[OwnDate]] = defaultdict(list)
    for words in sorted(shared, key=lambda words: (words.article_id, words.fingerprint)):
        by_article[words.article_id].append(words)
        holders[words.fingerprint].append(articles[words.article_id])
    worn_by: dict[str, list[SharedWords]] = defaultdict(list)
    for words in worn:
        worn_by[words.article_id].append(words)
    return {
        key: _loan(articles[key], by_article[key], holders, worn_by[key]) if needs_date(articles[key]) else NO_LOAN
        for key in asked
    }


def _loan(
    borrower: OwnDate,
    words: Sequence[SharedWords],
    holders: Mapping[str, Sequence[OwnDate]],
    known_worn: Iterable[SharedWords],
) -> Loan:
    others = {one: [o for o in holders[one.fingerprint] if o.article_id != borrower.article_id] for one in words}
    worn = {one.passage: one.words for one in known_worn}
    worn |= {one.passage: one.words for one in words if _lie_far_apart([other.date for other in others[one]])}
    shared_with: dict[OwnDate, list[SharedWords]] = defaultdict(list)
    for one in words:
        if one.passage not in worn:
            for lender in filter(_knows_its_week, others[one]):
                shared_with[lender].append(one)
    story = borrower.words - sum(worn.values())
    return Loan(
        tuple(
            Lender(one.article_id, one.title, one.publisher, one.date, tuple(each.fingerprint for each in shared))
            for one, shared in sorted(shared_with.items(), key=lambda item: item[0].article_id)
            if _is_enough(shared, story)
        )
    )


def _lie_far_apart(dates: Collection[EdtfDate]) -> bool:
    firsts = [when.earliest for when in dates if when.earliest]
    lasts = [when.latest for when in dates if when.latest]
    return bool(firsts and lasts) and (max(firsts) - min(lasts)).days > LONGEST_USE_DAYS


def _knows_its_week(own: OwnDate) -> bool:
    earliest, latest = own.date.bounds
    return earliest is not None and latest is not None and (latest - earliest).days < WEEK_DAYS


def _is_enough(shared: Collection[SharedWords], words_of_story: int) -> bool:
    """Is it more than two texts on one subject share by chance, by habit, or for quoting an old speech?"""
    passages = {words.passage: words for words in shared}.values()
    quotations = sum(words.is_quoted for words in passages)
    is_large = sum(words.words for words in passages) >= _SHARE_OF_STORY * words_of_story
    return len(passages) >= _FEWEST_PASSAGES and (is_large or quotations >= _FEWEST_PASSAGES)
