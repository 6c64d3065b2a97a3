"""The filtered timeline to take away: the same filters as `/`, streamed."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import StreamingResponse

from app.domain.timeline_filter import TimelineFilter
from app.errors import BadFilter
from app.queries.export import Rows, export_csv, export_json
from app.web.dependencies import FilterDep, SessionDep, filter_besides
from app.web.filter_parameters import filter_parameters

router = APIRouter(tags=["exports"])

PACKET_CHARACTERS = 64 * 1024
CSV_SWITCHES: dict[str, tuple[str, ...]] = {"rows": ("events", "quotes"), "bom": ("0", "1"), "raw": ("0", "1")}
CSV_MEANINGS = {
    "rows": "One row an event with its first quote (default), or one row a quote.",
    "bom": "`1` begins with a byte order mark, for spreadsheets that guess the encoding.",
    "raw": "`1` leaves cells unguarded that a spreadsheet would run.",
}
CsvFilterDep = Annotated[TimelineFilter, Depends(filter_besides(*CSV_SWITCHES))]


def _csv_parameters() -> dict[str, Any]:
    switches = [
        {
            "name": key,
            "in": "query",
            "description": CSV_MEANINGS[key],
            "schema": {"type": "string", "enum": list(values)},
        }
        for key, values in CSV_SWITCHES.items()
    ]
    return {"parameters": [*filter_parameters()["parameters"], *switches]}


@router.get("/export.csv", response_class=StreamingResponse, openapi_extra=_csv_parameters())
def csv_file(request: Request, session: SessionDep, wanted: CsvFilterDep) -> StreamingResponse:
    """The filtered timeline as CSV (RFC 4180, UTF-8)."""
    rows: Rows = "quotes" if _switch(request, "rows") == "quotes" else "events"
    pieces = export_csv(
        session,
        wanted,
        base_url=request.app.state.settings.base_url,
        rows=rows,
        bom=_switch(request, "bom") == "1",
        raw=_switch(request, "raw") == "1",
    )
    return _download(pieces, "tumen.csv", "text/csv; charset=utf-8")


@router.get("/export.json", response_class=StreamingResponse, openapi_extra=filter_parameters())
def json_file(session: SessionDep, wanted: FilterDep) -> StreamingResponse:
    """The filtered timeline as JSON of format tumen/1, with every quote."""
    return _download(export_json(session, wanted), "tumen.json", "application/json")


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


def _download(pieces: Iterable[str], name: str, media_type: str) -> StreamingResponse:
    packets = _packets(pieces)
    first = next(packets, b"")  # what fails at once fails before the answer has begun, and gets its error page
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
    return StreamingResponse(chain([first], packets), media_type=media_type, headers=headers)


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
