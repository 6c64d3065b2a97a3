"""The tables. Days are days, times are UTC, positions are characters in `article.text`, dates are EDTF with bounds."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from app.domain.article import Basis


class DatedColumns(SQLModel):
    """An EDTF date with what queries need of it; open sides are null."""

    edtf: str
    earliest: date | None
    latest: date | None
    precision: str


class ArticleTable(DatedColumns, table=True):
    """An article, its kept text, and (edtf, earliest, latest, precision) its day of publication."""

    __tablename__ = "article"
    # All by which their list is sorted and counted, without passing by their texts.
    __table_args__ = (Index("ix_article_list", "earliest", "latest", "basis", "id"),)

    id: str = Field(primary_key=True)
    file: str = Field(index=True, description="first base name in order of letters")
    sha256: str = Field(unique=True)
    text: str
    encoding: str
    title: str | None
    publisher: str | None = Field(index=True)
    url: str | None
    basis: str
    rules: str = Field(description="version of the rules that made this row")
    own_edtf: str = Field(default="", description="day of publication by its own text alone, without what was lent")
    own_basis: str = Field(default=Basis.UNKNOWN.value)
    words: int = Field(default=0, description="of the story")
    loan_key: str = Field(default="", description="what it was lent when this row was made; empty for nothing")
    house: str | None = Field(default=None, description="family of its publisher: those of one are one witness")


class ArticleNameTable(SQLModel, table=True):
    """Every base name under which the text was handed in, with what was known of it under that name."""

    __tablename__ = "article_name"

    article_id: str = Field(primary_key=True, foreign_key="article.id", ondelete="CASCADE")
    name: str = Field(primary_key=True)
    encoding: str
    known_url: str | None
    known_publisher: str | None
    known_published: str | None
    known_title: str | None


class ParagraphTable(SQLModel, table=True):
    """A numbered piece of an article."""

    __tablename__ = "paragraph"

    article_id: str = Field(primary_key=True, foreign_key="article.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    start: int
    end: int
    kind: str
    reason: str | None


class ClueTable(SQLModel, table=True):
    """A clue to the day of publication; start and end are null where no words stand in the text."""

    __tablename__ = "clue"

    article_id: str = Field(primary_key=True, foreign_key="article.id", ondelete="CASCADE")
    position: int = Field(primary_key=True, description="order in which it is shown, from 0")
    text: str
    start: int | None
    end: int | None
    says: str
    is_used: bool
    lender_id: str | None = Field(default=None, index=True, foreign_key="article.id")


class PassedOverTable(SQLModel, table=True):
    """A sentence, or a paragraph that is no story, that names a date or a trigger and gave no event, and why."""

    __tablename__ = "passed_over"

    article_id: str = Field(primary_key=True, foreign_key="article.id", ondelete="CASCADE")
    position: int = Field(primary_key=True, description="order in the text, from 0")
    paragraph: int
    start: int
    end: int
    reason: str


class WordingTable(SQLModel, table=True):
    """A fingerprint of an article's wording, and the passage that it is of; looked up to find the same words again."""

    __tablename__ = "wording"
    # The key is all that is ever looked up: kept as the table itself, it is not stored twice.
    __table_args__ = {"sqlite_with_rowid": False}

    fingerprint: str = Field(primary_key=True)
    article_id: str = Field(primary_key=True, index=True, foreign_key="article.id", ondelete="CASCADE")
    passage: int = Field(description="number of the passage in its article, from 0")
    words: int = Field(description="of the passage")
    is_quoted: bool
    # Days by the article's own text, as ordinals: whether wording was in use for long is told without reading articles.
    first_day: int | None = None
    last_day: int | None = None


