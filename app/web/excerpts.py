"""The line of a quote that stands under an entry: the first, or the one that answers a search."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.queries.sought import find_sought, quotes_told
from app.queries.timeline import EventLine

CHARACTERS_BEFORE = 32  # of what leads up to the first word found, so that it stands within one short line
LONGEST = 80  # characters; a line shows hardly more, and a page of the list stays small


def excerpts(session: Session, events: Sequence[EventLine], wanted: TimelineFilter) -> dict[str, str]:
    """For each event a line of its first quote, or of the one that answers more of the search; by its id."""
    searches = wanted.chosen("q")
    told = quotes_told(session, [event.id for event in events])
    return {
        event.id: best_excerpt(event.title, told[event.id], searches) or _first_line(told[event.id][0])
        for event in events
        if event.id in told
    }


def best_excerpt(title: str, quotes: Iterable[str], searches: Sequence[str]) -> str:
    """A stretch of the first of those quotes that answer most of the search; empty if the title answers as much."""
    lines = [" ".join(quote.split()) for quote in quotes]
    best = max(lines, key=lambda line: len(_answered(line, searches)), default="")
    if not _answered(best, searches) - _answered(title, searches):
        return ""
    return _stretch(best, find_sought(best, searches)[0].start)


def _first_line(quote: str) -> str:
    return _stretch(" ".join(quote.split()), 0)


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
