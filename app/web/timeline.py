"""The timeline: a chart over filters and a list of events, with room for the evidence of one."""

from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.domain.timeline_filter import ListFilter, TimelineFilter
from app.queries.facets import timeline_facets
from app.queries.overview import event_spans
from app.queries.timeline import EVENTS_PER_PAGE, EventLine, count_events, count_skipped, events_on_timeline
from app.web.dates import by_year_and_month
from app.web.dependencies import ListFilterDep, SessionDep, WordsDep
from app.web.excerpts import excerpts
from app.web.htmx import wanted_part
from app.web.loosening import looser_filters
from app.web.overview import overview_of
from app.web.render import render
from app.web.words import Words

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Pages:
    """Where a page of the list stands among the others."""

    number: int
    last: int

    @property
    def previous(self) -> int | None:
        """The page before."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page after."""
        return self.number + 1 if self.number < self.last else None


@dataclass(frozen=True)
class Stretch:
    """Which part of the list a page shows, counted from 1, and the ways on."""

    first: int
    last: int
    previous: str  # an address; empty on the first page
    next: str  # an address that stays where it is while events are added before it; empty at the end


@router.get("/", response_class=HTMLResponse)
def timeline(request: Request, session: SessionDep, wanted: ListFilterDep, words: WordsDep) -> HTMLResponse:
    """The timeline, or only its moving part, or more of its list, when htmx asks for that."""
    if wanted_part(request) == "more":
        return render(request, "timeline/_list.html", evidence=None, **list_context(session, wanted, words))
    part = "_moved.html" if wanted_part(request) == "workplace" else "page.html"
    return render(request, f"timeline/{part}", evidence=None, **timeline_context(session, wanted, words))


def timeline_context(session: Session, wanted: ListFilter, words: Words) -> dict[str, Any]:
    """What templates/timeline/_workplace.html needs, but for the evidence."""
    listed = list_context(session, wanted, words)
    count = listed["count"]
    return {
        **listed,
        "total": count_events(session, TimelineFilter()) if wanted.is_narrowed else count,
        "facets": timeline_facets(session, wanted, with_silent=True),
        "overview": overview_of(event_spans(session, wanted), wanted, words),
        "looser": () if count else looser_filters(wanted, partial(count_events, session)),
    }


def list_context(session: Session, wanted: ListFilter, words: Words) -> dict[str, Any]:
    """What templates/timeline/_list.html needs, but for the evidence."""
    count, events = count_events(session, wanted), events_on_timeline(session, wanted)
    return {
        "wanted": wanted,
        "count": count,
        "years": by_year_and_month(events, words),
        "excerpts": {} if wanted.is_compact else excerpts(session, events, wanted),
        "pages": Pages(wanted.page, max(1, ceil(count / EVENTS_PER_PAGE))),
        "stretch": _stretch(wanted, count, count_skipped(session, wanted), events),
    }


def _stretch(wanted: ListFilter, count: int, skipped: int, events: list[EventLine]) -> Stretch:
    last = skipped + len(events)
    return Stretch(
        first=skipped + 1,
        last=last,
        previous=wanted.with_page(wanted.page - 1).href() if wanted.page > 1 else "",
        next=wanted.going_on(wanted.page + 1, events[-1].id).href() if events and last < count else "",
    )
