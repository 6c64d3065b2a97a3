"""The shapes of format tumen/1, as JSON exports and the API give them (DESIGN.md section 4)."""

from datetime import date
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.domain.edtf import EdtfDate

IsoDay = Annotated[str | None, Field(description="ISO day; null where open", examples=["2022-08-15"])]
Edtf = Annotated[str, Field(description="EDTF (ISO 8601-2); empty when unknown", examples=["2022-08"])]
Position = Annotated[int, Field(description="Unicode characters into the kept text")]


class DateRecord(TypedDict):
    """A date at the precision that the sources support, and its bounds."""

    edtf: Edtf
    earliest: IsoDay
    latest: IsoDay
    precision: str


class DateWordsRecord(TypedDict):
    """The words that a date was read from."""

    text: str
    start: Position
    end: Position


class QuoteRecord(TypedDict):
    """A verbatim quote: the article's kept text from `start` to `end`, half-open."""

    id: str
    article_id: str
    paragraph: Annotated[int, Field(description="number of the paragraph, from 1")]
    start: Position
    end: Position
    text: str
    date: DateRecord
    date_words: Annotated[DateWordsRecord | None, Field(description="null where no words stand in this article")]
    reasoning: str
    status: str
    speaker: str | None


class EventRecord(TypedDict):
    """An entry of the timeline with all its quotes."""

    id: str
    date: DateRecord
    title: str
    topic: str
    status: str
    actors: list[str]
    places: list[str]
    articles: int
    origins: Annotated[int, Field(description="independent witnesses; reprints count once")]
    quotes: list[QuoteRecord]


class ClueRecord(TypedDict):
    """A clue to the day of publication; `start` and `end` are null where no words stand in this article."""

    text: str
    start: Position | None
    end: Position | None
    says: str


class PublishedRecord(TypedDict):
    """When an article was published, as far as can be known, and why."""

    edtf: Edtf
    earliest: IsoDay
    latest: IsoDay
    basis: Annotated[str, Field(description="stated, inferred, lent or unknown")]
    clues: list[ClueRecord]


class ArticleRecord(TypedDict):
    """An article, without its text."""

    id: str
    file: str
    sha256: Annotated[str, Field(description="of the kept text in UTF-8")]
    title: str | None
    publisher: str | None
    url: str | None
    published: PublishedRecord


def date_record(when: EdtfDate) -> DateRecord:
    """A date as JSON gives it."""
    earliest, latest = date_bounds(when)
    return {"edtf": when.text, "earliest": earliest, "latest": latest, "precision": when.precision.value}


def date_bounds(when: EdtfDate) -> tuple[str | None, str | None]:
    """First and last day as ISO; None where open."""
    return _iso(when.earliest), _iso(when.latest)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
