"""All values of a facet on a page of their own, for those that are too long to stand beside a list."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from app.domain.timeline_filter import TimelineFilter
from app.errors import NotFound
from app.queries.facets import OPEN_FACETS, open_facet
from app.web.dependencies import SessionDep, filter_besides
from app.web.render import render

router = APIRouter(include_in_schema=False)

MOST_SHOWN = 500  # values; who seeks among more of them types a part of the name


@router.get("/facets/{key}", response_class=HTMLResponse)
def facet(
    request: Request,
    session: SessionDep,
    key: str,
    wanted: Annotated[TimelineFilter, Depends(filter_besides("find"))],
    find: Annotated[str, Query(max_length=500)] = "",
) -> HTMLResponse:
    """The values of an open facet that hold what is sought, each a link to the timeline with it."""
    if key not in OPEN_FACETS:
        raise NotFound(f"there is no facet {key!r}; there are {', '.join(OPEN_FACETS)}")
    values = open_facet(session, wanted, key, holding=find).values
    return render(
        request, "facets/page.html", wanted=wanted, key=key, find=find, count=len(values), values=values[:MOST_SHOWN]
    )
