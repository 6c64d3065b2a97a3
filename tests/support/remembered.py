"""Surroundings kept in memory: what the database does for LINK, in the plainest way."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from app.domain.linking import DENYING, Happening, Relinked, Span, Tier, Trace


class Remembered:
    """Everything that was linked so far."""

    def __init__(self) -> None:
        self.traces: dict[str, Trace] = {}
        self.kept: dict[str, Happening] = {}

    def remember(self, old: Iterable[Trace], relinked: Relinked) -> None:
        """Take over what a change did."""
        for trace in old:
            del self.traces[trace.mention_id]
        self.traces |= {trace.mention_id: trace for trace in relinked.traces}
        self.kept |= {one.id: one for one in relinked.happenings}
        for key in relinked.gone:
            del self.kept[key]

    def in_cells(self, cells: Collection[str]) -> Iterable[Trace]:
        return [trace for trace in self.traces.values() if trace.cell in cells]

    def touching(self, spans: Collection[Span], tier: Tier) -> Iterable[Trace]:
        return [one for one in self.traces.values() if one.tier is tier and _touches_any(one, spans)]

    def of_articles(self, article_ids: Collection[str]) -> Iterable[Trace]:
        return [trace for trace in self.traces.values() if trace.article_id in article_ids]

    def of_happenings(self, happening_ids: Collection[str]) -> Iterable[Trace]:
        return [trace for trace in self.traces.values() if trace.happening_id in happening_ids]

    def happenings(self, happening_ids: Collection[str]) -> Iterable[Happening]:
        return [self.kept[key] for key in happening_ids if key in self.kept]

    def happenings_touching(self, spans: Collection[Span]) -> Iterable[Happening]:
        return [one for one in self.kept.values() if one.tier < Tier.ERA and _touches_any(one, spans)]

    def answering(self, happening_ids: Collection[str]) -> Iterable[Happening]:
        return [one for one in self.kept.values() if one.answers in happening_ids]

    def traces_on(self, calendars: Collection[str]) -> Iterable[Trace]:
        return [trace for trace in self.traces.values() if trace.calendar in calendars]

    def happenings_on(self, calendars: Collection[str]) -> Iterable[Happening]:
        return [one for one in self.kept.values() if one.calendar in calendars]

    def entries(self) -> set[frozenset[str]]:
        """What stands together on the timeline, as one who only looks at what is kept would say."""
        above: dict[str, str] = {}
        for denied in {one.answers for one in self.kept.values() if one.answers}:
            denials = [one for one in self.kept.values() if one.answers == denied and one.block == DENYING]
            dated = sorted((one.first_day, one.id) for one in denials if one.first_day is not None)
            undated = sorted(one.id for one in denials if one.first_day is None)
            first = [dated[0][1]] if dated else undated[:1]
            above |= dict.fromkeys((*first, *(undated if len(undated) == 1 else ())), denied)
        entries: dict[str, set[str]] = {}
        for trace in self.traces.values():
            root = above.get(trace.happening_id, trace.happening_id)
            entries.setdefault(root, set()).update(trace.mention_ids)
        return {frozenset(entry) for entry in entries.values()}

    def state(self) -> tuple[dict[str, Trace], dict[str, Happening]]:
        """All of it, to compare."""
        return self.traces, self.kept


def without_home(traces: Iterable[Trace]) -> list[Trace]:
    """The traces as they come, before they are linked."""
    return [replace(trace, happening_id="") for trace in traces]


def _touches_any(one: Trace | Happening, spans: Collection[Span]) -> bool:
    return any(
        one.first_day is not None
        and one.last_day is not None
        and one.block == span.block
        and one.first_day <= span.last_day
        and one.last_day >= span.first_day
        for span in spans
    )
