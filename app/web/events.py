"""One event with its evidence: a page by its link, and a part of the timeline for htmx."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from app.queries.event import MovedTo, RetiredTo, find_event
from app.web.dependencies import FilterDep, SessionDep
from app.web.htmx import lead_to, wanted_part
from app.web.render import render
from app.web.timeline import timeline_context

router = APIRouter(include_in_schema=False)

_MOVED_FOR_GOOD = 308
_SEE_OTHER = 303


@router.get("/events/{event_id}", response_class=HTMLResponse)
def event(request: Request, session: SessionDep, wanted: FilterDep, event_id: str) -> Response:
    """The evidence of an event, the timeline beside it; or the way to where the event is told now."""
    found = find_event(session, event_id, wanted)
    if isinstance(found, MovedTo):
        return lead_to(request, wanted.href(f"/events/{found.event_id}"), _MOVED_FOR_GOOD)
    if isinstance(found, RetiredTo):
        return lead_to(request, f"/articles/{found.article_id}#p{found.paragraph}", _SEE_OTHER)
    if wanted_part(request) == "evidence":
        return render(request, "event/_evidence.html", evidence=found, wanted=wanted)
    return render(request, "event/page.html", evidence=found, **timeline_context(session, wanted))
