"""All forms of a verb, so that a row of knowledge names it once: `{send}` is send, sends, sent, sending."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.knowledge.toml_rows import FOLDER, read_rows

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class VerbRow:
    """A verb whose forms do not follow the rule."""

    base: str
    forms: list[str]


def with_forms(pattern: str) -> str:
    """A pattern with each `{verb}` replaced by a group of its forms."""
    return _PLACEHOLDER.sub(lambda found: f"(?:{'|'.join(forms_of(found[1]))})", pattern)


@lru_cache
def forms_of(base: str) -> tuple[str, ...]:
    """The forms of a verb: from verbs.toml, else by the rule of English spelling."""
    irregular = {row.base: row.forms for row in read_rows(FOLDER / "verbs.toml", "verb", VerbRow)}
    if base in irregular:
        return tuple(irregular[base])
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d", f"{base[:-1]}ing"
    if re.search(r"[^aeiou]y$", base):
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if re.search(r"(?:s|x|z|ch|sh)$", base) else f"{base}s"
    return base, third, f"{base}ed", f"{base}ing"
