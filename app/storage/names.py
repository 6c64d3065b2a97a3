"""The names under which a text was handed in, and what they say together of its article."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from app.domain.article import KnownMetadata, RawPage


@dataclass(frozen=True)
class Name:
    """A base name under which a text was handed in, with what was known of it under that name."""

    file: str
    encoding: str
    known: KnownMetadata


@dataclass(frozen=True)
class KeptArticle:
    """What decides whether an article must be extracted anew. Names stand in order of letters, one at least."""

    names: tuple[Name, ...]
    rules: str  # version of the rules that made what is stored

    @property
    def known(self) -> KnownMetadata:
        """What is known of the article: each fact by the first name that has it, in whatever order they came."""
        return _first_known(name.known for name in self.names)


def with_page(names: Iterable[Name], page: RawPage) -> tuple[Name, ...]:
    """The names once the page has come in; what is not said of it again still holds."""
    by_file = {name.file: name for name in names}
    before = [by_file[page.file].known] if page.file in by_file else []
    by_file[page.file] = Name(page.file, page.encoding, _first_known([page.known, *before]))
    return tuple(by_file[file] for file in sorted(by_file))


def _first_known(all_known: Iterable[KnownMetadata]) -> KnownMetadata:
    told = list(all_known)
    facts = {
        field.name: next((value for known in told if (value := getattr(known, field.name)) is not None), None)
        for field in fields(KnownMetadata)
    }
    return KnownMetadata(**facts)
