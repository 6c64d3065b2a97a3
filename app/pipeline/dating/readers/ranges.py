"""Readers of ranges whose ends are told unlike each other: days of two months or years, days of an untold month."""

from app.domain.edtf import span_date
from app.domain.timex import Anchor
from app.pipeline.dating.calendar import day_or_unknown
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen, explicit, seen_from_publication
from app.pipeline.dating.readers.absolute import read_day, read_days, read_months
from app.pipeline.dating.readers.near import read_day_of_month, told_after
from app.pipeline.dating.readers.told import DATED


def read_day_range(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "с 28 декабря 2021 года по 3 января 2022 года": either end may leave its year to the other."""
    first_month, month = int(parts["first_month"]), int(parts["month"])
    first, last = int(parts["first"]), int(parts["last"])
    turns = first_month > month
    if "year" in parts or "first_year" in parts:
        year = int(parts["year"]) if "year" in parts else int(parts["first_year"]) + turns
        first_year = int(parts["first_year"]) if "first_year" in parts else year - turns
        ends = day_or_unknown(year, month, last).latest
    else:
        meaning = read_day({"month": month, "day": last}, seen)
        ends = meaning.date.latest if meaning else None
        first_year = ends.year - turns if ends else 0
    starts = day_or_unknown(first_year, first_month, first).earliest
    if starts is None or ends is None or starts >= ends:
        return None
    when = span_date(starts, ends)
    is_told = "year" in parts or "first_year" in parts
    return explicit(when, seen) if is_told else seen_from_publication(when, seen)


def read_days_of_that_year(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "from 12 to 17 September that year": of the last year told of."""
    told = seen.told.last_of(DATED)
    if told.earliest is None:
        return None
    days = {name: parts[name] for name in ("days", "first", "last", "month") if name in parts}
    meaning = read_days({**days, "year": told.earliest.year + int(parts["shift"])}, seen)
    return told_after(meaning.date, seen) if meaning else None


def read_month_range(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "2021년 11월부터 2월까지", "5~7월": a year stands in front and is that of the first month."""
    months = str(parts.get("months") or f"{parts['first_month']}/{parts['last_month']}")
    first, last = map(int, months.split("/"))
    if max(first, last) > _MONTHS or first == last:
        return None
    ends = {"year": int(parts["year"]) + (first > last)} if "year" in parts else {}
    return read_months({"first_month": first, "last_month": last, **ends}, seen)


_MONTHS = 12


def read_days_of_month(parts: Parts, seen: Seen) -> Meaning | None:
    """Read "15~17일": of the month whose last day is the nearest, or of the story."""
    first, last = map(int, str(parts.get("days") or f"{parts['first']}/{parts['last']}").split("/"))
    ends = read_day_of_month({"day": last}, seen)
    if ends is None or ends.date.earliest is None or first >= last:
        return None
    when = span_date(ends.date.earliest.replace(day=first), ends.date.earliest)
    if ends.anchor is Anchor.PREVIOUS:
        return told_after(when, seen)
    return seen_from_publication(when, seen, how=", the nearest ones")
