"""Ranges of days as the filter asks for them, as dates, and the ranges around and beside them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.edtf import EdtfDate, edtf
from app.web.time_bins import DECADE, MONTH, QUARTER, YEAR, Unit


@dataclass(frozen=True)
class DayRange:
    """From one day to another, both included."""

    first: date
    last: date

    @property
    def asked_from(self) -> str:
        """The value of `from`, as coarse as both ends allow."""
        return self._ends()[0]

    @property
    def asked_to(self) -> str:
        """The value of `to`, as coarse as both ends allow."""
        return self._ends()[1]

    @property
    def when(self) -> EdtfDate:
        """The date that it is: 2022-08, 2022-33 for a quarter, 199X, or an interval as coarse as its ends allow."""
        year = f"{self.first.year:04d}"
        quarter = f"{year}-{33 + QUARTER.index_of(self.first) % 4}"
        for text in (
            self.first.isoformat(),
            self.first.isoformat()[:7],
            quarter,
            year,
            f"{year[:3]}X",
            f"{year[:2]}XX",
        ):
            when = edtf(text)
            if when.bounds == (self.first, self.last):
                return when
        return edtf("/".join(self._ends()))

    def around(self) -> tuple["DayRange", ...]:
        """Wider and wider: to whole months, years, decades."""
        wider = dict.fromkeys(self._rounded(unit) for unit in (MONTH, YEAR, DECADE))
        return tuple(found for found in wider if found != self)

    def before(self) -> "DayRange | None":
        """As long a range that ends where this one begins; None where the calendar does."""
        return self._moved(-1)

    def after(self) -> "DayRange | None":
        """As long a range that begins where this one ends; None where the calendar does."""
        return self._moved(1)

    def _ends(self) -> tuple[str, str]:
        first, last = self.first.isoformat(), self.last.isoformat()
        if self == self._rounded(YEAR):
            return first[:4], last[:4]
        if self == self._rounded(MONTH):
            return first[:7], last[:7]
        return first, last

    def _rounded(self, unit: Unit) -> "DayRange":
        return DayRange(unit.first_day(unit.index_of(self.first)), unit.last_day(unit.index_of(self.last)))

    def _moved(self, direction: int) -> "DayRange | None":
        try:
            return self._moved_by_months(direction) if self == self._rounded(MONTH) else self._moved_by_days(direction)
        except (OverflowError, ValueError):
            return None

    def _moved_by_months(self, direction: int) -> "DayRange":
        months = direction * (MONTH.index_of(self.last) - MONTH.index_of(self.first) + 1)
        first = MONTH.first_day(MONTH.index_of(self.first) + months)
        last = MONTH.first_day(MONTH.index_of(self.last) + months)
        return DayRange(first, last.replace(day=monthrange(last.year, last.month)[1]))

    def _moved_by_days(self, direction: int) -> "DayRange":
        days = direction * (self.last - self.first + timedelta(days=1))
        return DayRange(self.first + days, self.last + days)
