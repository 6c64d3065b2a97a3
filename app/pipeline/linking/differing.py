"""What the sources of one event tell differently: its day, how many, who spoke first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.domain.edtf import EdtfDate, Precision, edtf
from app.domain.event import Mention, Status, Version
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.linking.keys import people_of

_SCALES = {None: 1, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORDS = {
    word: n
    for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)
}
# As long as one day has more than so many times the articles of the other, the other is an error beside it.
_OUTVOTED = 3
_TWO = 2


def find_versions(
    mentions: Sequence[Mention], texts: Mapping[str, str], knowledge: ExtractingKnowledge
) -> tuple[Version, ...]:
    """All versions of what is told differently, by what they are about, value and mention; none where all agree.

    Args:
        mentions: Of one event.
        texts: Their quotes, by id.
        knowledge: The rows.
    """
    told = [*_days(mentions, knowledge), *_numbers(mentions, texts, knowledge), *_firsts(mentions, texts, knowledge)]
    articles = {mention.id: mention.article_id for mention in mentions}
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for version in told:
        values[version.about][version.value].add(articles[version.mention_id])
    differing = {about for about, by_value in values.items() if len(by_value) > 1 and _differ(about, by_value)}
    return tuple(sorted(version for version in told if version.about in differing))


def one_of(day: EdtfDate, versions: Sequence[Version], mentions: Sequence[Mention]) -> EdtfDate:
    """The day of an event; where its sources tell several, and none is outvoted, all of them as EDTF `[a,b]`."""
    articles = {mention.id: mention.article_id for mention in mentions}
    told: dict[str, set[str]] = defaultdict(set)
    for version in versions:
        if version.about == "date":
            told[version.value].add(articles[version.mention_id])
    most = max((len(by) for by in told.values()), default=0)
    standing = sorted(value for value, by in told.items() if len(by) * _OUTVOTED >= most)
    if len(standing) > 1:
        return edtf(f"[{','.join(standing)}]")
    return edtf(standing[0]) if standing else day


def _differ(about: str, by_value: Mapping[str, set[str]]) -> bool:
    """Do different articles tell it? Days that one article tells together it does not hold for two versions of one."""
    telling = [article_id for articles in by_value.values() for article_id in articles]
    return len(set(telling)) > 1 and (about != "date" or len(telling) == len(set(telling)))


def _days(mentions: Sequence[Mention], knowledge: ExtractingKnowledge) -> Iterator[Version]:
    """The days told as fact of one kind of happening by two people or more, or of a kind that is no trip."""
    for mention in mentions:
        kind = knowledge.kinds[mention.kind]
        is_of_one_day = not kind.is_trip or (kind.is_talk and len(people_of(mention, knowledge)) >= _TWO)
        if mention.date.precision is Precision.DAY and mention.status is Status.ASSERTED and is_of_one_day:
            yield Version("date", mention.date.text.rstrip("~?%"), mention.id)


def _numbers(
    mentions: Sequence[Mention], texts: Mapping[str, str], knowledge: ExtractingKnowledge
) -> Iterator[Version]:
    for mention in mentions:
        family = knowledge.kinds[mention.kind].family
        for pattern, row in knowledge.differing.counted:
            if family in row.families and (found := pattern.search(texts[mention.id])):
                amount = _amount(found["number"]) * _SCALES[(found["scale"] or "").lower() or None]
                yield Version("number", f"{amount:,.10g} {row.name}", mention.id)


def _amount(number: str) -> float:
    plain = number.lower()
    return _WORDS[plain] if plain in _WORDS else float(plain.replace(",", "").replace(" ", "").replace("\u00a0", ""))


def _firsts(mentions: Sequence[Mention], texts: Mapping[str, str], knowledge: ExtractingKnowledge) -> Iterator[Version]:
    """Of letters and calls, who spoke first: not the one whose answer is told."""
    for mention in mentions:
        kind = knowledge.kinds[mention.kind]
        named = [name for name in mention.actors if name in people_of(mention, knowledge)]
        if kind.is_talk and not kind.is_trip and len(named) == _TWO:
            found = next(
                (hit for pattern, _ in knowledge.differing.answers if (hit := pattern.search(texts[mention.id]))), None
            )
            if found:
                yield Version("first", _other(named, texts[mention.id][: found.end()], knowledge), mention.id)


def _other(named: Sequence[str], before: str, knowledge: ExtractingKnowledge) -> str:
    """Of two people the one who is not named last before the answer."""
    names = [
        name
        for found in knowledge.names.pattern.finditer(before)
        for name in knowledge.names.rows(found[0])
        if name in named
    ]
    answering = names[-1] if names else named[0]
    return next(name for name in named if name != answering)
