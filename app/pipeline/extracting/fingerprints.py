"""Fingerprints of wording: two articles that share one have copied the same text, word for word."""

import re

from app.domain.article import short_hash

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
# So many words in a row are no chance; so many of all runs are kept, and always the same ones of the same text.
_RUN, _KEPT = 9, 6


def fingerprints_of(sentence: str) -> tuple[str, ...]:
    """The smallest hashes of the runs of nine words in a sentence, as in winnowing; none for a short sentence.

    What stands in quotation marks is left out: independent witnesses quote the same speech.

    Source: Schleimer, Wilkerson, Aiken: Winnowing, local algorithms for document fingerprinting (2003).
    """
    words = _WORD.findall(_QUOTED.sub(" | ", sentence).casefold())
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    return tuple(sorted(short_hash(run)[:12] for run in runs)[:_KEPT])
