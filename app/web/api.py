"""The timeline for programs: the same filters and the same records as `/export.json`, page by page."""

from math import ceil
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from app.queries.article import ArticleParagraph, find_article
from app.queries.articles_json import ARTICLES_PER_PAGE, article_page, article_record, count_articles
from app.queries.event import MovedTo, RetiredTo, find_event
from app.queries.events_json import event_records
from app.queries.facets import Facet, YearCount, timeline_facets, years
from app.queries.records import ArticleRecord, EventRecord
from app.queries.timeline import EVENTS_PER_PAGE, count_events, events_on_timeline
from app.web.api_errors import ApiRoute, Trouble
from app.web.dependencies import FilterDep, SessionDep
from app.web.filter_parameters import filter_parameters

BAD_FILTER: dict[int | str, dict[str, Any]] = {
    422: {"model": Trouble, "description": "A filter is malformed or unknown."}
}
NO_SUCH_ID: dict[int | str, dict[str, Any]] = {404: {"model": Trouble, "description": "Nothing has this id."}}
MOVED: dict[int | str, dict[str, Any]] = {
    308: {"description": "The id is that of a mention that another event holds; `Location` is that event."},
    303: {"description": "Newer rules no longer make this mention; `Location` is its article."},
}

router = APIRouter(prefix="/api", tags=["api"], route_class=ApiRoute, responses=BAD_FILTER)


class EventsAnswer(BaseModel):
    """One page of the filtered timeline."""

    total: int = Field(description="events on all pages")
    page: int
    pages: int
    events: list[EventRecord]


class EventAnswer(BaseModel):
    """One event, and its neighbours in the filtered timeline."""

    event: EventRecord
    previous_id: str | None
    next_id: str | None


class ArticlesAnswer(BaseModel):
    """One page of articles, by id."""

    total: int = Field(description="articles on all pages")
    page: int
    pages: int
    articles: list[ArticleRecord]


class ArticleAnswer(BaseModel):
    """One article with its paragraphs and the quotes taken from them."""

    article: ArticleRecord
    encoding: str
    names: tuple[str, ...] = Field(description="every base name under which the text was handed in")
    paragraphs: tuple[ArticleParagraph, ...] = Field(description="furniture too; positions are in the kept text")


class FacetsAnswer(BaseModel):
    """What each further filter would leave."""

    total: int = Field(description="events that the filter leaves now")
    facets: tuple[Facet, ...] = Field(description="counts respect all other filters")
    years: tuple[YearCount, ...] = Field(
        description="events that lie certainly within a year; from, to and certainty are ignored"
    )


@router.get("/events", openapi_extra=filter_parameters())
def events(session: SessionDep, wanted: FilterDep) -> EventsAnswer:
    """One page of events in the order of the timeline, with all their quotes."""
    total = count_events(session, wanted)
    found = event_records(session, events_on_timeline(session, wanted))
    return EventsAnswer(total=total, page=wanted.page, pages=_pages(total, EVENTS_PER_PAGE), events=found)


@router.get(
    "/events/{event_id}",
    response_model=EventAnswer,
    responses={**NO_SUCH_ID, **MOVED},
    openapi_extra=filter_parameters(),
)
def event(session: SessionDep, wanted: FilterDep, event_id: str) -> EventAnswer | Response:
    """One event by the id of any of its mentions; the filters say where its neighbours are sought."""
    found = find_event(session, event_id, wanted)
    if isinstance(found, MovedTo):
        return RedirectResponse(wanted.href(f"/api/events/{found.event_id}"), 308)
    if isinstance(found, RetiredTo):
        return RedirectResponse(f"/api/articles/{found.article_id}", 303)
    record = event_records(session, [found.line])[0]
    return EventAnswer(event=record, previous_id=found.previous_id, next_id=found.next_id)


@router.get("/articles", openapi_extra=filter_parameters())
def articles(session: SessionDep, wanted: FilterDep) -> ArticlesAnswer:
    """All articles by id; with filters, those that the filtered events quote."""
    total = count_articles(session, wanted)
    found = article_page(session, wanted)
    return ArticlesAnswer(total=total, page=wanted.page, pages=_pages(total, ARTICLES_PER_PAGE), articles=found)


@router.get("/articles/{article_id}", responses=NO_SUCH_ID)
def article(session: SessionDep, article_id: str) -> ArticleAnswer:
    """One article in full."""
    page = find_article(session, article_id)
    record = article_record(session, article_id)
    return ArticleAnswer(article=record, encoding=page.encoding, names=page.names, paragraphs=page.paragraphs)


@router.get("/facets", openapi_extra=filter_parameters())
def facets(session: SessionDep, wanted: FilterDep) -> FacetsAnswer:
    """The values of every filter, each with the number of events that it would give."""
    return FacetsAnswer(
        total=count_events(session, wanted), facets=timeline_facets(session, wanted), years=years(session, wanted)
    )


def _pages(total: int, per_page: int) -> int:
    return max(1, ceil(total / per_page))
