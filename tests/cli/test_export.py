"""`tumen export`: the same bytes as over the wire, in every format, with the same filters."""

import re
from pathlib import Path

import pytest

from app.exporting.formats import FormatName
from app.main import create_app
from app.settings import Settings
from app.web.formats import FORMATS
from tests.cli.conftest import Tumen
from tests.support.folders import SEEDS
from tests.support.web_client import WebClient

BASE = "https://tumen.example"
FILTERS = [("", ()), ("topic=letters&-status=planned", ("--topic", "letters", "--not-status", "planned"))]


@pytest.mark.parametrize("base_url", ["", BASE])
def test_every_format_is_the_same_as_over_the_wire(
    tumen: Tumen, home: Path, monkeypatch: pytest.MonkeyPatch, base_url: str
) -> None:
    monkeypatch.setenv("TUMEN_BASE_URL", base_url)
    assert tumen("ingest", SEEDS.articles).code == 0
    app = create_app(Settings(database_url=f"sqlite:///{home}/tumen.db", base_url=base_url, _env_file=None))
    client = WebClient(app)
    for name, form in FORMATS.items():
        for asked, words in FILTERS:
            answer = client.get(f"{form.path}?{asked}")
            ran = tumen("export", "--format", name, *words)
            assert ran.code == 0
            assert ran.out.encode() == answer.content, name
            told = answer.headers.get("X-Tumen-Left-Out")
            assert ran.err == (f"{told}\n" if told else ""), name
    app.state.engine.dispose()


def test_switches_of_the_csv_are_those_of_its_description(seeded: Tumen, home: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{home}/tumen.db", _env_file=None))
    client = WebClient(app)
    for name in ("csv", "datapackage"):
        ran = seeded("export", "--format", name, "--rows", "quotes", "--bom", "--raw")
        path = FORMATS[name].path
        assert ran.out.encode() == client.get(f"{path}?rows=quotes&bom=1&raw=1").content
    app.state.engine.dispose()


def test_the_command_offers_every_format(tumen: Tumen) -> None:
    offered = tumen("export", "--format", "nosuch").err
    assert set(re.findall(r"'(\w+)'", offered)) >= set(FORMATS)
    assert set(FORMATS) == set(FormatName.__args__)  # type: ignore[attr-defined] # a Literal has them


def test_a_calendar_to_a_file_says_what_it_leaves_out(seeded: Tumen, home: Path) -> None:
    ran = seeded("export", "--format", "ics", "-o", home / "tumen.ics")
    assert ran.out == ""
    assert re.match(r"\d+ of \d+ events are left out, because no single day is known for them \(by p", ran.err)
    assert (home / "tumen.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_feed_tells_of_what_was_ingested(seeded: Tumen) -> None:
    feed = seeded("export", "--format", "atom").out
    assert feed.count("<entry>") > 10
    assert re.search(r"<published>20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ</published>", feed)
