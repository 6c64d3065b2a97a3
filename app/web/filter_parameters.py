"""The filter as OpenAPI describes it: one row a key; `read_filter` does the checking."""

from typing import Any

from app.domain.timeline_filter import ADDRESS_ORDER, CLOSED_LISTS, LONGEST_VALUE, MOST_ORIGINS, MOST_PAGES

_MEANINGS = {
    "q": "Words of titles, quotes, actors and places; each matches as the start of a word (조약 finds 조약을).",
    "from": "First day wanted, as EDTF: `2022` begins on 1 January, `2022-08` on 1 August.",
    "to": "Last day wanted, as EDTF: `2022` means to 31 December.",
    "certainty": "`possibly` (default): the event's span overlaps the range. `surely`: it lies inside it.",
    "actor": "Name of an actor; an unknown one gives an empty result.",
    "place": "Name of a place; an unknown one gives an empty result.",
    "topic": "Topic of the event.",
    "status": "Whether it is asserted, planned, claimed, denied, or disputed (claimed and denied).",
    "publisher": "Name of a publisher that tells of the event; an unknown one gives an empty result.",
    "precision": "How finely the date of the event is known.",
    "open": "The side of the date that nothing bounds: `start` in `../2022-08-15`, `end` in `2022-08-05/..`, `both`.",
    "min_origins": "The fewest independent witnesses; reprints count once.",
    "sort": "`date` (default): oldest first. `-date`: the whole order reversed.",
    "page": "Page of the list, from 1; it never limits an export.",
}
_NUMBERS = {"min_origins": (0, MOST_ORIGINS), "page": (1, MOST_PAGES)}
_EXAMPLES = {"from": "2022-08", "to": "2022"}
_GIVEN_ONCE = ("sort", "page")


def filter_parameters() -> dict[str, Any]:
    """What a route that reads the filter adds to its OpenAPI description."""
    return {"parameters": [_parameter(key) for key in ADDRESS_ORDER]}


def _parameter(key: str) -> dict[str, Any]:
    plain = key.removeprefix("-")
    schema = _schema(plain)
    if plain not in _GIVEN_ONCE:
        schema = {"type": "array", "items": schema}
    return {"name": key, "in": "query", "required": False, "description": _description(key), "schema": schema}


def _description(key: str) -> str:
    plain = key.removeprefix("-")
    if key != plain:
        return f"Leaves out the events that `{plain}` with this value would give. Repeatable."
    return _MEANINGS[plain] if plain in _GIVEN_ONCE else f"{_MEANINGS[plain]} Repeated, it means any of them."


def _schema(key: str) -> dict[str, Any]:
    if key in CLOSED_LISTS:
        return {"type": "string", "enum": [value.value for value in CLOSED_LISTS[key]]}
    if key in _NUMBERS:
        return {"type": "integer", "minimum": _NUMBERS[key][0], "maximum": _NUMBERS[key][1]}
    example = {"examples": [_EXAMPLES[key]]} if key in _EXAMPLES else {}
    return {"type": "string", "maxLength": LONGEST_VALUE, **example}
