"""Every word of a page goes through the catalogue: in a language of broad letters none is left in narrow ones."""

import re
from collections.abc import Iterator

import pytest
from sqlmodel import Session, select

from app.domain.timeline_filter import FILTER_KEYS, LIST_PAGE_KEYS
from app.main import create_app
from app.settings import Settings
from app.storage.tables import ArticleNameTable, ArticleTable, EventTable, MentionTable
from app.web import report
from tests.support.disguise import FULL_WIDTH, disguise_what_is_stored, full_width, untranslated
from tests.support.sample_database import break_quote, build_sample_database, store_event
from tests.support.web_client import BASE_URL, WebClient

# Called so in every language.
NAMES = (
    "Tumen", "CSV", "JSON", "BibTeX", "CSL-JSON", "iCalendar", "TimelineJS", "JSON-LD", "Web Annotations", "SHA-256",
    "xyzzy", "utf-8",
)  # fmt: skip
# What an error says is English everywhere, and so is the name of a view, which all exports share.
SAID_BY_OTHERS = (
    "No event has the id 'nowhere'; look for it on the timeline.",
    "No article has the id 'nowhere'; look for it among the articles.",
    "'boo' is not a date Tumen reads; write 2022-08-15, 2022-08, 2022, or 1910/1945",
    f"there is no such filter; there are {', '.join((*FILTER_KEYS, *LIST_PAGE_KEYS))}",
    "Tumen timeline: from 2022, topic visits, status planned",
    "Tumen timeline: q xyzzy",
    "Tumen timeline",
)
PAGES = (
    "/", "/?view=compact", "/?sort=-date", "/?from=2022&to=2023", "/?from=2022-08-01&to=2022-08-31",
    "/?q=xyzzy", "/?q=xyzzy&-topic=visits&precision=day", "/?page=99", "/?status=planned&-topic=war",
    "/?certainty=surely&from=1900", "/?min_origins=2&precision=unknown",
    "/coverage", "/coverage?order=publishers", "/coverage?sort=-date&-status=denied", "/coverage?q=xyzzy",
    "/articles", "/articles?q=xyzzy&-basis=stated", "/articles?page=99", "/articles?gave=nothing",
    "/articles?year=2022", "/facets/actor", "/facets/place?find=xyzzy",
    "/report", "/report?status=planned&topic=visits&from=2022", "/report?q=xyzzy",
    "/nowhere", "/events/nowhere", "/articles/nowhere", "/?from=boo", "/?nokey=1",
)  # fmt: skip


@pytest.fixture(scope="module")
def broad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebClient]:
    """The web app in broad letters, with data in Georgian ones."""
    engine = build_sample_database(tmp_path_factory.mktemp("broad") / "tumen.db")
    for date in (
        "199X",
        "19XX",
        "2011-21",
        "2024-33",
        "2024-41",
        "2019%",
        "[2013-05,2013-06]",
        "XXXX-03-12",
        "1991/..",
    ):
        store_event(engine, date, f"what happened {date}")
    with Session(engine) as session:
        broken = session.exec(select(MentionTable.id)).first()
    assert broken
    break_quote(engine, broken)
    disguise_what_is_stored(engine)
    app = create_app(Settings(database_url=str(engine.url), base_url=BASE_URL, _env_file=None))
    app.state.words = FULL_WIDTH
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(report, "words_in", lambda _: FULL_WIDTH)
        yield WebClient(app)
    app.state.engine.dispose()
    engine.dispose()


@pytest.fixture(scope="module")
def data(broad: WebClient) -> list[str]:
    """What is stored as machines read it, and shown so: names of files, addresses, ids."""
    with Session(broad.app.state.engine) as session:
        files = [*session.exec(select(ArticleTable.file)), *session.exec(select(ArticleNameTable.name))]
        known = [*session.exec(select(ArticleNameTable.known_url)), *session.exec(select(ArticleTable.url))]
        ids = [*session.exec(select(ArticleTable.id)), *session.exec(select(EventTable.id))]
        return [*files, *filter(None, known), *ids, *session.exec(select(ArticleTable.encoding))]


@pytest.mark.parametrize("address", PAGES)
def test_no_word_of_a_page_is_left_in_english(broad: WebClient, data: list[str], address: str) -> None:
    html = broad.get(address).text
    assert full_width("T") in html or full_width("a") in html
    assert list(untranslated(html, *NAMES, *SAID_BY_OTHERS, *data)) == []


def test_no_word_of_an_event_or_an_article_is_left_in_english(broad: WebClient, data: list[str]) -> None:
    listed = "".join(broad.get(address).text for address in ("/", "/articles"))
    pages = sorted(set(re.findall(r'href="(/(?:events|articles)/[^"?#]+)', listed)))
    assert len(pages) > 20
    left = {address: list(untranslated(broad.get(address).text, *NAMES, *data)) for address in pages}
    assert {address: words for address, words in left.items() if words} == {}


def test_the_page_says_in_which_language_it_is(broad: WebClient) -> None:
    assert '<html lang="x-broad">' in broad.get("/").text
