"""Readers of named days and anniversaries."""

from app.domain.edtf import UNKNOWN_DATE, day_date, edtf
from app.domain.showing import date_to_people
from app.domain.timex import Anchor, TimexType
from app.knowledge.dating_rows import DatingKnowledge, NamedDayRow
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.matching import Parts
from app.pipeline.dating.meaning import Meaning, Seen
from app.pipeline.dating.read_absolute import nearest_day
from app.pipeline.dating.surroundings import Direction

_LAST_YEAR = 9999


def read_named_day(parts: Parts, seen: Seen) -> Meaning:
    """Read "Liberation Day", "Victory Day 2005"."""
    row = seen.dating.named_days[str(parts["day"])]
    if "year" in parts:
        when = day_date(same_day_in(row.first_day, int(parts["year"])))
        reasoning = f"“{seen.words}”: {row.title} is {_day_and_month(row)}, so {date_to_people(when)}."
        return Meaning(TimexType.DATE, when.text, when, Anchor.EXPLICIT, reasoning, edtf(row.first))
    return _yearly(row, seen)


def _yearly(row: NamedDayRow, seen: Seen, *, is_anniversary: bool = False) -> Meaning:
    """A named day, its year not told: the last one, unless the clause looks ahead."""
    month, day = row.first_day.month, row.first_day.day
    if seen.published is None:
        when = edtf(f"XXXX-{month:02}-{day:02}")
    else:
        side = seen.looks if seen.looks is Direction.AHEAD else Direction.BACK
        when = nearest_day(month, day, seen.published, side)
    reasoning = (
        f"“{seen.words}”: {row.title} is {_day_and_month(row)}, first in {row.first_day.year}; "
        + seen.from_publication(when).removeprefix(f"“{seen.words}”, ")
    )
    return Meaning(
        TimexType.DATE, when.text, when, Anchor.PUBLICATION, reasoning, edtf(row.first), is_anniversary=is_anniversary
    )


def read_anniversary(parts: Parts, seen: Seen) -> Meaning:
    """Read "the 77th anniversary of the end of Japan's rule"; the day is known where its happening has a row."""
    row = recalled_day(parts, seen.after, seen.dating)
    number = parts.get("number")
    if row and number is not None and row.first_day.year + int(number) <= _LAST_YEAR:
        year = row.first_day.year + int(number)
        when = day_date(same_day_in(row.first_day, year))
        reasoning = (
            f"“{seen.words}” of what happened on {date_to_people(edtf(row.first))} ({row.title}): "
            f"{row.first_day.year} + {number} = {year}, so {date_to_people(when)}."
        )
        return Meaning(
            TimexType.DATE, when.text, when, Anchor.EXPLICIT, reasoning, edtf(row.first), is_anniversary=True
        )
    if row:
        return _yearly(row, seen, is_anniversary=True)
    return _unknown_day(seen, None if number is None else int(number))


def _unknown_day(seen: Seen, number: int | None) -> Meaning:
    """An anniversary whose day is not known; with its number and the year of publication, the year recalled is."""
    recalled = UNKNOWN_DATE
    rule = "recalls a day each year that these words do not tell"
    if number is not None and seen.published is not None and seen.published.year > number:
        year = seen.published.year - number
        recalled = edtf(f"{year:04}")
        rule = f"recalls {year}: {seen.published.year} - {number}; its day is not told"
    return Meaning(
        TimexType.DATE, "XXXX-XX-XX", UNKNOWN_DATE, Anchor.PUBLICATION, seen.said(rule), recalled, is_anniversary=True
    )


def recalled_day(parts: Parts, after: str, dating: DatingKnowledge) -> NamedDayRow | None:
    """The named day whose happening an anniversary recalls, by its name beside it or by how it is told.

    Args:
        parts: Parts of the form; `day` when a named day stands within it.
        after: The sentence behind it.
        dating: The rows.
    """
    if "day" in parts:
        return dating.named_days[str(parts["day"])]
    told = after[:160]
    if told.lstrip().startswith("of"):
        # The happening must follow at once: "of the end of Japan's rule", with only small words before it.
        rest = told.lstrip()[2:].lstrip()
        hits = [(found.start(), -len(found[0]), row.id) for pattern, row in dating.commemorations
                if (found := pattern.search(rest)) and found.start() <= _SMALL_WORDS]  # fmt: skip
        return dating.named_days[min(hits)[2]] if hits else None
    return None


_SMALL_WORDS = 40  # characters that may stand between "anniversary of" and what it names: "the Korean Peninsula’s …"


def _day_and_month(row: NamedDayRow) -> str:
    return f"{row.first_day.day} {row.first_day:%B}"
