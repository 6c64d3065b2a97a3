"""Points and bars are complete, and kinship is the same both ways."""

import tomllib
from pathlib import Path

import pytest

from app.errors import KnowledgeError
from app.knowledge import linking_evidence
from app.knowledge.load import load_knowledge
from app.knowledge.word_stems import stems_of

EVIDENCE = load_knowledge().extracting.evidence
ROW = '[[{}]]\nname = "{}"\npoints = {}\nsource = "test"\n'


def test_kinship_is_the_same_both_ways() -> None:
    for table in (EVIDENCE.kinship, EVIDENCE.kinship_on_day):
        assert all(points == table[other, one] for (one, other), points in table.items())


@pytest.mark.parametrize("change", ["lacking", "twice", "unknown"])
def test_each_piece_of_evidence_has_one_row(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tomllib.loads(linking_evidence._FILE.read_text("utf-8"))["bar"]  # noqa: SLF001 -- what is tested
    names = [(row["name"], row["points"]) for row in rows]
    changed = {"lacking": names[1:], "twice": [*names, names[0]], "unknown": [*names, ("moon", 3)]}[change]
    file = tmp_path / "rows.toml"
    file.write_text("".join(ROW.format("bar", *row) for row in changed), "utf-8")
    monkeypatch.setattr(linking_evidence, "_FILE", file)
    with pytest.raises(KnowledgeError, match=r"rows.toml: \[\[bar\]\]: give each of these once"):
        linking_evidence._points("bar", linking_evidence.Bars)  # noqa: SLF001


@pytest.mark.parametrize(
    ("one", "other"),
    [("recognise", "recognition"), ("veto", "vetoed"), ("ratify", "ratifying"), ("treaties", "the treaty’s")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stems_of(one) & stems_of(other)


def test_short_words_and_numbers_have_no_stem() -> None:
    assert stems_of("He met 10,000 men on 5 May") == frozenset()


@pytest.mark.parametrize(("family", "word"), [("moon", "crater"), ("arms", "treaty")])
def test_each_word_names_one_kind_that_there_is(
    family: str, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = '[[named]]\nfamily = "{}"\nwords = ["{}"]\nsource = "test"\n'
    file = tmp_path / "rows.toml"
    file.write_text(named.format("treaty", "treaties") + named.format(family, word), "utf-8")
    monkeypatch.setattr(linking_evidence, "_FILE", file)
    with pytest.raises(KnowledgeError, match=rf"rows.toml: \[\[named\]\] {family}: no kind is of it, or another row"):
        linking_evidence._named({"treaty", "arms"})  # noqa: SLF001
