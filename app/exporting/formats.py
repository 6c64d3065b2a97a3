"""Every format but the report, a row each: where it is, what it is, and how the filtered timeline is written in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sqlmodel import Session

from app.domain.edtf import EdtfDate
from app.domain.timeline_filter import TimelineFilter
from app.exporting import annotations, atom, calendar_file, timeline_js
from app.exporting.bibliography import write_bibtex, write_csl
from app.exporting.json_ld import write_json_ld
from app.exporting.leaving import left_out
from app.exporting.schema import write_data_package
from app.exporting.view import View
from app.queries.export import Rows, export_csv, export_json
from app.queries.found import newly_found
from app.queries.surroundings import Surroundings, surroundings_of
from app.queries.told import ToldEvent, cited_articles, count_quotes, event_chunks, tallies, told_events, told_of

FormatName = Literal[
    "csv", "datapackage", "json", "jsonld", "annotations", "timelinejs", "ics", "atom", "bibtex", "csl", "report"
]


@dataclass(frozen=True)
class Switches:
    """What can be asked of the CSV besides filters."""

    rows: Rows = "events"
    bom: bool = False
    raw: bool = False


Write = Callable[[Session, View, Switches], Iterator[str]]


@dataclass(frozen=True)
class Format:
    """A way to take the timeline along."""

    name: FormatName  # what `tumen export --format` calls it
    path: str
    media_type: str
    says: str  # one sentence for the description of the API
    write: Write  # pieces of text, to be encoded as UTF-8
    file: str | None = None  # the name under which a browser keeps it; None where it is read at its address
    has_switches: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)  # besides those of every answer
    left_out: Callable[[Session, TimelineFilter], str] | None = None  # what it cannot hold, in a sentence


def _leaving(is_taken: Callable[[EdtfDate], bool], why: str) -> Callable[[Session, TimelineFilter], str]:
    return lambda session, wanted: left_out(tallies(session, wanted), is_taken, why)


_not_on_calendar = _leaving(calendar_file.is_on_calendar, calendar_file.WHY_LEFT_OUT)
_no_slide = _leaving(timeline_js.has_beginning, timeline_js.WHY_LEFT_OUT)


def _csv(session: Session, view: View, switches: Switches) -> Iterator[str]:
    return export_csv(session, view.wanted, base_url=view.base_url, **vars(switches))


def _json(session: Session, view: View, _: Switches) -> Iterator[str]:
    return export_json(session, view.wanted)


def _data_package(_: Session, view: View, switches: Switches) -> Iterator[str]:
    return write_data_package(view, rows=switches.rows, bom=switches.bom, raw=switches.raw)


def _json_ld(session: Session, view: View, _: Switches) -> Iterator[str]:
    return write_json_ld(view, told_events(session, view.wanted))


def _annotations(session: Session, view: View, _: Switches) -> Iterator[str]:
    return annotations.write_annotations(view, _surrounded(session, view), count_quotes(session, view.wanted))


def _surrounded(session: Session, view: View) -> Iterator[tuple[ToldEvent, dict[str, Surroundings]]]:
    for lines in event_chunks(session, view.wanted):
        around = surroundings_of(session, [line.id for line in lines])
        yield from ((event, around) for event in told_of(session, lines))


def _timeline_js(session: Session, view: View, _: Switches) -> Iterator[str]:
    events = told_events(session, view.wanted)
    return timeline_js.write_timeline_js(view, events, _no_slide(session, view.wanted))


def _calendar(session: Session, view: View, _: Switches) -> Iterator[str]:
    events = told_events(session, view.wanted)
    return calendar_file.write_calendar(view, events, _not_on_calendar(session, view.wanted))


def _atom(session: Session, view: View, _: Switches) -> Iterator[str]:
    return atom.write_atom(view, newly_found(session, view.wanted))


def _bibtex(session: Session, view: View, _: Switches) -> Iterator[str]:
    return write_bibtex(view, cited_articles(session, view.wanted))


def _csl(session: Session, view: View, _: Switches) -> Iterator[str]:
    return write_csl(view, cited_articles(session, view.wanted))


FORMATS: dict[FormatName, Format] = {
    one.name: one
    for one in (
        Format(
            "csv", "/export.csv", "text/csv", "CSV (RFC 4180), a row for each event or each quote.", _csv,
            file="tumen.csv", has_switches=True,
        ),
        Format(
            "datapackage", "/export.datapackage.json", "application/json",
            "What the columns of the CSV mean, as a Frictionless data package.", _data_package,
            file="datapackage.json", has_switches=True,
        ),
        Format(
            "json", "/export.json", "application/json", "JSON of format tumen/1: everything, with every quote.", _json,
            file="tumen.json",
        ),
        Format(
            "jsonld", "/export.jsonld", "application/ld+json",
            "JSON-LD in the words of schema.org: events, claims, quotations and articles.", _json_ld,
            file="tumen.jsonld",
        ),
        Format(
            "annotations", annotations.PATH, 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            "The quotes as Web Annotations, by their words and by their positions.", _annotations,
            file="tumen-annotations.json",
        ),
        Format(
            "timelinejs", "/export.timelinejs.json", "application/json",
            "TimelineJS: a slide for each event of which a beginning is known.", _timeline_js,
            file="tumen-timelinejs.json", left_out=_no_slide,
        ),
        Format(
            "ics", "/export.ics", "text/calendar", "iCalendar (RFC 5545): the events that are known to the day.",
            _calendar, file="tumen.ics", left_out=_not_on_calendar,
        ),
        Format(
            "atom", atom.PATH, "application/atom+xml", "Atom (RFC 4287): the hundred events that were found last.",
            _atom,
        ),
        Format(
            "bibtex", "/export.bib", "application/x-bibtex", "The articles that are quoted, for BibTeX (biblatex).",
            _bibtex, file="tumen.bib",
        ),
        Format(
            "csl", "/export.csl.json", "application/vnd.citationstyles.csl+json",
            "The articles that are quoted, as CSL-JSON.", _csl, file="tumen-csl.json",
        ),
    )
}  # fmt: skip
