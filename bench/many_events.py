"""Makes a database of as many events as are asked for, the same each time, without reading a single article."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import Engine, insert
from sqlmodel import SQLModel

from app.domain.edtf import EdtfDate, edtf
from app.storage.database import open_database, writing
from app.storage.differences import table_of
from app.storage.migrate import upgrade
from app.storage.search import index_events
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable, ParagraphTable
from bench.news import BODIES, DEEDS, PEOPLE, PLACES, THINGS

FIRST_DAY, DAYS = date(1946, 1, 1), 29_000
ROWS_AT_ONCE = 5_000
EVENTS_AN_ARTICLE = 4
TOPICS = ("visits", "letters", "treaties", "military", "arms", "labour", "trade", "aid", "sanctions", "diplomacy")
STATUSES = ("asserted",) * 8 + ("planned", "claimed", "denied", "disputed")
PRECISIONS = ("day",) * 7 + ("month", "year", "span")
SEED = 20040302
SHAPES = (ArticleTable, ParagraphTable, EventTable, EventActorTable, EventPlaceTable, MentionTable)
Row = tuple[type[SQLModel], dict[str, object]]


def make_database(file: Path, events: int) -> Engine:
    """A database of that many events, a mention or two of each, and a quarter as many articles.

    Args:
        file: Where it is made; whatever stands there is replaced.
        events: How many.
    """
    file.unlink(missing_ok=True)
    engine = open_database(f"sqlite:///{file}", busy_timeout_seconds=30)
    upgrade(engine)
    choose = Random(SEED)  # noqa: S311 -- the same database each time, nothing secret
    for first in range(0, events, ROWS_AT_ONCE):
        numbers = range(first, min(first + ROWS_AT_ONCE, events))
        rows: dict[type[SQLModel], list[dict[str, object]]] = {shape: [] for shape in SHAPES}
        for shape, row in (one for number in numbers for one in _rows(number, choose)):
            rows[shape].append(row)
        with writing(engine) as session:
            for shape in (one for one in SHAPES if rows[one]):
                session.execute(insert(table_of(shape)), rows[shape])
            index_events(session, [str(row["id"]) for row in rows[EventTable]])
    return engine


def _row(shape: type[SQLModel], **values: object) -> Row:
    # Not an object of the table's class: to make one takes longer than to store it.
    return shape, values


def _rows(number: int, choose: Random) -> Iterator[Row]:
    """An event with its names and mentions, and the article that it is the first of."""
    event_id, article = f"e{number:015x}", number // EVENTS_AN_ARTICLE
    title = f"{choose.choice(BODIES)} {choose.choice(DEEDS)} {choose.choice(THINGS)}"
    if number % EVENTS_AN_ARTICLE == 0:
        yield from _article(article, choose)
    when, precision = _date(choose)
    yield _row(
        EventTable,
        id=event_id, title=title, topic=choose.choice(TOPICS), status=choose.choice(STATUSES), status_reason=None,
        articles=1, origins=choose.randint(1, 4), edtf=when.text, earliest=when.earliest, latest=when.latest,
        precision=precision, first_sort=when.earliest or date.max, last_sort=when.latest or date.max,
    )  # fmt: skip
    actors = sorted(choose.sample(PEOPLE, choose.randint(1, 3)))
    yield from (_row(EventActorTable, event_id=event_id, name=name, position=at) for at, name in enumerate(actors))
    places = sorted(choose.sample(PLACES, choose.randint(0, 2)))
    yield from (_row(EventPlaceTable, event_id=event_id, name=name, position=at) for at, name in enumerate(places))
    for at in range(choose.randint(1, 2)):
        yield _row(
            MentionTable,
            id=f"f{number:015x}" if at else event_id, event_id=event_id, article_id=f"a{article:015x}",
            paragraph=1, start=0, end=len(title), quote=title, trigger_start=0, trigger_end=1, kind="meeting",
            topic="visits", status="asserted", status_reason=None, speaker=None, date_start=None, date_end=None,
            reasoning="", actors=actors, places=places, headline=title, sources=[], fingerprints=[],
            is_background=False, position=at, edtf=when.text, earliest=when.earliest, latest=when.latest,
            precision=precision,
        )  # fmt: skip


def _article(number: int, choose: Random) -> Iterator[Row]:
    key, text = f"a{number:015x}", f"Article {number}. " + " ".join(choose.choice(THINGS) for _ in range(60))
    day = edtf((FIRST_DAY + timedelta(choose.randrange(DAYS))).isoformat())
    yield _row(
        ArticleTable,
        id=key, file=f"{number:08}.txt", sha256=key, text=text, encoding="utf-8", title=f"Article {number}",
        publisher=f"The {choose.choice(PLACES)} Post", url=None, basis="stated", rules="", edtf=day.text,
        earliest=day.earliest, latest=day.latest, precision="day",
    )  # fmt: skip
    yield _row(ParagraphTable, article_id=key, number=1, start=0, end=len(text), kind="body", reason=None)


def _date(choose: Random) -> tuple[EdtfDate, str]:
    day, precision = FIRST_DAY + timedelta(choose.randrange(DAYS)), choose.choice(PRECISIONS)
    text = {
        "day": day.isoformat(), "month": f"{day:%Y-%m}", "year": f"{day.year:04}",
        "span": f"{day.isoformat()}/{(day + timedelta(days=choose.randint(1, 90))).isoformat()}",
    }[precision]  # fmt: skip
    return edtf(text), precision
