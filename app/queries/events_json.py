"""Events with their quotes in the shape of format tumen/1."""

from sqlmodel import Session

from app.queries.lines import EventLine
from app.queries.quotes import EvidenceQuote, quotes_of
from app.queries.records import EventRecord, QuoteRecord, date_record


def event_records(session: Session, lines: list[EventLine]) -> list[EventRecord]:
    """Events in the order given (at most some hundreds), each with all its quotes."""
    quotes = quotes_of(session, [line.id for line in lines])
    return [_record(line, quotes.get(line.id, [])) for line in lines]


def _record(line: EventLine, quotes: list[EvidenceQuote]) -> EventRecord:
    return {
        "id": line.id,
        "date": date_record(line.date),
        "title": line.title,
        "topic": line.topic,
        "status": line.status,
        "actors": list(line.actors),
        "places": list(line.places),
        "articles": line.articles,
        "origins": line.origins,
        "quotes": [_quote(quote) for quote in quotes],
    }


def _quote(quote: EvidenceQuote) -> QuoteRecord:
    words = quote.date_words
    return {
        "id": quote.id,
        "article_id": quote.article_id,
        "paragraph": quote.paragraph,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "date": date_record(quote.date),
        "date_words": {"text": words.text, "start": words.start, "end": words.end} if words else None,
        "reasoning": quote.reasoning,
        "status": quote.status,
        "speaker": quote.speaker,
    }
