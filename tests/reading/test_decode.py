"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from app.errors import UnreadableFile
from app.reading.decode import decode

RUSSIAN = "Президент России Владимир Путин направил поздравительную телеграмму председателю КНДР Ким Чен Ыну."
KOREAN = "블라디미르 푸틴 러시아 대통령이 광복절을 맞아 김정은 국무위원장에게 축전을 보냈다고 조선중앙통신이 보도했다."
FRENCH = "Le président a déclaré que l’accord était signé à Pyongyang."
ENGLISH = "Putin said the “friendship” wasn’t over – Kim agreed."
POLISH = "Prezydent powiedział, że umowa została podpisana w Pjongjangu; żołnierze wyjechali już wcześniej."


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (KOREAN, "euc-kr"),
        (KOREAN, "cp949"),
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (POLISH, "cp1250"),
    ],
)
def test_text_in_another_encoding_is_recognised(written: str, encoding: str) -> None:
    found = decode(written.encode(encoding))
    assert found.text == written
    assert found.encoding != "utf-8"


@pytest.mark.parametrize(
    "kept", ["\ufeffBOM", "CR\r\nLF\rend", "no-break\u00a0space", "\u2028separator", "trailing \n\n"]
)
def test_nothing_is_removed_from_a_text(kept: str) -> None:
    assert decode(kept.encode()) == (kept, "utf-8")


@given(text(characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(lambda t: t.strip()))
def test_any_text_comes_back_unchanged(written: str) -> None:
    assert decode((written + "x").encode()) == (written + "x", "utf-8")


def test_a_broken_byte_in_utf_8_does_not_garble_the_rest() -> None:
    found = decode(KOREAN.encode() + b"\xed\x91")  # cut within a letter
    assert found == (KOREAN + "\N{REPLACEMENT CHARACTER}", "utf-8, damaged")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff\n".encode(), "\u00a0\u2003".encode()])
def test_a_file_without_a_visible_character_is_empty(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is empty"):
        decode(data)


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00", "Kim".encode("utf-16")])
def test_a_file_with_nul_is_not_text(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"NUL bytes.*save it as text in UTF-8"):
        decode(data)


def test_bytes_that_are_no_text_in_any_encoding_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="save it as UTF-8"):
        decode(bytes(range(1, 256)) * 20)
