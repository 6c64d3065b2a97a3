"""The words of the interface that are not in templates: counts, and names for values of the filter."""

_FACETS = {
    "q": "Search",
    "from": "From",
    "to": "To",
    "certainty": "Dates",
    "actor": "Actor",
    "place": "Place",
    "topic": "Topic",
    "status": "Status",
    "publisher": "Publisher",
    "precision": "Date known to the",
    "min_origins": "Origins, at least",
    "year": "Published in",
    "basis": "Date",
    "gave": "Gave",
}

_BASES = {
    "stated": "stated in the text",
    "inferred": "worked out from the text",
    "lent": "from articles with the same wording",
    "unknown": "unknown",
}

_VALUES = {
    **{("basis", basis): name for basis, name in _BASES.items()},
    ("precision", "span"): "span of time",
    ("precision", "unknown"): "not at all",
    ("precision", "half"): "half-year",
    ("certainty", "possibly"): "possibly within",
    ("certainty", "surely"): "surely within",
    ("publisher", ""): "unnamed",
    ("year", "unknown"): "date unknown",
    ("gave", "nothing"): "no event",
}


def basis_name(basis: str) -> str:
    """What a day of publication rests on."""
    return _BASES[basis]


def facet_name(key: str) -> str:
    """What a key of the filter is called on pages."""
    return _FACETS[key]


def name_of(value: str, key: str) -> str:
    """What a value of the filter is called on pages."""
    return _VALUES.get((key, value), value)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "5 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
