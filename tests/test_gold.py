"""The gold is sound, and the checker tells a faultless export from one with a fault."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.folders import FOLDERS, Folder
from tests.support.gold import gold_mentions, is_right, lies_in, overlap, words
from tests.support.handmade import dated, faultless_export
from tests.support.scoring import compare

NO_YEAR = "XXXX-"

SMALL: dict[str, Any] = {
    "files": {
        "harbour.txt": {
            "published": {"date": "2004-03-02", "accept": ["2004-03-02"], "wrong": ["2010-06-01"]},
            "events": [
                {
                    "id": "1",
                    "date": "2004-02",
                    "what": "A ship arrives",
                    "quotes_any": ["A Russian ship with grain arrived at Nampo last month."],
                    "modality": "asserted",
                    "tier": "core",
                    "date_words": "last month",
                    "date_wrong": ["2004-03-02"],
                    "cluster": "ship",
                },
                {
                    "id": "2",
                    "date": "../2004-03-02",
                    "what": "More grain is promised",
                    "quotes_any": ["An official said more grain had been promised by Moscow."],
                    "modality": "claimed",
                    "modality_ok": ["planned"],
                    "date_ok": ["unknown"],
                    "date_wrong": ["2004-03-02"],
                    "tier": "core",
                    "cluster": "promise",
                },
            ],
            "not_events": [{"quote": "Ring the harbour office on 22 33 44.", "why": "telephone number"}],
        }
    },
    "clusters": [
        {"id": "ship", "members": ["1"], "tier": "core"},
        {"id": "promise", "members": ["2"], "tier": "core"},
    ],
    "must_not_merge": [{"a": "ship", "b": "promise", "why": "arrived, promised"}],
}
TEXTS = {
    "harbour.txt": "A Russian ship with grain arrived at Nampo last month. "
    "An official said more grain had been promised by Moscow. "
    "Ring the harbour office on 22 33 44."
}
FIGURES = {"publication": 1, "core_found": 1, "core": 1, "events": 1, "status": 1, "quotes": 1}
ERRORS = {"publication_wrong": 0, "date_wrong": 0, "merge_errors": 0, "not_events": 0}

Export = dict[str, Any]


def _crawl_stamp_as_publication(export: Export) -> None:
    export["articles"][0]["published"] = dated("2010-06-01")


def _publication_day_for_an_undated_claim(export: Export) -> None:
    export["events"][1]["quotes"][0]["date"] = dated("2004-03-02")


def _year_only(export: Export) -> None:
    export["events"][0]["quotes"][0]["date"] = dated("2004")


def _claim_as_fact(export: Export) -> None:
    export["events"][1]["quotes"][0]["status"] = "asserted"


def _both_in_one_event(export: Export) -> None:
    export["events"][0]["quotes"] += export["events"].pop()["quotes"]


def _telephone_number_as_event(export: Export) -> None:
    text = SMALL["files"]["harbour.txt"]["not_events"][0]["quote"]
    start = TEXTS["harbour.txt"].index(text)
    quote = export["events"][0]["quotes"][0] | {"text": text, "start": start, "end": start + len(text)}
    export["events"].append({"id": "phone", "quotes": [quote]})


def _event_left_out(export: Export) -> None:
    del export["events"][1]


def _quote_one_character_off(export: Export) -> None:
    export["events"][0]["quotes"][0]["start"] += 1


FAULTS: list[tuple[Callable[[Export], None], dict[str, float]]] = [
    (_crawl_stamp_as_publication, {"publication": 0, "publication_wrong": 1}),
    (_publication_day_for_an_undated_claim, {"core": 0.5, "events": 0.5, "date_wrong": 1}),
    (_year_only, {"core": 0.5, "events": 0.5}),
    (_claim_as_fact, {"status": 0.5}),
    (_both_in_one_event, {"merge_errors": 1}),
    (_telephone_number_as_event, {"not_events": 1}),
    (_event_left_out, {"core_found": 0.5, "core": 0.5, "events": 0.5}),
    (_quote_one_character_off, {"quotes": 0.5}),
]


@pytest.mark.parametrize(("fault", "changed"), FAULTS, ids=lambda one: getattr(one, "__name__", "").strip("_"))
def test_a_fault_shows_in_its_own_figures_and_in_no_other(
    fault: Callable[[Export], None], changed: dict[str, float]
) -> None:
    export = faultless_export(SMALL, TEXTS)
    fault(export)
    report = compare(export, SMALL, TEXTS)
    expected = FIGURES | ERRORS | changed
    assert expected == {name: getattr(report, name) for name in expected}


def test_a_clause_that_names_one_date_tells_only_the_event_of_that_date() -> None:
    sentence = "Kim came in May 1984 and again, to much the same welcome, in October 1986."
    events = [
        {
            "id": m,
            "date": d,
            "what": w,
            "quotes_any": [sentence],
            "modality": "asserted",
            "tier": "core",
            "date_words": w,
        }
        for m, d, w in (("1", "1984-05", "May 1984"), ("2", "1986-10", "October 1986"))
    ]
    files = {"f.txt": {"published": {"date": "unknown", "accept": []}, "events": events, "not_events": []}}
    gold: dict[str, Any] = {
        "files": files,
        "clusters": [],
        "must_not_merge": [{"a": "1", "b": "2", "why": "two trips"}],
    }
    export = faultless_export(gold, {"f.txt": sentence})
    end = sentence.index(" and")
    export["events"] = [export["events"][0]]
    export["events"][0]["quotes"] = [export["events"][0]["quotes"][0] | {"text": sentence[:end], "end": end}]
    report = compare(export, gold, {"f.txt": sentence})
    assert (report.core, report.events, report.merge_errors) == (0.5, 0.5, 0)


def test_what_falls_short_is_named_with_its_bar_and_its_misses() -> None:
    export = faultless_export(SMALL, TEXTS)
    _event_left_out(export)
    _crawl_stamp_as_publication(export)
    short = compare(export, SMALL, TEXTS).falls_short({"events": 0.9, "publication_wrong": 0, "quotes": 1})
    assert short == ["events is 0.5, bar 0.9: promise", "publication_wrong is 1, bar 0: harbour.txt: 2010-06-01"]


@pytest.mark.parametrize(
    ("date", "accepted", "expected"),
    [
        ("2024-06-19", ["2024-06-19"], True),
        ("2024-06-01/2024-06-30", ["2024-06"], True),  # the same bounds
        ("2024-06", ["2024-06-19"], False),
        ("", ["unknown"], True),
        ("XXXX-08-05", ["unknown"], False),  # it says something, and so does not stand for nothing
        ("XXXX-08-05", ["XXXX-08-05"], True),
        ("[2013-05,2013-06]", ["2013-05", "2013-06"], True),
        ("[2013-05,2013-06]", ["2013-05"], False),
    ],
)
def test_a_date_is_right_when_its_bounds_are_accepted(date: str, accepted: list[str], *, expected: bool) -> None:
    assert expected == is_right(date, accepted)


@pytest.mark.parametrize(
    ("date", "trap", "expected"),
    [
        ("2015-11-09", "2015", True),
        ("2015", "2015-11-09", False),
        ("../2015-11-09", "2015", False),
        ("2016-09-30", "XXXX-09-30", True),
        ("2016-09-29", "XXXX-09-30", False),
    ],
)
def test_only_a_date_with_two_ends_falls_into_a_trap(date: str, trap: str, *, expected: bool) -> None:
    assert expected == lies_in(date, trap)


def test_a_mere_turn_of_phrase_is_no_overlap() -> None:
    assert overlap(words("He went to the border by train at dawn."), words("She came to the border on foot.")) == 0


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_gold_of_a_folder_is_faultless_by_its_own_measure(folder: Folder) -> None:
    gold, texts = folder.gold(), folder.texts()
    report = compare(faultless_export(gold, texts), gold, texts)
    assert report.falls_short(FIGURES | ERRORS) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_gold_speaks_of_all_articles_of_its_folder_in_their_own_words(folder: Folder) -> None:
    gold, texts = folder.gold(), folder.texts()
    assert set(texts) == set(gold["files"])
    for file, article in gold["files"].items():
        quotes = [q for event in article["events"] for q in event["quotes_any"]]
        quotes += [no["quote"] for no in article["not_events"]]
        assert [quote for quote in quotes if quote not in texts[file]] == [], file


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_labels_and_dates_of_the_gold_hang_together(folder: Folder) -> None:
    gold = folder.gold()
    mentions = gold_mentions(gold)
    of_cluster = {cluster["id"]: set(cluster["members"]) for cluster in gold["clusters"]}
    assert len(mentions) == len({m.id for m in mentions})
    assert of_cluster == {label: {m.id for m in mentions if m.label == label} for label in of_cluster}
    assert {label for pair in gold["must_not_merge"] for label in (pair["a"], pair["b"])} <= {m.label for m in mentions}
    both = [
        m.id for m in mentions for trap in m.wrong_dates if is_right(trap, m.dates) and not trap.startswith(NO_YEAR)
    ]
    assert both == [], "a date cannot be right and wrong"
