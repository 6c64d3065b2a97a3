"""Readers of a day, month or season whose year is told by its last two digits: "24 Feb 22", "March '09"."""

from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen
from app.pipeline.dating.numbers import year_of_short
from app.pipeline.dating.readers.absolute import read_day, read_month, read_season


def read_day_of_short_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "24 Feb 22": the year of the century around ours; None where the number may count what follows."""
    if not seen.stands_before("no_noun_follows"):
        return None
    return read_day({"day": parts["day"], "month": parts["month"], "year": _year(parts)}, seen)


def read_month_of_short_year(parts: Parts, seen: Seen) -> Meaning:
    """Read "March '09"."""
    return read_month({"month": parts["month"], "year": _year(parts)}, seen)


def read_season_of_short_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "the summer of '69"."""
    return read_season({"season": parts["season"], "year": _year(parts)}, seen)


def _year(parts: Parts) -> int:
    return year_of_short(int(parts["short_year"]))
