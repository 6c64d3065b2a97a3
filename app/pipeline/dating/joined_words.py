"""Korean letters to words of time: counters, nouns and endings are written together without a blank.

A stretch of letters counts only when the known words fill it to its end: 오늘 is found in 오늘은 and not in 오늘날씨.
"""

import re
from collections.abc import Iterator

from app.knowledge.dating_rows import DatingKnowledge, Word

_LETTERS = re.compile(r"[가-힣]+")
_LONGEST_WORD = 8
_ENDING, _COUNTED = "particle", "counted"

Placed = tuple[Word, int, int]  # a word, where it starts, where it ends


def is_hangul(character: str) -> bool:
    """Is it a syllable of Korean letters?"""
    return "가" <= character <= "힣"


def joined_words(text: str, start: int, dating: DatingKnowledge) -> list[Placed]:
    """The words of time that the Korean letters from `start` on are made of.

    Returns:
        Words with their places in the text, endings among them; none when a letter is left over, or when there is
        nothing but an ending. A phrase may reach beyond its first blank.
    """
    found = _LETTERS.match(text, start)
    if not found:
        return []
    if phrase := _phrase(text, found, dating):
        return phrase
    words = list(_cut(found[0], start, dating))
    is_whole = bool(words) and words[-1][2] == found.end()
    return words if is_whole and _ENDING not in words[0][0].values else []


def _phrase(text: str, first: re.Match[str], dating: DatingKnowledge) -> list[Placed]:
    """The longest phrase that begins here, with nothing but an ending written onto it."""
    phrases = dating.lexicon.phrases.get(first[0])
    found = phrases.pattern.match(text, first.start()) if phrases else None
    if not phrases or not found:
        return []
    word = phrases.words.get(" ".join(found[0].split()))
    rest = _LETTERS.match(text, found.end())
    ending = dating.lexicon.words.get(rest[0]) if rest else None
    if word is None or (rest and (ending is None or _ENDING not in ending.values)):
        return []
    placed = [(word, first.start(), found.end())]
    return [*placed, (ending, found.end(), rest.end())] if rest and ending else placed


def _cut(letters: str, start: int, dating: DatingKnowledge) -> Iterator[Placed]:
    """The longest known word, again and again; an ending only at the end, a counter of things only in front."""
    at = 0
    while at < len(letters):
        for end in range(min(len(letters), at + _LONGEST_WORD), at, -1):
            word = dating.lexicon.words.get(letters[at:end])
            if word and not (at and _COUNTED in word.values and _ENDING not in word.values):
                break
        else:
            return
        if _ENDING in word.values and len(word.values) == 1 and end < len(letters):
            return
        yield word, start + at, start + end
        at = end
