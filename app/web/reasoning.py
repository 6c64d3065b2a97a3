"""The reasoning for a date as a chain that is read at a glance: the words, the rule, the date."""

import re
from typing import NamedTuple

from app.domain.showing import date_to_people
from app.queries.quotes import EvidenceQuote
from app.web.words import Words

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


def date_chain(quote: EvidenceQuote, words: Words) -> DateChain:
    """Part the reasoning into the words it starts from, the rule, and the date it comes to.

    Where the reasoning is not of this form its whole text is the rule: nothing of it is ever lost.
    """
    date, rule = date_to_people(quote.date), quote.reasoning  # which is English, whatever the page is
    way, paragraph, found = "", "", quote.date_words.text if quote.date_words else ""
    opening = _OPENING.match(rule)
    if opening and (not found or opening["words"].split() == found.split()):
        way, paragraph, found = opening["way"] or "", opening["paragraph"] or "", opening["words"]
        rule = rule[opening.end() :]
    rule = re.sub(_CLOSING.format(date=re.escape(date)), "", rule)
    return DateChain(way, paragraph, found, rule.removesuffix("."), words.people(quote.date))
