"""The day on which a named day falls: fixed, by a rule, or by the list of another calendar."""

from datetime import date, timedelta

from app.knowledge.named_day_rows import DayRule, EasterDay, FixedDay, NamedDayRow, WeekdayOfMonth
from app.pipeline.dating.calendar import day_or_unknown, orthodox_easter, weekday_of_month, western_easter

_EASTER = {"western": western_easter, "orthodox": orthodox_easter}
_NEAR_YEARS = 4  # from one 29 February to the next


def day_in(rule: DayRule, year: int) -> date | None:
    """The day of a year; None where it has none, or where the list does not reach."""
    if isinstance(rule, FixedDay):
        return day_or_unknown(year, rule.month, rule.day).earliest
    if isinstance(rule, WeekdayOfMonth):
        return weekday_of_month(year, rule.month, rule.weekday, rule.number)
    if isinstance(rule, EasterDay):
        return _EASTER[rule.easter](year) + timedelta(days=rule.offset_days)
    return next((day for day in rule.days if day.year == year), None)


def days_near(rule: DayRule, year: int) -> list[date]:
    """The days of the years around one; some may be missing."""
    found = [day_in(rule, near) for near in range(max(1, year - _NEAR_YEARS), year + _NEAR_YEARS + 1)]
    return [day for day in found if day is not None]


def yearless(rule: DayRule) -> str:
    """EDTF of the day as far as it is the same every year: `XXXX-12-25`, `XXXX-11`, "" for one that moves freely."""
    if isinstance(rule, FixedDay):
        return f"XXXX-{rule.month:02}-{rule.day:02}"
    return f"XXXX-{rule.month:02}" if isinstance(rule, WeekdayOfMonth) else ""


def told_to_people(row: NamedDayRow) -> str:
    """The rule in words: "15 August", "the fourth Thursday of November"."""
    if isinstance(row.rule, FixedDay) and not row.told_as:
        return f"{row.rule.day} {date(2000, row.rule.month, 1):%B}"
    return row.told_as
