"""A stretch of the kept text, and a text whose characters all keep their places."""

from typing import NamedTuple


class Stretch(NamedTuple):
    """Half-open positions in the kept text, in Unicode characters: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of this stretch."""
        return text[self.start : self.end]

    def holds(self, other: "Stretch") -> bool:
        """Does the other stretch lie within this one?"""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Stretch") -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end


def lower_case(text: str) -> str:
    """A text in lower case, each character at its place: the one that would become two stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one := character.lower()) == 1 else character for character in text)
