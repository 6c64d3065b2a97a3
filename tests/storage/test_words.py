"""A text without an index is searched by the rules of the index."""

import pytest
from sqlalchemy import Engine, literal, select

from app.storage.search import has_words, holds_words


@pytest.mark.parametrize(
    ("text", "q", "expected"),
    [
        ("Путин поздравил Ким Чен Ына", "путин", True),
        ("푸틴, 김정은에 축전", "김정은", True),
        ("Kim’s train", "TRAI kim", True),
        ("Kim’s train", "rain", False),
        ("Kim’s train", "kim ship", False),
        ("Kim’s train", "?!", False),
        ("", "kim", False),
        ("Café", "cafe", True),
    ],
)
def test_words_match_as_beginnings_in_python_and_in_sql(engine: Engine, text: str, q: str, *, expected: bool) -> None:
    assert has_words(text, q) is expected
    with engine.connect() as connection:
        assert connection.scalar(select(holds_words(literal(text), q))) is expected
