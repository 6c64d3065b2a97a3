"""Pages as tests read them: elements with their attributes and text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element; `text` is that of everything inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    line: int = 0
    parent: "Element | None" = field(default=None, repr=False)

    def ancestors(self) -> Iterator["Element"]:
        """What it stands in, the nearest first."""
        outer = self.parent
        while outer:
            yield outer
            outer = outer.parent

    @property
    def words(self) -> str:
        """The text with its white space made single."""
        return " ".join(self.text.split())


@dataclass
class Page(HTMLParser):
    """A parsed page; `strays` are end tags that close nothing, and elements that nothing closes."""

    elements: list[Element] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, line=self.getpos()[0])
        element.parent = self._open[-1] if self._open else None
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            self.strays.append(f"</{tag}> in line {self.getpos()[0]}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def close(self) -> None:
        super().close()
        self.strays += [f"<{element.tag}> of line {element.line}" for element in self._open]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of this kind with these attributes (`class_` among several classes)."""
        return [one for one in self.elements if one.tag == tag and _has(one, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of <{tag}> {attributes}"
        return found[0]

    def links(self) -> list[str]:
        """Where its links lead."""
        return [one.attributes["href"] for one in self.all("a") if "href" in one.attributes]

    def link(self, words: str) -> str:
        """Where the only link with this text leads."""
        found = {one.attributes["href"] for one in self.all("a") if one.words == words}
        assert len(found) == 1, f"{words!r} leads to {found}"
        return found.pop()


def read_page(html: str) -> Page:
    """A parsed page."""
    page = Page()
    page.feed(html)
    page.close()
    return page


def _has(element: Element, attributes: dict[str, str]) -> bool:
    for name, value in attributes.items():
        given = element.attributes.get(name.rstrip("_").replace("_", "-"))
        if name == "class_":
            if value not in (given or "").split():
                return False
        elif given != value:
            return False
    return True
