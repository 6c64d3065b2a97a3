"""Calendars that other programs read: lines folded, texts escaped, only certain days, and what is left out told."""

import re
from itertools import islice

import pytest
from hypothesis import given

from app.exporting.calendar_file import MOST_OCTETS, as_text, folded, write_calendar
from app.exporting.view import View
from app.queries.told import ToldEvent
from tests.exporting.made import HERE, HOSTILE, THERE, endless, told


def properties(view: View, *events: ToldEvent) -> list[tuple[str, str]]:
    """Names with their parameters and values, unfolded, in the order of the file."""
    text = "".join(write_calendar(view, events, "No event is left out."))
    assert text.endswith("END:VCALENDAR\r\n")
    assert re.search(r"[^\r]\n|\r[^\n]", text) is None
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return [(line.partition(":")[0], line.partition(":")[2]) for line in lines]


def unescaped(value: str) -> str:
    """A value of the type TEXT as RFC 5545, section 3.3.11, reads it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(HOSTILE)
def test_a_text_read_back_is_the_same_but_for_line_ends_and_controls(written: str) -> None:
    escaped = as_text(written)
    assert "\n" not in escaped
    assert re.search(r"(?<!\\)(?:\\\\)*[;,]", escaped) is None
    kept = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]", "", "\n".join(written.splitlines()))
    assert unescaped(escaped) == kept


@given(HOSTILE)
def test_a_folded_line_has_short_pieces_and_is_whole_again_when_unfolded(written: str) -> None:
    line = "SUMMARY:" + as_text(written) * 5
    pieces = folded(line).removesuffix("\r\n").split("\r\n")
    assert all(len(piece.encode()) <= MOST_OCTETS for piece in pieces)
    assert folded(line).replace("\r\n ", "") == line + "\r\n"


@given(HOSTILE, HOSTILE)
def test_no_text_adds_a_property_or_an_entry(title: str, quote: str) -> None:
    names = [name for name, _ in properties(THERE, told(title, quote=quote))]
    assert names == [name for name, _ in properties(THERE, told())]


def test_an_entry_is_a_whole_day_that_takes_no_time() -> None:
    found = dict(properties(THERE, told()))
    assert found["DTSTART;VALUE=DATE"] == "20220815"
    assert found["TRANSP"] == "TRANSPARENT"
    assert found["URL"] == "https://tumen.example/events/e0123456789abcdef"
    assert "DTEND" not in found


def test_without_a_base_there_is_no_address_that_would_be_none() -> None:
    assert "URL" not in dict(properties(HERE, told()))


@pytest.mark.parametrize(
    "date", ["2022-08", "2022-08-15~", "2022-08-15?", "../2022-08-15", "1910/1945", "XXXX-08-15", ""]
)
def test_what_is_not_known_to_the_day_is_no_entry(date: str) -> None:
    assert ("BEGIN", "VEVENT") not in properties(THERE, told(date=date))


def test_a_claim_is_marked_as_one() -> None:
    found = dict(properties(THERE, told(status="claimed")))
    assert (found["STATUS"], found["SUMMARY"]) == ("TENTATIVE", "A letter (claimed)")
    assert dict(properties(THERE, told()))["STATUS"] == "CONFIRMED"


def test_the_first_year_is_written_with_four_digits() -> None:
    assert dict(properties(THERE, told(date="0001-01-02")))["DTSTART;VALUE=DATE"] == "00010102"


def test_the_same_timeline_is_the_same_file() -> None:
    assert properties(THERE, told()) == properties(THERE, told())


def test_it_is_written_as_it_is_read() -> None:
    assert len(list(islice(write_calendar(THERE, endless(), ""), 5))) == 5
