"""Fingerprints of wording: two articles that share one have copied the same text, word for word."""

from app.pipeline.cleaning.wording import QUOTED, smallest_runs, words_of

_KEPT = 6  # of all runs of a sentence, so that two that differ at an end still meet


def fingerprints_of(sentence: str) -> tuple[str, ...]:
    """The smallest hashes of the runs of nine words in a sentence; none for a short sentence.

    What stands in quotation marks is left out: independent witnesses quote the same speech.
    """
    return smallest_runs(words_of(QUOTED.sub(" | ", sentence)), _KEPT)
