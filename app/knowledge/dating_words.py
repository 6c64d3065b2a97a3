"""Rows of words to the lexicon by which the scanner finds them."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from app.knowledge.dating_forms import Letters
from app.knowledge.dating_rows import Lexicon, Phrases, Value, Word, WordRow
from app.knowledge.word_lists import one_pattern

_Meanings = dict[str, tuple[dict[str, Value], bool, bool]]  # spelling -> values by kind, is_name, is_glue

_WORD = re.compile(r"\w+")  # as the scanner meets it: "valentine" of "valentine's day"
_IN_PARTS = re.compile(r" |\w['-]\w")  # "o'clock" is two words to the scanner, as "New Year" is


def build_lexicon(rows: Iterable[WordRow], plain_rows: Iterable[WordRow], letters: Letters) -> Lexicon:
    """All words of time; a spelling of several rows is one word with a value for each kind.

    Args:
        rows: Words of all languages.
        plain_rows: Those of them that are English.
        letters: Gives each set of kinds its letter.
    """
    words = _words_by_spelling(rows, letters)
    single = {spelling: word for spelling, word in words.items() if not _IN_PARTS.search(spelling)}
    phrases = _phrases_by_first_word(words)
    return Lexicon(
        words=single,
        phrases=phrases,
        first_words=frozenset({*single, *phrases}),
        known_words=frozenset(part for spelling in words for part in _WORD.findall(spelling)),
        signs=_signs(spelling for spelling, word in words.items() if not word.is_glue),
        foreign=_foreign(words, {spelling.lower() for row in plain_rows for spelling in row.values}),
    )


def _words_by_spelling(rows: Iterable[WordRow], letters: Letters) -> Mapping[str, Word]:
    """Words by their spelling in lower case."""
    meanings: _Meanings = {}
    for row in rows:
        for spelling, value in row.values.items():
            values, is_name, is_glue = meanings.get(spelling.lower(), ({}, row.is_name, row.is_glue))
            meanings[spelling.lower()] = ({**values, row.kind: value}, is_name and row.is_name, is_glue and row.is_glue)
    return {
        spelling: Word(letters.letter(values), values, is_name, is_glue)
        for spelling, (values, is_name, is_glue) in meanings.items()
    }


def _phrases_by_first_word(words: Mapping[str, Word]) -> Mapping[str, Phrases]:
    by_first: dict[str, dict[str, Word]] = defaultdict(dict)
    for spelling, word in words.items():
        if _IN_PARTS.search(spelling) and (first := _WORD.match(spelling)):
            by_first[first[0]][spelling] = word
    return {first: Phrases(_phrase_pattern(found), found) for first, found in by_first.items()}


def _phrase_pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    choice = "|".join(_loose(spelling) for spelling in longest_first)
    # Korean writes endings onto a phrase; the scanner looks at what follows.
    return re.compile(rf"(?:{choice})(?:\b|(?<=[가-힣]))", re.IGNORECASE)


def _loose(spelling: str) -> str:
    """A spelling whose blanks may be any few blanks, and whose apostrophe may be curly."""
    return re.escape(spelling).replace(r"\ ", r"\s{1,6}").replace("'", "['’]")


def _signs(spellings: Iterable[str]) -> re.Pattern[str]:
    """Where a digit, a Korean letter or one of these words stands, with no letter written onto it."""
    words = one_pattern(spelling for spelling in spellings if not re.match("[가-힣]", spelling))
    return re.compile(rf"[\d가-힣]|\b(?:{words})(?![^\W\d])")


def _foreign(words: Mapping[str, Word], plain: Container[str]) -> re.Pattern[str]:
    """The letters of words of other languages, less those that a word of English has too."""
    of_plain = {word.letter for spelling, word in words.items() if spelling in plain}
    return re.compile(f"[{''.join(sorted({word.letter for word in words.values()} - of_plain))}]")
