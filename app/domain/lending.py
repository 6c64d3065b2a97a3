"""Wording that articles share, and the day of publication that one lends another for it."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.domain.article import Article, Basis, Publication, short_hash
from app.domain.edtf import EdtfDate
from app.domain.text import Stretch


@dataclass(frozen=True)
class Passage:
    """A sentence without its quotations, or what it quotes; two with the same fingerprint share a run of words."""

    span: Stretch  # of a sentence, the whole of it
    words: int
    is_quoted: bool
    fingerprints: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """What an article's story can be recognised by in another article."""

    words: int = 0  # of the whole story, short sentences too
    passages: tuple[Passage, ...] = ()


class SharedWords(NamedTuple):
    """A fingerprint that several articles have, as it stands in one of them."""

    fingerprint: str
    article_id: str
    passage: int  # number of the passage in its article, from 0
    words: int  # of that passage
    is_quoted: bool


class OwnDate(NamedTuple):
    """An article as the second pass sees it: what its own text says of its day, and what it was lent so far."""

    article_id: str
    title: str | None
    publisher: str | None
    date: EdtfDate
    basis: Basis
    words: int
    loan_key: str = ""


@dataclass(frozen=True)
class Lender:
    """An article dated by its own text, and the fingerprints that the borrower shares with it."""

    article_id: str
    title: str | None
    publisher: str | None
    date: EdtfDate
    fingerprints: tuple[str, ...]


@dataclass(frozen=True)
class Loan:
    """All that other articles lend one article, the lenders by id; without lenders, nothing."""

    lenders: tuple[Lender, ...] = ()

    @cached_property
    def key(self) -> str:
        """Equal for equal loans and for no others; empty for none."""
        told = [(one.article_id, one.title, one.publisher, one.date.text, one.fingerprints) for one in self.lenders]
        return short_hash(repr(told)) if told else ""


NO_LOAN = Loan()


@dataclass(frozen=True)
class DatedArticle:
    """An article with its day of publication, and with what the second pass needs to know of it."""

    article: Article
    publication: Publication  # as it is shown, with what was lent
    own: Publication  # by its own text alone: this it may lend
    wording: Wording
    loan: Loan
