"""Happenings told by how far they were from another one of their sentence: "in May 2004, a year after he fell"."""

import re

from app.domain.edtf import EdtfDate, Precision
from app.domain.showing import date_to_people
from app.domain.timex import TimeExpression, TimexType
from app.pipeline.dating.calendar import unit_around
from app.pipeline.extracting.governing import Governed
from app.pipeline.extracting.scene import Scene, Trigger

_LENGTH = re.compile(r"P(\d+)([DWMY])")  # TIMEX3's value of "three months"
_BESIDE = re.compile(r"[\s,–—-]*(?:(?:just|only|exactly|and)\s+)*")
_VAGUE = re.compile(r"\b(?:about|around|some|nearly|almost|barely|over|than|least|most)\s+$", re.IGNORECASE)
# "Three months after Bo, who was minister then, came": what stands between commas behind the subject.
_ASIDE = re.compile(r",\s+(?:who|then|the|an?|his|her|its|their)\s[^,;]{1,80},(?=\s)")
_CLAUSE_END = re.compile(r"[,;:.(]|\s[–—]\s")
# How many units of time a date must not be longer than, so that they can be counted from it.
_FINE = {
    "D": (Precision.DAY,),
    "W": (Precision.DAY,),
    "M": (Precision.DAY, Precision.MONTH),
    "Y": (Precision.DAY, Precision.MONTH, Precision.YEAR),
}


def by_offset(scene: Scene, trigger: Trigger) -> Governed | None:
    """The date of a happening in a clause such as "five months after the minister had come to sign it".

    It is counted from the last date told before that length in the sentence, and no finer than its unit.
    """
    before = [one for one in scene.expressions if one.span.end <= trigger.span.start]
    lengths = [one for one in before if _way(one)]
    if not lengths or not _opens_clause_of(scene, lengths[-1], trigger):
        return None
    length = lengths[-1]
    dated = [one for one in before if one.date.text and one.span.end <= length.span.start]
    if not dated or before[-1] is not length or not _are_beside(scene, dated[-1], length, lengths):
        return None
    told = dated[-1].date
    when = _counted(told, length)
    if when is None:
        return None
    said = f"“{length.text}” tells how far it was from {date_to_people(told)}: {date_to_people(when)}"
    return Governed(when, length.span, f"{said}.")


def _way(expression: TimeExpression) -> int:
    """Which way to count: back from what comes after it, ahead from what comes before; 0 where it does not say."""
    words = expression.text.lower()
    if expression.type is not TimexType.DURATION or not _LENGTH.fullmatch(expression.value):
        return 0
    return -1 if words.endswith((" after", " following")) else int(words.endswith(" before"))


def _opens_clause_of(scene: Scene, length: TimeExpression, trigger: Trigger) -> bool:
    """Is the trigger told in the clause that the length opens, its verb or what that verb was for?"""
    text = scene.article.text
    if _VAGUE.search(text, scene.span.start, length.span.start):
        return False
    return _CLAUSE_END.search(_ASIDE.sub("", text[length.span.end : trigger.span.start])) is None


def _are_beside(scene: Scene, dated: TimeExpression, length: TimeExpression, lengths: list[TimeExpression]) -> bool:
    """Does the length go with the date: at once, at the end of its clause, or as another one that does?"""
    between = scene.article.text[dated.span.end : length.span.start]
    first = next(one for one in lengths if one.span.start >= dated.span.end)
    if first is not length:
        return True
    return _BESIDE.fullmatch(between) is not None or between.rstrip().endswith(",")


def _counted(told: EdtfDate, length: TimeExpression) -> EdtfDate | None:
    found = _LENGTH.fullmatch(length.value)
    if found is None or told.earliest is None or told.precision not in _FINE[found[2]]:
        return None
    try:
        return unit_around(told.earliest, found[2], _way(length) * int(found[1]))[1]
    except OverflowError:
        return None
