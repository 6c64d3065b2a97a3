"""All values of a facet that is too long to stand beside a list: on a page of their own, or fetched into place."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.domain.article_filter import ArticleFilter
from app.domain.coverage_filter import CoverageFilter
from app.domain.question import Question
from app.domain.timeline_filter import ListFilter, TimelineFilter
from app.errors import NotFound
from app.queries import article_list
from app.queries.facets import OPEN_FACETS, Facet, open_facet
from app.web.dependencies import SessionDep
from app.web.htmx import wanted_part
from app.web.render import render

router = APIRouter(include_in_schema=False)

MOST_SHOWN = 500  # values; who seeks among more of them types a part of the name
MOST_IN_PLACE = 60  # beside a list

_ALSO = ("find",)  # the one key of these pages that is no filter
Find = Annotated[str, Query(max_length=500)]


@router.get("/facets/{key}", response_class=HTMLResponse)
def timeline_facet(request: Request, session: SessionDep, key: str, find: Find = "") -> HTMLResponse:
    """The values of a facet of the timeline that hold what is sought, each a link to the timeline with it."""
    return _event_facet(request, session, key, find, ListFilter)


@router.get("/coverage/facets/{key}", response_class=HTMLResponse)
def coverage_facet(request: Request, session: SessionDep, key: str, find: Find = "") -> HTMLResponse:
    """The same of the coverage."""
    return _event_facet(request, session, key, find, CoverageFilter)


@router.get("/articles/facets/{key}", response_class=HTMLResponse)
def articles_facet(request: Request, session: SessionDep, key: str, find: Find = "") -> HTMLResponse:
    """The same of the list of articles."""
    _check_key(key, article_list.OPEN_FACETS)
    wanted = ArticleFilter.read(request.query_params.multi_items(), also=_ALSO)
    return _answer(request, wanted, article_list.article_facet(session, wanted, key), find)


def _event_facet(
    request: Request, session: SessionDep, key: str, find: str, asked: type[TimelineFilter]
) -> HTMLResponse:
    _check_key(key, OPEN_FACETS)
    wanted = asked.read(request.query_params.multi_items(), also=_ALSO)
    return _answer(request, wanted, open_facet(session, wanted, key, with_silent=True), find)


def _check_key(key: str, known: tuple[str, ...]) -> None:
    if key not in known:
        raise NotFound(f"there is no facet {key!r} with a page of its own; there are {', '.join(known)}")


def _answer(request: Request, wanted: Question, facet: Facet, find: str) -> HTMLResponse:
    found = sorted(facet.holding(find).values, key=lambda one: one.state == "off")  # first what is asked for
    is_in_place = wanted_part(request) == f"values-{facet.key}"
    return render(
        request,
        "facets/_values.html" if is_in_place else "facets/page.html",
        wanted=wanted,
        key=facet.key,
        find=find,
        count=len(found),
        values=found[: MOST_IN_PLACE if is_in_place else MOST_SHOWN],
    )
