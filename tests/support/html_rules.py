"""What HTML allows, as far as our pages go: elements and attributes that exist, and what may stand in what.

After the HTML standard (elements, their contexts and content models). It knows no more than our pages use, so that a
new element or attribute is a new word here, looked up once.
"""

from collections.abc import Iterator

from tests.support.html import Element

GLOBAL = frozenset({"class", "hidden", "id", "lang", "role", "tabindex", "title"})
_WITHOUT_OWN = """
    article aside b body caption cite code dd dialog div dl dt figcaption figure footer h1 h2 h3 h4 head header i
    kbd main mark nav p search section small span strong style summary table tbody thead title tr ul
"""
_SVG = "defs g line path pattern rect svg symbol text use"
_PHRASING = "a b button cite code data i input kbd label mark output q select small span strong svg time"
# Elements of HTML that we use, with the attributes of their own.
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_WITHOUT_OWN.split(), frozenset()),
    "a": frozenset({"download", "href", "rel", "type"}),
    "blockquote": frozenset({"cite"}),
    "button": frozenset({"disabled", "name", "type", "value"}),
    "data": frozenset({"value"}),
    "details": frozenset({"name", "open"}),
    "form": frozenset({"action", "method"}),
    "html": frozenset(),
    "input": frozenset({"autocomplete", "checked", "inputmode", "name", "pattern", "placeholder", "type", "value"}),
    "label": frozenset({"for"}),
    "li": frozenset({"value"}),
    "link": frozenset({"href", "rel", "type"}),
    "meta": frozenset({"charset", "content", "name"}),
    "ol": frozenset({"reversed", "start"}),
    "option": frozenset({"selected", "value"}),
    "output": frozenset({"for"}),
    "q": frozenset({"cite"}),
    "script": frozenset({"defer", "src", "type"}),
    "select": frozenset({"name"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
SVG = frozenset(_SVG.split())
# The only children that some elements may have, and the only parents that some may stand in.
CHILDREN = {
    "dl": {"dt", "dd", "div"},
    "ol": {"li"},
    "select": {"option"},
    "table": {"caption", "thead", "tbody"},
    "tbody": {"tr"},
    "thead": {"tr"},
    "tr": {"th", "td"},
    "ul": {"li"},
}
PARENTS = {
    "caption": {"table"}, "dd": {"dl", "div"}, "dt": {"dl", "div"}, "figcaption": {"figure"}, "li": {"ol", "ul"},
    "option": {"select"}, "summary": {"details"}, "tbody": {"table"}, "td": {"tr"}, "th": {"tr"}, "thead": {"table"},
    "tr": {"tbody", "thead"},
}  # fmt: skip
PHRASING = frozenset(_PHRASING.split())
OF_PHRASING = PHRASING - {"a", "select", "svg"} | {"h1", "h2", "h3", "h4", "p", "summary"}
CLICKED = frozenset({"a", "button", "input", "label", "select"})
ALLOWED_IN_LABEL = frozenset({"input", "select"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def faults_of(elements: list[Element]) -> list[str]:
    """What a validator would complain of."""
    return [f"line {one.line}: {fault}" for one in elements for fault in _faults_of(one)]


def _faults_of(element: Element) -> Iterator[str]:
    tag, parent = element.tag, element.parent
    if tag in SVG:
        if "hidden" in element.attributes:
            yield f"<{tag}> knows no hidden"
        return
    if tag not in ATTRIBUTES:
        yield f"<{tag}> is not among the elements that we know"
        return
    own = GLOBAL | ATTRIBUTES[tag]
    yield from (
        f"<{tag}> knows no {name}"
        for name in element.attributes
        if name not in own and not name.startswith(("aria-", "data-"))
    )
    if parent:
        yield from _misplaced(element, parent)


def _misplaced(element: Element, parent: Element) -> Iterator[str]:
    tag = element.tag
    if parent.tag in CHILDREN and tag not in CHILDREN[parent.tag]:
        yield f"<{tag}> in <{parent.tag}>"
    if tag in PARENTS and parent.tag not in PARENTS[tag]:
        yield f"<{tag}> in <{parent.tag}>"
    is_heading_of_summary = parent.tag == "summary" and tag in HEADINGS
    if parent.tag in OF_PHRASING and tag not in PHRASING and not is_heading_of_summary:
        yield f"<{tag}> in <{parent.tag}>, which holds phrases only"
    if tag in CLICKED:
        for outer in element.ancestors():
            if outer.tag in CLICKED and not (outer.tag == "label" and tag in ALLOWED_IN_LABEL):
                yield f"<{tag}> in <{outer.tag}>: two things to click in one place"
