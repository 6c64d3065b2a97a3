"""What each further filter would leave: values with their counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from app.domain.timeline_filter import CLOSED_LISTS, TimelineFilter
from app.queries.index.kept import index_of
from app.queries.matching import selected
from app.storage.search import fold

MIN_ORIGINS = (2, 3, 5, 10)
OPEN_FACETS = ("actor", "place", "publisher")  # of as many values as articles name


@dataclass(frozen=True)
class FacetValue:
    """A value, the events it would give, and whether it is asked for now."""

    value: str
    count: int
    state: str  # off, chosen, excluded


@dataclass(frozen=True)
class Facet:
    """A key of the filter with its values. `key` is the word in the address."""

    key: str  # actor, place, topic, status, publisher, precision, min_origins
    values: tuple[FacetValue, ...]

    def holding(self, letters: str) -> "Facet":
        """Only the values that hold these letters, whatever their case and accents."""
        sought = fold(letters)
        return Facet(self.key, tuple(one for one in self.values if sought in fold(one.value))) if sought else self


@dataclass(frozen=True)
class YearCount:
    """How many events lie certainly within a year."""

    year: int
    count: int


def timeline_facets(session: Session, wanted: TimelineFilter, *, with_silent: bool = False) -> tuple[Facet, ...]:
    """Every facet; the counts of one respect all other filters, and not its own.

    Closed lists keep their order and their zeros; open ones come by count, then name, and hold whatever is asked for.

    Args:
        session: Where to count.
        wanted: The filter.
        with_silent: Are values of an open facet told that have no event here but have some elsewhere?
    """
    return (
        *(open_facet(session, wanted, key, with_silent=with_silent) for key in ("actor", "place")),
        *(_closed_facet(session, wanted, key) for key in ("topic", "status")),
        open_facet(session, wanted, "publisher", with_silent=with_silent),
        _closed_facet(session, wanted, "precision"),
        _origins_facet(session, wanted),
    )


def years(session: Session, wanted: TimelineFilter) -> tuple[YearCount, ...]:
    """Events by the year in which they certainly lie, oldest first; the range asked is ignored.

    The count of a year is what `from`, `to` and `certainty=surely` would give for it. An event that may lie in several
    years counts in none.
    """
    anywhere = selected(session, wanted.without("from", "to", "certainty"))
    counts = anywhere.index.years.counts(anywhere.bits)
    return tuple(YearCount(int(year), counts[year]) for year in sorted(counts))


def open_facet(session: Session, wanted: TimelineFilter, key: str, *, with_silent: bool = False) -> Facet:
    """One facet of `OPEN_FACETS`; see `timeline_facets`."""
    counts = _counts(session, wanted, key)
    asked = {*wanted.chosen(key), *wanted.excluded(key)}
    silent = index_of(session).values[key].names() if with_silent else ()
    names = sorted({*counts, *asked, *silent}, key=lambda name: (-counts.get(name, 0), name))
    return _facet(wanted, key, {name: counts.get(name, 0) for name in names})


def _closed_facet(session: Session, wanted: TimelineFilter, key: str) -> Facet:
    counts = _counts(session, wanted, key)
    return _facet(wanted, key, {value.value: counts.get(value.value, 0) for value in CLOSED_LISTS[key]})


def _origins_facet(session: Session, wanted: TimelineFilter) -> Facet:
    others = selected(session, wanted.without("min_origins"))
    steps = sorted({*MIN_ORIGINS, *filter(None, [wanted.min_origins])})
    counts = {str(step): (others.bits & others.index.with_origins(step)).bit_count() for step in steps}
    return _facet(wanted, "min_origins", counts)


def _facet(wanted: TimelineFilter, key: str, counts: Mapping[str, int]) -> Facet:
    return Facet(key, tuple(FacetValue(value, count, wanted.state_of(key, value)) for value, count in counts.items()))


def _counts(session: Session, wanted: TimelineFilter, key: str) -> dict[str, int]:
    others = selected(session, wanted.without(key))
    return others.index.values[key].counts(others.bits)
