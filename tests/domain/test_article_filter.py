"""Articles are asked for with words of their own, as strictly as events are."""

import pytest

from app.domain.article_filter import ArticleFilter
from app.errors import BadFilter

REFUSED = [
    ("topic", "visits"), ("year", "22"), ("year", "20222"), ("-year", "２０２２"),
    ("basis", "guessed"), ("gave", "much"), ("sort", "publisher"), ("page", "0"), ("-sort", "date"), ("from", "2022"),
]  # fmt: skip


def test_equal_questions_have_equal_addresses() -> None:
    asked = [("year", "2022"), ("publisher", "B"), ("publisher", "A"), ("page", "1"), ("sort", "date"), ("q", " a  b ")]
    wanted = ArticleFilter.read(asked)
    assert wanted.href() == "/articles?q=a%20b&publisher=A&publisher=B&year=2022"
    assert wanted == ArticleFilter.read(reversed(asked))


def test_values_are_left_out_and_taken_back() -> None:
    wanted = ArticleFilter().excluding("year", "unknown").with_value("gave", "nothing")
    assert wanted.href() == "/articles?-year=unknown&gave=nothing"
    assert wanted.without_value("year", "unknown").href() == "/articles?gave=nothing"
    assert wanted.with_value("sort", "-date").with_value("sort", "title").href().endswith("&sort=title")


@pytest.mark.parametrize(("key", "value"), REFUSED)
def test_what_cannot_be_asked_is_refused(key: str, value: str) -> None:
    with pytest.raises(BadFilter) as refused:
        ArticleFilter.read([(key, value)])
    assert refused.value.mend
