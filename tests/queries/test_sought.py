"""The words of a search, found again in what a page shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from app.queries.sought import find_sought, quotes_told
from tests.support.sample_database import event_id


@pytest.mark.parametrize(
    ("text", "searches", "found"),
    [
        ("Putin met Kim; Putin's train left.", ["putin"], ["Putin", "Putin"]),
        ("Президента Путина ждали", ["Путин"], ["Путина"]),
        ("푸틴은 북한을 방문했다", ["북한"], ["북한을"]),
        ("Ещё один", ["еще"], ["Ещё"]),
        ("E\u0301tat", ["etat"], ["E\u0301tat"]),
        ("steam and tea", ["tea"], ["tea"]),
        ("wheat and rail", ["wheat", "rail"], ["wheat", "rail"]),
        ("wheat", ["*"], []),
        ("wheat", [], []),
    ],
)
def test_words_are_found_as_the_search_finds_them(text: str, searches: list[str], found: list[str]) -> None:
    assert [text[word.start : word.end] for word in find_sought(text, searches)] == found


@given(text=st.text(), start=st.integers(0, 10_000))
def test_positions_count_from_where_the_text_begins(text: str, start: int) -> None:
    words = find_sought(text, ["a e i o"], start)
    assert all(start <= word.start < word.end <= start + len(text) for word in words)
    assert [(word.start - start, word.end - start) for word in words] == [
        (word.start, word.end) for word in find_sought(text, ["a e i o"])
    ]


def test_all_quotes_of_an_event_are_told_in_their_order(sample_engine: Engine) -> None:
    wheat, letter = event_id("Russia ships wheat"), event_id("Putin sends")
    with Session(sample_engine) as session:
        told = quotes_told(session, [wheat, letter])
    assert set(told) == {wheat, letter}
    assert len(told[wheat]) == 2
    assert len(told[letter]) == 3
