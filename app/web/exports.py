"""The filtered timeline to take away: the same filters as `/`, streamed, one address for each format."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import StreamingResponse

from app.domain.timeline_filter import TimelineFilter
from app.errors import BadFilter
from app.exporting.formats import Format, Switches
from app.exporting.view import View
from app.web.dependencies import SessionDep, filter_besides
from app.web.filter_parameters import filter_parameters
from app.web.formats import FORMATS

router = APIRouter(tags=["exports"])

PACKET_CHARACTERS = 64 * 1024
LEFT_OUT = "X-Tumen-Left-Out"
CSV_SWITCHES: dict[str, tuple[str, ...]] = {"rows": ("events", "quotes"), "bom": ("0", "1"), "raw": ("0", "1")}
CSV_MEANINGS = {
    "rows": "One row an event with its first quote (default), or one row a quote.",
    "bom": "`1` begins with a byte order mark, for spreadsheets that guess the encoding.",
    "raw": "`1` leaves cells unguarded that a spreadsheet would run.",
}


def _parameters(form: Format) -> dict[str, Any]:
    switches = [
        {
            "name": key,
            "in": "query",
            "description": CSV_MEANINGS[key],
            "schema": {"type": "string", "enum": list(values)},
        }
        for key, values in CSV_SWITCHES.items()
        if form.has_switches
    ]
    return {"parameters": [*filter_parameters()["parameters"], *switches]}


def _answer(form: Format) -> Callable[..., StreamingResponse]:
    """What answers at the address of a format."""
    read = filter_besides(*(CSV_SWITCHES if form.has_switches else ()))

    def answer(
        request: Request, session: SessionDep, wanted: Annotated[TimelineFilter, Depends(read)]
    ) -> StreamingResponse:
        view = View(wanted, request.app.state.settings.base_url, request.app.state.settings.language)
        switches = _switches(request) if form.has_switches else Switches()
        headers = {"Cache-Control": "no-cache", **form.headers}
        if form.file:
            headers["Content-Disposition"] = f'attachment; filename="{form.file}"'
        if form.left_out:
            headers[LEFT_OUT] = form.left_out(session, wanted)
        return _streamed(form.write(session, view, switches), form.media_type, headers)

    return answer


for _form in FORMATS.values():
    router.add_api_route(
        _form.path,
        _answer(_form),
        name=f"export_{_form.name}",
        summary=f"Export as {_form.name}",
        description=_form.says,
        response_class=StreamingResponse,
        responses={200: {"content": {_form.media_type: {"schema": {"type": "string"}}}, "description": _form.says}},
        openapi_extra=_parameters(_form),
    )


def _switches(request: Request) -> Switches:
    return Switches(
        rows="quotes" if _switch(request, "rows") == "quotes" else "events",
        bom=_switch(request, "bom") == "1",
        raw=_switch(request, "raw") == "1",
    )


def _switch(request: Request, key: str) -> str:
    """The value of a switch; the first allowed one when it is not asked."""
    allowed = CSV_SWITCHES[key]
    asked = [value.strip() for value in request.query_params.getlist(key) if value.strip()]
    for value in asked:
        if value not in allowed:
            raise BadFilter(key, value, f"write one of {', '.join(allowed)}")
    if len(set(asked)) > 1:
        raise BadFilter(key, asked[1], f"{key}={asked[0]} is asked for too; keep one of them")
    return asked[0] if asked else allowed[0]


def _streamed(pieces: Iterable[str], media_type: str, headers: dict[str, str]) -> StreamingResponse:
    packets = _packets(pieces)
    first = next(packets, b"")  # what fails at once fails before the answer has begun, and gets its error page
    return StreamingResponse(chain([first], packets), headers={**headers, "Content-Type": content_type(media_type)})


def content_type(media_type: str) -> str:
    """The media type with the encoding, where a program would have to guess it: JSON and XML say it themselves."""
    return media_type if "json" in media_type or "xml" in media_type else f"{media_type}; charset=utf-8"


def _packets(pieces: Iterable[str]) -> Iterator[bytes]:
    """Pieces put together: every packet costs a change of threads, whatever its size."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= PACKET_CHARACTERS:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    if waiting:
        yield "".join(waiting).encode()
