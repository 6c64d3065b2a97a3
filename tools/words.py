"""Make the catalogues anew: the template from pages and code, each language brought up to it, and compiled.

Run as `make words`. A new language begins with its folder: translations/<language>/LC_MESSAGES.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app.domain.showing import ALONE, CENTURIES, MONTHS, PARTS_OF_YEAR, WITH_DAY, WITHOUT_DAY

TOP = Path(__file__).resolve().parents[1]
TRANSLATIONS = TOP / "translations"
TEMPLATE = TRANSLATIONS / "tumen.pot"
_KEYWORDS = {**DEFAULT_KEYWORDS, "NN_": (1, 2)}
_METHODS = {
    "templates": ("jinja2.ext:babel_extract", {"trimmed": "true"}),
    "app/domain": ("python", {}),
    "app/web": ("python", {}),
}
# No dates and no names of persons: the same pages make the same file.
_HEADER = """\
# Words of Tumen's pages. Made by `make words`; translations are kept, what is new is added empty.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def template() -> Catalog:
    """Every message of templates and code, with the files it stands in."""
    catalogue = Catalog()
    for folder, (method, options) in _METHODS.items():
        found = extract_from_dir(
            TOP / folder,
            method_map=[("**.html" if folder == "templates" else "**.py", method)],
            options_map={"**.html": options},
            keywords=_KEYWORDS,
        )
        for file, _line, message, _comments, context in sorted(found, key=str):
            catalogue.add(message, locations=[(f"{folder}/{file}", 0)], context=context)
    for message, context in _of_dates():
        catalogue.add(message, locations=[("app/domain/showing.py", 0)], context=context)
    return catalogue


def _of_dates() -> Iterator[tuple[str, str | None]]:
    """What showing.py says from tables, where the extraction sees no call."""
    for message in (*PARTS_OF_YEAR.values(), *CENTURIES.values()):
        yield message, None
    for context in (WITH_DAY, WITHOUT_DAY, ALONE):
        yield from ((month, context) for month in MONTHS)


def written(catalogue: Catalog, header: str = "") -> str:
    """A catalogue as a file, always in the same order."""
    file = BytesIO()
    write_po(file, catalogue, omit_header=True, include_lineno=False, sort_output=True, width=100)
    return f"{_HEADER}{header}\n{file.getvalue().decode()}"


def plural_header(catalogue: Catalog) -> str:
    """The two lines of a header that tell the language and how it counts."""
    return f'"Language: {catalogue.locale_identifier}\\n"\n"Plural-Forms: {catalogue.plural_forms}\\n"\n'


def language(folder: Path, words: Catalog) -> Catalog:
    """The catalogue of a language, brought up to the template; what no page says any more is gone."""
    file = folder / "tumen.po"
    name = folder.parent.name
    if file.exists():
        with file.open("rb") as kept:
            catalogue = read_po(kept, locale=name)
    else:
        catalogue = Catalog(locale=name)
    catalogue.update(words, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main() -> None:
    """Write everything."""
    words = template()
    TEMPLATE.write_text(written(words), encoding="utf-8")
    print(f"{len(words)} messages in {TEMPLATE.relative_to(TOP)}")
    for folder in sorted(TRANSLATIONS.glob("*/LC_MESSAGES")):
        catalogue = language(folder, words)
        (folder / "tumen.po").write_text(written(catalogue, plural_header(catalogue)), encoding="utf-8")
        (folder / "tumen.mo").write_bytes(compiled(catalogue))
        lacking = sum(not message.string or message.string == () for message in catalogue if message.id)
        print(f"{folder.parent.name}: {lacking} not translated")


if __name__ == "__main__":
    main()
