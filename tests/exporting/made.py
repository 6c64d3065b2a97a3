"""Events with their evidence made by hand, as small as a test needs them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis.strategies import characters, text

from app.domain.edtf import edtf
from app.domain.timeline_filter import TimelineFilter
from app.exporting.view import View
from app.queries.lines import EventLine
from app.queries.quotes import EvidenceQuote
from app.queries.sources import Source, SourceEvidence
from app.queries.told import ToldEvent

HERE = View(TimelineFilter())
THERE = View(TimelineFilter(), "https://tumen.example")

# Whatever an article may hold, and what other formats would take for their own.
HOSTILE = text(characters(exclude_categories=["Cs"])) | text(
    "<>&\"'\\{}$#%_~^;:,=+-@\r\n\t\0\x0b\x1f\x85\u2028\ufeff\uffff북Пa "
)


def told(
    title: str = "A letter", date: str = "2022-08-15", quote: str = "Putin wrote to Kim.", **line: object
) -> ToldEvent:
    """An event with one quote."""
    made = EventLine(
        id="e0123456789abcdef",
        date=edtf(date),
        title=title,
        topic="letters",
        status="asserted",
        status_reason=None,
        actors=("Putin", "Kim"),
        places=("Pyongyang",),
        publishers=("The Harbour Post",),
        articles=1,
        origins=1,
    )
    line_made = replace(made, **line)  # type: ignore[arg-type] # any field of a line
    return ToldEvent(line_made, (SourceEvidence(**vars(source()), quotes=(quoted(quote, date),)),))


def source(**changes: object) -> Source:
    """An article of a day."""
    made = Source(
        article_id="a0123456789abcdef",
        title="Grain ships return",
        publisher="The Harbour Post",
        file="harbour.txt",
        url="https://harbour.example/grain?page=1",
        published=edtf("2022-08-16"),
        basis="stated",
    )
    return replace(made, **changes)  # type: ignore[arg-type] # any field of a source


def quoted(words: str, date: str = "2022-08-15", *, is_intact: bool = True) -> EvidenceQuote:
    """A quote at the beginning of that article."""
    return EvidenceQuote(
        id="e0123456789abcdef",
        event_id="e0123456789abcdef",
        article_id="a0123456789abcdef",
        paragraph=4,
        start=0,
        end=len(words),
        text=words,
        is_intact=is_intact,
        date=edtf(date),
        date_words=None,
        reasoning="Written out.",
        status="asserted",
        status_reason=None,
        speaker="the ministry",
    )


def endless() -> Iterator[ToldEvent]:
    """Events without end: what is not streamed never answers."""
    return (told(f"Letter {number}") for number in count())
