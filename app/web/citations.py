"""Citations of an event's quotes, and the kept text in which their positions count."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.domain.timeline_filter import TimelineFilter
from app.errors import NotFound
from app.exporting.bibliography import CITATION_FILES, cite_quotes
from app.exporting.view import View
from app.queries.event import MovedTo, RetiredTo, find_event
from app.queries.sources import kept_text
from app.queries.told import ToldEvent
from app.web.dependencies import SessionDep
from app.web.exports import content_type

router = APIRouter(tags=["citations"])

_MOVED_FOR_GOOD = 308
_SEE_OTHER = 303
_FILES = {kind: {"schema": {"type": "string"}} for kind, _ in CITATION_FILES.values()}


@router.get(
    "/events/{event_id}/citation.{ending}",
    response_class=Response,
    responses={200: {"content": _FILES, "description": "A citation for each quote of the event, or for one."}},
)
def citation(
    request: Request,
    session: SessionDep,
    event_id: str,
    ending: Literal["txt", "bib", "json"],
    quote: Annotated[str | None, Query(description="Id of one of its quotes; without it, all of them.")] = None,
) -> Response:
    """The quotes of an event, each with its article, as plain text, BibTeX or CSL-JSON."""
    found = find_event(session, event_id)
    if isinstance(found, MovedTo):
        asked = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/events/{found.event_id}/citation.{ending}{asked}", _MOVED_FOR_GOOD)
    if isinstance(found, RetiredTo):
        return RedirectResponse(f"/articles/{found.article_id}#p{found.paragraph}", _SEE_OTHER)
    view = View(TimelineFilter(), request.app.state.settings.base_url)
    cited = [one for one in cite_quotes(view, ToldEvent(found.line, found.sources)) if quote in (None, one.key)]
    if not cited:
        raise NotFound(f"the event {event_id!r} has no quote with the id {quote!r}; look for it on its page")
    media_type, write = CITATION_FILES[ending]
    return Response(write(cited), headers={"Content-Type": content_type(media_type), "Cache-Control": "no-cache"})


@router.get(
    "/articles/{article_id}/text",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "The kept text."}},
)
def text(session: SessionDep, article_id: str) -> Response:
    """The kept text of an article, unchanged: positions of quotes count its characters, its SHA-256 is its hash."""
    headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache"}
    return Response(kept_text(session, article_id).encode(), headers=headers)