class EventTable(DatedColumns, table=True):
    """An entry of the timeline."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_order", "first_sort", "last_sort", "id"),
        Index("ix_event_span", "earliest", "latest", "precision"),  # all that the chart counts, without the rows
    )

    id: str = Field(primary_key=True)
    title: str
    topic: str = Field(index=True)
    status: str = Field(index=True)
    status_reason: str | None
    articles: int
    origins: int
    # Order of the timeline: earliest day, else latest, else the end of days; then latest, else the end of days.
    first_sort: date
    last_sort: date


class EventActorTable(SQLModel, table=True):
    """An actor of an event, in the order in which they are shown."""

    __tablename__ = "event_actor"

    event_id: str = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    name: str = Field(primary_key=True, index=True)
    position: int


class EventPlaceTable(SQLModel, table=True):
    """A place of an event, in the order in which they are shown."""

    __tablename__ = "event_place"

    event_id: str = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    name: str = Field(primary_key=True, index=True)
    position: int


class MentionTable(DatedColumns, table=True):
    """A mention with its quote: what EXTRACT found, kept whole so that LINK can be run again."""

    __tablename__ = "mention"

    id: str = Field(primary_key=True)
    event_id: str = Field(index=True, foreign_key="event.id", ondelete="CASCADE")
    article_id: str = Field(index=True, foreign_key="article.id", ondelete="CASCADE")
    paragraph: int
    start: int
    end: int
    quote: str = Field(description="text[start:end] when it was made; `verify` compares")
    trigger_start: int
    trigger_end: int
    kind: str
    topic: str
    status: str
    status_reason: str | None
    speaker: str | None
    date_start: int | None
    date_end: int | None
    reasoning: str
    actors: list[str] = Field(sa_column=Column(JSON, nullable=False))
    places: list[str] = Field(sa_column=Column(JSON, nullable=False))
    headline: str
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    fingerprints: list[str] = Field(sa_column=Column(JSON, nullable=False))
    is_background: bool
    position: int = Field(description="order of the quote within its event, from 0")


class LinkColumns(SQLModel):
    """What LINK compares tellings and happenings by; days are ordinals, names are in order, a line each."""

    block: str
    tier: int
    first_day: int | None
    last_day: int | None
    families: str
    sides: str
    people: str
    places: str
    words: str
    voices: str
    calendar: str = Field(index=True, description="month, or month and day, of any year: 09, 09-13; mostly empty")


class TraceTable(LinkColumns, table=True):
    """What LINK goes by of a telling: slim, and found by its keys, so that a change reads only what it can reach."""

    __tablename__ = "trace"
    __table_args__ = (Index("ix_trace_days", "block", "tier", "first_day"),)

    mention_id: str = Field(primary_key=True, description="of the mention that leads it")
    also: str = Field(description="the ids of the others, a line each")
    article_id: str = Field(index=True, foreign_key="article.id", ondelete="CASCADE")
    cell: str = Field(index=True)
    stance: int
    is_definite: bool
    is_head: bool
    happening_id: str = Field(index=True)


class HappeningTable(LinkColumns, table=True):
    """What the tellings that founded a happening say of it together; an entry of the timeline holds one or two."""

    __tablename__ = "happening"
    __table_args__ = (Index("ix_happening_days", "block", "first_day"),)

    id: str = Field(primary_key=True)
    stances: str
    weight: int
    answers: str = Field(index=True, description="a denial: the happening that it denies")


class EventConflictTable(SQLModel, table=True):
    """One version of what the sources of an event tell differently, by the mention that tells it."""

    __tablename__ = "event_conflict"

    event_id: str = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    about: str = Field(primary_key=True, description="date, number or first")
    mention_id: str = Field(primary_key=True)
    value: str


class RetiredMentionTable(SQLModel, table=True):
    """A mention that newer rules no longer make; its link leads to the paragraph."""

    __tablename__ = "retired_mention"

    id: str = Field(primary_key=True)
    article_id: str = Field(index=True, foreign_key="article.id", ondelete="CASCADE")
    paragraph: int


class FoundTable(SQLModel, table=True):
    """When a mention first came into this database: for feeds only, for it tells of runs and not of articles."""

    __tablename__ = "found"

    mention_id: str = Field(primary_key=True)
    article_id: str = Field(index=True, foreign_key="article.id", ondelete="CASCADE")
    at: datetime | None = Field(description="UTC; null where it came before this was kept")


class AboutTable(SQLModel, table=True):
    """One fact a row about the database itself, such as its subject."""

    __tablename__ = "about"

    name: str = Field(primary_key=True)
    value: str
