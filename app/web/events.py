"""One event with its evidence: a page by its link, and a part of the timeline for htmx."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.exporting.bibliography import cite_quotes
from app.exporting.citations import plain_text
from app.exporting.view import View
from app.queries.differences import differences_of
from app.queries.event import EventPage, MovedTo, RetiredTo, find_event
from app.queries.neighbours import neighbours_of
from app.queries.origins import evidence_by_origin
from app.queries.timeline import page_with
from app.queries.told import ToldEvent
from app.web.dependencies import ListFilterDep, SessionDep, words_of
from app.web.htmx import lead_to, wanted_part
from app.web.render import render
from app.web.timeline import timeline_context

router = APIRouter(include_in_schema=False)

_MOVED_FOR_GOOD = 308
_SEE_OTHER = 303


@router.get("/events/{event_id}", response_class=HTMLResponse)
def event(request: Request, session: SessionDep, wanted: ListFilterDep, event_id: str) -> Response:
    """The evidence of an event, the timeline beside it; or the way to where the event is told now."""
    found = find_event(session, event_id, wanted)
    if isinstance(found, MovedTo):
        return lead_to(request, wanted.href(f"/events/{found.event_id}"), _MOVED_FOR_GOOD)
    if isinstance(found, RetiredTo):
        return lead_to(request, f"/articles/{found.article_id}#p{found.paragraph}", _SEE_OTHER)
    if wanted.page == 1 and not wanted.one("after"):  # unless its link says where the list begins
        wanted = wanted.with_page(page_with(session, wanted, found.line.id))
    shown = _evidence_context(request, session, found)
    if wanted_part(request) == "evidence":
        return render(request, "event/_evidence.html", wanted=wanted, **shown)
    return render(request, "event/page.html", **shown, **timeline_context(session, wanted, words_of(request)))


def _evidence_context(request: Request, session: Session, found: EventPage) -> dict[str, Any]:
    """What templates/event/_sources.html needs, but for the filter."""
    site = request.app.state.settings.base_url or str(request.base_url).rstrip("/")
    view = View(TimelineFilter(), site)  # a citation is of use elsewhere only with the whole address
    return {
        "evidence": found,
        "origins": evidence_by_origin(session, found.line.id, found.sources),
        "differences": differences_of(found.line.date, found.sources, found.conflicts),
        "neighbours": neighbours_of(session, found),
        "citations": {one.key: plain_text(one) for one in cite_quotes(view, ToldEvent(found.line, found.sources))},
    }
