"""Decides what the pages of a batch are to the database: new, updated or unchanged, and what must be extracted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.article import RawPage
from app.storage.names import KeptArticle, Name, with_page


class Outcome(StrEnum):
    """What a page was to the database."""

    NEW = "new"
    UPDATED = "updated"  # another name, other metadata, or newer rules
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Intake:
    """What a batch asks for."""

    outcomes: tuple[Outcome, ...]  # one for each page
    names: Mapping[str, tuple[Name, ...]]  # of every article of the batch, by its id
    to_extract: tuple[RawPage, ...]  # one for each article that is new or to be made anew


def take_in(pages: Iterable[RawPage], kept: Mapping[str, KeptArticle], rules: str) -> Intake:
    """Compare pages with what is kept.

    Args:
        pages: A batch; the same text may stand in it more than once.
        kept: Those of its articles that the database has, by id.
        rules: Version of the rules of today.
    """
    now, texts, outcomes = dict(kept), {}, []
    for page in pages:
        before = now.get(page.article_id)
        after = KeptArticle(with_page(before.names if before else (), page), rules)
        outcomes.append(_outcome(before, after))
        now[page.article_id] = after
        texts[page.article_id] = page.text
    anew = [key for key in texts if _is_to_be_made_anew(kept.get(key), now[key])]
    names = {key: now[key].names for key in texts}
    return Intake(tuple(outcomes), names, tuple(_whole_page(texts[key], now[key]) for key in anew))


def _outcome(before: KeptArticle | None, after: KeptArticle) -> Outcome:
    if before is None:
        return Outcome.NEW
    return Outcome.UNCHANGED if before == after else Outcome.UPDATED


def _is_to_be_made_anew(before: KeptArticle | None, after: KeptArticle) -> bool:
    # A name alone changes nothing that is read from the text.
    return before is None or (before.known, before.rules) != (after.known, after.rules)


def _whole_page(text: str, article: KeptArticle) -> RawPage:
    first = article.names[0]
    return RawPage(first.file, text, first.encoding, article.known)
