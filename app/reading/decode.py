"""Bytes to text. Nothing is removed: a byte order mark, carriage returns and no-break spaces stay and count."""

from typing import NamedTuple

from charset_normalizer import CharsetMatch, from_bytes

from app.errors import UnreadableFile

UTF_8 = "utf-8"
DAMAGED_UTF_8 = "utf-8, damaged"
# Which of equally good guesses to take: the detector's own order puts Central Europe before the West.
LIKELIER = ("cp1252", "cp1251")
_EQUALLY_GOOD = 0.12  # of coherence, the detector's measure from 0 to 1 of how much a text reads like a language
_INTACT_FOR_EACH_DAMAGED = 10
_DAMAGE = "\N{REPLACEMENT CHARACTER}"


class Decoded(NamedTuple):
    """A text, and the encoding that it was read as."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a file: as UTF-8 if it is, else by the encoding that its bytes make likely.

    Raises:
        UnreadableFile: It is empty or binary, or no encoding fits.
    """
    if b"\0" in data:
        raise UnreadableFile("holds NUL bytes, so it is binary or UTF-16; save it as text in UTF-8")
    decoded = _decode(data)
    if not decoded.text.strip().strip("\ufeff"):
        raise UnreadableFile("is empty; save the page again, with its text")
    return decoded


def _decode(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode(UTF_8), UTF_8)
    except UnicodeDecodeError:
        return _damaged_utf_8(data) or _detected(data)


def _damaged_utf_8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are broken, as after a cut: guessing another encoding would garble all of it."""
    text = data.decode(UTF_8, errors="replace")
    damaged = text.count(_DAMAGE)
    intact = sum(not character.isascii() for character in text) - damaged
    return Decoded(text, DAMAGED_UTF_8) if damaged * _INTACT_FOR_EACH_DAMAGED <= intact else None


def _detected(data: bytes) -> Decoded:
    guesses = list(from_bytes(data))
    if not guesses:
        raise UnreadableFile("is neither UTF-8 nor text in an encoding that can be recognised; save it as UTF-8")
    encoding = _likeliest(guesses)
    return Decoded(data.decode(encoding), encoding)


def _likeliest(guesses: list[CharsetMatch]) -> str:
    best = guesses[0]
    as_good = {
        guess.encoding
        for guess in guesses
        if guess.chaos <= best.chaos and guess.coherence + _EQUALLY_GOOD >= best.coherence
    }
    return next((encoding for encoding in LIKELIER if encoding in as_good), best.encoding)
