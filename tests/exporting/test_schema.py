"""The description of the CSV is true of every row that the CSV has."""

import csv
import json
import re
from datetime import date
from io import StringIO
from typing import Any

import pytest
from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.exporting.schema import write_data_package
from app.exporting.view import View
from app.queries.csv_rows import COLUMNS
from app.queries.export import Rows, export_csv


def described(view: View, *, rows: Rows = "events", bom: bool = False, raw: bool = False) -> dict[str, Any]:
    package = json.loads("".join(write_data_package(view, rows=rows, bom=bom, raw=raw)))
    assert package["$schema"].startswith("https://datapackage.org/profiles/2.0/")
    (resource,) = package["resources"]
    assert isinstance(resource, dict)
    return resource


def faults(field: dict[str, Any], cell: str) -> list[str]:
    """What of a cell is not as its field says: the part of Table Schema that ours uses."""
    constraints = field.get("constraints", {})
    if not cell:
        return ["required"] if constraints.get("required") else []
    found = []
    if field["type"] == "integer" and int(cell) < constraints["minimum"]:
        found.append("minimum")
    if field["type"] == "date":
        date.fromisoformat(cell)
    if "enum" in constraints and cell not in constraints["enum"]:
        found.append("enum")
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], cell):
        found.append("pattern")
    return found


@pytest.mark.parametrize("rows", ["events", "quotes"])
def test_every_cell_is_as_its_field_says(sample: Session, rows: Rows) -> None:
    fields = described(View(TimelineFilter()), rows=rows)["schema"]["fields"]
    text = "".join(export_csv(sample, TimelineFilter(), rows=rows, raw=True))
    heading, *cells = csv.reader(StringIO(text, newline=""), strict=True)
    assert [field["name"] for field in fields] == heading == list(COLUMNS)
    for row in cells:
        assert [(field["name"], faults(field, cell)) for field, cell in zip(fields, row, strict=True)] == [
            (name, []) for name in COLUMNS
        ]


def test_lists_say_what_parts_them(sample: Session) -> None:
    fields = {field["name"]: field for field in described(View(TimelineFilter()))["schema"]["fields"]}
    (row,) = csv.DictReader(StringIO("".join(export_csv(sample, read_filter([("topic", "letters")]))), newline=""))
    assert row["actors"].split(fields["actors"]["delimiter"]) == [
        "Vladimir Putin", "Kim Jong Un", "Russia", "North Korea",
    ]  # fmt: skip
    assert {name for name, field in fields.items() if field["type"] == "list"} == {"actors", "places", "publishers"}


def test_an_id_is_a_key_only_where_each_event_has_one_row() -> None:
    for rows, key in (("events", ["id"]), ("quotes", None)):
        schema = described(View(TimelineFilter()), rows=rows)["schema"]  # type: ignore[arg-type] # both are Rows
        assert schema.get("primaryKey") == key
        assert ("unique" in schema["fields"][0]["constraints"]) == bool(key)


def test_it_leads_to_exactly_the_csv_that_it_describes() -> None:
    wanted = read_filter([("topic", "trade"), ("page", "3")])
    there = described(View(wanted, "https://tumen.example"), rows="quotes", bom=True)
    assert there["path"] == "https://tumen.example/export.csv?topic=trade&rows=quotes&bom=1"
    assert described(View(TimelineFilter(), "https://tumen.example"))["path"] == "https://tumen.example/export.csv"
    assert described(View(wanted))["path"] == "tumen.csv"


def test_it_says_that_cells_are_guarded_only_when_they_are() -> None:
    assert "formula" in described(View(TimelineFilter()))["description"]
    assert "description" not in described(View(TimelineFilter()), raw=True)
