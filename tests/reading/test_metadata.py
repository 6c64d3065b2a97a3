"""The file of --metadata."""

import json
from pathlib import Path

import pytest

from app.domain.article import KnownMetadata
from app.domain.edtf import edtf
from app.errors import BadMetadata
from app.reading.metadata import read_days, read_metadata


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "known.json"


def test_what_is_known_is_read_by_file(file: Path) -> None:
    entry = {"url": "https://harbour.example/1", "publisher": "The Harbour Post", "published": "2004-03", "title": "T"}
    file.write_text(json.dumps({"harbour.txt": entry, "folder/other.txt": {"title": None, "publisher": " "}}))
    assert read_metadata(file) == {"harbour.txt": KnownMetadata(**entry), "other.txt": KnownMetadata()}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "line 1, column 2: not JSON"),
        ("", "line 1, column 1: not JSON"),
        ("[]", "the whole: is no object"),
        ('{"a-b.txt": 5}', "a-b.txt: is no object"),
        ('{"a.txt": {"title": 5}}', "a.txt: title: is no text"),
        ('{"a.txt": {"tilte": "T"}}', "a.txt: tilte: is nothing that can be known of a page"),
        ('{"a.txt": {"published": "2004-13"}}', "a.txt: published: '2004-13' is no day of the calendar"),
        ('{"a.txt": {"published": "March"}}', "a.txt: published: 'March' is not a date Tumen reads"),
        ('{"a.txt": {"url": "javascript:alert(1)"}}', "a.txt: url: must begin with http"),
        ('{"a.txt": {"title": "\\ud800"}}', "a.txt: title: half a surrogate pair"),
        ('{"a.txt": {}, "a.txt": {}}', "'a.txt' stands in one object twice"),
        ('{"a.txt": {}, "b/a.txt": {}}', "b/a.txt: a.txt stands in it twice"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_place(file: Path, written: str, said: str) -> None:
    file.write_text(written)
    with pytest.raises(BadMetadata) as refused:
        read_metadata(file)
    assert str(refused.value).startswith(f"{file}: ")
    assert said in str(refused.value)
    assert str(refused.value).rpartition("; ")[2].startswith(("write {", "write 2022-08-15", "keep one"))


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(BadMetadata, match=r"known.json: cannot be read \(No such file"):
        read_metadata(file)


def test_a_file_that_is_not_utf_8_is_refused(file: Path) -> None:
    file.write_bytes(b'{"a.txt": {"title": "\xcf"}}')
    with pytest.raises(BadMetadata, match="not JSON in UTF-8"):
        read_metadata(file)


def test_days_of_publication_are_read_by_document(file: Path) -> None:
    file.write_text('{"harbour": "2004-03-02", "other": ""}')
    assert read_days(file) == {"harbour": edtf("2004-03-02"), "other": edtf("")}
    file.write_text('{"harbour": "2004-03-32"}')
    with pytest.raises(BadMetadata, match="harbour: '2004-03-32' is no day"):
        read_days(file)
