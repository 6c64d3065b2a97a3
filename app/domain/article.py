"""What was read, and the article that was found in it."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.domain.edtf import UNKNOWN_DATE, EdtfDate
from app.domain.text import Stretch


def short_hash(text: str) -> str:
    """Sixteen hexadecimal digits of a SHA-256: 64 bits keep a billion ids apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class KnownMetadata:
    """What the operator knows of a page and its text may not say; None where nothing is known."""

    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # EDTF
    title: str | None = None


@dataclass(frozen=True)
class RawPage:
    """A page as it was read. `text` is the file's bytes decoded, nothing removed."""

    file: str  # base name, never a path
    text: str
    encoding: str = "utf-8"
    known: KnownMetadata = field(default_factory=KnownMetadata)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the kept text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def article_id(self) -> str:
        """The article's id: its text, and nothing else, makes it."""
        return "a" + self.sha256[:16]


class ParagraphKind(StrEnum):
    """Part of the story, or part of the page around it."""

    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True)
class Paragraph:
    """A numbered piece of the article; numbers count from 1, furniture too."""

    number: int
    span: Stretch
    kind: ParagraphKind
    reason: str | None = None  # why it is furniture


@dataclass(frozen=True)
class Sentence:
    """A sentence of a body paragraph."""

    paragraph: int
    span: Stretch


@dataclass(frozen=True)
class Article:
    """A page with its parts. Furniture has no sentences, so no later stage can take an event from it."""

    page: RawPage
    title: str | None
    title_span: Stretch | None
    publisher: str | None
    url: str | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    house: str | None = None  # the family of its publisher: those of one house are one witness

    @property
    def id(self) -> str:
        """The article's id."""
        return self.page.article_id

    @property
    def text(self) -> str:
        """The kept text."""
        return self.page.text


class Basis(StrEnum):
    """What a publication date rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    LENT = "lent"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Clue:
    """One thing that speaks for or against a day of publication; `span` is None where no words stand in the text."""

    text: str
    span: Stretch | None
    says: str  # one sentence for the reader
    is_used: bool  # False: seen, and set aside for the reason that `says` gives
    lender_id: str | None = None  # the article that lent it, if one did


@dataclass(frozen=True)
class Publication:
    """When an article was published, as far as can be known, and why."""

    date: EdtfDate = UNKNOWN_DATE
    basis: Basis = Basis.UNKNOWN
    clues: tuple[Clue, ...] = ()
    written: EdtfDate = (
        UNKNOWN_DATE  # from when its words "today" and "Monday" are seen: the dateline, or the date itself
    )
