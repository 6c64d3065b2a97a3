"""A Frictionless data package: what the columns of the CSV mean, for programs that read it.

Source: https://datapackage.org/standard/data-package/ and /table-schema/, version 2
"""

import json
from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import urlencode

from app.domain.edtf import Precision
from app.domain.event import Status, Topic
from app.exporting.view import View
from app.queries.csv_rows import BETWEEN, COLUMNS

_PROFILES = "https://datapackage.org/profiles/2.0"
_ID = {"required": True, "pattern": "e[0-9a-f]{16}"}
_COUNT = {"required": True, "minimum": 1}
Field = dict[str, Any]


def _list_of(names: str) -> Field:
    return {"type": "list", "itemType": "string", "delimiter": BETWEEN, "description": names}


def _one_of(values: type[Topic | Status | Precision], meaning: str) -> Field:
    return {"constraints": {"required": True, "enum": [value.value for value in values]}, "description": meaning}


# A row for each column; what is not said is a string that may be empty.
_FIELDS: dict[str, Field] = {
    "id": {"description": "Id of the event; its page is /events/{id}.", "constraints": _ID},
    "date": {
        "description": "When it happened, in EDTF (ISO 8601-2), as exactly as the sources say; empty when unknown.",
        "rdfType": "http://id.loc.gov/datatypes/edtf/EDTF",
    },
    "earliest": {"type": "date", "description": "First day that the date allows; empty where it is open."},
    "latest": {"type": "date", "description": "Last day that the date allows; empty where it is open."},
    "precision": _one_of(Precision, "How finely the date is known."),
    "title": {"description": "What happened, in a line.", "constraints": {"required": True}},
    "topic": _one_of(Topic, "What it is about."),
    "status": _one_of(Status, "What is said of it: that it happened, is planned, claimed, denied, or both."),
    "actors": _list_of("Who took part."),
    "places": _list_of("Where."),
    "articles": {"type": "integer", "description": "How many articles tell of it.", "constraints": _COUNT},
    "origins": {
        "type": "integer",
        "description": "How many independent witnesses; reprints count once.",
        "constraints": _COUNT,
    },
    "publishers": _list_of("Who published these articles, the first to report first."),
    "quote": {"description": "Words of an article that prove it, verbatim.", "constraints": {"required": True}},
    "quote_publisher": {"description": "Who published this article; empty when not named."},
    "quote_published": {
        "description": "When it was published, in EDTF; empty when unknown.",
        "rdfType": "http://id.loc.gov/datatypes/edtf/EDTF",
    },
    "quote_paragraph": {
        "type": "integer",
        "description": "Number of the paragraph in this article, from 1.",
        "constraints": _COUNT,
    },
    "source_url": {"description": "Where this article was published; empty when not known."},
    "link": {"description": "The page of the event; without TUMEN_BASE_URL it begins with /."},
}
_GUARD = (
    "A cell that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a return) has a ' put"
    " before it; raw=1 gives it without."
)


def write_data_package(view: View, *, rows: Literal["events", "quotes"], bom: bool, raw: bool) -> Iterator[str]:
    """The description of the CSV with the same filters and switches, in pieces of text."""
    is_of_events = rows == "events"
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(name, is_key=is_of_events and name == "id") for name in COLUMNS],
        "missingValues": [""],
    }
    if is_of_events:
        schema["primaryKey"] = ["id"]
    resource: dict[str, Any] = {
        "name": "timeline",
        "path": _path(view, {"rows": "" if is_of_events else rows, "bom": "1" * bom, "raw": "1" * raw}),
        "title": "A row for each event, with its first quote" if is_of_events else "A row for each quote of an event",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }
    if not raw:
        resource["description"] = _GUARD
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "tumen",
        "title": view.title,
        "resources": [resource],
    }
    yield json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _field(name: str, *, is_key: bool) -> Field:
    field = {"name": name, "type": "string", **_FIELDS[name]}
    if is_key:
        field["constraints"] = {**field["constraints"], "unique": True}
    return field


def _path(view: View, switches: dict[str, str]) -> str:
    """Where the CSV is: at its address or, where links have no beginning, in the file beside this one."""
    if not view.base_url:
        return "tumen.csv"
    asked = [*view.wanted.with_page(1).to_pairs(), *((key, value) for key, value in switches.items() if value)]
    return f"{view.base_url}/export.csv?{urlencode(asked)}" if asked else f"{view.base_url}/export.csv"
