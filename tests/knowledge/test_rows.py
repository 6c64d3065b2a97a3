"""Every row of knowledge is tested by its own examples."""

import re
from collections.abc import Iterable, Iterator

import pytest

from app.errors import KnowledgeError
from app.knowledge.cleaning_rows import LabelRow, MastheadRow, compile_pattern, load_cleaning
from app.knowledge.extracting_load import load_extracting
from app.knowledge.extracting_rows import GrammarRow, PatternRow
from app.knowledge.load import DEFAULT_SUBJECT, load_knowledge, rules_version
from app.knowledge.toml_rows import FOLDER, read_rows
from app.pipeline.cleaning.publisher import outlet_names

CLEANING = load_cleaning()
EXTRACTING = load_extracting(DEFAULT_SUBJECT)


def searched_rows() -> Iterator[tuple[re.Pattern[str], PatternRow]]:
    """Rows whose pattern may stand anywhere in a text."""
    yield from CLEANING.credits
    yield from CLEANING.not_headlines
    yield from EXTRACTING.triggers
    yield from ((status.pattern, status.row) for status in EXTRACTING.statuses)
    yield from ((voice.pattern, voice.row) for voice in EXTRACTING.voices)
    yield from ((tie.pattern, tie.row) for tie in EXTRACTING.ties)
    yield from ((passed.pattern, passed.row) for passed in EXTRACTING.passes)
    yield from ((denial.pattern, denial.row) for denial in EXTRACTING.denials)
    yield from ((pair.pattern, pair.row) for pair in EXTRACTING.pairs)
    yield from ((own.pattern, own.row) for own in EXTRACTING.own_affairs)
    yield from ((concern.pattern, concern.row) for concern in EXTRACTING.concerns)
    for row in read_rows(FOLDER / "grammar.toml", "grammar", GrammarRow):
        yield EXTRACTING.grammar[row.name], row
    yield from EXTRACTING.differing.counted
    yield from EXTRACTING.differing.answers
    yield from EXTRACTING.differing.definite
    yield from EXTRACTING.differing.stages
    yield from EXTRACTING.differing.turns


def examples(rows: Iterable[tuple[re.Pattern[str], PatternRow]], which: str) -> list[tuple[re.Pattern[str], str]]:
    return [(pattern, text) for pattern, row in rows for text in getattr(row, which)]


@pytest.mark.parametrize(("pattern", "text"), examples(searched_rows(), "finds"))
def test_a_row_finds_its_examples(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(("pattern", "text"), examples(searched_rows(), "ignores"))
def test_a_row_ignores_what_it_says_it_ignores(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)


@pytest.mark.parametrize(("pattern", "text"), examples(CLEANING.furniture, "finds"))
def test_furniture_is_known_by_the_whole_line(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.fullmatch(text)


@pytest.mark.parametrize(("pattern", "text"), examples(CLEANING.furniture, "ignores"))
def test_a_sentence_of_the_story_is_no_furniture(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.fullmatch(text)


@pytest.mark.parametrize(("pattern", "text"), examples(CLEANING.prefixes, "finds"))
def test_a_glued_header_is_found_at_the_front(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.match(text)


@pytest.mark.parametrize(("pattern", "text"), examples(CLEANING.prefixes, "ignores"))
def test_a_sentence_that_begins_like_a_header_is_left_whole(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.match(text)


@pytest.mark.parametrize("row", read_rows(FOLDER / "credits.toml", "masthead", MastheadRow), ids=lambda row: row.source)
def test_a_masthead_is_known_by_its_noun(row: MastheadRow) -> None:
    assert [list(outlet_names(name, CLEANING)) for name in row.finds] == [[name] for name in row.finds]
    assert not [name for name in row.ignores if any(outlet_names(name, CLEANING))]


@pytest.mark.parametrize("row", read_rows(FOLDER / "headlines.toml", "label", LabelRow), ids=lambda row: row.source)
def test_a_label_stands_before_a_headline(row: LabelRow) -> None:
    pattern = compile_pattern(row.pattern, row.source)
    assert all(pattern.match(line) for line in row.finds)
    assert not any(pattern.match(line) for line in row.ignores)


def test_each_trigger_row_has_examples_of_both_kinds() -> None:
    assert all(row.finds and row.ignores for _, row in EXTRACTING.triggers)


def test_an_actor_of_a_side_has_words_of_its_own() -> None:
    assert all(EXTRACTING.names.rows(name) for name in EXTRACTING.actors)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Kosygin", "Alexei Kosygin"),
        ("Nebenzia", "Vasily Nebenzya"),
        ("Vassily Nebenzia", "Vasily Nebenzya"),
        ("Kim Yong-nam", "Kim Yong Nam"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("Kim Yong Chol", "Kim Yong Chol"),
        ("Kim Il Chol", "Kim Il Chol"),
        ("Sergei Ivanov", "Sergei Ivanov"),
    ],
)
def test_a_person_is_one_actor_however_spelt_and_by_the_surname_alone(name: str, person: str) -> None:
    assert EXTRACTING.names.rows(name) == (person,)


def test_a_subject_that_does_not_exist_is_refused_with_the_list_of_those_that_do() -> None:
    with pytest.raises(KnowledgeError, match=r"atlantis.*russia_north_korea"):
        load_knowledge("atlantis")


def test_a_wrong_pattern_is_refused_by_file_and_row() -> None:
    with pytest.raises(KnowledgeError, match=r"furniture.toml: menu: the pattern is wrong"):
        compile_pattern("(", "furniture.toml: menu")


def test_the_version_of_the_rules_is_sixteen_digits_of_a_hash() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", rules_version())
