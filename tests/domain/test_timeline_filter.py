"""A filter is read strictly, written canonically, and changed one value at a time."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline_filter import ActiveFilter, Certainty, ListFilter, TimelineFilter, read_filter
from app.errors import BadFilter

READ = [
    # asked, canonical address
    ("", ""),
    ("from=&to=&q=&topic=&page=&sort=&-actor=", ""),
    ("q=%20%20", ""),
    ("topic=trade", "topic=trade"),
    ("topic=trade&topic=arms&topic=trade", "topic=arms&topic=trade"),
    ("page=2&sort=-date&topic=trade&q=putin", "q=putin&topic=trade&sort=-date&page=2"),
    ("-topic=trade&topic=arms", "topic=arms&-topic=trade"),
    ("sort=date&page=1&certainty=possibly&min_origins=0", ""),
    ("page=007", "page=7"),
    ("q=%20two%20%20words%20", "q=two%20words"),
    ("q=b&q=a", "q=a&q=b"),
    ("from=2022&from=2019-05", "from=2019-05"),
    ("to=2022&to=2019-05", "to=2022"),
    ("certainty=surely&certainty=possibly", ""),
    ("min_origins=3&min_origins=2", "min_origins=2"),
    ("from=2022&to=2022", "from=2022&to=2022"),
    ("page=3&page=3", "page=3"),
    ("actor=" + "Ким" * 3, "actor=%D0%9A%D0%B8%D0%BC%D0%9A%D0%B8%D0%BC%D0%9A%D0%B8%D0%BC"),
    ("open=start&-open=both&precision=span", "precision=span&open=start&-open=both"),
    ("precision=unknown&status=disputed", "status=disputed&precision=unknown"),
]

REFUSED = [
    # asked, the filter that is to blame
    ("colour=red", "colour"),
    ("-colour=red", "-colour"),
    ("colour=", "colour"),
    ("-from=2022", "-from"),
    ("-page=2", "-page"),
    ("--topic=trade", "--topic"),
    ("topic=Trade", "topic"),
    ("-topic=tade", "-topic"),
    ("status=maybe", "status"),
    ("precision=fine", "precision"),
    ("open=wide", "open"),
    ("certainty=perhaps", "certainty"),
    ("sort=title", "sort"),
    ("sort=date&sort=-date", "sort"),
    ("page=1&page=2", "page"),
    ("page=0", "page"),
    ("page=-1", "page"),
    ("page=1.5", "page"),
    ("page=%C2%B2", "page"),
    ("page=1000001", "page"),
    ("page=" + "9" * 400, "page"),
    ("min_origins=many", "min_origins"),
    ("min_origins=99999999999999999999", "min_origins"),
    ("from=yesterday", "from"),
    ("from=2022-02-30", "from"),
    ("to=2022-13", "to"),
    ("from=../2022", "from"),
    ("to=2022/..", "to"),
    ("from=XXXX-03-12", "from"),
    ("from=2022&to=2021", "to"),
    ("from=2022-08-16&to=2022-08-15", "to"),
    ("q=" + "a" * 501, "q"),
    ("q=a%00b", "q"),
    ("&".join(f"actor={n}" for n in range(101)), "actor"),
]


def read(address: str) -> TimelineFilter:
    return read_filter(parse_qsl(address, keep_blank_values=True))


@pytest.mark.parametrize(("asked", "canonical"), READ)
def test_equal_questions_have_one_address(asked: str, canonical: str) -> None:
    assert canonical == read(asked).query_string()


@pytest.mark.parametrize(("asked", "blamed"), REFUSED)
def test_what_cannot_be_meant_is_refused_by_name_with_a_mend(asked: str, blamed: str) -> None:
    with pytest.raises(BadFilter) as refused:
        read(asked)
    assert (blamed, True) == (refused.value.name, bool(refused.value.mend))


def test_a_value_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadFilter):
        read_filter([("q", "\udcff")])


def test_keys_of_the_route_are_left_alone() -> None:
    assert TimelineFilter((("topic", "arms"),)) == read_filter([("rows", "quotes"), ("topic", "arms")], also=("rows",))


def test_nothing_asked_means_everything() -> None:
    wanted = TimelineFilter()
    assert (
        wanted.first_day, wanted.last_day, wanted.certainty, wanted.min_origins, wanted.is_reversed, wanted.page,
    ) == (None, None, Certainty.POSSIBLY, 0, False, 1)  # fmt: skip
    assert not wanted.is_narrowed


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("from=2022&to=2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("from=2022-08&to=2022-08", date(2022, 8, 1), date(2022, 8, 31)),
        ("to=2024-24", None, date(2025, 2, 28)),
        ("from=1910/1945", date(1910, 1, 1), None),
        ("from=2019~", date(2019, 1, 1), None),
        ("to=199X", None, date(1999, 12, 31)),
    ],
)
def test_a_range_goes_from_the_first_day_to_the_last(asked: str, first: date | None, last: date | None) -> None:
    wanted = read(asked)
    assert (first, last) == (wanted.first_day, wanted.last_day)


def test_a_change_begins_at_the_first_page_again() -> None:
    wanted = read("topic=arms&page=4&sort=-date")
    assert wanted.with_value("topic", "trade").query_string() == "topic=arms&topic=trade&sort=-date"
    assert wanted.excluding("topic", "trade").query_string() == "topic=arms&-topic=trade&sort=-date"
    assert wanted.without_value("topic", "arms").query_string() == "sort=-date"
    assert wanted.without("topic").query_string() == "sort=-date"
    assert wanted.with_page(5).query_string() == "topic=arms&sort=-date&page=5"


def test_a_value_is_either_asked_for_or_excluded() -> None:
    assert read("topic=arms").excluding("topic", "arms").query_string() == "-topic=arms"
    assert read("-topic=arms").with_value("topic", "arms").query_string() == "topic=arms"
    assert read("-topic=arms").without_value("topic", "arms").query_string() == ""


def test_a_key_that_holds_one_value_takes_the_new_one() -> None:
    assert read("from=2019").with_value("from", "2022").query_string() == "from=2022"
    assert read("min_origins=3").with_value("min_origins", "2").query_string() == "min_origins=2"


def test_chips_show_what_narrows_and_nothing_else() -> None:
    shown = read("q=putin&-topic=arms&sort=-date&page=2&from=2022").active()
    assert (
        ActiveFilter("q", "putin", is_excluded=False),
        ActiveFilter("from", "2022", is_excluded=False),
        ActiveFilter("topic", "arms", is_excluded=True),
    ) == shown


def test_a_facet_knows_the_state_of_its_values() -> None:
    wanted = read("topic=arms&-topic=aid")
    assert [wanted.state_of("topic", value) for value in ("arms", "aid", "war")] == ["chosen", "excluded", "off"]


def test_a_link_without_questions_has_no_question_mark() -> None:
    assert TimelineFilter().href("/events/e1") == "/events/e1"
    assert read("topic=arms").href() == "/?topic=arms"


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
ASKED = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["q", "-q", "actor", "-actor", "place", "publisher", "-publisher"]), NAMES),
        st.tuples(st.sampled_from(["topic", "-topic"]), st.sampled_from(["arms", "aid", ""])),
        st.tuples(st.just("min_origins"), st.integers(0, 99).map(str)),
        st.tuples(st.just("from"), st.sampled_from(["2019", "1910/1945", ""])),
        st.tuples(st.just("to"), st.sampled_from(["2022-08", "2024-24", ""])),
    ),
    max_size=12,
)


@given(ASKED)
def test_an_address_reads_back_as_the_same_filter(asked: list[tuple[str, str]]) -> None:
    wanted = read_filter(asked)
    assert wanted == read(wanted.query_string()) == read_filter(reversed(asked)) == read_filter(wanted.to_pairs())


def read_for_list(address: str) -> ListFilter:
    return ListFilter.read(parse_qsl(address, keep_blank_values=True))


def test_where_the_list_begins_and_how_dense_it_is_narrow_nothing() -> None:
    wanted = read_for_list("view=compact&after=e1&page=2&topic=arms")
    assert wanted.query_string() == "topic=arms&page=2&after=e1&view=compact"
    assert (wanted.one("after"), wanted.is_compact) == ("e1", True)
    assert wanted.active() == (ActiveFilter("topic", "arms", is_excluded=False),)
    assert read_for_list("view=comfortable&after=").pairs == ()


def test_a_changed_question_begins_the_list_again_and_keeps_its_density() -> None:
    wanted = read_for_list("page=2&after=e1&view=compact&sort=-date&topic=arms")
    assert wanted.with_value("status", "denied").query_string() == "topic=arms&status=denied&sort=-date&view=compact"
    assert wanted.with_page(3).query_string() == "topic=arms&sort=-date&page=3&view=compact"
    assert wanted.going_on(3, "e2").query_string() == "topic=arms&sort=-date&page=3&after=e2&view=compact"
    assert wanted.cleared().query_string() == "sort=-date&view=compact"
    assert wanted.in_density("comfortable").query_string() == "topic=arms&sort=-date&page=2&after=e1"


def test_only_pages_with_the_list_are_told_of_its_place_and_density() -> None:
    wanted = read_for_list("after=e1&view=compact&topic=arms")
    assert wanted.href() == "/?topic=arms&after=e1&view=compact"
    assert wanted.href("/events/e2") == "/events/e2?topic=arms&after=e1&view=compact"
    assert wanted.href("/export.csv") == "/export.csv?topic=arms"
    assert ListFilter((("view", "compact"),)).href("/report") == "/report"


@pytest.mark.parametrize("asked", ["view=tight", "after=e1&after=e2", "-view=compact", "-after=e1"])
def test_a_wrong_place_or_density_is_refused(asked: str) -> None:
    with pytest.raises(BadFilter):
        read_for_list(asked)


@pytest.mark.parametrize("asked", ["view=compact", "after=e1"])
def test_place_and_density_are_unknown_where_no_list_is_shown(asked: str) -> None:
    with pytest.raises(BadFilter):
        read(asked)
