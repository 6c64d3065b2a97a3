"""Forms of time expressions, from rows of kinds to patterns over one letter a word.

Every set of kinds that a word can have gets a letter of its own ("second" is a unit and an ordinal). A form then is an
ordinary pattern over those letters, matched on a few letters instead of on the text: quick, and without repeats it
takes time in proportion to the text, whatever the text.
"""

import re
from collections.abc import Iterable, Sequence

from app.errors import KnowledgeError
from app.knowledge.dating_rows import Form, FormRow

_FIRST_LETTER = 0xE000  # Unicode's private use area: no text letter is ever mistaken for a kind


class Letters:
    """One letter for each set of kinds, given in order of asking."""

    def __init__(self) -> None:
        """Start with no letters given."""
        self.given: dict[frozenset[str], str] = {}

    def letter(self, kinds: Iterable[str]) -> str:
        """The letter for words of exactly these kinds."""
        return self.given.setdefault(frozenset(kinds), chr(_FIRST_LETTER + len(self.given)))

    def any_of(self, choice: str) -> str:
        """All letters of words that have one of the kinds in `a|b`.

        Raises:
            KnowledgeError: No word has such a kind.
        """
        wanted = set(choice.split("|"))
        if unknown := wanted - {kind for kinds in self.given for kind in kinds}:
            raise KnowledgeError(f"no word is of kind {', '.join(sorted(unknown))}; mend the form or add a word row")
        return "".join(letter for kinds, letter in self.given.items() if kinds & wanted)


def compile_forms(rows: Sequence[FormRow], letters: Letters) -> dict[str, tuple[Form, ...]]:
    """Forms by the letters that can begin them.

    Raises:
        KnowledgeError: A pattern names a kind that no word has, or is not well formed.
    """
    by_letter: dict[str, list[Form]] = {letter: [] for letter in letters.given.values()}
    for row in rows:
        try:
            parts = row.pattern.split()
            form = Form(row, re.compile("".join(_part(part, letters) for part in parts)))
        except (KnowledgeError, re.error) as error:
            raise KnowledgeError(f"form {row.name!r}: {row.pattern!r}: {error}") from error
        for letter in sorted(_first_letters(parts, letters)[0]):
            by_letter[letter].append(form)
    return {letter: tuple(forms) for letter, forms in by_letter.items()}


def _part(part: str, letters: Letters) -> str:
    """One element of a form as a piece of a regular expression."""
    fixed = {"(": "(?:", ")": ")", ")?": ")?", "<": "(?P<from_here>)", ">": "(?P<to_here>)"}
    if part in fixed:
        return fixed[part]
    if part.startswith("!<"):
        return f"(?<![{letters.any_of(part[2:])}])"
    if part.startswith("!"):
        return f"(?![{letters.any_of(part[1:])}])"
    optional = "?" if part.endswith("?") else ""
    name, _, kind = part.removesuffix("?").rpartition(":")
    choice = f"[{letters.any_of(kind)}]"
    # The kind is part of the group's name, so that the reader takes the right one of the word's values.
    return (f"(?P<{name}__{kind.replace('|', '__')}>{choice})" if name else choice) + optional


def _first_letters(parts: Sequence[str], letters: Letters) -> tuple[set[str], int]:
    """The letters that can begin these elements, and how many elements were looked at (up to a closing bracket)."""
    found: set[str] = set()
    is_open = True  # all so far was optional
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if part.startswith(")"):
            return found, index
        if part.startswith(("!", "<", ">")):
            continue
        if part == "(":
            inner, taken = _first_letters(parts[index:], letters)
            index += taken
            found |= inner if is_open else set()
            is_open = is_open and parts[index - 1] == ")?"
        elif is_open:
            found |= set(letters.any_of(part.removesuffix("?").rpartition(":")[2]))
            is_open = part.endswith("?")
    return found, index
