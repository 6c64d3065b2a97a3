import pytest

from app.domain.web_address import web_address
from app.web.originals import original_at

ADDRESS = "https://harbour.example/story?page=1"


@pytest.mark.parametrize("url", [ADDRESS, "http://harbour.example", "https://vestnik.example/2022/ещё"])
def test_addresses_of_the_web_are_linked(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//harbour.example", "/etc/passwd",
     "https:", "http://", " https://harbour.example", "https://[harbour", "ftp://harbour.example/x"],
)  # fmt: skip
def test_nothing_else_is_linked(url: str | None) -> None:
    assert web_address(url) is None
    assert original_at(url, "words") is None


def test_a_short_quote_is_asked_for_whole() -> None:
    assert (
        original_at(ADDRESS, "a well-known,\nfriend & co")
        == f"{ADDRESS}#:~:text=a%20well%2Dknown%2C%20friend%20%26%20co"
    )


def test_a_long_quote_is_asked_for_by_its_ends() -> None:
    quoted = " ".join(str(number) for number in range(20))
    expected = "#:~:text=0%201%202%203%204%205,14%2015%2016%2017%2018%2019"
    assert original_at(ADDRESS, quoted) == ADDRESS + expected


def test_a_fragment_of_the_page_is_kept() -> None:
    assert original_at(f"{ADDRESS}#top", "words") == f"{ADDRESS}#top:~:text=words"
