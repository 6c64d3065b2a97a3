"""What is told of a month or a day without its year finds its home among the happenings of that day in all years."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from app.domain.linking import Happening, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.evidence import kind_points, points_for

_MONTH = 2  # letters, as in "09"
_LONGEST_MONTH = 31

ByCalendar = Mapping[tuple[str, str], "OfCalendar"]  # by block and calendar


class OfCalendar:
    """The happenings of one day or month of any year, filed by the names and words that they have."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: list[Happening] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)

    def add(self, one: Happening) -> None:
        """File one more."""
        for key in (*one.people, *one.places, *one.words):
            self._by_key[key].append(len(self._known))
        self._known.append(one)

    def sharing(self, trace: Trace) -> Iterator[Happening]:
        """Those that have a name or a word of a trace, in the order in which they came."""
        keys = (*trace.people, *trace.places, *trace.words)
        numbers = {number for key in keys for number in self._by_key.get(key, ())}
        return (self._known[number] for number in sorted(numbers))


def calendars_seen(traces: Iterable[Trace]) -> set[str]:
    """All on which a happening may lie that one of these traces of no year tells: a month is all of its days too."""
    return {calendar for trace in traces for calendar in _seen_by(trace)}


def in_reach(traces: Iterable[Trace], changed: Iterable[Happening], rows: Evidence) -> Iterator[Trace]:
    """Of some traces of no year those whose home may hang on happenings that change.

    One of these shares enough with them to be their home, or to leave open which other is.

    Args:
        traces: Those on the calendars of `calendars_seeing`.
        changed: Happenings as they were, and as they are.
        rows: The points and bars.
    """
    found = by_calendar(changed)
    return (trace for trace in traces if any(_sharing(trace, found, rows)))


def calendars_seeing(happenings: Iterable[Happening]) -> set[str]:
    """The calendars of all traces of no year that may tell one of these happenings."""
    seen = {one.calendar for one in happenings if one.calendar}
    return seen | {calendar[:_MONTH] for calendar in seen}


def by_calendar(happenings: Iterable[Happening]) -> ByCalendar:
    """Happenings by where they stand in any year; those that stand nowhere are left out."""
    found: dict[tuple[str, str], OfCalendar] = defaultdict(OfCalendar)
    for one in happenings:
        if calendar := one.calendar:
            found[one.block, calendar].add(one)
    return found


def home_in_any_year(trace: Trace, happenings: ByCalendar, own: Collection[str], rows: Evidence) -> str | None:
    """The happening that a trace of no year tells: one that shares much with it, and clearly more than all others.

    Args:
        trace: Any; one with a year, or without anything, has no home here.
        happenings: All on the calendars that it sees.
        own: Ids of what its article tells with a date: the writer goes on.
        rows: The points and bars.
    """
    ranks = sorted(
        ((points, one.id) for points, one in _sharing(trace, happenings, rows) if one.id not in own), reverse=True
    )
    if not ranks or ranks[0][0] < rows.bars.any_year:
        return None
    is_ahead = len(ranks) == 1 or ranks[0][0] - ranks[1][0] >= rows.bars.any_year_ahead
    return ranks[0][1] if is_ahead else None


def _sharing(trace: Trace, happenings: ByCalendar, rows: Evidence) -> Iterator[tuple[int, Happening]]:
    """The happenings on its calendars that may be its home, or leave open which other is, with their points.

    A kind alone is too little for either, so that those with a name or a word of it are all.
    """
    least = rows.bars.any_year - rows.bars.any_year_ahead
    filed = (happenings[key] for calendar in _seen_by(trace) if (key := (trace.block, calendar)) in happenings)
    for one in (one for of_calendar in filed for one in of_calendar.sharing(trace)):
        if _may_share(trace, one, least, rows) and (points := points_for(trace, one, rows)) > least:
            yield points, one


def _seen_by(trace: Trace) -> tuple[str, ...]:
    """The calendars on which a happening may lie that a trace tells; none for one with a year."""
    if len(trace.calendar) != _MONTH:
        return (trace.calendar,) if trace.calendar else ()
    return (trace.calendar, *(f"{trace.calendar}-{day:02}" for day in range(1, _LONGEST_MONTH + 1)))


def _may_share(trace: Trace, one: Happening, least: int, rows: Evidence) -> bool:
    """Could they share more than so many points, by their kinds and the names and words that both have?"""
    points = rows.points
    people = min(len(trace.people & one.people), points.most_people)
    words = min(len(trace.words & one.words), points.most_words)
    place = 0 if trace.places.isdisjoint(one.places) else points.place
    beside = points.person * people + points.word * words + place
    return beside + points.most_of_kind > least and kind_points(trace, one, rows) + beside > least
