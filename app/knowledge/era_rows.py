"""Years that a side counts from another year than ours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EraRow:
    """A way to count years; the forms of eras.toml and of the languages tell how they stand in a text.

    Examples mark what is read: "built in [Reiwa 4 = 2022]".
    """

    name: str  # as people are told of it
    words: tuple[str, ...]  # that stand before its number, in any language
    first_year: int  # ours, of its year 1
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str

    def year(self, count: int) -> int:
        """Our year of one of its years."""
        return self.first_year - 1 + count
