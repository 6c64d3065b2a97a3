"""The rows that CLEAN works with: page furniture, bylines of publishers, abbreviations."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.errors import KnowledgeError
from app.knowledge.inflecting import with_forms
from app.knowledge.needle_scan import NeedleScan, scan_of
from app.knowledge.toml_rows import FOLDER, read_rows


@dataclass(frozen=True)
class FurnitureRow:
    """A line that belongs to the page and not to the story."""

    name: str
    pattern: str  # matched against the whole line, case ignored
    finds: list[str]
    ignores: list[str]
    source: str
    is_prefix: bool = False  # cut off the front of a line that goes on with the story


@dataclass(frozen=True)
class PublisherRow:
    """An outlet: how pages name it, and which family of outlets tells the same story in its own house."""

    name: str
    source: str
    domains: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    family: str | None = None  # None: a family of its own


@dataclass(frozen=True)
class CreditRow:
    """A phrase by which a page names its publisher; the group `name` holds the name."""

    name: str
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str
    is_known_only: bool = False  # counts only where publishers.toml has the name, for what else looks like it


@dataclass(frozen=True)
class MastheadRow:
    """Nouns for outlets; a name of several words that ends on one, or has "of" behind it, is that of an outlet."""

    nouns: list[str]  # case-folded
    finds: list[str]
    source: str
    ignores: list[str] = field(default_factory=list)
    opens: bool = False  # counts only as the first word, with "of" behind it
    begins: bool = False  # counts as the first word, whatever is behind it


@dataclass(frozen=True)
class SectionRow:
    """Words for parts of a page, case-folded; a name of nothing else is no outlet's."""

    words: list[str]
    source: str


@dataclass(frozen=True)
class NotHeadlineRow:
    """What a line in the head of a page has that no headline has."""

    name: str
    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class LabelRow:
    """What stands before a headline, and is no part of it; matched at its front, case ignored."""

    pattern: str
    finds: list[str]
    ignores: list[str]
    source: str


@dataclass(frozen=True)
class AbbreviationRow:
    """Words whose full stop does not end a sentence."""

    words: list[str]
    source: str


@dataclass(frozen=True)
class CleaningKnowledge:
    """All rows of CLEAN, compiled once."""

    furniture: tuple[tuple[re.Pattern[str], FurnitureRow], ...]
    prefixes: tuple[tuple[re.Pattern[str], FurnitureRow], ...]
    scan: NeedleScan[str]  # what furniture and credits cannot match without, by the pattern
    credits: tuple[tuple[re.Pattern[str], CreditRow], ...]
    outlet_nouns: frozenset[str]
    opening_nouns: frozenset[str]  # those of a body that a name begins with
    beginnings: frozenset[str]
    sections: frozenset[str]
    not_headlines: tuple[tuple[re.Pattern[str], NotHeadlineRow], ...]
    headline_label: re.Pattern[str]
    publisher_by_domain: Mapping[str, str]
    publisher_by_alias: Mapping[str, str]  # case-folded
    family_by_publisher: Mapping[str, str]
    abbreviations: frozenset[str]

    def house_of(self, publisher: str | None) -> str | None:
        """The family that a publisher belongs to, or else itself; None where nobody is named."""
        return self.family_by_publisher.get(publisher, publisher) if publisher else None


def compile_pattern(pattern: str, place: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Compile a row's pattern.

    Raises:
        KnowledgeError: It is no regular expression; the message names the row.
    """
    try:
        return re.compile(with_forms(pattern), flags)
    except re.error as error:
        raise KnowledgeError(f"{place}: the pattern is wrong: {error}") from error


@lru_cache
def load_cleaning() -> CleaningKnowledge:
    """Read and compile the rows of CLEAN."""
    furniture = read_rows(FOLDER / "furniture.toml", "furniture", FurnitureRow)
    compiled = tuple((compile_pattern(row.pattern, f"furniture.toml: {row.name}"), row) for row in furniture)
    publishers = read_rows(FOLDER / "publishers.toml", "publisher", PublisherRow)
    credit_rows = read_rows(FOLDER / "credits.toml", "credit", CreditRow)
    mastheads = read_rows(FOLDER / "credits.toml", "masthead", MastheadRow)
    sections = read_rows(FOLDER / "credits.toml", "section", SectionRow)
    others = read_rows(FOLDER / "headlines.toml", "not_headline", NotHeadlineRow)
    labels = read_rows(FOLDER / "headlines.toml", "label", LabelRow)
    abbreviations = read_rows(FOLDER / "abbreviations.toml", "abbreviation", AbbreviationRow)
    credit_patterns = tuple((compile_pattern(row.pattern, f"credits.toml: {row.name}", 0), row) for row in credit_rows)
    return CleaningKnowledge(
        furniture=tuple((pattern, row) for pattern, row in compiled if not row.is_prefix),
        prefixes=tuple((pattern, row) for pattern, row in compiled if row.is_prefix),
        scan=_scan([pattern for pattern, _ in compiled], [pattern for pattern, _ in credit_patterns]),
        credits=credit_patterns,
        outlet_nouns=frozenset(noun for row in mastheads for noun in row.nouns if not (row.opens or row.begins)),
        opening_nouns=frozenset(noun for row in mastheads for noun in row.nouns if row.opens),
        beginnings=frozenset(noun for row in mastheads for noun in row.nouns if row.begins),
        sections=frozenset(word for row in sections for word in row.words),
        not_headlines=tuple((compile_pattern(row.pattern, f"headlines.toml: {row.name}", 0), row) for row in others),
        headline_label=compile_pattern("|".join(row.pattern for row in labels), "headlines.toml: label"),
        publisher_by_domain={domain: row.name for row in publishers for domain in row.domains},
        publisher_by_alias={alias.casefold(): row.name for row in publishers for alias in (row.name, *row.aliases)},
        family_by_publisher={row.name: row.family or row.name for row in publishers},
        abbreviations=frozenset(word for row in abbreviations for word in row.words),
    )


def _scan(furniture: Iterable[re.Pattern[str]], credit_patterns: Iterable[re.Pattern[str]]) -> NeedleScan[str]:
    """Furniture is tried from the beginning of a line on, a credit anywhere in it."""
    of_furniture = ((one.pattern, f"^(?:{one.pattern})") for one in furniture)
    return scan_of([*of_furniture, *((one.pattern, one.pattern) for one in credit_patterns)])
