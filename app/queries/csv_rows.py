"""Events and quotes as rows of cells, in the columns of DESIGN.md section 4."""

from collections.abc import Iterator

from sqlmodel import Session, col, select, true

from app.queries.lines import EventLine
from app.queries.records import date_bounds
from app.storage.tables import ArticleTable, MentionTable

COLUMNS = (
    "id", "date", "earliest", "latest", "precision", "title", "topic", "status", "actors", "places", "articles",
    "origins", "publishers", "quote", "quote_publisher", "quote_published", "quote_paragraph", "source_url", "link",
)  # fmt: skip
BETWEEN = "; "
Cells = tuple[str, ...]


def csv_rows(session: Session, lines: list[EventLine], *, base_url: str, first_only: bool) -> Iterator[Cells]:
    """The rows of some events (at most some hundreds), in the order given: one an event, or one a quote."""
    quotes = _quote_cells(session, [line.id for line in lines], first_only=first_only)
    for line in lines:
        event = _event_cells(line)
        yield from ((*event, *quote, f"{base_url}/events/{line.id}") for quote in quotes[line.id])


def _quote_cells(session: Session, ids: list[str], *, first_only: bool) -> dict[str, list[Cells]]:
    """The quotes of each event as they are shown, or only the first; by column, for whole rows take twice as long."""
    told, article = MentionTable, ArticleTable
    rows = (
        select(col(told.event_id), col(told.quote), col(article.publisher), col(article.edtf))
        .add_columns(col(told.paragraph), col(article.url))
        .join(article, col(article.id) == told.article_id)
        .where(col(told.event_id).in_(ids), col(told.position) == 0 if first_only else true())
        .order_by(col(told.position), col(told.id))
    )
    quotes: dict[str, list[Cells]] = {event_id: [] for event_id in ids}
    for event_id, quote, publisher, published, paragraph, url in session.execute(rows):
        quotes[event_id].append((quote, publisher or "", published, str(paragraph), url or ""))
    return quotes


def _event_cells(line: EventLine) -> Cells:
    earliest, latest = date_bounds(line.date)
    return (
        line.id,
        line.date.text,
        earliest or "",
        latest or "",
        line.date.precision.value,
        line.title,
        line.topic,
        line.status,
        BETWEEN.join(line.actors),
        BETWEEN.join(line.places),
        str(line.articles),
        str(line.origins),
        BETWEEN.join(line.publishers),
    )
