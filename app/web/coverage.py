"""The coverage: who reported what, and who did not."""

from functools import partial
from math import ceil
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.domain.coverage_filter import CoverageFilter
from app.domain.timeline_filter import TimelineFilter
from app.queries.coverage import COLUMNS_PER_PAGE, ROWS_PER_PAGE, UNNAMED, coverage_columns, coverage_rows
from app.queries.facets import timeline_facets
from app.queries.overview import event_spans
from app.queries.timeline import count_events
from app.web.dependencies import SessionDep, WordsDep
from app.web.htmx import wanted_part
from app.web.loosening import looser_filters
from app.web.overview import overview_of
from app.web.render import render
from app.web.timeline import Pages
from app.web.words import Words

router = APIRouter(include_in_schema=False)


def read_coverage_filter(request: Request) -> CoverageFilter:
    """The question in the address."""
    return CoverageFilter.read(request.query_params.multi_items())


@router.get("/coverage", response_class=HTMLResponse)
def coverage(
    request: Request,
    session: SessionDep,
    wanted: Annotated[CoverageFilter, Depends(read_coverage_filter)],
    words: WordsDep,
) -> HTMLResponse:
    """The matrix, or only its moving part when htmx asks for that."""
    part = "_moved.html" if wanted_part(request) == "workplace" else "page.html"
    return render(request, f"coverage/{part}", **_context(session, wanted, words))


def _context(session: Session, wanted: CoverageFilter, words: Words) -> dict[str, Any]:
    count, columns = count_events(session, wanted), coverage_columns(session, wanted)
    first = (wanted.columns - 1) * COLUMNS_PER_PAGE
    return {
        "wanted": wanted,
        "count": count,
        "total": count_events(session, TimelineFilter()) if wanted.is_narrowed else count,
        "publishers": sum(column.name != UNNAMED for column in columns),
        "columns": columns[first : first + COLUMNS_PER_PAGE],
        "column_pages": Pages(wanted.columns, max(1, ceil(len(columns) / COLUMNS_PER_PAGE))),
        "rows": coverage_rows(session, wanted),
        "pages": Pages(wanted.page, max(1, ceil(count / ROWS_PER_PAGE))),
        "looser": () if count else looser_filters(wanted, partial(count_events, session)),
        "facets": timeline_facets(session, wanted, with_silent=True),
        "overview": overview_of(event_spans(session, wanted), wanted, words),
    }
