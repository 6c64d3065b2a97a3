"""What the names of an article say together."""

from app.domain.article import KnownMetadata, RawPage
from app.storage.names import KeptArticle, with_page


def page(file: str, **known: str) -> RawPage:
    return RawPage(file, "Kim.", known=KnownMetadata(**known))


def test_names_stand_in_order_of_letters_however_they_came() -> None:
    b_first = with_page(with_page((), page("b.txt")), page("a.txt"))
    a_first = with_page(with_page((), page("a.txt")), page("b.txt"))
    assert [name.file for name in b_first] == ["a.txt", "b.txt"]
    assert b_first == a_first


def test_what_is_not_said_again_still_holds_and_what_is_said_anew_wins() -> None:
    (name,) = with_page(with_page((), page("a.txt", title="Old", url="http://a")), page("a.txt", title="New"))
    assert name.known == KnownMetadata(title="New", url="http://a")


def test_each_fact_is_taken_from_the_first_name_that_has_it() -> None:
    names = with_page(with_page((), page("b.txt", title="B", publisher="P")), page("a.txt", title="A"))
    assert KeptArticle(names, "1").known == KnownMetadata(title="A", publisher="P")
