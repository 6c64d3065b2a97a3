"""Readers of forms that name decades and centuries, and the years in which they turn."""

from app.domain.edtf import UNKNOWN_DATE, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.pipeline.dating.calendar import timex_value
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit, seen_from_publication


def read_decade(parts: Parts, seen: Seen) -> Meaning:
    """Read "the 1990s"."""
    return explicit(edtf(f"{int(parts['decade']):03}X"), seen)


def read_named_decade(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the nineties": of the century told of in a history, else of the 20th; "in her nineties" is an age."""
    if seen.stands_after("somebody's"):
        return None
    told = seen.told.reference.earliest if seen.told.is_history else None
    century = told.year // 100 if told else 19
    return explicit(edtf(f"{century:02}{parts['decade']}X"), seen)


def read_century(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the 20th century"; None for the first and those to come."""
    number = int(parts["century"])
    if not 1 < number <= 22:  # noqa: PLR2004 - the first has no year 0 to begin with
        return None
    return explicit(edtf(f"{number - 1:02}XX"), seen)


def read_century_of_hundreds(parts: Parts, seen: Seen) -> Meaning:
    """Read "the 1800s"."""
    return explicit(edtf(f"{int(parts['century']):02}XX"), seen)


def read_turn_of_century(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the turn of the 20th century": about its first year."""
    number = int(parts["century"])
    if not 1 < number <= 22:  # noqa: PLR2004 - as for centuries
        return None
    return explicit(edtf(f"{number - 1:02}00~"), seen, "is about its first year")


def read_turn_untold(parts: Parts, seen: Seen) -> Meaning:
    """Read "the turn of the century", "of the millennium": the last one before the story, or before publication."""
    told = seen.told.reference.earliest if seen.told.is_history else None
    now = told or seen.published
    if now is None:
        said = seen.said("is of a century that is not told")
        return Meaning(TimexType.DATE, "XXXX", UNKNOWN_DATE, Anchor.NONE, said)
    years = int(parts["years"])
    when = edtf(f"{now.year // years * years:04}~")
    if told is None:
        return seen_from_publication(when, seen, how=", about its first year")
    rule = seen.said(f"is seen from the year told before: {date_to_people(when)}")
    return Meaning(TimexType.DATE, timex_value(when), when, Anchor.PREVIOUS, rule)
