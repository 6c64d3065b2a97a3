"""Paths of a command line to files, and files to pages."""

import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from app.domain.article import KnownMetadata
from app.errors import UnreadableFile
from app.reading.files import STDIN, Skipped, find_files, read_pages

LIMIT = 1000


def test_a_folder_means_its_text_files_at_any_depth_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/deep/er/c.TXT", "notes.md", "a/page.html"):
        tmp_path.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        tmp_path.joinpath(name).write_text("x")
    found = list(find_files([tmp_path]))
    assert found == [tmp_path / "a/deep/er/c.TXT", tmp_path / "a/z.txt", tmp_path / "b.txt"]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "article"
    file.write_text("Kim met Putin.")
    assert list(find_files([file])) == [file]
    assert read_pages(file, {}, LIMIT)[0].text == "Kim met Putin."


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x")
    assert list(find_files([tmp_path])) == [
        Skipped(str(tmp_path), "holds no article (*.txt) at any depth; name another folder")
    ]


def test_a_folder_that_is_linked_into_itself_is_entered_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert list(find_files([tmp_path])) == [tmp_path / "a.txt"]


def test_a_linked_folder_is_entered(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("x")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert list(find_files([tmp_path / "here"])) == [tmp_path / "here" / "link" / "a.txt"]


def test_a_link_that_leads_nowhere_is_named_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (file,) = find_files([tmp_path])
    assert isinstance(file, Path)
    with pytest.raises(UnreadableFile, match="does not exist"):
        read_pages(file, {}, LIMIT)


def test_a_link_that_leads_to_itself_is_named_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    read, file = find_files([tmp_path])
    assert isinstance(file, Path)
    assert read == tmp_path / "a.txt"
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_pages(file, {}, LIMIT)


def test_the_first_file_is_given_before_later_folders_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text("x")
    opened: list[str] = []
    listdir = os.listdir

    def remember(path: str) -> list[str]:
        opened.append(Path(path).name)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", remember)
    found = find_files([tmp_path])
    assert next(found) == tmp_path / "a" / "x.txt"
    assert opened == [tmp_path.name, "a"]
    assert list(found) == [tmp_path / "b" / "x.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (skipped,) = find_files([tmp_path])
    assert isinstance(skipped, Skipped)


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "closed").mkdir()
    listdir = os.listdir

    def refuse(path: str) -> list[str]:  # root may open everything, so the refusal is played
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    closed = str(tmp_path / "closed")
    assert list(find_files([tmp_path])) == [
        tmp_path / "a.txt",
        Skipped(closed, "cannot be opened (Permission denied); give yourself the right to"),
    ]


def test_a_page_knows_its_base_name_and_what_is_known_of_it(tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_bytes(b"\xef\xbb\xbfKim\r\n")
    known = KnownMetadata(publisher="The Harbour Post")
    (page,) = read_pages(file, {"harbour.txt": known}, LIMIT)
    assert (page.file, page.text, page.known) == ("harbour.txt", "\ufeffKim\r\n", known)


def test_a_file_at_the_limit_is_read_and_one_beyond_it_not(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * LIMIT)
    assert len(read_pages(file, {}, LIMIT)[0].text) == LIMIT
    file.write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(UnreadableFile, match=r"larger than 1,000 bytes; raise TUMEN_MAX_ARTICLE_BYTES"):
        read_pages(file, {}, LIMIT)


def test_a_file_that_may_not_be_read_is_named_with_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="may not be read by you"):
        read_pages(tmp_path / "a.txt", {}, LIMIT)


def test_a_name_that_is_not_utf_8_is_still_a_name(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xcf\xf3\xf2.txt")
    file.write_text("Kim")
    (page,) = read_pages(file, {}, LIMIT)
    assert page.file == "\N{REPLACEMENT CHARACTER}" * 3 + ".txt"


def test_a_dash_is_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"Kim\r\n")))
    assert list(find_files([STDIN])) == [STDIN]
    (page,) = read_pages(STDIN, {}, LIMIT)
    assert (page.file, page.text) == ("stdin", "Kim\r\n")
