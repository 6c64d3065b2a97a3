"""Readers of years told otherwise than by their number: the years of an era, decades by their first year."""

from dataclasses import replace

from app.domain.edtf import edtf
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit
from app.pipeline.dating.readers.absolute import read_day, read_month, read_year


def read_year_of_era(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "Reiwa 4", "Heisei 12 (2000)", "June 19, Reiwa 6"; None for a year that nobody counts so.

    The year in the bracket is the one that is read; where the other does not fit it, the reasoning says so.
    """
    era = seen.dating.eras[str(parts["era"])]
    counted = era.year(int(parts["count"]))
    year = int(parts.get("year", counted))
    if counted > _LAST_YEAR:
        return None
    read = read_day if "day" in parts else read_month if "month" in parts else read_year
    meaning = read({**parts, "year": year}, seen)
    if meaning is None:
        return None
    told = f"{era.name} {parts['count']} is {counted}, counted from {era.first_year}"
    if year != counted:
        told += f", but {year} stands beside it and is taken"
    return replace(meaning, reasoning=f"{meaning.reasoning} {told}.")


_LAST_YEAR = 2199


def read_decade_of(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "1990년대", "в 60-е годы"; None for a year that begins no decade, and for ages such as "20대"."""
    year = int(parts["year"])
    year += 1900 if year < _FIRST_CENTURY else 0
    return explicit(edtf(f"{year // 10:03}X"), seen) if year % 10 == 0 else None


_FIRST_CENTURY = 100
