"""The beginnings by which the words of two sentences are compared.

A stemmer that cuts words to their first letters needs no language and does nearly as well as one that knows endings
(McNamee and Mayfield, Character N-Gram Tokenization for European Language Text Retrieval, 2004): "recognise" and
"recognition" begin alike. The commonest endings go first, so that "veto" and "vetoed" do too.
"""

import re

_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_STEM_LETTERS = 5
_SHORTEST_WORD = 4
_ENDINGS = ("ing", "ed", "s")
_SHORTEST_STEM = 4


def stems_of(text: str) -> frozenset[str]:
    """The first letters of the words of a text, without short words."""
    words = _WORD.findall(_POSSESSIVE.sub("", text.lower()))
    return frozenset(_without_ending(word)[:_STEM_LETTERS] for word in words if len(word) >= _SHORTEST_WORD)


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
