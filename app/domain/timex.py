"""Words that name a time, as ISO-TimeML writes them (TIMEX3), with the reasoning."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.edtf import EdtfDate
from app.domain.text import Stretch


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What an expression is seen from."""

    EXPLICIT = "explicit"  # "15 August 2022", "2019": needs nothing else
    PUBLICATION = "publication"  # "last month", "Monday", "5 August", "Liberation Day"
    PREVIOUS = "previous"  # "the following day", "a year later": seen from the date told before it
    EVENT = "event"  # "since the invasion of Ukraine": seen from a happening whose day is known
    TOLD = "told"  # "after the summit": seen from a happening that the text told of; TIMEX3 marks no such words
    NONE = "none"  # durations, sets, "recently", "nowadays": no place in the calendar


@dataclass(frozen=True)
class TimexEnd:
    """One end of a range, which TIMEX3 writes as an expression of its own."""

    span: Stretch
    value: str


@dataclass(frozen=True)
class TimeExpression:
    """Words that name a time, resolved as far as the day of publication allows."""

    span: Stretch
    text: str
    type: TimexType
    value: str  # TIMEX3 value: "2022-08-15", "P3D", "PAST_REF", "XXXX-08-05", …
    date: EdtfDate  # unknown for durations, sets and vague words
    anchor: Anchor
    reasoning: str  # one sentence for the reader: words, rule, day
    # "the 77th anniversary of X", seen from 2022: X was in 1945. Unknown for all others: `edtf("")`.
    commemorated: EdtfDate
    # An anniversary whose day is not known by itself ("the anniversary of the end of …") has `date` unknown.
    is_anniversary: bool = False
    # Of "1910-1945": 1910 and 1945, where they stand. TIMEX3 has no value for a range; EDTF has, and `date` is it.
    ends: tuple[TimexEnd, ...] = ()
