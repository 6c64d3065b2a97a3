"""Korean and Russian: what whole sentences name, what merely begins alike, and what must hold for any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edtf import EdtfDate, day_date, edtf
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import find_time_expressions

DATING = load_dating(DEFAULT_SUBJECT)
MONDAY = edtf("2022-08-15")

RUSSIAN_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip
KOREAN_WEEKDAYS = "월화수목금토일"
DAYS = st.dates(date(1900, 1, 1), date(2049, 12, 31))


def read(text: str, published: EdtfDate = MONDAY) -> list[tuple[str, str]]:
    return [(e.text, e.date.text or e.value) for e in find_time_expressions(text, DATING, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "조선중앙통신은 15일 두 정상이 축전을 교환했다고 보도했다. 전날 보낸 전문에서 조국해방 77주년을 축하했다.",
            [("15일", "2022-08-15"), ("전날", "2022-08-14"), ("77주년", "2022-08-15")],
        ),
        (
            "두 정상은 2019년 4월 24일 도착해 25일 만났으며, 이듬해 5월에는 친서를 주고받았다.",
            [("2019년 4월 24일", "2019-04-24"), ("25일", "2019-04-25"), ("이듬해 5월", "2020-05")],
        ),
        (
            "1961년 7월 6일 맺은 조약을 두고, 러시아 외무부는 오는 9월 9일 대표단을 보낼 예정이라고 10일 밝혔다.",
            [("1961년 7월 6일", "1961-07-06"), ("오는 9월 9일", "2022-09-09"), ("10일", "2022-08-10")],
        ),
        (
            "지난해 12월부터 올해 3월까지 무역이 멈췄다. 상반기 교역은 지난달 말까지 줄었다.",
            [("지난해 12월", "2021-12"), ("올해 3월", "2022-03"), ("상반기", "2022-40"), ("지난달 말", "2022-07")],
        ),
        (
            "지난 24일 오전 10시에 쐈고 이틀 후 다시 쐈다.",
            [("지난 24일 오전 10시", "2022-07-24"), ("이틀 후", "2022-07-26")],
        ),
        ("일본은 수도 도쿄에서, 주민 2000명과 3만 원을, 20대 청년", []),
        ("오늘날씨, 내일이라는말, 이달력, 올해안, 현재명 기자, 설명, 세계 일주, 보름달", []),
        (
            "Президент в понедельник поздравил лидера КНДР с 77-й годовщиной освобождения Кореи.",
            [("понедельник", "2022-08-15"), ("77-й годовщиной", "2022-08-15")],
        ),
        (
            "Договор подписан 6 июля 1961 г. в Москве. В сентябре того же года он приехал снова. Год спустя он уехал.",
            [("6 июля 1961 г.", "1961-07-06"), ("сентябре того же года", "1961-09"), ("Год спустя", "1962")],
        ),
        (
            "Он был там в понедельник. Встреча состоится в пятницу. Он уехал во вторник, сообщили в четверг.",
            [("понедельник", "2022-08-15"), ("пятницу", "2022-08-19"), ("вторник", "2022-08-09"),
             ("четверг", "2022-08-11")],
        ),
        (
            "Сегодня в 15:30 он приедет, а вчера вечером, 12 августа и на прошлой неделе его не было.",
            [("Сегодня в 15:30", "2022-08-15"), ("вчера вечером", "2022-08-14"), ("12 августа", "2022-08-12"),
             ("прошлой неделе", "2022-08-08/2022-08-14")],
        ),
        ("«Сегодня мы торгуем», — сказал он.", [("Сегодня", "PRESENT_REF")]),
        ("Марта пришла к 2000 рабочих, окружающая среда, дом 15, 3 корабля, в конце концов, это год тигра", []),
        (
            "В 1990-х годах, в XX веке и с 3 по 5 мая 2004 года",
            [("1990-х годах", "199X"), ("XX веке", "19XX"), ("с 3 по 5 мая 2004 года", "2004-05-03/2004-05-05")],
        ),
    ],
)  # fmt: skip
def test_a_sentence_names_these_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15시 30분에 만났다. 8월 5일 오후 3시 30분", "2022-08-05T15:30"),
        ("Он уехал 5 августа в 9 часов утра", "2022-08-05T09:00"),
        ("어제 저녁", "2022-08-14TEV"),
    ],
)
def test_a_time_of_day_lies_in_the_day_beside_it(text: str, value: str) -> None:
    assert find_time_expressions(text, DATING, MONDAY)[-1].value == value


def test_the_ends_of_a_range_have_their_own_words() -> None:
    for text, ends in (
        ("8월 3일부터 5일까지 만났다.", [("8월 3일", "2022-08-03"), ("5일까지", "2022-08-05")]),
        ("Они встретились с 3-го по 5-е августа.", [("с 3-го", "2022-08-03"), ("5-е августа", "2022-08-05")]),
    ):
        (found,) = find_time_expressions(text, DATING, MONDAY)
        assert [(end.span.of(text), end.value) for end in found.ends] == ends


@given(DAYS, DAYS)
def test_a_written_day_is_read_back_whenever_it_was_published(day: date, published: date) -> None:
    written = (
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day.year}년{day.month}월{day.day}일({KOREAN_WEEKDAYS[day.weekday()]})",
        f"{day.year}. {day.month}. {day.day}.",
        f"{day.year}.{day.month}.{day.day}.",
        f"{day.day} {RUSSIAN_MONTHS[day.month - 1]} {day.year} года",
        f"{day.day}-го {RUSSIAN_MONTHS[day.month - 1]} {day.year} г.",
        f"{day:%d.%m.%Y} г.",
    )
    for words in written:
        (found,) = find_time_expressions(words, DATING, day_date(published))
        assert found.date.earliest == found.date.latest == day, words


@given(DAYS, st.integers(-13, 13))  # farther away another month's day of that number is as near
def test_a_day_near_publication_needs_no_year_nor_month(published: date, shift_days: int) -> None:
    day = published + timedelta(days=shift_days)
    yearless = (f"{day.month}월 {day.day}일에", f"{day.day} {RUSSIAN_MONTHS[day.month - 1]}", f"{day.day}일에")
    for words in yearless:
        (found,) = find_time_expressions(words, DATING, day_date(published))
        assert found.date.earliest == day, words


@given(DAYS, st.sampled_from(["월요일", "수요일에는", "в пятницу", "во вторник", "в среду"]))
def test_a_weekday_lies_within_the_week_before_publication(published: date, words: str) -> None:
    (found,) = find_time_expressions(words, DATING, day_date(published))
    assert found.date.earliest is not None
    assert published - timedelta(days=6) <= found.date.earliest <= published


@given(DAYS, st.integers(-400, 400), st.sampled_from(["어제", "사흘 전에", "3일 전", "вчера", "три дня назад"]))
def test_publication_shifted_by_days_shifts_what_is_seen_from_it(day: date, shift_days: int, words: str) -> None:
    (before,) = find_time_expressions(words, DATING, day_date(day))
    (after,) = find_time_expressions(words, DATING, day_date(day + timedelta(days=shift_days)))
    assert before.date.earliest is not None
    assert after.date.earliest == before.date.earliest + timedelta(days=shift_days)


ENGLISH = st.lists(
    st.one_of(
        st.sampled_from([word for word in sorted(DATING.lexicon.words) if word.isascii()]),
        st.sampled_from(["2022", "1990", "15", "8", "20", "77", "3-5", "15:30", "15.08.2022", "Liberation Day", "\n"]),
    ),
    max_size=20,
).map(" ".join)
WITH_ALL_FORMS = replace(DATING, plain_forms=DATING.forms)


@given(ENGLISH)
def test_the_forms_of_other_languages_find_nothing_in_english(text: str) -> None:
    assert find_time_expressions(text, DATING, MONDAY) == find_time_expressions(text, WITH_ALL_FORMS, MONDAY)
