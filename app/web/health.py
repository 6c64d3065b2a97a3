"""Is the process alive, and can it answer? For whoever watches over it."""

import logging

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from app.errors import TumenError
from app.storage import migrate

_LOG = logging.getLogger("tumen.web")

router = APIRouter(include_in_schema=False, default_response_class=PlainTextResponse)


@router.get("/healthz")
def healthz() -> str:
    """The process answers."""
    return "ok\n"


@router.get("/readyz")
def readyz(request: Request) -> PlainTextResponse:
    """The database can be read and has the newest form."""
    try:
        migrate.require_newest(request.app.state.engine)
    except TumenError as error:
        _LOG.warning("not_ready reason=%s", error)
        return PlainTextResponse("not ready: see the log, or run `tumen database check`\n", 503)
    return PlainTextResponse("ready\n")
