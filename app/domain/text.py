"""A stretch of the kept text."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Stretch:
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
