"""The rows of clues to the day of publication, by their own examples."""

import re

import pytest

from app.domain.article import RawPage
from app.knowledge.cleaning_rows import load_cleaning
from app.knowledge.compact_day_rows import CompactDay
from app.knowledge.dating_load import load_dating
from app.knowledge.foreseen_rows import ForeseenRow
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.publication_rows import ClueKind, MarkRow, PageRole, SumRow, TrustRow
from app.knowledge.state_rows import StateRow
from app.pipeline.cleaning import clean_page
from app.pipeline.dating.matching import find_forms
from app.pipeline.dating.publishing.agreeing import agreeing_clues
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.publication import told_clues
from app.pipeline.dating.publishing.segments import without_opening_marks
from app.pipeline.dating.publishing.stated_clues import stated_clues
from app.pipeline.dating.publishing.sum_clues import sum_clues

DATING = load_dating(DEFAULT_SUBJECT)
CLUES = DATING.publication
MARKED = re.compile(r"\[([^\]]+)\]")
# These are looked for where a line or the words before a date begin; all others anywhere in them.
AT_THE_BEGINNING = {
    PageRole.ORIGINAL,
    PageRole.COPIED,
    PageRole.PICTURED,
    PageRole.ELSEWHERE,
    PageRole.END_OF_STORY,
}

ON = ("on", "le", "am", "el", "il", "em")  # in English, French, German, Spanish, Italian and Portuguese


def evidence_of(text: str) -> Evidence:
    return Evidence(clean_page(RawPage("page.txt", text), load_cleaning()), find_forms(text, DATING), DATING)


def words_of(kind: ClueKind, text: str) -> list[str]:
    """What the clues of one kind stand on."""
    evidence = evidence_of(text)
    stated, told = stated_clues(evidence), list(told_clues(evidence))
    return [c.clue.text for c in (*stated, *told, *agreeing_clues(stated, told, evidence)) if c.kind is kind]


def trust_examples(which: str) -> list[tuple[TrustRow, str]]:
    return [(row, example) for row in CLUES.trust_rows for example in getattr(row, which)]


def mark_examples(which: str) -> list[tuple[MarkRow, str]]:
    return [(row, example) for row in CLUES.mark_rows for example in getattr(row, which)]


def sum_examples(which: str) -> list[tuple[SumRow, str]]:
    return [(row, example) for _, row in CLUES.sums for example in getattr(row, which)]


def has_mark(role: PageRole, example: str) -> bool:
    """Does a row know the line, or what stands before the date marked in it?"""
    words = example.partition("[")[0] if MARKED.search(example) else example
    pattern = CLUES.marks[role]
    if role is PageRole.PUBLISHED:  # right before the date, and not behind another word
        labels = (f for f in pattern.finditer(words) if not words[: f.start()][-1:].isalpha())
        return any(words[found.end() :].strip(' :：-"').lower() in ("", *ON) for found in labels)
    if role in AT_THE_BEGINNING:
        return pattern.match(without_opening_marks(words)) is not None
    return pattern.search(words) is not None


@pytest.mark.parametrize(("row", "page"), trust_examples("finds"), ids=lambda one: getattr(one, "clue", ""))
def test_a_clue_is_found_where_its_example_marks_it(row: TrustRow, page: str) -> None:
    assert words_of(row.clue, MARKED.sub(r"\1", page)) == MARKED.findall(page)


@pytest.mark.parametrize(("row", "page"), trust_examples("ignores"), ids=lambda one: getattr(one, "clue", ""))
def test_a_clue_is_not_found_in_what_its_row_ignores(row: TrustRow, page: str) -> None:
    assert words_of(row.clue, page) == []


@pytest.mark.parametrize(("row", "line"), mark_examples("finds"), ids=lambda one: getattr(one, "role", ""))
def test_a_mark_is_known_in_its_examples(row: MarkRow, line: str) -> None:
    assert has_mark(row.role, line)


@pytest.mark.parametrize(("row", "line"), mark_examples("ignores"), ids=lambda one: getattr(one, "role", ""))
def test_a_mark_is_not_seen_in_what_its_row_ignores(row: MarkRow, line: str) -> None:
    assert not has_mark(row.role, line)


@pytest.mark.parametrize(("row", "example"), sum_examples("finds"), ids=lambda one: getattr(one, "clue", ""))
def test_a_sum_gives_the_year_of_its_example(row: SumRow, example: str) -> None:
    page, _, year = example.rpartition(" = ")
    text = ("The ship came home in the evening.\n" if row.is_line else "") + MARKED.sub(r"\1", page)
    found = [c for c in sum_clues(evidence_of(text)) if c.kind is row.clue]
    assert [c.clue.text for c in found] == MARKED.findall(page)
    assert all(f"= {year}." in c.clue.says for c in found), found


@pytest.mark.parametrize(("row", "example"), sum_examples("ignores"), ids=lambda one: getattr(one, "clue", ""))
def test_a_sum_is_not_seen_in_what_its_row_ignores(row: SumRow, example: str) -> None:
    assert [c for c in sum_clues(evidence_of(example)) if c.kind is row.clue] == []


def compact_examples(which: str) -> list[tuple[CompactDay, str]]:
    return [(compact, example) for compact in CLUES.compact_days for example in getattr(compact.row, which)]


@pytest.mark.parametrize(("compact", "example"), compact_examples("finds"), ids=lambda one: getattr(one, "row", ""))
def test_a_compact_day_is_read_where_its_example_marks_it(compact: CompactDay, example: str) -> None:
    marked = MARKED.search(example)
    assert marked is not None
    words, _, day = marked[1].rpartition(" = ")
    line = f"{example[: marked.start()]}{words}{example[marked.end() :]}"
    assert [(found[0], compact.read(found)) for found in compact.pattern.finditer(line)] == [(words, day)]


@pytest.mark.parametrize(("compact", "line"), compact_examples("ignores"), ids=lambda one: getattr(one, "row", ""))
def test_a_compact_day_is_not_read_in_what_its_row_ignores(compact: CompactDay, line: str) -> None:
    assert not any(compact.read(found) for found in compact.pattern.finditer(line))


@pytest.mark.parametrize(("pattern", "row"), CLUES.foreseen, ids=lambda one: getattr(one, "title", ""))
def test_a_foreseen_happening_knows_its_examples_and_its_days_in_order(
    pattern: re.Pattern[str], row: ForeseenRow
) -> None:
    assert all(pattern.search(example) for example in row.finds)
    assert not any(pattern.search(example) for example in row.ignores)
    assert list(row.days) == sorted(row.days)


@pytest.mark.parametrize("row", [row for _, row in CLUES.states], ids=lambda row: row.title)
def test_a_state_is_told_as_there_by_its_examples(row: StateRow) -> None:
    def is_told(example: str) -> bool:
        return bool(words_of(ClueKind.STATE, f"The port of the town is poor, and nobody goes there by ship. {example}"))

    assert [example for example in row.finds if not is_told(example)] == []
    assert [example for example in row.ignores if is_told(example)] == []
    assert row.first < row.last
