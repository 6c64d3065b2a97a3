import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.excerpts import LONGEST, best_excerpt

LONG = "Officials of both countries spoke for hours of railways, ports and grain before the wheat was named at last."


@pytest.mark.parametrize(
    ("title", "quotes", "excerpt"),
    [
        ("Wheat is shipped", [LONG], ""),
        ("A talk", ["It rained."], ""),
        ("A talk", [], ""),
        ("A talk", ["It rained.", "Wheat\n was  named."], "Wheat was named."),
        ("A talk", [LONG], "… ports and grain before the wheat was named at last."),
        ("A talk", ["밀" * 60 + "wheat"], ""),
    ],
)
def test_the_excerpt_begins_a_little_before_the_words_found(title: str, quotes: list[str], excerpt: str) -> None:
    assert best_excerpt(title, quotes, ["wheat"]) == excerpt


def test_the_quote_that_answers_most_is_taken() -> None:
    quotes = ["Wheat came.", "Wheat came by rail."]
    assert best_excerpt("A talk", quotes, ["wheat rail"]) == "Wheat came by rail."


@pytest.mark.parametrize("quote", ["wheat " * 1000, "wheat" * 1000])
def test_an_excerpt_is_short_whatever_the_quote(quote: str) -> None:
    assert LONGEST / 2 < len(best_excerpt("A talk", [quote], ["wheat"])) <= LONGEST + len("…  …")


@given(before=st.text(), after=st.text())
def test_an_excerpt_is_a_stretch_of_the_quote(before: str, after: str) -> None:
    quote = f"{before} wheat {after}"
    excerpt = best_excerpt("A talk", [quote], ["wheat"])
    assert "wheat" in excerpt.casefold()
    assert excerpt.removeprefix("… ").removesuffix(" …") in " ".join(quote.split())
