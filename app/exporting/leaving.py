"""What a format cannot take along, told in one sentence with its numbers."""

from collections import Counter
from collections.abc import Callable, Iterable

from app.domain.edtf import EdtfDate
from app.queries.told import Tally


def left_out(tallies: Iterable[Tally], is_taken: Callable[[EdtfDate], bool], why: str) -> str:
    """Tell how many: "3 of 14 events are left out, because … (by precision: month 2, unknown 1)".

    Args:
        tallies: Every date of the timeline with the number of its events.
        is_taken: Can the format hold an event with this date?
        why: What goes after "because", of those that it cannot.
    """
    lost, total = Counter[str](), 0
    for tally in tallies:
        total += tally.events
        if not is_taken(tally.date):
            lost[tally.date.precision.value] += tally.events
    if not lost:
        return "No event is left out."
    by_precision = ", ".join(f"{precision} {count}" for precision, count in sorted(lost.items()))
    return f"{lost.total()} of {total} events are left out, because {why} (by precision: {by_precision})."
