"""Clues from who acts in an office: "President Boris Yeltsin said on Friday" was told while he was president."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.people_rows import Terms
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import Constraint, Days, between
from app.pipeline.dating.surroundings import is_quoted, sentence_after, sentence_before

_SEEN_FROM_NOW = frozenset({"relative_day", "shifted_daypart", "weekday"})
_NO_MORE = re.compile(
    r"\b(?:former|late|then|ex|one-?time|deposed|dead|under|when|since|future|next|opposition|party"
    r"|of|for|about|after|before|like)[\s-]+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"[’']s\b|[’']|,?\s+(?:had|was|were|would|used to|once|in his|memorial|library|museum)\b", re.IGNORECASE
)
# Who is named as kin of another is told of for his sake, living or dead.
_KIN = re.compile(
    r"\b(?:sons?|daughters?|child|children|offspring|(?:half-?)?(?:brothers?|sisters?|siblings?)|fathers?|mothers?|grand\w+"
    r"|uncles?|nephews?|cousins?|wife|widow|famil(?:y|ies)|heirs?|succe\w+|born to)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MOURNING = timedelta(days=31)  # so long after the end the news tells of it with the title
_STILL = re.compile(r"\bwho has \w+$", re.IGNORECASE)
# "President Biden has said", "will visit": a history tells it in the past.
_NOW = re.compile(
    r"\s(?:has|says|wants|plans|will|insists|hopes|seeks|intends|appears|seems|remains|continues"
    r"|is (?:to|due|expected|likely))\b"
)
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant|future|would-be|candidate)[\s-]+$", re.IGNORECASE)
_REACH = 24  # characters before a title
_CALLED_BEFORE = frozenset({"leader", "first secretary"})
_ACTING = "acting"
_MOST_TELLINGS = 8  # of one name are looked at


def office_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    likely = evidence.likely_in_story
    every = (terms for terms in evidence.dating.publication.people.terms if terms.pattern.pattern in likely)
    named = [(terms, places) for terms in every if (places := _named(terms, evidence))]
    yield from _not_before_office(named, evidence)
    now = _told_of_now(evidence) if named else []
    for terms, places in named:
        others = [at for other, found in named if _never_together(terms, other) for at in found]
        if where := next((at for at in places if _acts_now(at, now, others, evidence)), None):
            says = f"“{where.of(evidence.article.text)}” acts as one in office, as {terms.name} then was."
            yield evidence.constraint(ClueKind.IN_OFFICE, where, says, _held(terms))


def _not_before_office(named: Sequence[tuple[Terms, list[Stretch]]], evidence: Evidence) -> Iterator[Constraint]:
    """Who is named with the title of an office, in whatever tense, had come into it: "when President Obama was a boy".

    Leaders without an office are called so as heirs too.
    """
    text = evidence.article.text
    came = [
        (min(first for first, _ in terms.held), terms, place)
        for terms, places in named
        for place in places[:1]
        if terms.title not in _CALLED_BEFORE and not _DEPUTY.search(text, max(0, place.start - _REACH), place.start)
    ]
    for first, terms, place in sorted(came, key=lambda one: one[0])[-1:]:
        says = f"“{place.of(text)}”: {terms.name} came into office on {date_to_people(day_date(first))}."
        yield evidence.constraint(ClueKind.NAMED_IN_OFFICE, place, says, between(first, None))


def _named(terms: Terms, evidence: Evidence) -> list[Stretch]:
    """The first places at which the story names somebody with the title of an office."""
    text = evidence.article.text
    hits = [m.span() for span in evidence.story_spans for m in terms.pattern.finditer(text, span.start, span.end)]
    return [Stretch(*hit) for hit in hits[:_MOST_TELLINGS]]


def _held(terms: Terms) -> Days:
    return any_of(between(first, last + _MOURNING if last else None) for first, last in terms.held)


def _never_together(one: Terms, other: Terms) -> bool:
    """Were two people never in their offices on the same day, but for that on which the one followed the other?"""
    both = any_of(between(*span) for span in one.held) & any_of(between(*span) for span in other.held)
    return both.bit_count() <= 1


def _told_of_now(evidence: Evidence) -> list[Stretch]:
    """The lead of news, and all sentences that tell of a day seen from now."""
    now = [p for p in evidence.story if _is_seen_from_now(p) and not p.is_quoted]
    lead = set(evidence.lead) if any(p.paragraph.number in evidence.lead for p in now) else set()
    sentences = (Stretch(p.span.start - len(p.before), p.span.end + len(p.after)) for p in now)
    return [*(p.span for p in evidence.places.telling if p.number in lead), *sentences]


def _is_seen_from_now(placed: PlacedForm) -> bool:
    """Is it "yesterday", "on Friday", "next month"? "Last month" and "this year" are told in histories too."""
    return placed.reads in _SEEN_FROM_NOW or (
        placed.reads == "shifted_unit" and int(placed.form.parts.get("shift", 0)) > 0
    )


def _acts_now(where: Stretch, now: list[Stretch], others: list[Stretch], evidence: Evidence) -> bool:
    """Does somebody act in the office as the story tells of now? Who was acting in it was so only then.

    `others` are places that name who never was in office at the same time: beside one of them it is a title of honour.
    """
    text = evidence.article.text
    before, after = sentence_before(text, where), sentence_after(text, where)
    around = Stretch(where.start - len(before), where.end + len(after))
    if any(around.holds(other) for other in others) or is_quoted(text, where.start):
        return False
    sentence = f"{before} {after}"
    if _STILL.search(where.of(text)):  # "who has ruled since 1994" is said of now, whatever its year
        return True
    if _NO_MORE.search(before) or _WAS.match(after) or _YEAR.search(sentence) or _KIN.search(sentence):
        return False
    if where.of(text).lower().startswith(_ACTING) or (not evidence.is_chronology and _NOW.match(after)):
        return True
    return any(place.holds(where) for place in now)
