"""Happenings told by how far they were from another one. Stories appear on Wednesday 16 June 2010."""

import pytest

from tests.support.stories import told


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Putin met Kim Jong Il in July 2000, five months after Ivanov had visited Pyongyang.", ["2000-07", "2000-02"]),
        (
            "Russia ended the treaty with North Korea in 1996, six years after Moscow established ties with Seoul.",
            ["1996", "1990"],
        ),
        (
            "Putin met Kim Jong Il on 19 July 2000, ten days before Lavrov, his foreign minister, visited Pyongyang.",
            ["2000-07-19", "2000-07-29"],
        ),
        (
            "In July 2000 Putin met Kim Jong Il, a month after Lavrov visited Pyongyang and two months after Bo.",
            ["2000-07", "2000-06"],
        ),
        (
            "In July 2000, a month after Lavrov and two months after Ivanov visited Pyongyang, Putin met Kim Jong Il.",
            ["2000-05", "2000-07"],
        ),
        # no finer than the date, nor than what is only about so long; and not for what the main clause tells
        ("Putin met Kim Jong Il in 2000, five months after Ivanov had visited Pyongyang.", ["2000"]),
        (
            "Putin met Kim Jong Il in July 2000, about five months after Ivanov had visited Pyongyang.",
            ["2000-07"],
        ),
        ("In 1996, six years after it came to Seoul, Russia ended the treaty with North Korea.", ["1996"]),
    ],
)
def test_a_clause_is_dated_by_its_distance_from_the_date_before_it(sentence: str, dates: list[str]) -> None:
    assert [mention.date.text for mention in told(sentence)] == dates
