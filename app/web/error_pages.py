"""Errors as pages that help; below /api as JSON, in the form that its own errors have.

What an error itself says (the class is one of app/errors.py, or pydantic's) stays English, as on the command line.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.errors import BadFilter, DatabaseError, DatabaseLocked, InputError, NotFound
from app.web.api_errors import Trouble
from app.web.dependencies import words_of
from app.web.render import render
from app.web.security import SECURITY_HEADERS
from app.web.words import N_


@dataclass(frozen=True)
class Fault:
    """One thing in the address that is wrong, and the mend."""

    name: str
    value: str
    mend: str


@dataclass(frozen=True)
class Problem:
    """What a reader is told when something goes wrong."""

    status: int
    title: str
    detail: str
    said: str = ""  # by the error itself, before the detail
    faults: tuple[Fault, ...] = ()
    without_fault: str | None = None  # the same address without the parts that are wrong


_OTHER_PATH = N_(
    "Events are at /events/…, articles at /articles/…; perhaps a character was lost when the link was copied."
)


_KINDS = {404: "not_found", 422: "bad_filter", 503: "database"}  # as app/web/api_errors.py names them
_LOG = logging.getLogger("tumen.web")


def add_error_pages(app: FastAPI) -> None:
    """Answer every error with a page, or with JSON below /api."""
    app.add_exception_handler(InputError, _bad_input)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(NotFound, _not_found)
    app.add_exception_handler(DatabaseError, _no_database)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _own_fault)


def _bad_input(request: Request, error: Exception) -> Response:
    if not isinstance(error, BadFilter):
        return _answer(request, Problem(422, N_("This cannot be read"), "", _sentence(error)))
    faults = (Fault(error.name, error.value, error.mend),)
    return _answer(request, _of_faults(request, N_("One filter cannot be used"), faults))


def _bad_request(request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    faults = tuple(Fault(str(one["loc"][-1]), str(one.get("input", "")), str(one["msg"])) for one in found)
    return _answer(request, _of_faults(request, N_("Part of the address cannot be used"), faults))


def _of_faults(request: Request, title: str, faults: tuple[Fault, ...]) -> Problem:
    wrong = {fault.name for fault in faults}
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in wrong]
    address = f"{request.url.path}?{urlencode(kept, quote_via=quote)}" if kept else request.url.path
    return Problem(422, title, N_("Nothing was searched for. What to change:"), faults=faults, without_fault=address)


def _not_found(request: Request, error: Exception) -> Response:
    detail = N_("It may have been forgotten since the link was made, or a character was lost.")
    return _answer(request, Problem(404, N_("Not found"), detail, _sentence(error)))


def _no_database(request: Request, error: Exception) -> Response:
    if isinstance(error, DatabaseLocked):
        detail = N_("New articles are being stored. Load the page again in a few seconds.")
        return _answer(request, Problem(503, N_("Busy for a moment"), detail), {"Retry-After": "5"})
    # The file's name and what SQLite says are for the operator.
    _LOG.error("database_unusable path=%s reason=%s", request.url.path, error)
    detail = N_("The database cannot be used. Whoever runs Tumen here can find out why with: tumen database check")
    return _answer(request, Problem(503, N_("Not available"), detail))


def _http_error(request: Request, error: Exception) -> Response:
    status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
    if status == 404:  # noqa: PLR2004 -- everybody knows it
        return _answer(request, Problem(404, N_("There is no such page"), _OTHER_PATH))
    detail = str(getattr(error, "detail", ""))
    return _answer(request, Problem(status, N_("This does not work"), "", f"{detail}."), headers)


def _own_fault(request: Request, _error: Exception) -> Response:
    detail = N_("Something went wrong inside Tumen. It was written to the log; your link is kept and may work later.")
    # Answered outside of all middleware, so the headers are added here.
    return _answer(request, Problem(500, N_("Our mistake"), detail), SECURITY_HEADERS)


def _answer(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    if request.url.path.startswith("/api/"):
        mend = problem.faults[0].mend if problem.faults else _joined(problem.said, problem.detail)
        trouble = Trouble(error=_KINDS.get(problem.status, "failed"), message=problem.title, mend=mend)
        return JSONResponse(trouble.model_dump(), problem.status, headers)
    say = words_of(request).say
    detail = _joined(problem.said, say(problem.detail) if problem.detail else "")
    worded = replace(problem, title=say(problem.title), detail=detail)
    page = render(request, "error.html", status_code=problem.status, problem=worded)
    page.headers.update(headers or {})
    return page


def _joined(said: str, detail: str) -> str:
    return " ".join(filter(None, (said, detail)))


def _sentence(error: Exception) -> str:
    text = str(error).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."
