"""Exports over the wire: the bytes that their writers give, a media type, a file name, and clear refusals."""

import json
import re
from urllib.parse import parse_qsl

import pytest
from sqlmodel import Session

from app.domain.timeline_filter import read_filter
from app.exporting.calendar_file import is_on_calendar
from app.exporting.formats import Format, FormatName, Switches
from app.exporting.timeline_js import has_beginning
from app.exporting.view import View
from app.queries.export import export_csv, export_json
from app.queries.told import told_events
from app.web.formats import FORMATS
from tests.support.web_client import BASE_URL, WebClient

REFUSED = [
    "/export.csv?rows=pages", "/export.csv?bom=yes", "/export.csv?raw=2", "/export.csv?rows=events&rows=quotes",
    "/export.csv?topic=nonsense", "/export.csv?colour=red", "/export.json?bom=1", "/export.json?from=never",
    "/export.json?page=0", "/export.ics?rows=quotes", "/report?topic=nonsense", "/export.datapackage.json?rows=pages",
]  # fmt: skip
LEFT_OUT = "X-Tumen-Left-Out"
EVENT_LINK = re.compile(rf"{re.escape(BASE_URL)}/events/(e[0-9a-f]{{16}})")


@pytest.fixture(params=FORMATS.values(), ids=list(FORMATS))
def form(request: pytest.FixtureRequest) -> Format:
    assert isinstance(request.param, Format)
    return request.param


def test_csv_is_what_the_query_gives(sample_client: WebClient, sample: Session) -> None:
    answer = sample_client.get("/export.csv", params={"topic": "trade"})
    expected = "".join(export_csv(sample, read_filter([("topic", "trade")]), base_url=BASE_URL))
    assert answer.content == expected.encode()
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="tumen.csv"'


def test_csv_has_its_switches(sample_client: WebClient, sample: Session) -> None:
    answer = sample_client.get("/export.csv?rows=quotes&bom=1&raw=1&topic=arms&bom=")
    wanted = read_filter([("topic", "arms")])
    expected = "".join(export_csv(sample, wanted, base_url=BASE_URL, rows="quotes", bom=True, raw=True))
    assert answer.content == expected.encode()


def test_json_is_what_the_query_gives(sample_client: WebClient, sample: Session) -> None:
    answer = sample_client.get("/export.json?q=russia&page=7")
    assert answer.content == "".join(export_json(sample, read_filter([("q", "russia")]))).encode()
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"] == 'attachment; filename="tumen.json"'


def test_every_format_is_what_its_writer_gives(sample_client: WebClient, sample: Session, form: Format) -> None:
    answer = sample_client.get(f"{form.path}?topic=visits&-status=planned&page=9")
    view = View(read_filter([("topic", "visits"), ("-status", "planned")]), BASE_URL)
    assert answer.status_code == 200
    assert answer.content == "".join(form.write(sample, view, Switches())).encode()
    assert answer.headers["content-type"].removesuffix("; charset=utf-8") == form.media_type
    assert answer.headers.get("content-disposition", "").startswith("attachment") == bool(form.file)


def test_every_format_says_in_which_encoding_it_is(sample_client: WebClient, form: Format) -> None:
    answer = sample_client.get(f"{form.path}?q=축전")
    kind = answer.headers["content-type"]
    assert "charset=utf-8" in kind or "json" in kind or 'encoding="utf-8"' in answer.text[:60]
    answer.content.decode()


@pytest.mark.parametrize("name", ["jsonld", "annotations", "timelinejs", "ics", "atom", "report"])
@pytest.mark.parametrize("asked", ["topic=visits", "-topic=visits", "q=russia", "from=2022&to=2022", "min_origins=2"])
def test_every_format_holds_the_events_of_the_filter_that_it_can_hold(
    sample_client: WebClient, sample: Session, name: FormatName, asked: str
) -> None:
    can_hold = {"timelinejs": has_beginning, "ics": is_on_calendar}.get(name, lambda _: True)
    lines = [event.line for event in told_events(sample, read_filter(parse_qsl(asked)))]
    text = sample_client.get(f"{FORMATS[name].path}?{asked}").text.replace("\r\n ", "")
    if name == "annotations":  # whose own ids are links too
        text = " ".join(re.findall(r'"purpose": "linking", "source": "[^"]+"', text))
    assert set(EVENT_LINK.findall(text)) == {line.id for line in lines if can_hold(line.date)}


def test_what_is_left_out_is_told_with_its_number(sample_client: WebClient) -> None:
    calendar = sample_client.get("/export.ics")
    told = calendar.headers[LEFT_OUT]
    assert told.startswith("11 of 14 events are left out, because no single day is known for them (by precision: ")
    assert told in calendar.text.replace("\r\n ", "").replace("\\,", ",")
    slides = sample_client.get("/export.timelinejs.json")
    assert slides.headers[LEFT_OUT].startswith("2 of 14 events are left out")
    assert slides.headers[LEFT_OUT] in slides.json()["title"]["text"]["text"]
    assert len(slides.json()["events"]) == 12
    assert LEFT_OUT not in sample_client.get("/export.json").headers


def test_an_export_of_nothing_is_still_a_file(sample_client: WebClient) -> None:
    assert sample_client.get("/export.csv?topic=treaties").text.count("\r\n") == 1
    assert sample_client.get("/export.json?topic=treaties").json() == {
        "format": "tumen/1", "articles": [], "events": [],
    }  # fmt: skip
    assert sample_client.get("/export.csl.json?topic=treaties").json() == []
    assert sample_client.get("/export.bib?topic=treaties").text == ""
    assert sample_client.get("/export.timelinejs.json?topic=treaties").json()["events"] == []


def test_a_bibliography_lists_each_quoted_article_once(sample_client: WebClient) -> None:
    listed = [item["id"] for item in sample_client.get("/export.csl.json?topic=trade").json()]
    quoted = [article["id"] for article in sample_client.get("/export.json?topic=trade").json()["articles"]]
    assert listed == quoted
    assert re.findall(r"^@online\{(\w+),$", sample_client.get("/export.bib?topic=trade").text, re.MULTILINE) == quoted


def test_an_unfiltered_bibliography_has_no_article_that_proves_nothing(sample_client: WebClient) -> None:
    everything = {article["id"] for article in sample_client.get("/export.json").json()["articles"]}
    assert {item["id"] for item in sample_client.get("/export.csl.json").json()} < everything


def test_the_description_of_the_api_lists_every_format_with_its_media_type(sample_client: WebClient) -> None:
    paths = sample_client.get("/api/openapi.json").json()["paths"]
    for form in FORMATS.values():
        described = paths[form.path]["get"]
        assert list(described["responses"]["200"]["content"]) == [form.media_type]
        assert described["description"] == form.says
        assert {"q", "-topic"} <= {parameter["name"] for parameter in described["parameters"]}


@pytest.mark.parametrize("address", REFUSED)
def test_what_cannot_be_meant_is_refused_before_the_first_byte(sample_client: WebClient, address: str) -> None:
    answer = sample_client.get(address)
    assert answer.status_code == 422
    assert "content-disposition" not in answer.headers


def test_the_description_of_the_csv_leads_to_it(sample_client: WebClient) -> None:
    package = json.loads(sample_client.get("/export.datapackage.json?topic=trade&rows=quotes").text)
    answer = sample_client.get(package["resources"][0]["path"].removeprefix(BASE_URL))
    assert answer.content == sample_client.get("/export.csv?topic=trade&rows=quotes").content
    heading = answer.text.split("\r\n")[0].split(",")
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == heading
