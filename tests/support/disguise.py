"""Words told from data by their letters: messages in full-width letters, and what is stored in Georgian ones."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser
from string import ascii_letters, ascii_lowercase, ascii_uppercase

from sqlalchemy import Engine

from app.web.words import Words

_FULL_WIDTH = str.maketrans({letter: chr(ord(letter) + 0xFEE0) for letter in ascii_letters})
# Small Georgian letters for both: the other ones are cased, and lower case would change them.
_GEORGIAN = str.maketrans(
    {letter: chr(0x10D0 + n) for row in (ascii_lowercase, ascii_uppercase) for n, letter in enumerate(row)}
)
_PLACEHOLDER = re.compile(r"(%\(\w+\)s|\{\w+\})")
# What people, places, publishers and rules say or are called; what machines read (ids, dates, kinds) stays.
_STORED = {
    "article": ("title", "publisher", "text"),
    "article_name": ("known_publisher", "known_title"),
    "paragraph": ("reason",),
    "clue": ("text", "says"),
    "passed_over": ("reason",),
    "event": ("title", "status_reason"),
    "event_actor": ("name",),
    "event_place": ("name",),
    "mention": ("quote", "status_reason", "speaker", "reasoning", "headline"),
}
_SEEN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title"}
_UNSEEN = {"code", "kbd", "script", "style"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def full_width(message: str) -> str:
    """A message as this language says it: the same letters, broader; its placeholders stay."""
    parts = _PLACEHOLDER.split(message)
    return "".join(part if n % 2 else part.translate(_FULL_WIDTH) for n, part in enumerate(parts))


class _FullWidth(NullTranslations):
    def gettext(self, message: str) -> str:
        return full_width(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return full_width(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 -- as gettext calls it
        return full_width(message)


FULL_WIDTH = Words("x-broad", _FullWidth())


def disguise_what_is_stored(engine: Engine) -> None:
    """Write all that is stored in Georgian letters, each in the place of its Latin one: positions stay true."""
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        assert driver
        driver.create_function("georgian", 1, lambda text: text and text.translate(_GEORGIAN))
        for table, columns in _STORED.items():
            changes = ", ".join(f"{column} = georgian({column})" for column in columns)
            connection.exec_driver_sql(f"UPDATE {table} SET {changes}")  # noqa: S608 -- our own names


class Visible(HTMLParser):
    """Everything on a page that a reader sees or hears, piece by piece; keys and code are of no language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._open: list[bool] = []  # is it hidden?

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        words = (value for name, value in given.items() if name in _SEEN_ATTRIBUTES or _is_said_by_script(name, value))
        self.pieces.extend(words)
        is_citation = "citation" in given.get("class", "").split() or given.get("id", "").startswith("source-")
        if tag not in _VOID:
            is_formal = tag in _UNSEEN or (is_citation and tag in ("p", "li"))
            self._open.append(is_formal or bool(self._open and self._open[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1]):
            self.pieces.append(data)


def _is_said_by_script(name: str, value: str) -> bool:
    return name.startswith("data-") and not name.startswith("data-hx-") and " " in value


def untranslated(html: str, *allowed: str) -> Iterator[str]:
    """The pieces of a page that hold Latin letters besides these names, addresses and placeholders."""
    page = Visible()
    page.feed(html)
    names = sorted(allowed, key=len, reverse=True)
    for piece in page.pieces:
        rest = re.sub(r"https?://\S+|\{\w+\}", "", piece)
        for name in names:
            rest = rest.replace(name, "")
        if re.search("[A-Za-z]", rest):
            yield " ".join(piece.split())
