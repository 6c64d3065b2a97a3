"""What a regular expression cannot match without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.knowledge.extracting_load import load_extracting
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.needle_scan import scan_of
from app.knowledge.needles import ways_of

EXTRACTING = load_extracting(DEFAULT_SUBJECT)
SCAN = EXTRACTING.scan


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bsent\b", [[{" sent "}]]),
        (r"\b(?:sent|wrote)\s+(?:a\s+)?letters?", [[{" sent ", " wrote "}, {" letter", " letters"}]]),
        (r"\b(?:(?:end|fall) of Rome|sack \w+)", [[{" end ", " fall "}, {" of "}, {" rome"}], [{" sack "}]]),
        (r"\ble(?:ave|ft)(?=\s+home)", [[{" home"}, {" leave", " left"}]]),
        (r"(?:new )?pact", [[{"pact", " pact"}]]),
        (r"\b(?:new )?pact", [[{" pact"}]]),
        (r"(?<=\w )wrote", [[{" wrote"}]]),
        (r"[Pp]eninsula['’]s", [[{"peninsula "}]]),
        (r"(?:sent|a)", [[{"sent"}], []]),
        (r"(?:sent)?", [[]]),
        (r"\bhands?(?:\s+over)?\b", [[{" hand", " hands"}, {" hand ", " hands ", " over "}]]),
        (r"^(?:from|taken at)?\s*:?\s*www", [[{" www", " fromwww", " atwww"}]]),
        (r"(?:\w+|Rome)", [[], [{"rome"}]]),
        (r"(?:Visit)+", [[{"visit"}]]),
        (r"\b(?:Juche|주체) ?", [[{" juche", " 주체"}]]),
        (r"(?:©|\(c\)|\bcopyright)", [[{"©"}], [{" c "}], [{" copyright"}]]),
        (r"(?<!\w)(?:sent|had gone)(?!\w)", [[{" sent "}], [{" had "}, {" gone "}]]),
        (r"(?!home)\bsent", [[{" sent"}]]),
    ],
)
def test_each_way_to_match_needs_all_its_words(pattern: str, expected: list[list[set[str]]]) -> None:
    assert [list(map(set, way)) for way in ways_of(pattern)] == expected


def test_most_triggers_have_needles() -> None:
    assert len([number for number in SCAN.always if number < len(EXTRACTING.triggers)]) <= 1


@pytest.mark.parametrize("number", range(len(EXTRACTING.triggers)))
def test_what_a_trigger_finds_holds_its_needles(number: int) -> None:
    pattern, row = EXTRACTING.triggers[number]
    found = [example for example in row.finds if pattern.search(example)]
    assert all(number in SCAN.likely_in(example) for example in found)


@given(st.data())
def test_a_match_is_never_missed(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(EXTRACTING.triggers) - 1))
    pattern, _ = EXTRACTING.triggers[number]
    assert number in SCAN.likely_in(data.draw(st.from_regex(pattern)))


def test_of_needles_that_begin_alike_none_is_missed() -> None:
    scan = scan_of([("sign", r"\bsign"), ("whole", r"\bsigna\b"), ("signature", r"\bsignatures?\b"), ("any", r"\w")])
    assert scan.likely_in("a Signature") == {"sign", "signature", "any"}
    assert scan.likely_in("SIGNA") == {"sign", "whole", "any"}
    assert scan.likely_in("assigned") == {"any"}
    assert scan_of([("rights", r"[©ⓒ]|\brights\b")]).likely_in("2004 ©The Harbour Post") == {"rights"}


def test_a_pattern_is_likely_only_where_all_stands_that_it_needs() -> None:
    text = "They sent rice. A letter came."
    hits = scan_of([("letter", r"\bsent\s+a\s+letter\b")]).read(text)
    assert hits.likely(0, len(text)) == {"letter"}
    assert hits.likely(0, text.index("A letter")) == frozenset()
    assert hits.likely(text.index("A letter"), len(text)) == frozenset()
