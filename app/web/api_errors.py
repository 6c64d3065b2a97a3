"""Errors of the API as JSON: what went wrong, where, and the mend."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

from app.errors import BadFilter, DatabaseError, NotFound, TumenError


class Trouble(BaseModel):
    """Why there is no answer."""

    error: str = Field(description="bad_filter, not_found, database or failed")
    message: str = Field(description="one line for the reader")
    mend: str = Field(description="what to do about it")


KINDS: tuple[tuple[type[TumenError], str, int], ...] = (
    (BadFilter, "bad_filter", 422),
    (NotFound, "not_found", 404),
    (TumenError, "failed", 500),
)


def api_error(error: TumenError) -> JSONResponse:
    """The answer for an error."""
    name, status = next((name, status) for kind, name, status in KINDS if isinstance(error, kind))
    mend = error.mend if isinstance(error, BadFilter) else str(error).rpartition("; ")[2]
    return JSONResponse(Trouble(error=name, message=str(error), mend=mend).model_dump(), status)


class ApiRoute(APIRoute):
    """A route whose errors are JSON, whatever the pages around it do with theirs."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Answer as usual, and errors as JSON."""
        answer = super().get_route_handler()

        async def answer_or_explain(request: Request) -> Response:
            try:
                return await answer(request)
            except DatabaseError:
                raise  # as everywhere: told to the operator in the log, to the reader without the file's name
            except TumenError as error:
                return api_error(error)

        return answer_or_explain
