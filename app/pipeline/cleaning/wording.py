"""The wording of an article as fingerprints, by which the same words are found again in another one."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from hashlib import sha256
from heapq import nsmallest
from itertools import groupby

from app.domain.article import Article, Sentence
from app.domain.lending import Passage, Wording
from app.domain.text import Stretch

QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
_WORD = re.compile(r"\w+")
_RUN = 9  # so many words in a row are no chance
_FEWEST_WORDS = 12  # a shorter sentence may be a turn of phrase
# A wire's sentences are taken over whole or rewritten, so that one run tells; quotations are cut where it suits.
_KEPT_OF_SENTENCE, _KEPT_OF_QUOTATION = 1, 4


def words_of(text: str) -> list[str]:
    """The words, without case."""
    return _WORD.findall(text.casefold())


def smallest_runs(words: Sequence[str], kept: int) -> tuple[str, ...]:
    """The smallest hashes of the runs of nine words, as in winnowing: the same ones wherever the same words stand.

    Args:
        words: In order; fewer than nine have no run.
        kept: How many hashes at most.

    Source: Schleimer, Wilkerson, Aiken: Winnowing, local algorithms for document fingerprinting (2003).
    """
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    smallest = nsmallest(kept, [sha256(run.encode()).digest() for run in runs])
    return tuple(digest.hex()[:12] for digest in smallest)


def find_wording(article: Article) -> Wording:
    """What an article's story can be recognised by: a passage for each long sentence, and for each long quotation.

    Furniture and the headline have no sentences and so no passages. Words that stand twice count the first time.
    """
    total, passages, seen = 0, [], set[str]()
    for span, words, is_quoted in _pieces(article):
        total += len(words)
        if len(words) < _FEWEST_WORDS:
            continue
        runs = smallest_runs(words, _KEPT_OF_QUOTATION if is_quoted else _KEPT_OF_SENTENCE)
        if new := tuple(run for run in runs if run not in seen):
            passages.append(Passage(span, len(words), is_quoted, new))
            seen.update(new)
    return Wording(total, tuple(passages))


def _pieces(article: Article) -> Iterator[tuple[Stretch, list[str], bool]]:
    """The words of each quotation within a sentence, and of each sentence without its quotations."""
    paragraphs = {paragraph.number: paragraph.span for paragraph in article.paragraphs}
    for number, sentences in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        yield from _pieces_of_paragraph(article.text, paragraphs[number], sentences)


def _pieces_of_paragraph(
    text: str, paragraph: Stretch, sentences: Iterator[Sentence]
) -> Iterator[tuple[Stretch, list[str], bool]]:
    # Over the paragraph, for a quotation may hold several sentences; one that is not closed goes on to its end.
    quotations = deque(found.span() for found in QUOTED.finditer(text, paragraph.start, paragraph.end))
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        while quotations and quotations[0][1] <= start:
            quotations.popleft()
        rest, at = list[str](), start
        for first, last in quotations:
            if first >= end:
                break
            quoted = Stretch(max(first, start), min(last, end))
            yield quoted, words_of(quoted.of(text)), True
            rest += words_of(text[at : quoted.start])
            at = quoted.end
        yield sentence.span, rest + words_of(text[at:end]), False
