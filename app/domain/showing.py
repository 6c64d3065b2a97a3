"""Dates as people write them."""

from app.domain.edtf import EdtfDate, Precision, edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip


def date_to_people(when: EdtfDate) -> str:
    """A date in words, at the precision it has: "15 August 2022", "July 2022", "by 15 August 2022", "date unknown"."""
    text = when.text
    if not text:
        return "date unknown"
    if text.startswith("["):
        return " or ".join(date_to_people(edtf(part.strip())) for part in text[1:-1].split(","))
    if "/" in text:
        return _interval(*text.split("/"))
    if text.startswith("XXXX-"):
        month, _, day = text[5:].partition("-")
        return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1]))) + ", year unknown"
    return _how_sure(text) + _plain(text.rstrip("~?%"), when.precision)


def _how_sure(text: str) -> str:
    perhaps = "perhaps " if text[-1] in "?%" else ""
    return perhaps + ("about " if text[-1] in "~%" else "")


def _plain(text: str, precision: Precision) -> str:
    """One date without marks of doubt."""
    if precision is Precision.DECADE:
        return text.replace("X", "0") + "s"
    if precision is Precision.CENTURY:
        return f"{_ordinal(int(text[:2]) + 1)} century"
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return str(year)
    month, *day = rest
    named = MONTHS[month - 1] if month <= len(MONTHS) else _PARTS[month]
    return " ".join([*map(str, day), named, str(year)])


def _ordinal(number: int) -> str:
    if number % 10 in (1, 2, 3) and number % 100 not in range(11, 14):
        return f"{number}{('st', 'nd', 'rd')[number % 10 - 1]}"
    return f"{number}th"


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"by {date_to_people(edtf(end))}"
    if end in ("", ".."):
        return f"from {date_to_people(edtf(start))}"
    first, last = date_to_people(edtf(start)), date_to_people(edtf(end))
    return f"{_without_shared_end(first, last)} – {last}"


def _without_shared_end(first: str, last: str) -> str:
    """Shorten "15 August 2022" before "21 August 2022" to "15"; years alone are kept whole."""
    firsts, lasts = first.split(), last.split()
    if len(firsts) != len(lasts):
        return first
    while len(firsts) > 1 and firsts[-1] == lasts[-1]:
        firsts.pop()
        lasts.pop()
    return " ".join(firsts)
