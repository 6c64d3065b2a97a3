"""The reasoning for a date as a chain that is read at a glance: the words, the rule, the date."""

import re
from typing import NamedTuple

from app.domain.showing import date_to_people
from app.queries.quotes import EvidenceQuote

# "the visit told of in paragraph 4: “Wednesday”, seen from …": the way leads to words in another paragraph.
_OPENING = re.compile(r"(?:(?P<way>[^“”:]*\bparagraph (?P<paragraph>\d+)): )?“(?P<words>[^”]+)”[\s,:]*")
_CLOSING = r"[\s,;:]*(?:\b(?:is|so)\s+|:\s*){date}\.?$"


class DateChain(NamedTuple):
    """How a date was read; what is not there is empty."""

    way: str  # to the words, where they stand in another paragraph
    paragraph: str  # its number
    words: str
    rule: str
    date: str


def date_chain(quote: EvidenceQuote) -> DateChain:
    """Part the reasoning into the words it starts from, the rule, and the date it comes to.

    Where the reasoning is not of this form its whole text is the rule: nothing of it is ever lost.
    """
    date, rule = date_to_people(quote.date), quote.reasoning
    way, paragraph, words = "", "", quote.date_words.text if quote.date_words else ""
    opening = _OPENING.match(rule)
    if opening and (not words or opening["words"].split() == words.split()):
        way, paragraph, words = opening["way"] or "", opening["paragraph"] or "", opening["words"]
        rule = rule[opening.end() :]
    rule = re.sub(_CLOSING.format(date=re.escape(date)), "", rule)
    return DateChain(way, paragraph, words, rule.removesuffix("."), date)
