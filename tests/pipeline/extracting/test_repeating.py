"""Times in a row that one verb tells, and what stands between them."""

import pytest

from tests.support.stories import told


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Kim travelled to Moscow in 2001, to Kazan in 2002 and to Ulan-Ude in 2011.", ["2001", "2002", "2011"]),
        ("Putin and Kim met in Moscow in May 2001, and again at the dam in July 2002.", ["2001-05", "2002-07"]),
        ("Russia sent Pyongyang 300 lorries last autumn and another 40 or so in March.", ["2009-23", "2010-03"]),
        ("The Soviet Union lent North Korea grain in 1956, oil in 1957 and tin in 1958.", ["1956", "1957", "1958"]),
        ("Putin signed the pact with Kim on 9 May, and Kim his decree two days later.", ["2010-05-09", "2010-05-11"]),
        ("Kim Il Sung thanked Moscow in 1949 and, at greater length, in 1961.", ["1949", "1961"]),
        ("Putin invited Kim to Moscow last May, as he had already done in Kazan in 2001.", ["2009-05", "2001"]),
        ("Russia’s upper house voted for Kim’s pact in May, and the lower did so in June.", ["2010-05", "2010-06"]),
    ],
)  # fmt: skip
def test_a_verb_is_left_out_before_further_times(sentence: str, dates: list[str]) -> None:
    assert [mention.date.text for mention in told(sentence)] == dates


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Kim came to Moscow in 2001, and in 2002 Putin thanked him.", ["came to", "thanked"]),
        ("Kim came to Moscow in 2001, to the joy of Putin, who in 2002 handed him a gift.", ["came to", "handed"]),
    ],
)
def test_a_time_with_a_verb_of_its_own_is_told_by_that(sentence: str, verbs: list[str]) -> None:
    assert [mention.trigger.of(sentence) for mention in told(sentence)] == verbs


@pytest.mark.parametrize(
    ("sentence", "dates", "headline"),
    [
        ("Kim is on his first visit to Russia since 2002.", ["../2010-06-16", "2002"], "Kim is on his visit to Russia"),
        ("Kim met Putin on 14 June for the first time since May 2001.", ["2010-06-14", "2001-05"], "Kim met Putin"),
    ],
)
def test_the_first_since_a_time_tells_of_the_one_before(sentence: str, dates: list[str], headline: str) -> None:
    mentions = told(sentence)
    assert [mention.date.text for mention in mentions] == dates
    assert mentions[-1].headline == headline


@pytest.mark.parametrize(
    "sentence",
    [
        "It is Kim’s first visit to Russia since he took power in 2001.",
        "It is Putin’s first visit to Pyongyang since 1991.",
        "Kim made his visit to Russia since 2002 a habit.",
    ],
)
def test_a_since_that_counts_from_something_else_tells_of_none_before(sentence: str) -> None:
    assert [mention.date.text for mention in told(sentence)] == ["../2010-06-16"]
