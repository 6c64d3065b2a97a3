"""Digests and running reports: each item's "today" is seen from the day at its head."""

import pytest

from app.domain.edtf import edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)


def read(text: str, published: str) -> list[tuple[str, str]]:
    return [(e.text, e.date.text) for e in find_time_expressions(text, DATING, edtf(published))]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "ROME, July 6 - The mill opened here today.\n\nOSLO, D.C., July 8 (ABC) -- He left on Monday.",
            "1986-11-26",
            ["1986-07-06", "1986-07-06", "1986-07-08", "1986-07-07"],
        ),
        (
            "[19 June, 02:50] The mayor has landed.\n[18 June, 09:10] In an article of yesterday he thanks her.",
            "2024-06-20",
            ["2024-06-19", "2024-06-18", "2024-06-17"],
        ),
        ("ROME, July 7, 1961 (ABC) -- She left yesterday.", "", ["1961-07-07", "1961-07-06"]),
        ("ROME, July 6—The two met today.", "1961-07-07", ["1961-07-06", "1961-07-06"]),
        (
            "ROME, July 6. (From our own man.) She left today.\n* * * OSLO, July 7. (ABC.) She came today.",
            "1961-07-07",
            ["1961-07-06", "1961-07-06", "1961-07-07", "1961-07-07"],
        ),
        ("From Our Own Man\nROME, JULY 6\n\nShe left yesterday.", "1961-07-07", ["1961-07-06", "1961-07-05"]),
        # a page that is brought up to date
        ("[18 June, 09:10] In an article published on Tuesday he thanks her.", "2024-06-17", ["2024-06-18"] * 2),
        # no head of an item: prose, a chronology, a day after publication, a word between
        ("July 6 - He left yesterday.", "1986-11-26", ["1986-07-06", "1986-11-25"]),
        ("ROME, 6 July 1999 - He left yesterday.", "1986-11-26", ["1999-07-06", "1986-11-25"]),
        ("The mill, in ROME, July 6 - He left yesterday.", "1986-11-26", ["1986-07-06", "1986-11-25"]),
        ("In Short\nROME, JULY 6\n\nHe left yesterday.", "1986-11-26", ["1986-07-06", "1986-11-25"]),
    ],
)
def test_what_is_relative_is_seen_from_the_head_of_its_item(text: str, published: str, expected: list[str]) -> None:
    assert [when for _, when in read(text, published)] == expected
