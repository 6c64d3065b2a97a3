"""What stands around an expression: its sentence, where its clause looks, whether it is inside a quotation."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.domain.text import Stretch
from app.knowledge.dating_rows import DatingKnowledge

_REACH = 240  # characters looked at on each side: a bound on work, longer than most sentences
_NEXT = 120  # of them those that a row of contexts.toml can ask for
_QUOTE_REACH = 1200  # a quotation may run over several sentences
# A single capital before a dot is an initial or an abbreviation; two are the end of a shouted word; behind the dot of a
# title stands a name. What stands before is looked at from behind the mark, for `re` passes by all other characters at
# once where a pattern begins with some.
_SENTENCE_END = re.compile(
    r"[.!?…](?:(?<=[a-zа-яё가-힣\d”»\"’)].)|(?<=[A-ZА-ЯЁ]{2}.))"
    r"(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bLt\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bSen\.)(?<!\bRev\.)(?<!\bMessrs\.)"
    r"[.!?…]*[”»\"’)]*\s+(?=[A-ZА-ЯЁ가-힣“«\"‘]|$)"
    # A line that breaks behind a small word or a comma is a wrapped one, whatever the next begins with.
    r"|(?<!,)(?<! a)(?<! an)(?<! in)(?<! of)(?<! on)(?<! to)(?<! at)(?<! by)(?<! the)(?<! and)(?<! for)(?<! from)"
    r"(?<! with)\n(?![^\S\n]*[a-zа-яё])|;"
)
_MARKS_OF_END = ".!?…\n;"
_BRACKET_REACH = 60
_OPENING_QUOTES = ('"', "“", "‘", "'")
_WORD = re.compile(r"\w+")
_ADVERB = re.compile(r"(?:also|now|then|again|first|finally|only|soon|still|even|just|[a-z]+ly)\b", re.IGNORECASE)
_GAP = re.compile(r"\s+(?!and\b|but\b|or\b)")  # "on Sunday left"
_WORD_AND_GAP = re.compile(r"\w+\s+")  # "on Sunday abruptly left"
_TELLS_OF = re.compile(
    r"(?:\w+ed|held|made|sent|built|begun|sold|won) (?:(?:in|at|with|by) (?:(?-i:[^\W\d_a-z])[\w’'-]* ){1,3})?"
    r"(?:(?:in|on|at|by|during) (?:the )?)?",
    re.IGNORECASE,
)
_SMALL_WORDS_BEFORE = 2  # "On Monday, he will": nothing before it can tell the direction


class Direction(StrEnum):
    """Where the clause around an expression looks."""

    AHEAD = "ahead"
    BACK = "back"
    OPEN = "open"  # nothing tells


def sentence_before(text: str, span: Stretch) -> str:
    """The text from the beginning of the sentence, or as far as is looked at."""
    first = max(0, span.start - _REACH)
    at = _last_mark(text, first, span.start)
    while at >= first:
        if end := _SENTENCE_END.match(text, at, span.start):
            return text[end.end() : span.start]
        at = _last_mark(text, first, at)
    return text[first : span.start]


def _last_mark(text: str, first: int, last: int) -> int:
    """Where the last character stands with which a sentence may end; -1 where there is none."""
    return max(text.rfind(mark, first, last) for mark in _MARKS_OF_END)


def sentence_after(text: str, span: Stretch) -> str:
    """The text to the end of the sentence, or as far as is looked at."""
    last = span.end + _REACH
    end = _SENTENCE_END.search(text, span.end, last)  # within the text: the mark may follow the span at once
    return text[span.end : end.start() if end else last]


def direction(before: str, after: str, dating: DatingKnowledge) -> Direction:
    """Where a clause looks.

    A participle that stands right before tells ("signed in June will be"), then a verb that follows at once ("on Sunday
    issued", "Friday will"), then the cue nearest before; where none can stand before, the first behind.
    """
    cues = list(dating.cues.finditer(before))
    if cues and cues[-1].lastgroup == Direction.BACK and _TELLS_OF.fullmatch(before, cues[-1].start()):
        return Direction.BACK
    tells = _cue_at_once(after, dating, is_new_clause=bool(cues)) or (cues[-1] if cues else None)
    if tells is None and len(_WORD.findall(before)) <= _SMALL_WORDS_BEFORE:
        tells = dating.cues.search(after)
    return Direction(tells.lastgroup) if tells and tells.lastgroup else Direction.OPEN


def _cue_at_once(after: str, dating: DatingKnowledge, *, is_new_clause: bool) -> re.Match[str] | None:
    """The cue that follows at once, or behind one word more: an adverb, where a subject would begin a new clause.

    "He came on Monday probably will" does not part them; "He said on Monday it would open" does.
    """
    gap = _GAP.match(after)
    found = dating.cues.match(after, gap.end()) if gap else None
    if found or not (gap and (word := _WORD_AND_GAP.match(after, gap.end()))):
        return found
    if is_new_clause and not _ADVERB.match(word[0]):
        return None
    return dating.cues.match(after, word.end())


def is_quoted(text: str, start: int) -> bool:
    """Does a quotation that opened in the same paragraph still run at this place?"""
    before = text[max(0, start - _QUOTE_REACH) : start]
    before = before[before.rfind("\n") + 1 :]
    is_open = before.count("“") > before.count("”") or before.count("«") > before.count("»")
    return is_open or before.count('"') % 2 == 1


def is_in_brackets(text: str, span: Stretch) -> bool:
    """Does a bracket that opened shortly before still stand open?"""
    before = text[max(0, span.start - _BRACKET_REACH) : span.start]
    return before.rfind("(") > before.rfind(")")


@dataclass(frozen=True)
class InText:
    """Words in a text, and what stands around them; worked out only when it is asked for."""

    text: str
    span: Stretch
    dating: DatingKnowledge

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.span.of(self.text)

    @cached_property
    def before(self) -> str:
        """The text before them, from the beginning of their sentence."""
        return sentence_before(self.text, self.span)

    @cached_property
    def after(self) -> str:
        """The text behind them, to the end of their sentence."""
        return sentence_after(self.text, self.span)

    @cached_property
    def opens_sentence(self) -> bool:
        """Does nothing but a preposition or two stand before them in their sentence?"""
        return len(_WORD.findall(self.before)) <= _SMALL_WORDS_BEFORE

    @cached_property
    def looks(self) -> Direction:
        """Where their clause looks."""
        if self.stands_after("deadline"):
            return Direction.AHEAD
        if self.stands_before("its_own_thing") and not self.stands_after("awaiting"):
            return Direction.BACK
        found = direction(self.before, self.after, self.dating)
        return Direction.AHEAD if found is Direction.OPEN and self.stands_after("to_an_end") else found

    def stands_after(self, context: str) -> bool:
        """Does the text before them end as this row of contexts.toml says?"""
        return self.dating.contexts[context].search(self.before, max(0, len(self.before) - _NEXT)) is not None

    def stands_before(self, context: str) -> bool:
        """Does the text behind them begin as this row of contexts.toml says?"""
        return self.dating.contexts[context].match(self.after) is not None

    @cached_property
    def is_title(self) -> bool:
        """Are they capitalised as in a name ("USA Today", "This Week"), inside a sentence?"""
        words = self.words.split()
        if not all(word[:1].isupper() and not word.isupper() for word in words):
            return False
        if len(words) > 1:
            return self.before.endswith(_OPENING_QUOTES)
        before = self.before.split()
        return self.before.endswith(" ") and bool(before) and before[-1][-1].isalpha() and before[-1].isupper()

    @cached_property
    def is_quoted(self) -> bool:
        """Do they stand inside a quotation?"""
        return is_quoted(self.text, self.span.start)
