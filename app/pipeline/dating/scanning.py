"""Text to runs of words of time: of all other words only those right before a sign of time are looked at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.text import lower_case
from app.knowledge.dating_rows import DatingKnowledge, Value, Word
from app.pipeline.dating.joined_words import Placed, is_hangul, joined_words
from app.pipeline.dating.numbers import NOT_OF_TIME, kinds_of_damaged, kinds_of_number
from app.pipeline.dating.readable import readable

# No two alternatives begin alike and none holds a repeat within a repeat: one pass, whatever the text.
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+)"
    r"|(?P<damaged>\b[lI]\d{1,3}\b)"
    r"|(?P<falling>\d{2,4}(?=[-–]\d{2,4}\s+[Bb]\.?[Cc]\b))"
    r"|(?P<number>\d{4}-\d{2}-\d{2}(?=[Tt]\d{2}:?\d{2})|(?:19|20)\d\d(?=\d{1,2}:\d{2}\s?[AaPp]\.?[Mm])|\d(?:[\d.,:/–-]*\d)?[^\W\d_가-힣]*)"
    r"|(?P<word>(?:[AaPp]\.[Mm]|[AC]\.[DE]|[Bb]\.[Cc](?:\.[Ee])?)\b\.?|FY(?=\d)"
    r"|[^\W\d_가-힣]{3,9}(?=\d{1,4}\b)|[^\W\d가-힣]\w*)"
    r"|(?P<joined>[가-힣]+)"
    r"|(?P<gap>\n\s*\n)"
    r"|(?P<mark>['’][sS]\b|[^\w\s]|\n(?=\d{8}\b))"
)
_SMALL_WORDS_KEPT = 16  # more than any form has before its first word of time
_SPLIT_ORDINAL = re.compile(r" (?:st|nd|rd|th)\b")  # "15 th"
# "Septem-⏎ber", and a soft hyphen
_BROKEN = re.compile(r"[^\W\d_]{2,8}(?:-\r?\n[^\S\n]*|\u00ad)[^\W\d_]{2,8}\b")
_JOINT = re.compile(r"[-\s\u00ad]+")
_DATE_AROUND = (re.compile(r",?\s\d{4}\b"), re.compile(r"\s\d{1,2}(?:st|nd|rd|th)?,\s?\d{4}\b"))
# "15August", "06/20/2024June 20": a site writes the day twice, for wide screens and narrow ones.
_FUSED = re.compile(r"(\d{1,4}(?:st|nd|rd|th)?|\d{1,4}([-./])\d{1,2}\2\d{1,4})([A-Z][^\W\d_]{2,8})")


class Token(NamedTuple):
    """A word of time where it stands."""

    start: int
    end: int
    values: Mapping[str, Value]


@dataclass(slots=True)
class Run:
    """Words of time that stand side by side, and their kinds as letters."""

    tokens: list[Token] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    has_time: bool = False  # False: so far only small words

    def add(self, token: Token, letter: str, *, is_time: bool) -> None:
        """One word more."""
        self.tokens.append(token)
        self.letters.append(letter)
        self.has_time = self.has_time or is_time

    def forget_what_no_form_begins_with(self) -> None:
        """Of endless small words keep the last: an endless text of "of the of the" is no endless run."""
        if not self.has_time and len(self.tokens) > 2 * _SMALL_WORDS_KEPT:
            del self.tokens[:-_SMALL_WORDS_KEPT]
            del self.letters[:-_SMALL_WORDS_KEPT]

    def add_words(self, placed: Sequence[Placed]) -> None:
        """Words more, as they are cut out of joined letters."""
        for word, start, end in placed:
            self.add(Token(start, end, word.values), word.letter, is_time=not word.is_glue)
        self.forget_what_no_form_begins_with()


def runs_of_time(text: str, dating: DatingKnowledge) -> Iterator[Run]:
    """The runs of a text that hold more than small words, in order."""
    text = readable(text)
    lowered = lower_case(text)
    at = 0
    while sign := dating.lexicon.signs.search(lowered, at):
        begin = _behind_unknown_word(lowered, at, sign.start(), dating.lexicon.known_words)
        run, at = _read_run(text, begin, sign.start(), dating)
        if run.has_time:
            yield run


def _behind_unknown_word(lowered: str, first: int, sign: int, known: frozenset[str]) -> int:
    """Where to begin to read: behind the last word before a sign of time that can stand in no run, or at `first`.

    Only a word of letters alone between blanks will do: it is read as one, wherever the reading begins.
    """
    end = lowered.rfind(" ", first, sign)
    while end > first:
        start = max(lowered.rfind(" ", first, end) + 1, first)
        word = lowered[start:end]
        if word.isalpha() and word not in known and not is_hangul(word[0]):
            return end
        end = start - 1
    return first


def _read_run(text: str, begin: int, sign: int, dating: DatingKnowledge) -> tuple[Run, int]:
    """The run around a sign of time, and where to look for the next sign; a run without time if the sign was none."""
    run = Run()
    taken_to = begin  # words up to here belong to a phrase that was read
    for match in _TOKEN.finditer(text, begin):
        if match.start() < taken_to:
            continue
        if read_to := _add_token(run, text, match, dating):
            taken_to = read_to
        elif run.has_time:
            return run, match.start()
        elif match.end() > sign and match.lastgroup != "joined":  # what is joined goes on without a blank
            return Run(), match.end()
        elif run.tokens:
            run = Run()
    return run, len(text)


def _add_token(run: Run, text: str, match: re.Match[str], dating: DatingKnowledge) -> int:
    """Add what a token says of time to a run; where it ends, or 0 if it says nothing and ends the run."""
    if match.lastgroup in ("number", "falling"):
        return _add_number(run, text, match, dating)
    if match.lastgroup == "damaged":
        kinds = kinds_of_damaged("1" + match[0][1:])
        run.add(Token(match.start(), match.end(), kinds), dating.numbers[frozenset(kinds)], is_time=True)
        return match.end()
    if match.lastgroup == "joined":
        placed = joined_words(text, match.start(), dating)
        run.add_words(placed)
        return placed[-1][2] if placed else 0
    spelling = match[0].lower()
    if text.startswith(("-", "\u00ad"), match.end()) and (broken := _broken_word(text, match.start(), dating)):
        word, end = broken
        run.add(Token(match.start(), end, word.values), word.letter, is_time=not word.is_glue)
        return end
    if spelling not in dating.lexicon.first_words or not (found := _word_at(text, match, spelling, dating)):
        return 0
    word, end = found
    run.add(Token(match.start(), end, word.values), word.letter, is_time=not word.is_glue)
    run.forget_what_no_form_begins_with()
    return end


def _broken_word(text: str, start: int, dating: DatingKnowledge) -> tuple[Word, int] | None:
    """The word of time that a line end has cut in two."""
    found = _BROKEN.match(text, start)
    if not found:
        return None
    word = dating.lexicon.words.get(_JOINT.sub("", found[0]).lower())
    return (word, found.end()) if word and not (word.is_name and found[0][0].islower()) else None


def _add_number(run: Run, text: str, match: re.Match[str], dating: DatingKnowledge) -> int:
    """A number, and the word that is fused with it ("15August"); where it ends."""
    start, end = match.span()
    kinds = kinds_of_number(match[0])
    word = None
    if (
        kinds == NOT_OF_TIME
        and (fused := _FUSED.fullmatch(match[0]))
        and (word := dating.lexicon.words.get(fused[3].lower()))
    ):
        kinds, end = kinds_of_number(fused[1]), start + len(fused[1])
    elif "compact_day" in kinds and not _stands_alone(text, start, end):
        kinds = NOT_OF_TIME
    elif is_hangul(text[end : end + 1]) and match[0].isdigit() and not joined_words(text, end, dating):
        kinds = NOT_OF_TIME  # a counter of something else is written onto it
    elif "day" in kinds and (split := _SPLIT_ORDINAL.match(text, end)):
        kinds, end = kinds_of_number(match[0] + split[0].strip()), split.end()
    run.add(Token(start, end, kinds), dating.numbers[frozenset(kinds)], is_time=True)
    if word:
        run.add(Token(end, match.end(), word.values), word.letter, is_time=not word.is_glue)
    return max(end, match.end())


def _word_at(text: str, match: re.Match[str], spelling: str, dating: DatingKnowledge) -> tuple[Word, int] | None:
    """The word of time that begins here, the longest phrase first, and where it ends; `spelling` is in lower case."""
    if (phrases := dating.lexicon.phrases.get(spelling)) and (found := phrases.pattern.match(text, match.start())):
        written = " ".join(found[0].lower().replace("’", "'").split())
        if (word := phrases.words.get(written)) and not (word.is_name and found[0][0].islower()):
            return word, found.end()
    word = dating.lexicon.words.get(spelling)
    if word is None or (word.is_name and match[0][0].islower() and spelling.isascii() and not _is_in_date(text, match)):
        return None
    return word, match.end()


def _is_in_date(text: str, match: re.Match[str]) -> bool:
    """Does a word without its capital stand within a date that can be nothing else: "15 march 2022", "may 3, 2019"?"""
    behind_day, before_day = (around.match(text, match.end()) for around in _DATE_AROUND)
    return before_day is not None or (
        behind_day is not None and text[max(0, match.start() - 2) : match.start() - 1].isdigit()
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Is this all that its line holds? Eight digits inside a sentence are a number like others."""
    line_start = text.rfind("\n", max(0, start - 80), start) + 1
    if line_start == 0 and start > 80:  # noqa: PLR2004 - a line with much before the digits
        return False
    line_end = text.find("\n", end, end + 80)
    after = text[end:line_end] if line_end >= 0 else text[end : end + 80]
    return not text[line_start:start].strip() and not after.strip()
