"""TimeML and TIMEX2 documents to their text and the time expressions that people marked in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from app.domain.edtf import UNKNOWN_DATE, EdtfDate, edtf
from app.errors import BadAnnotations, BadDate
from app.evaluation.marked import MarkedDocument, Timex

TIMEML, TIMEX2 = ".tml", ".key.xml"
ENDINGS = (TIMEML, TIMEX2)
_DAY_LENGTH = len("YYYY-MM-DD")


def document_name(file_name: str) -> str:
    """The name by which systems speak of a document: that of its file without the ending."""
    ending = next((ending for ending in ENDINGS if file_name.lower().endswith(ending)), "")
    return file_name[: len(file_name) - len(ending)]


def read_document(file_name: str, data: bytes) -> MarkedDocument:
    """Read one document.

    Args:
        file_name: Its ending tells the form: `.key.xml` is TIMEX2 (`val`, `set`), all else TimeML (TIMEX3).
        data: Well-formed XML that declares no entities, with one `<TEXT>`, which holds the time expressions. The day of
            publication stands outside it: with TIMEX3 the one of the function CREATION_TIME, with TIMEX2 the first.

    Returns:
        The document; its text is that of `<TEXT>` without marks, line ends as XML has them.

    Raises:
        BadAnnotations: The message gives the place and the mend; the caller names the file.
    """
    reading = _Reading("TIMEX2" if file_name.lower().endswith(TIMEX2) else "TIMEX3")
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reading.start(name, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    # Entities are how a small file becomes an endless text, or another file's.
    parser.EntityDeclHandler = lambda *_: _refuse_entities(parser.CurrentLineNumber)
    parser.SkippedEntityHandler = lambda *_: _refuse_entities(parser.CurrentLineNumber)
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes no keywords
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise BadAnnotations(f"{place}: no well-formed XML ({expat.ErrorString(error.code)}); mend it there") from error
    except (ValueError, LookupError) as error:
        raise BadAnnotations(f"line 1: its encoding cannot be read ({error}); save it in UTF-8") from error
    if not reading.texts:
        raise BadAnnotations("holds no <TEXT>; put the text and its marks into one")
    return MarkedDocument(document_name(file_name), "".join(reading.pieces), reading.published, reading.marks())


def _refuse_entities(line: int) -> None:
    raise BadAnnotations(f"line {line}: declares or uses entities of its own; write the characters themselves")


@dataclass
class _Reading:
    """What was met so far."""

    tag: str
    texts: int = 0
    is_inside: bool = False
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    begun: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    ended: list[tuple[int, int, Mapping[str, str]]] = field(default_factory=list)
    published: EdtfDate = UNKNOWN_DATE

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        if name == "TEXT":
            self.texts += 1
            if self.texts > 1:
                raise BadAnnotations(f"line {line}: a second <TEXT>; keep one")
            self.is_inside = True
        elif name.upper() != self.tag:
            return
        elif self.is_inside:
            self.begun.append((self.length, attributes))
        elif self.published is UNKNOWN_DATE and self._is_publication(attributes):
            self.published = _day(_value(attributes), line)

    def end(self, name: str) -> None:
        if name == "TEXT":
            self.is_inside = False
        elif self.is_inside and name.upper() == self.tag:
            start, attributes = self.begun.pop()
            self.ended.append((start, self.length, attributes))

    def characters(self, text: str) -> None:
        if self.is_inside:
            self.pieces.append(text)
            self.length += len(text)

    def marks(self) -> tuple[Timex, ...]:
        """What was marked, by position; marks around nothing, and TIMEX2 without a value, name no time."""
        text = "".join(self.pieces)
        marks = []
        for start, end, attributes in sorted(self.ended, key=lambda mark: mark[:2]):
            value = _value(attributes)
            if text[start:end].strip() and (value or self.tag == "TIMEX3"):
                marks.append(Timex(start, end, self._type(attributes, value), value))
        return tuple(marks)

    def _is_publication(self, attributes: Mapping[str, str]) -> bool:
        return self.tag == "TIMEX2" or attributes.get("functionInDocument") == "CREATION_TIME"

    def _type(self, attributes: Mapping[str, str], value: str) -> str:
        if self.tag == "TIMEX3":
            return attributes.get("type", "DATE")
        return _type_of_value(value, is_set=attributes.get("set", "").upper() == "YES")


def _value(attributes: Mapping[str, str]) -> str:
    return (attributes.get("value") or attributes.get("val") or "").strip()


def _type_of_value(value: str, *, is_set: bool) -> str:
    """TIMEX2 has no types; its values tell most of them."""
    if is_set:
        return "SET"
    if re.match(r"P[\dXT]", value):
        return "DURATION"
    # PRESENT_REF and its like hold a T too: they count as TIME, and so stay out of scope DATE.
    return "TIME" if "T" in value else "DATE"


def _day(value: str, line: int) -> EdtfDate:
    try:
        return edtf(value[:_DAY_LENGTH])
    except BadDate as error:
        raise BadAnnotations(f"line {line}: the document's own date: {error}") from error
