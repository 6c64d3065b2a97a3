"""Words that name a time: what is found in whole sentences, and what must hold for any text."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.edtf import EdtfDate, day_date, edtf
from app.domain.timex import Anchor, TimexType
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)
MONDAY = edtf("2022-08-15")


def read(text: str, published: EdtfDate = MONDAY) -> list[tuple[str, str]]:
    return [(e.text, e.date.text or e.value) for e in find_time_expressions(text, DATING, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # years and what only looks like one
        ("In the 2021 letter he recalled a visit in 2019.", [("2021", "2021"), ("2019", "2019")]),
        ("Japan held it from 1910 to 1945.", [("from 1910 to 1945", "1910/1945")]),
        ("Japan’s 1910-1945 colonial rule", [("1910-1945", "1910/1945")]),
        ("The 100,000 volunteers and 229-39-11 and +994 50", []),
        ("They hired 2000 workers at $1950 each.", []),
        ("See https://harbour.example/2019/05/01/ferry-1999.html for more.", []),
        ("The Tu-154 flew 1600 km.", []),
        ("Flight 2004 landed in Room 1984 under Resolution 1929.", []),
        # yearless
        ("He said on state TV on August 5 that it would send troops.", [("August 5", "2022-08-05")]),
        ("In July, it recognised them.", [("July", "2022-07")]),
        ("The ship arrived on 20 December.", [("20 December", "2021-12-20")]),
        ("The vote will be held on 20 December.", [("20 December", "2022-12-20")]),
        ("The vote will bring Mr. Low to Hull in July.", [("July", "2023-07")]),
        ("Elections are expected in November.", [("November", "2022-11")]),
        # weekdays
        ("KCNA reported Monday.", [("Monday", "2022-08-15")]),
        ("He arrived on Tuesday.", [("Tuesday", "2022-08-09")]),
        ("He will arrive on Tuesday.", [("Tuesday", "2022-08-16")]),
        ("On Tuesday, he will meet the envoy.", [("Tuesday", "2022-08-16")]),
        # relative to what was told
        ("They met on 24 April 2019. The following day they dined.", [("24 April 2019", "2019-04-24"),
                                                                      ("The following day", "2019-04-25")]),
        ("A pact was signed in 1961. A year later trade grew.", [("1961", "1961"), ("A year later", "1962")]),
        ("On 25 June 1950 war broke out. In October others came.", [("25 June 1950", "1950-06-25"),
                                                                    ("October", "1950-10")]),
        ("They met last July.", [("last July", "2021-07")]),
        ("In 2019, they met on April 25.", [("2019", "2019"), ("April 25", "2019-04-25")]),
        ("The leader, who came in 2019, said on August 5 that", [("2019", "2019"), ("August 5", "2022-08-05")]),
        ("(Gazette, July 7, 1961.) On July 6 a pact was signed.", [("July 7, 1961", "1961-07-07"),
                                                                   ("July 6", "1961-07-06")]),
        ("He came on 24 April 2019. On April 26 he left.", [("24 April 2019", "2019-04-24"),
                                                           ("April 26", "2019-04-26")]),
        ("A pact of 6 July 1961 was hailed on 5 August.", [("6 July 1961", "1961-07-06"), ("5 August", "2022-08-05")]),
        # named days and anniversaries
        ("It came on Pyongyang’s liberation day.", [("liberation day", "2022-08-15")]),
        ("It marked the 77th anniversary of the end of Japan’s occupation.", [("the 77th anniversary", "2022-08-15")]),
        ("It marked the 60th anniversary of the victory over Nazi Germany.", [("the 60th anniversary", "2005-05-09")]),
        ("They marked the 70th anniversary of the founding of the DPRK.", [("the 70th anniversary", "2018-09-09")]),
        ("On 3 May 2001 he left. He wrote on August 15, the 66th anniversary of the liberation of Korea.",
         [("3 May 2001", "2001-05-03"), ("August 15", "2011-08-15"), ("the 66th anniversary", "2011-08-15")]),
        ("He wrote on August 14, the 66th anniversary of the liberation of Korea.",
         [("August 14", "2022-08-14"), ("the 66th anniversary", "2011-08-15")]),
        ("On Liberation Day last August they met.", [("Liberation Day last August", "2021-08-15")]),
        # what was told last is coarser
        ("He came on 3 May 2004. In June 2005, in the same week in which she came, he left.",
         [("3 May 2004", "2004-05-03"), ("June 2005", "2005-06"), ("the same week", "2005-06")]),
        ("He came on 3 May 2004. In June 2005 she left. The next day it rained.",
         [("3 May 2004", "2004-05-03"), ("June 2005", "2005-06"), ("The next day", "XXXX-XX-XX")]),
        ("She was ill from 12 to 17 May 2003, and died on the 13th.",
         [("from 12 to 17 May 2003", "2003-05-12/2003-05-17"), ("the 13th", "2003-05-13")]),
        # a clause of its own year, and a day of the last week in the news
        ("Older hands recall 1965, when he came in February.", [("1965", "1965"), ("February", "1965-02")]),
        ("In February 2000 a treaty was signed. On August 14 he sent a message.",
         [("February 2000", "2000-02"), ("August 14", "2022-08-14")]),
        # the participle beside a time has it, and the verb behind does not
        ("The treaty signed in June will be debated in May.", [("June", "2022-06"), ("May", "2023-05")]),
        ("The vote expected on Tuesday will be close.", [("Tuesday", "2022-08-16")]),
        # a day by its number follows the month that was just named
        ("The talks were in April. He stopped here on the 24th.", [("April", "2022-04"), ("the 24th", "2022-04-24")]),
        ("He said on the 8th that she had left on the 27th.", [("the 8th", "2022-08-08"), ("the 27th", "2022-07-27")]),
        # no calendar dates
        ("It was developed century after century.", [("century after century", "P1CE")]),
        ("“We trade with Russia today,” he said.", [("today", "PRESENT_REF")]),
        ("He stayed for three years.", [("three years", "P3Y")]),
        # other scripts
        ("Договор был подписан 19 июня 2024 года.", [("19 июня 2024 года", "2024-06-19")]),
        ("2019년 4월 25일 블라디보스토크에서", [("2019년 4월 25일", "2019-04-25")]),
        # damage
        ("It was signed on\u00a06\u00a0July\u00a01961.", [("6\u00a0July\u00a01961", "1961-07-06")]),
        ("on 31 June 2004", []),
        ("on 29 February 2022", []),
    ],
)  # fmt: skip
def test_a_sentence_names_these_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("last month", "2022-08-15/2022-08-21", "2022-07"),
        ("yesterday", "2022-08-15/2022-08-21", "2022-08-14/2022-08-20"),
        ("on Monday", "2022-08-15/2022-08-21", "2022-08-15"),
        ("in July", "2022", "2021-07-01/2022-07-31"),
        ("last year", "2022", "2021"),
        ("last year", "2022-08", "2021"),
        ("last month", "", ""),
        ("on August 5", "", "XXXX-08-05"),
        ("last year", "2022-08-15/..", ""),
        ("on 3 March 2004", "", "2004-03-03"),
    ],
)
def test_a_span_of_publication_is_seen_from_both_its_ends(words: str, published: str, expected: str) -> None:
    (found,) = find_time_expressions(f"It came {words}.", DATING, edtf(published))
    assert found.date.text == expected


def test_an_anniversary_tells_what_it_recalls() -> None:
    named, unnamed = find_time_expressions(
        "The 77th anniversary of the end of Japan’s rule. The 60th anniversary of the port.", DATING, MONDAY
    )
    assert (named.commemorated.text, named.date.text, named.is_anniversary) == ("1945-08-15", "2022-08-15", True)
    assert (unnamed.commemorated.text, unnamed.date.text, unnamed.is_anniversary) == ("1962", "", True)


def test_the_reasoning_is_a_sentence_with_the_words_and_the_day() -> None:
    (found,) = find_time_expressions("It was signed last month.", DATING, MONDAY)
    assert found.reasoning == "“last month”, seen from 15 August 2022, is July 2022."


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("He left on May 3.", " and looking back, is 3 May 2022."),
        ("He left on October 10.", ", the nearest one, is 10 October 2022."),  # most of a year ago, by its verb
    ],
)
def test_the_reasoning_names_the_side_of_a_day_only_where_the_day_lies_on_it(text: str, how: str) -> None:
    (found,) = find_time_expressions(text, DATING, MONDAY)
    assert found.reasoning.endswith(how)


TIMEX3_VALUE = re.compile(
    r"\d{2,4}|(\d{4}|XXXX)-(\d\d|XX|WXX|Q[X\d]|H\d|SP|SU|FA|WI)(-(\d\d|XX|WE|\d))?|\d{4}-W\d\d(-WE)?|XXXX(-WXX-\d)?|"
    r"BC\d{2,4}|((\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)|\d{4}-W\d\d-\d|XXXX-WXX-\d)T(\d\d:\d\d|MO|AF|EV|NI)|"
    r"XXXX-(XX-XX|WXX-\d)T(MO|AF|EV|NI)|"
    r"P(T)?([\dX]+|\d+\.\d)(D|W|M|Y|Q|DE|CE|H|S|WE)|P\d+(Y6M|M15D|DT12H)|PT\d+(H30M|M30S)|(PAST|PRESENT|FUTURE)_REF|[^/]+/[^/]+"
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(sorted(DATING.lexicon.words)),
        st.sampled_from(sorted(DATING.lexicon.words)).map(str.capitalize),
        st.sampled_from(
            ["2022", "15", "3rd", "1990s", "1910-1945", "2022-08-15", "31", "8월", "Liberation Day", "\n\n"]
        ),
        st.text(max_size=6),
    ),
    max_size=25,
)
ANY_TEXT = st.one_of(st.text(max_size=200), PIECES.map(" ".join), PIECES.map("".join))
ANY_PUBLICATION = st.one_of(
    st.dates(date(1900, 1, 1), date(2049, 12, 31)).map(day_date),
    st.sampled_from(
        ["", "2022", "2022-08", "2022-08-15/2022-08-21", "../2022-08-15", "2022-02-24/..", "1999/2001"]
    ).map(edtf),
)


@example("Dawn, Liberation Day", edtf("2022"))
@given(ANY_TEXT, ANY_PUBLICATION)
def test_positions_fit_and_dates_are_dates_whatever_the_text(text: str, published: EdtfDate) -> None:
    end = 0
    for found in find_time_expressions(text, DATING, published):
        assert text[found.span.start : found.span.end] == found.text
        assert end <= found.span.start < found.span.end
        end = found.span.end
        assert edtf(found.date.text) == found.date
        assert (found.date.earliest or date.min) <= (found.date.latest or date.max)
        assert edtf(found.commemorated.text) == found.commemorated
        assert TIMEX3_VALUE.fullmatch(found.value), found
        assert found.reasoning.startswith("“")
        assert (found.anchor is Anchor.NONE) <= (found.date.text == "")
        assert found.type in (TimexType.DATE, TimexType.TIME) or not found.date.text


DAY_RELATIVE = ["yesterday", "today", "tomorrow", "three days ago", "ten days ago"]


@given(st.dates(date(1950, 1, 1), date(2040, 1, 1)), st.integers(-400, 400), st.sampled_from(DAY_RELATIVE))
def test_publication_shifted_by_days_shifts_what_is_seen_from_it(day: date, shift_days: int, words: str) -> None:
    (before,) = find_time_expressions(f"It came {words}.", DATING, day_date(day))
    (after,) = find_time_expressions(f"It came {words}.", DATING, day_date(day + timedelta(days=shift_days)))
    assert before.date.earliest is not None
    assert after.date.earliest == before.date.earliest + timedelta(days=shift_days)


@given(st.dates(date(1950, 1, 1), date(2040, 1, 1)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_lies_within_the_week_before_publication(day: date, weekday: str) -> None:
    (found,) = find_time_expressions(f"He arrived on {weekday}.", DATING, day_date(day))
    assert found.date.earliest is not None
    assert day - timedelta(days=6) <= found.date.earliest <= day
    assert f"{found.date.earliest:%A}" == weekday


EXAMPLES = [
    re.sub(r"\[([^\]=]+?)(?: = [^\]]+)?\]", r"\1", example) for row in DATING.form_rows for example in row.finds
]
ENGLISH = [example for example in EXAMPLES if not re.search(r"[^\x00-\u024F\u2000-\u206F]", example)]


@pytest.mark.parametrize("text", ENGLISH)
def test_curly_quotes_and_upper_case_change_nothing(text: str) -> None:
    expected = [when for _, when in read(text)]
    assert [when for _, when in read(text.upper())] == expected
    assert [when for _, when in read(text.replace("'", "’"))] == expected
    assert [when for _, when in read(text.replace("’", "'"))] == expected


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("blank", ["\u00a0", "\t", "  ", "\u200b ", "&nbsp;"])
def test_whatever_stands_for_a_blank_changes_nothing(text: str, blank: str) -> None:
    expected = [when for _, when in read(text)]
    assert [when for _, when in read(text.replace(" ", blank))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister will arrive\r\nin Rome on Friday.", ["2022-08-19"]),
        ("He will leave.\nThe mill opened on Friday.", ["2022-08-12"]),
        ("It was signed on Septem-\nber 15, 2004.", ["2004-09-15"]),
        ("It was signed on 15 Sep\u00adtember 2004.", ["2004-09-15"]),
        ("It was signed on August 15&ndash;21, 2022.", ["2022-08-15/2022-08-21"]),
        ("signed 15 august 2022, on monday or in june", ["2022-08-15", "2022-08-15", "2022-06"]),
        ("an august body may march; sun and sea", []),
    ],
)
def test_damaged_texts_are_read_as_far_as_they_tell(text: str, expected: list[str]) -> None:
    assert [when for _, when in read(text)] == expected
