"""Where the sources of an event differ: dates, numbers, what they say of it, and who speaks first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from app.domain.edtf import EdtfDate
from app.domain.event import Status
from app.queries.conflicts import Conflict
from app.queries.quotes import EvidenceQuote
from app.queries.sources import SourceEvidence

Fit = Literal["same", "wider", "other"]
Told = TypeVar("Told")
_STATUSES = list(Status)


@dataclass(frozen=True)
class Telling:
    """An article that says so, and its first quote that does."""

    source: SourceEvidence
    quote: EvidenceQuote
    quotes: int = 1  # how many of its quotes do


@dataclass(frozen=True)
class DateTold:
    """A date that some quotes give, and how it lies to the event's own."""

    date: EdtfDate
    fit: Fit  # wider: it holds the event's date and is less exact; other: it does not
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class StatusTold:
    """What some quotes say of it: that it happened, is planned, is claimed, is denied."""

    status: str
    reason: str | None
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class SpeakerTold:
    """Someone who is quoted on it, and where that appeared first; `is_first` only where no other can have been."""

    speaker: str
    published: EdtfDate
    is_first: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class VersionTold:
    """One of the numbers, or of those who spoke first, that some quotes give: "10,000 troops"."""

    value: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True)
class Differences:
    """What the sources do not tell alike; a list is empty where they agree."""

    dates: tuple[DateTold, ...]
    statuses: tuple[StatusTold, ...]
    speakers: tuple[SpeakerTold, ...]
    numbers: tuple[VersionTold, ...] = ()
    firsts: tuple[VersionTold, ...] = ()  # of letters and calls: who wrote or called first

    def __bool__(self) -> bool:
        """Is there any?"""
        return bool(self.dates or self.statuses or self.speakers or self.numbers or self.firsts)


def differences_of(day: EdtfDate, sources: Iterable[SourceEvidence], conflicts: Iterable[Conflict] = ()) -> Differences:
    """Compare the quotes of one event.

    Args:
        day: The event's date.
        sources: Its sources in their order.
        conflicts: What was found to be told differently when the event was linked.
    """
    kept = {conflict.about: conflict for conflict in conflicts}
    tellings = [Telling(source, quote) for source in sources for quote in source.quotes]
    return Differences(
        dates=_if_several(_dates(day, tellings)),
        statuses=_if_several(_statuses(tellings)),
        speakers=_if_several(_speakers(tellings)),
        numbers=_if_several(_versions(kept.get("number"), tellings)),
        firsts=_if_several(_versions(kept.get("first"), tellings)),
    )


def _if_several(found: list[Told]) -> tuple[Told, ...]:
    return tuple(found) if len(found) > 1 else ()


def _dates(day: EdtfDate, tellings: Sequence[Telling]) -> list[DateTold]:
    """The dates with two ends, in the order of time; a denial dates itself and not the happening."""
    by_date: dict[EdtfDate, list[Telling]] = {}
    for telling in tellings:
        when = telling.quote.date
        if when.earliest and when.latest and telling.quote.status != Status.DENIED:
            by_date.setdefault(when, []).append(telling)
    found = [DateTold(when, _fit(when, day), _by_article(told)) for when, told in by_date.items()]
    return sorted(found, key=lambda one: (one.date.sort_key, one.date.text))


def _fit(told: EdtfDate, day: EdtfDate) -> Fit:
    if told.text == day.text:
        return "same"
    begins = (told.earliest or date.min) <= (day.earliest or date.min)
    return "wider" if begins and (day.latest or date.max) <= (told.latest or date.max) else "other"


def _statuses(tellings: Sequence[Telling]) -> list[StatusTold]:
    by_status: dict[tuple[str, str | None], list[Telling]] = {}
    for telling in tellings:
        by_status.setdefault((telling.quote.status, telling.quote.status_reason), []).append(telling)
    found = [StatusTold(status, reason, _by_speaker(told)) for (status, reason), told in by_status.items()]
    return sorted(found, key=lambda one: (_STATUSES.index(Status(one.status)), one.reason or ""))


def _speakers(tellings: Sequence[Telling]) -> list[SpeakerTold]:
    """Everyone who is named as saying it, the first to be published first."""
    by_speaker: dict[str, list[Telling]] = {}
    for telling in tellings:
        if telling.quote.speaker:
            by_speaker.setdefault(telling.quote.speaker, []).append(telling)
    first = {name: min(told, key=_published).source.published for name, told in by_speaker.items()}
    found = [
        SpeakerTold(name, day, _is_before(day, (first[one] for one in first if one != name)), _by_article(told))
        for (name, told), day in zip(by_speaker.items(), first.values(), strict=True)
    ]
    return sorted(found, key=lambda one: (one.published.sort_key, one.speaker))


def _versions(conflict: Conflict | None, tellings: Sequence[Telling]) -> list[VersionTold]:
    """The versions of a conflict, each with the quotes that tell it; the most told first."""
    if conflict is None:
        return []
    by_quote = {telling.quote.id: telling for telling in tellings}
    return [
        VersionTold(version.value, _by_article(by_quote[key] for key in version.quote_ids if key in by_quote))
        for version in conflict.versions
    ]


def _published(telling: Telling) -> tuple[date, date]:
    return telling.source.published.sort_key


def _is_before(published: EdtfDate, others: Iterable[EdtfDate]) -> bool:
    latest = published.latest
    return latest is not None and all(other.earliest is not None and latest < other.earliest for other in others)


def _by_article(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    return _first_of_each(tellings, lambda telling: telling.source.article_id)


def _by_speaker(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    return _first_of_each(tellings, lambda telling: (telling.source.article_id, telling.quote.speaker))


def _first_of_each(tellings: Iterable[Telling], key: Callable[[Telling], object]) -> tuple[Telling, ...]:
    groups: dict[object, list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(key(telling), []).append(telling)
    return tuple(Telling(told[0].source, told[0].quote, len(told)) for told in groups.values())
