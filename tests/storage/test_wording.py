"""Fingerprints, saved and looked up."""

from collections.abc import Mapping

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from app.domain.article import Article, Basis, Publication
from app.domain.edtf import EdtfDate, edtf
from app.domain.lending import OwnDate, Passage, Wording
from app.domain.text import Stretch
from app.storage.database import writing
from app.storage.save import delete_article, save_articles
from app.storage.wording import Limits, articles_with_words_of, may_borrow, own_dates, save_wording, shared_words
from tests.storage import made

NO_DAYS: Mapping[str, EdtfDate] = {}


def wording(*passages: str) -> Wording:
    """A passage for each word, its letters the fingerprints."""
    return Wording(100, tuple(Passage(Stretch(0, 1), 20, is_quoted=False, fingerprints=tuple(p)) for p in passages))


def saved(session: Session, days: Mapping[str, EdtfDate] = NO_DAYS, **passages: str) -> Mapping[str, Article]:
    """Articles with these passages, by name."""
    articles = {name: made.article(text=f"{name} went.") for name in passages}
    save_articles(session, [made.dated(one) for one in articles.values()], rules="1")
    rows = [(articles[name].id, wording(*words.split()), days.get(name, edtf(""))) for name, words in passages.items()]
    save_wording(session, rows)
    return articles


def reached(session: Session, articles: Mapping[str, Article], *names: str, most_holders: int = 9) -> set[str]:
    found = articles_with_words_of(session, [articles[name].id for name in names], Limits(most_holders, 31, 7))
    return {name for name, one in articles.items() if one.id in found}


def test_articles_are_reached_by_a_fingerprint_and_not_through_a_third(session: Session) -> None:
    articles = saved(session, kim="ab c", lee="x a", pak="x y", roh="z")
    assert reached(session, articles, "kim") == {"kim", "lee"}
    assert reached(session, articles, "lee") == {"kim", "lee", "pak"}
    assert reached(session, articles, "roh") == {"roh"}
    assert reached(session, articles) == set()


def test_a_fingerprint_of_too_many_reaches_nobody_unless_these_articles_tip_the_scale(session: Session) -> None:
    articles = saved(session, kim="a", lee="a", pak="a", roh="a")
    for most_holders, expected in ((4, 4), (3, 4), (2, 1)):
        assert len(reached(session, articles, "kim", most_holders=most_holders)) == expected
    assert len(reached(session, articles, "kim", "lee", most_holders=2)) == 4


def test_shared_fingerprints_come_as_they_stand_in_every_article_that_has_them(session: Session) -> None:
    articles = saved(session, kim="q ab", lee="b z", pak="z")
    found = shared_words(session, [articles["kim"].id], Limits(2, 31, 7))[0]
    assert {(one.fingerprint, one.article_id, one.passage) for one in found} == {
        ("b", articles["kim"].id, 1),
        ("b", articles["lee"].id, 0),
    }
    assert shared_words(session, [articles["kim"].id], Limits(1, 31, 7)) == ([], [])


def test_wording_in_use_for_long_reaches_nobody_and_is_told_apart(session: Session) -> None:
    days = {name: edtf(day) for name, day in (("lee", "2019-01-01"), ("pak", "2019-01-02"), ("roh", "2020-01-01"))}
    days["choe"] = edtf("2020-01-02")
    articles = saved(session, days, kim="a b", lee="a b", pak="a b", roh="a", choe="a")
    assert reached(session, articles, "kim") == {"kim", "lee", "pak"}
    live, worn = shared_words(session, [articles["kim"].id], Limits(9, 31, 7))
    assert ({one.fingerprint for one in live}, {one.fingerprint for one in worn}) == ({"b"}, {"a"})


def test_wording_that_only_one_article_makes_old_still_counts_for_that_one(session: Session) -> None:
    days = {"lee": edtf("2019-01-01"), "pak": edtf("2019-01-02"), "roh": edtf("2020-01-01")}
    articles = saved(session, days, kim="a", lee="a", pak="a", roh="a")
    live, worn = shared_words(session, [articles["kim"].id], Limits(9, 31, 7))
    assert (len(live), worn) == (4, [])


def test_only_who_shares_two_passages_with_an_article_of_one_week_may_borrow(session: Session) -> None:
    days = {"lee": edtf("2019-01-01"), "pak": edtf("2019-01"), "roh": edtf("2019-01-02")}
    articles = saved(session, days, kim="a b", lee="a b", choe="c d", pak="c d", ahn="e", roh="e f")
    ids = {one.id: name for name, one in articles.items()}
    assert {ids[key] for key in may_borrow(session, list(ids), Limits(9, 31, 7))} == {"kim"}


def test_saving_the_same_wording_twice_writes_nothing_and_another_replaces_it(engine: Engine) -> None:
    with writing(engine) as session:
        key = saved(session, kim="ab c")["kim"].id
        before = session.execute(text("SELECT total_changes()")).scalar_one()
        save_wording(session, [(key, wording("ab", "c"), edtf(""))])
        assert session.execute(text("SELECT total_changes()")).scalar_one() == before
        save_wording(session, [(key, wording("a", "c", "d"), edtf(""))])
        rows = session.execute(text("SELECT fingerprint, passage FROM wording ORDER BY 1")).all()
        assert [tuple(row) for row in rows] == [("a", 0), ("c", 1), ("d", 2)]


def test_the_wording_of_an_article_goes_with_it(session: Session) -> None:
    articles = saved(session, kim="ab", lee="c")
    delete_article(session, articles["kim"].id)
    assert session.execute(text("SELECT fingerprint FROM wording")).scalars().all() == ["c"]


@pytest.mark.parametrize("count", [1, 501])
def test_many_articles_are_asked_for_in_pieces(session: Session, count: int) -> None:
    articles = saved(session, NO_DAYS, **{f"kim{n}": "a" for n in range(count)})
    assert len(own_dates(session, [one.id for one in articles.values()])) == count


def test_the_second_pass_sees_an_article_s_own_date_and_not_what_it_was_lent(session: Session) -> None:
    article = made.article()
    lent, own = Publication(edtf("2022-08-15"), Basis.LENT), Publication(edtf("2022"), Basis.INFERRED)
    save_articles(session, [made.dated(article, lent, own)], rules="1")
    expected = OwnDate(article.id, "A letter", "The Harbour Post", edtf("2022"), Basis.INFERRED, 0)
    assert own_dates(session, [article.id]) == {article.id: expected}
