"""Readers of years told otherwise than by their number: North Korea's years of Juche, decades by their first year."""

from dataclasses import replace

from app.domain.edtf import edtf
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit
from app.pipeline.dating.readers.absolute import read_day, read_month, read_year

_YEAR_BEFORE_JUCHE = 1911  # 1912 is Juche 1


def read_juche(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "Juche 89 (2000)", "Juche 111", "June 19, Juche 113 (2024)"; None for a year that nobody counts so.

    The year in the bracket is the one that is read; where the other does not fit it, the reasoning says so.
    """
    of_juche = int(parts["count"]) + _YEAR_BEFORE_JUCHE
    year = int(parts.get("year", of_juche))
    if of_juche > _LAST_YEAR:
        return None
    read = read_day if "day" in parts else read_month if "month" in parts else read_year
    meaning = read({**parts, "year": year}, seen)
    if meaning is None:
        return None
    told = f"Juche {parts['count']} is {of_juche}, counted from 1912"
    if year != of_juche:
        told += f", but {year} stands beside it and is taken"
    return replace(meaning, reasoning=f"{meaning.reasoning} {told}.")


_LAST_YEAR = 2199


def read_decade_of(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "1990년대", "в 60-е годы"; None for a year that begins no decade, and for ages such as "20대"."""
    year = int(parts["year"])
    year += 1900 if year < _FIRST_CENTURY else 0
    return explicit(edtf(f"{year // 10:03}X"), seen) if year % 10 == 0 else None


_FIRST_CENTURY = 100
