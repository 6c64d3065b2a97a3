"""What a form means once it is seen from a day, and from where it is seen."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, Precision, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import timex_value
from app.pipeline.dating.story import Told
from app.pipeline.dating.surroundings import InText


@dataclass(frozen=True)
class Seen(InText):
    """All that an expression's meaning depends on besides its own words."""

    published: date | None
    told: Told

    def said(self, rule: str) -> str:
        """A sentence for the reader that begins with the words."""
        return f"“{self.words}” {rule}."

    def from_publication(self, when: EdtfDate, how: str = "") -> str:
        """The sentence for an expression that is seen from the day of publication."""
        seen_from = date_to_people_or(self.published, "an unknown day of publication")
        means = f"is {date_to_people(when)}" if when.text else "has no day that is known"
        return f"“{self.words}”, seen from {seen_from}{how}, {means}."


def date_to_people_or(day: date | None, otherwise: str) -> str:
    """A day in words, or other words where there is none."""
    return f"{day.day} {day:%B} {day.year}" if day else otherwise


@dataclass(frozen=True)
class Meaning:
    """What an expression means, and why."""

    type: TimexType
    value: str
    date: EdtfDate
    anchor: Anchor
    reasoning: str
    commemorated: EdtfDate = UNKNOWN_DATE
    is_anniversary: bool = False


def explicit(when: EdtfDate, seen: Seen, rule: str = "names it") -> Meaning:
    """A date that needs nothing but its own words."""
    reasoning = f"“{seen.words}” {rule}: {date_to_people(when)}."
    return Meaning(TimexType.DATE, timex_value(when), when, Anchor.EXPLICIT, reasoning)


def seen_from_publication(when: EdtfDate, seen: Seen, *, value: str = "", how: str = "") -> Meaning:
    """A date that follows from the day of publication."""
    value = value or timex_value(when)
    return Meaning(TimexType.DATE, value, when, Anchor.PUBLICATION, seen.from_publication(when, how))


_APPROXIMATE = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE)


def nearly(meaning: Meaning, seen: Seen) -> Meaning:
    """The same time as "around" it: EDTF marks it with ~, TIMEX3's value stays."""
    if meaning.date.precision not in _APPROXIMATE or meaning.date.text.endswith("~"):
        return meaning
    reasoning = f"{meaning.reasoning} What stands before “{seen.words}” makes it about then."
    return replace(meaning, date=edtf(f"{meaning.date.text}~"), reasoning=reasoning)


_VALUE_WITHOUT_DAY = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


def value_without_day(unit: str) -> str:
    """TIMEX3's value of a unit of which nobody knows which."""
    return _VALUE_WITHOUT_DAY.get(unit, "XXXX")


def unresolved(unit: str, seen: Seen) -> Meaning:
    """A unit that is seen from a date which is not known finely enough."""
    reasoning = seen.said("is seen from a date told before it, which is not known finely enough")
    return Meaning(TimexType.DATE, value_without_day(unit), UNKNOWN_DATE, Anchor.PREVIOUS, reasoning)


def timeless(kind: TimexType, value: str, seen: Seen, rule: str) -> Meaning:
    """Words of time without a place in the calendar."""
    return Meaning(kind, value, UNKNOWN_DATE, Anchor.NONE, seen.said(rule))
