"""Clues from ages: of who was born as the story tells, and of people whose birth is known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import itemgetter

from app.domain.text import Stretch
from app.knowledge.people_rows import Birth
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import any_of, distance, seen_from
from app.pipeline.dating.publishing.puzzle import LAST_DAY, NO_DAYS, Constraint, Days, between
from app.pipeline.dating.surroundings import sentence_after, sentence_before

_BORN = re.compile(r"\bborn (?:[^.;,\d]{0,30}\b)?(?:in|on)?\s*(?:the )?$", re.IGNORECASE)
_AGED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})(?:, | \(| [–—-] )(?:aged )?"
    r"(?P<age>[1-9]\d)(?=[,;.)]| [–—-]| years old)"
)
_AGED_NOW = re.compile(
    r"\b(?:(?:[Ss]?[Hh]e|[Ww]ho)(?: is|[’']s)(?: now)?|is now"
    r"|(?:died|dies|dead)\b[^.;\n]{0,60}?\b(?:aged|at the age of|at))"
    r" (?P<age>[1-9]\d)(?: now)?(?=[,;.)]| and | years old)"
)
_NAME = re.compile(r"[A-Z][\w’'-]+")
_TURNED = re.compile(r"\bturn(?:s|ed) (?P<age>[1-9]\d)[\s,]+(?:only |just )?$")
_BORN_AT = re.compile(r"\bborn (?:(?:in|on) )?(?:the )?$", re.IGNORECASE)
# What stands between a name and the age: "Kim Il Sung, 72,", "Kim Il Sung (72)".
_AGE_BEHIND = re.compile(r"(?:,? (?:who is |aged |now )?|, | \()(?P<age>[2-9]\d)(?= years old|[,;.)])")
_LEADER = re.compile(r"\b(?:leader|president|chairman|premier|prime minister|secretary)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:died|death|dead|killed|late|funeral|former|then)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_FEWEST_LETTERS, _MOST_NAMES = 2, 4
_REACH = 100  # characters from a birth to the words that tell how far a birthday is
_LEAD = 2  # paragraphs


def age_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    yield from _ages(evidence)
    for first, second in pairwise(evidence.story):
        if not first.is_quoted and second.span.start - first.span.end <= _REACH:
            yield from _birthday(first, second, evidence)
    likely = evidence.likely
    births = (birth for birth in evidence.dating.publication.people.births if birth.pattern.pattern in likely)
    named = {birth: found for birth in births if (found := _named(birth, evidence))}
    for birth, places in named.items():
        yield from _known_age(birth, places, evidence)
    yield from _ages_by_surname(named, evidence)
    for placed in evidence.story:
        yield from _known_birthday(placed, named, evidence)


def _named(birth: Birth, evidence: Evidence) -> list[Stretch]:
    """Where the story names somebody."""
    text = evidence.article.text
    return [
        Stretch(*found.span())
        for span in evidence.story_spans
        for found in birth.pattern.finditer(text, span.start, span.end)
    ]


def _known_age(birth: Birth, places: Sequence[Stretch], evidence: Evidence) -> Iterator[Constraint]:
    """Read "Kim Il Sung, 72,"; in a sentence with a year it is the age of that year."""
    text = evidence.article.text
    for named in places:
        found = _AGE_BEHIND.match(text, named.end)
        if found is not None and _is_of_now(named, text):
            yield _age_of(birth, int(found["age"]), Stretch(named.start, found.end()), evidence)


def _ages_by_surname(named: Mapping[Birth, Sequence[Stretch]], evidence: Evidence) -> Iterator[Constraint]:
    """Read "Kim, 72," of the last Kim whom the story has named in full before."""
    text = evidence.article.text
    full = sorted(
        ((at.end, birth.name.split(), birth) for birth, places in named.items() for at in places), key=itemgetter(0)
    )
    for span in evidence.story_spans if full else ():
        for found in _AGED.finditer(text, span.start, span.end):
            before = [birth for end, words, birth in full if end < found.start() and found["name"] in words]
            if before and _is_of_now(Stretch(*found.span()), text):
                yield _age_of(before[-1], int(found["age"]), Stretch(*found.span()), evidence)


def _is_of_now(named: Stretch, text: str) -> bool:
    """Is an age told in a sentence of today, with no year and no death in it?"""
    sentence = f"{sentence_before(text, named)}{sentence_after(text, named)}"
    return not (_YEAR.search(sentence) or _DEAD.search(sentence))


def _age_of(birth: Birth, age: int, span: Stretch, evidence: Evidence) -> Constraint:
    allows = any_of(_while_aged(age, *days) for days in birth.days)
    says = f"“{span.of(evidence.article.text)}”, born in {_years(birth)}."
    return evidence.constraint(ClueKind.AGE, span, says, allows)


def _known_birthday(
    placed: PlacedForm, named: Mapping[Birth, Sequence[Stretch]], evidence: Evidence
) -> Iterator[Constraint]:
    """Read "Mr. Kim, who turned 72 last month", of somebody whom the story names, or of whose birth it tells."""
    seen, turned = distance(placed), _TURNED.search(placed.before)
    if seen is None or turned is None or placed.is_quoted or _YEAR.search(f"{placed.before}{placed.after}"):
        return
    age, start = int(turned["age"]), placed.span.start - len(placed.before)
    told = {born.explicit for born in evidence.story if born.explicit and _BORN.search(born.before)}
    here = [birth for birth, places in named.items() if any(start <= at.start < placed.span.start for at in places)]
    if len(told) == 1 and not here:
        days = any_of(_birthdays(age, *one) for one in told)
    else:
        known = here or (named if _LEADER.search(placed.before) else ())
        days = any_of(_birthdays(age, *one) for birth in known for one in birth.days)
    if days:
        span = Stretch(placed.span.start - len(turned[0]), placed.span.end)
        says = f"“{span.of(evidence.article.text)}”: the birthday is known and tells from when it was seen."
        yield evidence.constraint(ClueKind.BESIDE_PERIOD, span, says, seen_from(days, *seen))


def _years(birth: Birth) -> str:
    return " or ".join(str(first.year) for first, _ in birth.days)


def _while_aged(age: int, first: date, last: date) -> Days:
    """The days on which somebody born then is so old."""
    if last.year + age + 1 > LAST_DAY.year:
        return NO_DAYS
    return between(same_day_in(first, first.year + age), same_day_in(last, last.year + age + 1) - timedelta(days=1))


def _birthdays(age: int, first: date, last: date) -> Days:
    if last.year + age > LAST_DAY.year:
        return NO_DAYS
    return between(same_day_in(first, first.year + age), same_day_in(last, last.year + age))


def _ages(evidence: Evidence) -> Iterator[Constraint]:
    """Read "Pak Il-nam, 49" where another sentence says of Pak that he was born in 1941."""
    born = [placed for placed in evidence.story if placed.explicit and _BORN.search(placed.before)]
    if not born:
        return
    text = evidence.article.text
    for span in evidence.story_spans:
        for found in _AGED.finditer(text, span.start, span.end):
            yield from _age(found, [one for one in born if _is_of(found["name"], one)], evidence)
    if len({one.explicit for one in born}) == 1:  # who else can be meant?
        for paragraph in evidence.places.telling[:_LEAD]:
            for found in _AGED_NOW.finditer(text, paragraph.span.start, paragraph.span.end):
                yield from _age(found, born, evidence)


def _is_of(name: str, born: PlacedForm) -> bool:
    """Is it the name of who was born then?"""
    return bool({part for part in name.split() if len(part) >= _FEWEST_LETTERS} & _names_of_born(born))


def _age(found: re.Match[str], born: list[PlacedForm], evidence: Evidence) -> Iterator[Constraint]:
    for placed in born:
        if placed.explicit is None:
            continue
        first, last = (same_day_in(day, day.year + int(found["age"])) for day in placed.explicit)
        end = same_day_in(last, last.year + 1)
        if end > LAST_DAY:
            return
        says = f"“{found[0]}”, born in {placed.explicit[0].year}: so this is {first.year} or {first.year + 1}."
        yield evidence.constraint(ClueKind.AGE, Stretch(*found.span()), says, between(first, end))
        return


def _names_of_born(born: PlacedForm) -> set[str]:
    """The names before "born" in its sentence; where none stands there, those behind the date."""
    return set(_NAME.findall(_BORN.sub("", born.before))) or set(_NAME.findall(born.after)[:_MOST_NAMES])


def _birthday(born: PlacedForm, relative: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "born in February 1930 and turned 65 last month": that month is seen from the next."""
    turned = _TURNED.search(relative.before)
    seen = distance(relative)
    if seen is None or turned is None or born.explicit is None or not _BORN_AT.search(born.before):
        return
    first, last = (same_day_in(day, day.year + int(turned["age"])) for day in born.explicit)
    span = Stretch(born.span.start, relative.span.end)
    says = f"“{span.of(evidence.article.text)}”: the birthday of {first.year} tells from when it was seen."
    yield evidence.constraint(ClueKind.BESIDE_PERIOD, span, says, seen_from(between(first, last), *seen))
