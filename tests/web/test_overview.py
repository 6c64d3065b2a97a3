"""The chart over the timeline: what it draws, and where its links lead."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline_filter import read_filter
from app.queries.overview import EventSpans, SpanCount
from app.web.chart_labels import PIXELS_A_LETTER, WIDTHS
from app.web.overview import CERTAIN_HEIGHT, POSSIBLE_HEIGHT, Chart, overview_of
from app.web.words import ENGLISH
from tests.support.html import Page
from tests.web.conftest import Reader

SPANS = st.lists(
    st.tuples(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(0, 4000), st.integers(1, 999)).map(
        lambda drawn: SpanCount(drawn[0], date.fromordinal(drawn[0].toordinal() + drawn[1]), drawn[2])
    ),
    min_size=1,
    max_size=30,
)


def chart_of(spans: list[SpanCount], *asked: tuple[str, str]) -> Chart:
    found = overview_of(EventSpans(tuple(spans), 0, 0, 0, 0), read_filter(asked), ENGLISH).chart
    assert found
    return found


def bars(page: Page) -> dict[str, str]:
    """Where the bars lead, by what they say."""
    return {one.words: one.attributes["href"] for one in page.all("a", class_="bar")}


def in_tray(page: Page) -> int:
    """How many events its tray tells of."""
    return sum(int(number) for tray in page.all("section", class_="tray") for number in re.findall(r"\d+", tray.words))


def listed(page: Page) -> int:
    return len(page.all("a", class_="title"))


@given(SPANS)
def test_pieces_stand_side_by_side_within_the_width(spans: list[SpanCount]) -> None:
    pieces = chart_of(spans).pieces
    assert pieces[0].x == 0
    for left, right in pairwise(pieces):
        assert left.x + left.width == pytest.approx(right.x, abs=0.02)
    assert pieces[-1].x + pieces[-1].width <= 100.02


@given(SPANS)
def test_heights_follow_counts_and_whatever_is_there_is_seen(spans: list[SpanCount]) -> None:
    chart = chart_of(spans)
    by_count = sorted(chart.pieces, key=lambda piece: piece.certain)
    assert [piece.certain_height for piece in by_count] == sorted(piece.certain_height for piece in by_count)
    for piece in chart.pieces:
        assert (piece.certain_height > 0) == (piece.certain > 0)
        assert (piece.possible_height > 0) == (piece.possible > 0)
        assert piece.certain_height <= CERTAIN_HEIGHT
        assert piece.possible_height <= POSSIBLE_HEIGHT


def test_what_is_possible_is_never_drawn_larger_than_as_much_that_is_certain() -> None:
    days = [SpanCount(date(2022, 8, day), date(2022, 8, day), 40) for day in (1, 20)]
    chart = chart_of([*days, SpanCount(date(2022, 8, 1), date(2022, 8, 31), 10)])
    assert {piece.certain_height for piece in chart.pieces if piece.certain} == {CERTAIN_HEIGHT}
    assert {piece.possible_height for piece in chart.pieces} == {CERTAIN_HEIGHT * 10 // 40}


@given(SPANS)
def test_labels_do_not_overlap_and_stay_within_the_chart(spans: list[SpanCount]) -> None:
    for shown, width in WIDTHS.items():
        places = []
        for label in chart_of(spans).labels:
            if shown in label.shown.split():
                length = len(label.text) * PIXELS_A_LETTER
                start = label.x / 100 * width - (length if label.is_last else 0)
                places.append((start, start + length))
        assert all(end < start for (_, end), (start, _) in pairwise(sorted(places)))
        assert all(start >= -0.01 and end <= width + 0.1 for start, end in places)


def test_where_room_is_scarce_what_certainly_happened_keeps_its_label() -> None:
    years = [
        SpanCount(date(year, 1, 1), date(last, 12, 31), 1) for year, last in ((1910, 1945), (1991, 1991), (2019, 2021))
    ]
    days = [SpanCount(day, day, 1) for day in (date(1945, 8, 15), date(2022, 8, 15))]
    labels = chart_of([*years, *days]).labels
    assert next(label.text for label in labels if "narrow" in label.shown) == "Aug 1945"
    assert [label.text for label in labels if "wide" in label.shown][:2] == ["1910", "Aug 1945"]


def test_months_are_labelled_all_or_not_at_all() -> None:
    spans = [SpanCount(date(2022, month, 1), date(2022, month, 2), 1) for month in (1, 6, 12)]
    labels = chart_of(spans, ("from", "2021"), ("to", "2022"))
    assert [label.text for label in labels.labels if "narrow" in label.shown] == ["2021", "2022", "Dec 2022"]
    assert "Feb" in [label.text for label in chart_of(spans, ("from", "2022"), ("to", "2022")).labels]


def test_a_bar_says_its_time_and_counts_and_leads_to_what_lies_in_it(get: Reader) -> None:
    page = get("/?from=2019&to=2022&topic=visits")
    found = bars(page)
    assert found["April 2019: 1 certain"] == "/?from=2019-04&to=2019-04&topic=visits"
    assert found["May 2020: 1 possible"] == "/?from=2020-05&to=2020-05&topic=visits"
    assert len(found) == 1 + 12
    assert listed(get(found["April 2019: 1 certain"])) == 1


def test_every_bar_leads_to_as_many_events_as_it_says(get: Reader) -> None:
    for words, address in bars(get("/")).items():
        told = sum(int(number) for number in re.findall(r"(\d+) (?:certain|possible)", words))
        page = get(address)
        assert listed(page) == told + in_tray(page), words


def test_the_range_asked_is_the_range_shown(get: Reader) -> None:
    page = get("/?from=2022-08-10&to=2022-08-20&q=Putin")
    assert [*bars(page)] == ["15 August 2022: 1 certain"]
    slots = [one.attributes for one in page.elements if one.attributes.get("class") == "bar"]
    days = [one.get("data-from") or re.findall(r"from=([\d-]+)", one["href"])[0] for one in slots]
    assert days == [f"2022-08-{day}" for day in range(10, 21)]


def test_ways_lead_out_of_a_range_step_by_step_and_beside_it(get: Reader) -> None:
    page = get("/?from=2019-04&to=2019-04&topic=visits")
    assert page.link("All years") == "/?topic=visits"
    assert page.link("2010s") == "/?from=2010&to=2019&topic=visits"
    assert page.link("2019") == "/?from=2019&to=2019&topic=visits"
    assert page.link("March 2019") == "/?from=2019-03&to=2019-03&topic=visits"
    assert page.link("May 2019") == "/?from=2019-05&to=2019-05&topic=visits"
    assert "All years" not in [one.words for one in get("/?topic=visits").all("a")]


def test_a_bar_that_would_change_nothing_is_no_link(get: Reader) -> None:
    page = get("/?from=2022-08-15&to=2022-08-15&topic=letters")
    assert bars(page) == {}
    assert "15 August 2022: 1 certain" in [one.words for one in page.all("g", class_="bar")]


def test_what_has_no_place_on_the_chart_lies_beside_it(get: Reader) -> None:
    page = get("/")
    assert page.one("section", class_="tray").words == (
        "Not on the chart 1 known only to be by a day 1 without any date"
    )
    for words, precision in (("1 known only to be by a day", "span"), ("1 without any date", "unknown")):
        unplaced = get(page.link(words))
        assert listed(unplaced) == 1
        assert unplaced.one("section", class_="tray").words == f"Without a place in time {words}"
        assert page.link(words) not in unplaced.links()
        assert listed(get(f"{page.link(words)}&-precision={precision}")) == 0
    assert get("/?precision=day").all("section", class_="tray") == []


def test_a_fold_says_how_long_it_is(get: Reader) -> None:
    page = get("/?precision=day&precision=month&precision=span")
    folds = [one.words for one in page.all("g", class_="break")]
    assert folds == ["36 years", "73 years", "3 years"]


def test_the_table_holds_what_the_chart_draws(get: Reader) -> None:
    page = get("/")
    rows = [one.words for one in page.all("tr")][1:]
    for words in bars(page):
        time, _, counts = words.partition(": ")
        certain, possible = (
            int(found[1]) if (found := re.search(rf"(\d+) {how}", counts)) else 0 for how in ("certain", "possible")
        )
        assert f"{time} {certain} {possible}" in rows
    assert any("years" in row for row in rows)
    assert page.one("table")


def test_an_empty_result_has_no_chart_but_the_way_out_of_its_range(get: Reader) -> None:
    page = get("/?from=1950&to=1951&topic=visits")
    assert page.all("svg", class_="chart") == []
    assert page.link("All years") == "/?topic=visits"
    assert page.one("input", id="from").attributes["value"] == "1950"


def test_the_scale_tells_the_most_of_both_kinds(get: Reader) -> None:
    page = get("/?from=2019&to=2019")
    assert page.one("svg", class_="scale").words == "2 2"
