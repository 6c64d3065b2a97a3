"""The line of a quote that stands under an entry which a search found by more than its title."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.queries.sought import find_sought, quotes_told
from app.queries.timeline import EventLine

CHARACTERS_BEFORE = 32  # of what leads up to the first word found, so that it stands within one short line
LONGEST = 240  # characters; a line shows no more, and a page of a hundred events stays small


def excerpts(session: Session, events: Sequence[EventLine], wanted: TimelineFilter) -> dict[str, str]:
    """For each event the words of a quote that the search found, when its title does not hold them; by its id."""
    searches = wanted.chosen("q")
    if not searches:
        return {}
    told = quotes_told(session, [event.id for event in events])
    found = {event.id: best_excerpt(event.title, told.get(event.id, ()), searches) for event in events}
    return {event_id: excerpt for event_id, excerpt in found.items() if excerpt}


def best_excerpt(title: str, quotes: Iterable[str], searches: Sequence[str]) -> str:
    """A stretch of the first of those quotes that answer most of the search; empty if the title answers as much."""
    lines = [" ".join(quote.split()) for quote in quotes]
    best = max(lines, key=lambda line: len(_answered(line, searches)), default="")
    if not _answered(best, searches) - _answered(title, searches):
        return ""
    return _stretch(best, find_sought(best, searches)[0].start)


def _answered(text: str, searches: Sequence[str]) -> frozenset[str]:
    return frozenset[str]().union(*(word.sought for word in find_sought(text, searches)))


def _stretch(line: str, first: int) -> str:
    """The line from a little before the first word found, cut between words where there are any."""
    start = 0
    if first > CHARACTERS_BEFORE:
        start = 1 + line.find(" ", first - CHARACTERS_BEFORE, first) or first
    end = len(line)
    if end - start > LONGEST:
        last_gap = line.rfind(" ", first, start + LONGEST)
        end = start + LONGEST if last_gap < 0 else last_gap
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
