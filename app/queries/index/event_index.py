"""What is kept of every event so that filters, counts and facets need not ask the database."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from sqlmodel import Session

from app.domain.edtf import Precision
from app.queries.index.bitmaps import bits_at
from app.queries.index.days import DayOrder
from app.queries.index.spans import Spans
from app.queries.index.values import Values
from app.storage.search import event_number, events_matching, search_words

_MOST_ANSWERS = 128  # kept; a page asks the same a dozen times, and its reader turns pages and opens events
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class EventIndex:
    """Every event of one version of the data, by its position on the timeline; never changed.

    Only answers are added, which follow from it and from the data that it is the index of.
    """

    ids: tuple[str, ...]  # in the order of DESIGN.md section 4
    positions: Mapping[int, int]  # by the number under which the full-text search knows the event
    values: Mapping[str, Values]  # by the key of the filter that asks for them
    unnamed: int  # the events that an article tells of which names no publisher
    years: Values  # the year in which an event certainly lies; one that may lie in several is in none
    origins: Mapping[int, int]  # bitmaps of the events with exactly so many
    earliest: DayOrder
    latest: DayOrder
    spans: Spans
    answers: dict[Hashable, object] = field(default_factory=dict)

    @property
    def everything(self) -> int:
        """All events."""
        return (1 << len(self.ids)) - 1

    @property
    def undated(self) -> int:
        """The events of which no day is known, not even a bound."""
        return self.values["precision"].any_of([Precision.UNKNOWN.value])

    def position_of(self, event_id: str) -> int | None:
        """Where the event stands on the timeline; None if there is no such event."""
        position = self.positions.get(event_number(event_id))
        return position if position is not None and self.ids[position] == event_id else None

    def by_publishers(self) -> Mapping[int, int]:
        """The events with exactly so many named publishers that tell of them, most first; those with none last."""
        return self.remembered("by_publishers", self._by_publishers)

    def with_origins(self, least: int) -> int:
        """The events with at least so many independent witnesses."""
        bits = 0
        for origins, having in self.origins.items():
            if origins >= least:
                bits |= having
        return bits

    def having(self, session: Session, key: str, values: tuple[str, ...]) -> int:
        """The events that have any of these values of a key of the filter.

        Args:
            session: A session that sees the version of the data that this is the index of.
            key: `q`, or a key of `values`.
            values: Searches, or values of the key.
        """
        if key != "q":
            return self.values[key].any_of(values)
        bits = 0
        for search in values:
            bits |= self._found(session, search)
        return bits

    def remembered(self, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """The answer to a question, worked out when it is first asked; the question must say all that it depends on."""
        kept = self.answers.get(question)
        if kept is None:  # which no answer is; another thread may forget them all between two looks
            kept = answer()
            if len(self.answers) >= _MOST_ANSWERS:
                self.answers.clear()
            self.answers[question] = kept
        return cast("Answer", kept)

    def _by_publishers(self) -> Mapping[int, int]:
        publishers = self.values["publisher"].numbers()
        having: dict[int, list[int]] = defaultdict(list)
        for position, number in enumerate(publishers):
            having[number].append(position)
        return {number: bits_at(having[number], len(self.ids)) for number in sorted(having, reverse=True)}

    def _found(self, session: Session, search: str) -> int:
        def ask() -> int:
            numbers = session.execute(events_matching(search)).scalars()
            return bits_at((self.positions[one] for one in numbers if one in self.positions), len(self.ids))

        return self.remembered(("q", search_words(search)), ask)
