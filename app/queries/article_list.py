"""The list of articles, filtered and sorted, and what each further filter would leave."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, case, cast, extract, literal, or_, true
from sqlmodel import Session, col, distinct, func, select

from app.domain.article_filter import LIST_KEYS, YEAR_UNKNOWN, ArticleFilter, ArticleSort, Gave
from app.domain.edtf import EdtfDate, edtf
from app.queries.facets import Facet, FacetValue
from app.queries.quotes import WITHOUT_TEXT
from app.storage.search import holds_words
from app.storage.tables import ArticleTable, MentionTable

ARTICLES_PER_PAGE = 100
OPEN_FACETS = ("publisher", "year")  # of as many values as articles give
Condition = ColumnElement[bool]


@dataclass(frozen=True)
class ArticleLine:
    """An article as the list shows it."""

    id: str
    file: str
    title: str | None
    publisher: str | None
    url: str | None
    published: EdtfDate
    basis: str
    events: int
    quotes: int


def articles_on_list(session: Session, wanted: ArticleFilter) -> list[ArticleLine]:
    """One page of articles in the order asked, with how many events they tell of; empty past the last page."""
    events = select(func.count(distinct(MentionTable.event_id))).where(_tells()).scalar_subquery()
    # First the page, then what it shows: to sort rows with long texts beside them takes ten times as long.
    ids = (
        select(ArticleTable.id)
        .where(_matching(wanted))
        .order_by(*_order(wanted.sort, events))
        .offset((wanted.page - 1) * ARTICLES_PER_PAGE)
        .limit(ARTICLES_PER_PAGE)
    )
    listed = session.exec(ids).all()
    quotes = select(func.count()).select_from(MentionTable).where(_tells()).scalar_subquery()
    rows = select(ArticleTable, events, quotes).options(WITHOUT_TEXT).where(col(ArticleTable.id).in_(listed))
    lines = (article_line(article, events=told, quotes=quoted) for article, told, quoted in session.exec(rows))
    return sorted(lines, key=lambda line: listed.index(line.id))


def count_listed(session: Session, wanted: ArticleFilter) -> int:
    """How many articles the filter leaves, on all pages."""
    return session.exec(select(func.count()).select_from(ArticleTable).where(_matching(wanted))).one()


def article_facets(session: Session, wanted: ArticleFilter) -> tuple[Facet, ...]:
    """Every facet; the counts of one respect all other filters, and not its own."""
    return tuple(article_facet(session, wanted, key) for key in LIST_KEYS)


def article_facet(session: Session, wanted: ArticleFilter, key: str) -> Facet:
    """One facet of `LIST_KEYS`; see `article_facets`."""
    counts = COUNTED[key](session, _matching(wanted.without(key)))
    for value in (*wanted.chosen(key), *wanted.excluded(key)):
        counts.setdefault(value, 0)
    return Facet(key, tuple(FacetValue(value, count, wanted.state_of(key, value)) for value, count in counts.items()))


def article_line(article: ArticleTable, *, events: int, quotes: int) -> ArticleLine:
    """A row with what was taken from it."""
    return ArticleLine(
        id=article.id,
        file=article.file,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=edtf(article.edtf),
        basis=article.basis,
        events=events,
        quotes=quotes,
    )


def _matching(wanted: ArticleFilter) -> Condition:
    found: list[Condition] = [true()]
    for key, has_one in HAS_ONE.items():
        if chosen := wanted.chosen(key):
            found.append(or_(*map(has_one, chosen)))
        if excluded := wanted.excluded(key):
            found.append(~or_(*map(has_one, excluded)))
    return and_(*found)


def _has_words(words: str) -> Condition:
    """In its title, or in the name of its file where it has none."""
    return holds_words(func.coalesce(col(ArticleTable.title), col(ArticleTable.file)), words)


def _tells() -> Condition:
    """Is a mention of the article that is asked about?"""
    return col(MentionTable.article_id) == col(ArticleTable.id)


def _may_be_of(year: str) -> Condition:
    """Two ends reach over all years between them; one end stands for its own year."""
    earliest, latest = col(ArticleTable.earliest), col(ArticleTable.latest)
    if year == YEAR_UNKNOWN:
        return earliest.is_(None) & latest.is_(None)
    known = or_(earliest.is_not(None), latest.is_not(None))
    first = extract("year", func.coalesce(earliest, latest))
    last = extract("year", func.coalesce(latest, earliest))
    return and_(known, first <= int(year), last >= int(year))


def _gave(what: str) -> Condition:
    told = select(MentionTable.id).where(_tells()).exists()
    return told if what == Gave.EVENTS else ~told


HAS_ONE: dict[str, Callable[[str], Condition]] = {
    "q": _has_words,
    "publisher": lambda name: func.coalesce(col(ArticleTable.publisher), literal("")) == name,
    "year": _may_be_of,
    "basis": lambda basis: col(ArticleTable.basis) == basis,
    "gave": _gave,
}


def _order(sort: ArticleSort, events: ColumnElement[int]) -> Sequence[ColumnElement[Any]]:
    """Articles without a date, or without a title, come last whichever way it is turned; among equals by id."""
    earliest, latest, title = col(ArticleTable.earliest), col(ArticleTable.latest), col(ArticleTable.title)
    last_day = literal(date.max, Date)
    by: dict[str, tuple[ColumnElement[Any], ...]] = {
        "date": (func.coalesce(earliest, latest, last_day), func.coalesce(latest, last_day)),
        "title": (func.coalesce(title, ""),),
        "events": (events,),
        "id": (),
    }
    missing = {"date": earliest.is_(None) & latest.is_(None), "title": title.is_(None)}
    name = sort.removeprefix("-")
    columns = [column.desc() if sort.startswith("-") else column.asc() for column in by[name]]
    first: list[ColumnElement[Any]] = [case((missing[name], 1), else_=0)] if name in missing else []
    return [*first, *columns, col(ArticleTable.id).asc()]


def _count_publishers(session: Session, condition: Condition) -> dict[str, int]:
    name = col(ArticleTable.publisher)
    rows = session.exec(select(name, func.count()).where(condition, name.is_not(None)).group_by(name))
    return dict(sorted(((name or "", count) for name, count in rows), key=lambda one: (-one[1], one[0])))


def _count_years(session: Session, condition: Condition) -> dict[str, int]:
    """The newest first; an article counts in every year that it may be of."""
    earliest, latest = col(ArticleTable.earliest), col(ArticleTable.latest)
    ends = _year_of(func.coalesce(earliest, latest)), _year_of(func.coalesce(latest, earliest))
    counts = Counter[str]()
    for first, last, count in session.execute(select(*ends, func.count()).where(condition).group_by(*ends)):
        years = [YEAR_UNKNOWN] if first is None else [f"{year:04d}" for year in range(int(first), int(last) + 1)]
        counts.update(dict.fromkeys(years, count))
    return dict(sorted(counts.items(), key=lambda one: (one[0] != YEAR_UNKNOWN, one[0]), reverse=True))


def _year_of(day: ColumnElement[date]) -> ColumnElement[str]:
    """The year of a day as text, cut from it: to ask the calendar for each takes five times as long."""
    return func.substr(cast(day, String), 1, 4)


def _count_bases(session: Session, condition: Condition) -> dict[str, int]:
    rows = session.exec(select(ArticleTable.basis, func.count()).where(condition).group_by(col(ArticleTable.basis)))
    counts = dict(rows.all())
    return {basis.value: counts.get(basis.value, 0) for basis in ArticleFilter.KEYS.closed_lists["basis"]}


def _count_gave(session: Session, condition: Condition) -> dict[str, int]:
    rows = select(func.count()).select_from(ArticleTable).where(condition)
    everything, told = session.exec(rows).one(), session.exec(rows.where(_gave(Gave.EVENTS))).one()
    return {Gave.EVENTS.value: told, Gave.NOTHING.value: everything - told}


COUNTED: dict[str, Callable[[Session, Condition], dict[str, int]]] = {
    "publisher": _count_publishers,
    "year": _count_years,
    "basis": _count_bases,
    "gave": _count_gave,
}
