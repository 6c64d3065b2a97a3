"""The list of articles and its counts agree with articles that are filtered by hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from app.domain.article_filter import LIST_KEYS, ArticleFilter, ArticleSort
from app.domain.edtf import EdtfDate, edtf
from app.queries import article_list
from app.queries.article_list import article_facets, articles_on_list, count_listed
from app.storage.search import search_words
from app.storage.tables import ArticleTable, MentionTable
from tests.support.folders import SEEDS, SHOWN
from tests.support.ingested import ingested_folders
from tests.support.sample_database import article_id, build_sample_database

VALUES = {
    "q": ["putin", "KIM put", "notes", "푸틴", "grain", "nobody", "?!", "txt"],
    "publisher": ["The Harbour Post", "BBC", "한강일보", "Nobody"],
    "year": ["2022", "2019", "2013", "unknown", "1900"],
    "basis": ["stated", "inferred", "lent", "unknown"],
    "gave": ["events", "nothing"],
}


@dataclass(frozen=True)
class NaiveArticle:
    """An article with everything that can be asked of it in one place."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    published: EdtfDate
    basis: str
    events: int

    def years(self) -> set[str]:
        """Every year that it may be of."""
        days = [day for day in self.published.bounds if day]
        return {f"{year:04d}" for year in range(days[0].year, days[-1].year + 1)} if days else {"unknown"}

    def has(self, key: str, value: str) -> bool:
        """Does it fulfil one thing that is asked?"""
        if key == "q":
            held, words = search_words(self.name), search_words(value)
            return bool(words) and all(any(one.startswith(word) for one in held) for word in words)
        told = "events" if self.events else "nothing"
        if key == "year":
            return value in self.years()
        return value == {"publisher": self.publisher, "basis": self.basis, "gave": told}[key]

    def fits(self, wanted: ArticleFilter) -> bool:
        """Does it fulfil all of it?"""
        return all(
            (not wanted.chosen(key) or any(self.has(key, value) for value in wanted.chosen(key)))
            and not any(self.has(key, value) for value in wanted.excluded(key))
            for key in VALUES
        )


@pytest.fixture(scope="module", params=["sample", "ingested"])
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("articles") / "tumen.db"
    if request.param == "sample":
        engine = build_sample_database(path)
        with Session(engine) as opened:
            yield opened
        engine.dispose()
    else:
        with ingested_folders(path, SEEDS, SHOWN) as engine, Session(engine) as opened:
            yield opened


@pytest.fixture(scope="module")
def naive(session: Session) -> list[NaiveArticle]:
    pairs = {(one.article_id, one.event_id) for one in session.exec(select(MentionTable))}
    told = Counter(article for article, _ in pairs)
    return [
        NaiveArticle(one.id, one.title or one.file, one.title, one.publisher, edtf(one.edtf), one.basis, told[one.id])
        for one in session.exec(select(ArticleTable).order_by(ArticleTable.id))
    ]


@st.composite
def questions(draw: st.DrawFn) -> ArticleFilter:
    keys = st.sampled_from([form for key in VALUES for form in (key, f"-{key}")])
    asked = [(key, draw(st.sampled_from(VALUES[key.removeprefix("-")]))) for key in draw(st.lists(keys, max_size=4))]
    return ArticleFilter.read([*asked, ("sort", draw(st.sampled_from(list(ArticleSort))).value)])


def sorted_naively(articles: list[NaiveArticle], sort: ArticleSort) -> list[NaiveArticle]:
    """Turned round as a whole, but for what has no date or title and for equals, which stand by id."""
    keys = {
        "id": lambda _: 0,
        "date": lambda one: one.published.sort_key,
        "title": lambda one: one.title or "",
        "events": lambda one: one.events,
    }
    name = sort.removeprefix("-")
    ordered = sorted(articles, key=keys[name], reverse=sort.startswith("-"))  # keeps equals in their order, by id
    lacks = {"date": lambda one: not any(one.published.bounds), "title": lambda one: one.title is None}
    return sorted(ordered, key=lacks[name]) if name in lacks else ordered


@given(wanted=questions())
def test_the_list_is_what_a_filter_by_hand_leaves(
    session: Session, naive: list[NaiveArticle], wanted: ArticleFilter
) -> None:
    expected = sorted_naively([one for one in naive if one.fits(wanted)], wanted.sort)
    assert [(one.id, one.events) for one in articles_on_list(session, wanted)] == [
        (one.id, one.events) for one in expected
    ]
    assert count_listed(session, wanted) == len(expected)


@given(wanted=questions())
def test_a_count_is_what_asking_for_the_value_alone_would_give(
    session: Session, naive: list[NaiveArticle], wanted: ArticleFilter
) -> None:
    for facet in article_facets(session, wanted):
        others = wanted.without(facet.key)
        for value in facet.values:
            expected = sum(one.fits(others) and one.has(facet.key, value.value) for one in naive)
            assert (facet.key, value.value, value.count) == (facet.key, value.value, expected)
            assert value.state == wanted.state_of(facet.key, value.value)


def test_facets_hold_every_value_that_there_is(session: Session, naive: list[NaiveArticle]) -> None:
    facets = {facet.key: {value.value for value in facet.values} for facet in article_facets(session, ArticleFilter())}
    assert tuple(facets) == LIST_KEYS
    assert facets["publisher"] == {one.publisher for one in naive} - {None}
    assert facets["year"] == set().union(*(one.years() for one in naive))
    assert facets["basis"] == {"stated", "inferred", "lent", "unknown"}


def test_pages_hold_every_article_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_list, "ARTICLES_PER_PAGE", 4)
    everything = count_listed(session, ArticleFilter())
    wanted = ArticleFilter.read([("sort", "-date")])
    pages = [articles_on_list(session, wanted.with_page(page)) for page in range(1, everything // 4 + 3)]
    found = [one.id for page in pages for one in page]
    assert len(set(found)) == len(found) == everything
    assert pages[-1] == []


def test_articles_come_by_id_with_their_counts(sample: Session) -> None:
    articles = articles_on_list(sample, ArticleFilter.read([("sort", "id")]))
    assert [article.id for article in articles] == sorted(article.id for article in articles)
    counts = {article.file: (article.events, article.quotes) for article in articles}
    assert counts["harbour-copy.txt"] == (6, 7)
    assert counts["empty-handed.txt"] == (0, 0)
    assert article_id("harbour.txt") in {article.id for article in articles}
