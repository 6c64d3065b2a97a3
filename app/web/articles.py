"""The articles: all of them, and each in full with what was taken from it."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.queries.article import find_article, list_articles
from app.web.article_view import clue_rows, paragraph_map, passages_by_paragraph, quote_steps
from app.web.dependencies import SessionDep
from app.web.render import render

router = APIRouter(include_in_schema=False)


@router.get("/articles", response_class=HTMLResponse)
def articles(request: Request, session: SessionDep) -> HTMLResponse:
    """All articles."""
    return render(request, "articles/page.html", articles=list_articles(session))


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
