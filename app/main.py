"""Builds the web app: settings, database, routes, error pages."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.settings import Settings, read_settings
from app.storage.database import open_database
from app.web import api, articles, citations, coverage, error_pages, events, exports, facet_page, health, timeline
from app.web.catalogues import words_in
from app.web.folders import STATIC
from app.web.heads import AnswersHead
from app.web.security import SecurityHeaders
from app.web.starting import build_index_ahead
from app.web.static_files import KeptStaticFiles

_COMPRESSION = 6  # of 9; more takes twice the time for a hundredth of the bytes


def create_app(settings: Settings | None = None) -> FastAPI:
    """The web app, ready to be served; the database is expected to be of the newest form."""
    settings = settings or read_settings()
    app = FastAPI(
        title="Tumen",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's pages load scripts from elsewhere
        redoc_url=None,
        lifespan=_use_database,
    )
    app.state.settings = settings
    app.state.words = words_in(settings.language)
    app.state.engine = open_database(settings.database_url, settings.busy_timeout_seconds)
    app.add_middleware(SecurityHeaders)
    # A secret could be guessed from compressed sizes (BREACH), but no page holds one: there is nothing to log in to.
    app.add_middleware(GZipMiddleware, compresslevel=_COMPRESSION)
    app.add_middleware(AnswersHead)
    error_pages.add_error_pages(app)
    for room in (timeline, facet_page, events, coverage, articles, exports, citations, api, health):
        app.include_router(room.router)
    app.mount("/static", KeptStaticFiles(directory=STATIC), name="static")
    return app


@asynccontextmanager
async def _use_database(app: FastAPI) -> AsyncIterator[None]:
    building = asyncio.create_task(asyncio.to_thread(build_index_ahead, app.state.engine))
    yield
    await building
    app.state.engine.dispose()
