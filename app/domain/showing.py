"""Dates as people write them."""

from typing import Protocol

from app.domain.edtf import EdtfDate, Precision, edtf


class Saying(Protocol):
    """What says a message in another language; gettext's translations are of this shape."""

    def gettext(self, message: str, /) -> str:
        """The message in that language."""

    def pgettext(self, context: str, message: str, /) -> str:
        """The message as it is said in a context, such as a month within a date."""


class _InEnglish:
    def gettext(self, message: str, /) -> str:
        return message

    def pgettext(self, _context: str, message: str, /) -> str:
        return message


IN_ENGLISH: Saying = _InEnglish()

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PARTS_OF_YEAR = {
    21: "spring %(year)s",
    22: "summer %(year)s",
    23: "autumn %(year)s",
    24: "winter %(year)s",
    33: "first quarter of %(year)s",
    34: "second quarter of %(year)s",
    35: "third quarter of %(year)s",
    36: "fourth quarter of %(year)s",
    40: "first half of %(year)s",
    41: "second half of %(year)s",
}
# By the last figure of the number, for English writes ordinals so.
CENTURIES = {
    0: "%(number)sth century",
    1: "%(number)sst century",
    2: "%(number)snd century",
    3: "%(number)srd century",
}
# Some languages say a month otherwise with its day ("15 августа") than without one ("август 2022"), or over a list.
WITH_DAY, WITHOUT_DAY, ALONE = "with its day", "without a day", "alone"


def date_to_people(when: EdtfDate, saying: Saying = IN_ENGLISH) -> str:
    """A date in words, at the precision it has: "15 August 2022", "July 2022", "by 15 August 2022", "date unknown"."""
    text = when.text
    if not text:
        return saying.gettext("date unknown")
    if text.startswith("["):
        either = saying.gettext("or")  # not within an f-string: extraction sees no calls in those before Python 3.12
        return f" {either} ".join(date_to_people(edtf(part.strip()), saying) for part in text[1:-1].split(","))
    if "/" in text:
        start, _, end = text.partition("/")
        return _interval(start, end, saying)
    if text.startswith("XXXX-"):
        month, _, day = text[5:].partition("-")
        date = _day_of_month(int(month), day.lstrip("0"), saying)
        return saying.gettext("%(date)s, year unknown") % {"date": date}
    return _how_sure(text, _plain(text.rstrip("~?%"), when.precision, saying), saying)


def _how_sure(text: str, date: str, saying: Saying) -> str:
    if text[-1] in "~%":
        date = saying.gettext("about %(date)s") % {"date": date}
    return saying.gettext("perhaps %(date)s") % {"date": date} if text[-1] in "?%" else date


def _plain(text: str, precision: Precision, saying: Saying) -> str:
    """One date without marks of doubt."""
    if precision is Precision.DECADE:
        return saying.gettext("%(year)ss") % {"year": text.replace("X", "0")}
    if precision is Precision.CENTURY:
        number = int(text[:2]) + 1
        ending = 0 if number in range(11, 14) else number % 10
        return saying.gettext(CENTURIES.get(ending, CENTURIES[0])) % {"number": number}
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return saying.gettext("%(year)s") % {"year": year}
    month, *day = rest
    if month > len(MONTHS):
        return saying.gettext(PARTS_OF_YEAR[month]) % {"year": year}
    if not day:
        named = saying.pgettext(WITHOUT_DAY, MONTHS[month - 1])
        return saying.gettext("%(month)s %(year)s") % {"month": named, "year": year}
    named = saying.pgettext(WITH_DAY, MONTHS[month - 1])
    return saying.gettext("%(day)s %(month)s %(year)s") % {"day": day[0], "month": named, "year": year}


def _day_of_month(month: int, day: str, saying: Saying) -> str:
    """A date without its year; without its day too where that is not told."""
    if not day:
        return saying.pgettext(WITHOUT_DAY, MONTHS[month - 1])
    named = saying.pgettext(WITH_DAY, MONTHS[month - 1])
    return saying.gettext("%(day)s %(month)s") % {"day": day, "month": named}


def _interval(start: str, end: str, saying: Saying) -> str:
    if start in ("", ".."):
        return saying.gettext("by %(date)s") % {"date": date_to_people(edtf(end), saying)}
    if end in ("", ".."):
        return saying.gettext("from %(date)s") % {"date": date_to_people(edtf(start), saying)}
    first, last = date_to_people(edtf(start), saying), date_to_people(edtf(end), saying)
    return saying.gettext("%(first)s – %(last)s") % {"first": _without_shared_end(first, last), "last": last}


def _without_shared_end(first: str, last: str) -> str:
    """Shorten "15 August 2022" before "21 August 2022" to "15"; years alone are kept whole."""
    firsts, lasts = first.split(), last.split()
    if len(firsts) != len(lasts):
        return first
    while len(firsts) > 1 and firsts[-1] == lasts[-1]:
        firsts.pop()
        lasts.pop()
    return " ".join(firsts)
