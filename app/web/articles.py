"""The articles: all of them, and each in full with what was taken from it."""

from functools import partial
from math import ceil
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.domain.article_filter import ArticleFilter
from app.queries.article import find_article
from app.queries.article_list import ARTICLES_PER_PAGE, article_facets, articles_on_list, count_listed
from app.web.article_view import clue_rows, paragraph_map, passages_by_paragraph, quote_steps
from app.web.dependencies import SessionDep
from app.web.htmx import wanted_part
from app.web.loosening import looser_filters
from app.web.render import render
from app.web.timeline import Pages

router = APIRouter(include_in_schema=False)


def read_article_filter(request: Request) -> ArticleFilter:
    """The question in the address."""
    return ArticleFilter.read(request.query_params.multi_items())


@router.get("/articles", response_class=HTMLResponse)
def articles(
    request: Request, session: SessionDep, wanted: Annotated[ArticleFilter, Depends(read_article_filter)]
) -> HTMLResponse:
    """The filtered list, or only its moving part when htmx asks for that."""
    part = "_moved.html" if wanted_part(request) == "workplace" else "page.html"
    return render(request, f"articles/{part}", **_list_context(session, wanted))


@router.get("/articles/{article_id}", response_class=HTMLResponse)
def article(request: Request, session: SessionDep, article_id: str, quote: str = "") -> HTMLResponse:
    """The whole text of an article; `?quote=` marks one of its quotes."""
    found = find_article(session, article_id)
    return render(
        request,
        "articles/article.html",
        article=found,
        marked_id=quote,
        steps=quote_steps(found, quote),
        passages=passages_by_paragraph(found),
        map=paragraph_map(found),
        clues=clue_rows(found),
    )


def _list_context(session: Session, wanted: ArticleFilter) -> dict[str, Any]:
    count = count_listed(session, wanted)
    return {
        "wanted": wanted,
        "count": count,
        "total": count_listed(session, ArticleFilter()) if wanted.is_narrowed else count,
        "articles": articles_on_list(session, wanted),
        "facets": article_facets(session, wanted),
        "looser": () if count else looser_filters(wanted, partial(count_listed, session)),
        "pages": Pages(wanted.page, max(1, ceil(count / ARTICLES_PER_PAGE))),
    }
