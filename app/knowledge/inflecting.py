"""All forms of a verb, so that a row of knowledge names it once: `{send}` is send, sends, sent, sending."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.knowledge.toml_rows import FOLDER, read_rows

# These are predicates wherever they stand, as past forms are.
_AUXILIARIES = frozenset({"is", "are", "have", "has"})
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class VerbRow:
    """A verb whose forms do not follow the rule."""

    base: str
    forms: list[str]


class Form(StrEnum):
    """What the form of a verb can be: it tells which words must stand beside it for a predicate."""

    BASE = "base"  # "send"; also "put", which is past as well
    THIRD = "third"  # "sends"
    PAST = "past"  # "sent", "shown"
    GERUND = "gerund"  # "sending"


def form_kind(base: str, form: str) -> Form:
    """Which form of its verb a word is."""
    if form in _AUXILIARIES:
        return Form.PAST
    if form == base:
        return Form.BASE
    if form.endswith("ing") and form != base:
        return Form.GERUND
    return Form.THIRD if _is_third(base, form) else Form.PAST


def _is_third(base: str, form: str) -> bool:
    return form.endswith("s") and form[:3] == base[:3] and not base.endswith("s")


def with_forms(pattern: str) -> str:
    """A pattern with each `{verb}` replaced by a group of its forms."""
    return _PLACEHOLDER.sub(lambda found: f"(?:{'|'.join(forms_of(found[1]))})", pattern)


@lru_cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    return {row.base: tuple(row.forms) for row in read_rows(FOLDER / "verbs.toml", "verb", VerbRow)}


@lru_cache
def forms_of(base: str) -> tuple[str, ...]:
    """The forms of a verb: from verbs.toml, else by the rule of English spelling."""
    if forms := _irregular().get(base):
        return forms
    if base.endswith(("ee", "oe", "ye")):
        return base, f"{base}s", f"{base}d", f"{base}ing"
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base[:-1]}ing"
    if re.search(r"[^aeiou]y$", base):
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if re.search(r"(?:s|x|z|ch|sh)$", base) else f"{base}s"
    return base, third, f"{base}ed", f"{base}ing"


@lru_cache
def irregular_pasts() -> frozenset[str]:
    """The forms of the past of all verbs of verbs.toml: "sent", "shown"."""
    return frozenset(
        form for base, forms in _irregular().items() for form in forms if form_kind(base, form) is Form.PAST
    )
