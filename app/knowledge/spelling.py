"""Names without what their spellings in Latin letters differ in: Vassily Nebenzia, Vasily Nebenzya."""

import re

_SOFT = re.compile(r"[\W_aeiouy]+")
_DOUBLED = re.compile(r"(\w)\1")


def spelt(name: str) -> str:
    """The hard letters of each word of a name, in small letters."""
    words = name.lower().replace("-", " ").split()
    return " ".join(_DOUBLED.sub(r"\1", _SOFT.sub("", word)) or word for word in words)
