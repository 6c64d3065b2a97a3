"""What is known while a change is linked: what is kept from before, read where it is needed, and what is new."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.domain.linking import Happening, Span, Surroundings, Tier, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.candidates import Candidates
from app.pipeline.linking.parting import happening_of


class Board:
    """The happenings before and after a change, as far as they were looked at."""

    def __init__(self, old: Collection[Trace], new: Iterable[Trace], around: Surroundings, rows: Evidence) -> None:
        """Begin with the traces that go and those that come; an article that comes again is among both."""
        self.old = old
        self.new = list(new)
        self.around = around
        self.rows = rows
        self._old_ids = {trace.mention_id for trace in old}
        self._new_by_cell: dict[str, list[Trace]] = defaultdict(list)
        self._new_by_article: dict[str, list[Trace]] = defaultdict(list)
        for trace in self.new:
            self._new_by_cell[trace.cell].append(trace)
            self._new_by_article[trace.article_id].append(trace)
        self.before: dict[str, Happening] = {}  # those whose founders were looked at anew, as they were
        self.after: dict[str, Happening] = {}  # the same, as they are
        self.placed: dict[str, Trace] = {}  # every trace that was looked at anew, with its happening as it is now
        self.was: dict[str, str] = {trace.mention_id: trace.happening_id for trace in old}

    def changed_cells(self, tier: Tier) -> set[str]:
        """The cells that a trace of this tier leaves or comes to."""
        return {trace.cell for both in (self.old, self.new) for trace in both if trace.tier is tier}

    def in_cells(self, cells: Collection[str]) -> list[Trace]:
        """The traces in these cells, as they are now."""
        return self._now(self.around.in_cells(cells), (t for cell in cells for t in self._new_by_cell.get(cell, ())))

    def touching(self, spans: Collection[Span], tier: Tier) -> list[Trace]:
        """The kept traces of a tier that touch one of these spans of their block; who comes is in changed cells."""
        return self._now(self.around.touching(merged(spans), tier), ())

    def on(self, calendars: Collection[str]) -> list[Trace]:
        """The kept traces of no year on these months, or months and days; who comes is in changed cells."""
        return self._now(self.around.traces_on(calendars), ())

    def of_articles(self, article_ids: Collection[str]) -> list[Trace]:
        """The traces of these articles, as they are now."""
        coming = (t for article_id in article_ids for t in self._new_by_article.get(article_id, ()))
        return self._now(self.around.of_articles(article_ids), coming)

    def of_happenings(self, happening_ids: Collection[str]) -> list[Trace]:
        """The traces that are of these happenings now."""
        kept = self._now(self.around.of_happenings(happening_ids), ())
        found = {trace.mention_id: trace for trace in (*kept, *self.placed.values())}
        return [trace for trace in found.values() if self.home_of(trace) in happening_ids]

    def home_of(self, trace: Trace) -> str:
        """The happening that a trace is of now."""
        return self.placed.get(trace.mention_id, trace).happening_id

    def _now(self, kept: Iterable[Trace], coming: Iterable[Trace]) -> list[Trace]:
        found = {trace.mention_id: trace for trace in kept if trace.mention_id not in self._old_ids}
        self.was.update((trace.mention_id, trace.happening_id) for trace in found.values())
        return [*found.values(), *{trace.mention_id: trace for trace in coming}.values()]

    def withdraw(self, tier: Tier, traces: Iterable[Trace]) -> None:
        """Take back the happenings of a tier that these traces were of: they are founded anew, or are no more."""
        ids = {self.was[trace.mention_id] for trace in traces if self.was.get(trace.mention_id)}
        ids |= {trace.happening_id for trace in self.old if trace.tier is tier}
        for happening in self.around.happenings(ids - self.before.keys()):
            if happening.tier is tier:
                self.before[happening.id] = happening

    def founding(self, tier: Tier, traces: Iterable[Trace]) -> list[Trace]:
        """Those of the kept traces that were of a happening of this tier."""
        told = list(traces)
        ids = {trace.happening_id for trace in told}
        known = {one.id: one for one in self.around.happenings(ids - self.before.keys())} | self.before
        return [trace for trace in told if known[trace.happening_id].tier is tier]

    def found_again(self, tier: Tier, groups: Iterable[Sequence[Trace]], others: Iterable[Sequence[Trace]]) -> None:
        """Let each of some groups of traces found a happening of a tier; what they founded before is taken back.

        A group that founded one before, alone and all of it, is passed by: nothing would change. The other groups
        beside them found nothing anew.
        """
        told = list(groups)
        times = Counter(key for group in (*told, *others) for key in {trace.happening_id for trace in group})
        for founders in told:
            first = founders[0].happening_id
            is_whole = bool(first) and times[first] == 1 and all(one.happening_id == first for one in founders)
            if not is_whole or first in self.before:
                self.withdraw(tier, founders)
                self.found(founders)

    def found(self, founders: Sequence[Trace]) -> None:
        """Let traces found a happening together."""
        happening = happening_of(founders)
        self.after[happening.id] = happening
        self.place(founders, happening.id)

    def place(self, traces: Iterable[Trace], happening_id: str) -> None:
        """Let traces be of a happening."""
        for trace in traces:
            self.placed[trace.mention_id] = replace(trace, happening_id=happening_id)

    def look_at(self, happenings: Iterable[Happening]) -> None:
        """Note happenings as they were, before something is settled of them that their founders do not say."""
        for one in happenings:
            if one.id not in self.after:
                self.before[one.id] = self.after[one.id] = one

    def changed(self) -> Iterator[Happening]:
        """The happenings that others may see otherwise now: as they were, and as they are."""
        for side, other in ((self.before, self.after), (self.after, self.before)):
            yield from (one for key, one in side.items() if not _looks_like(one, other.get(key)))

    def moved(self) -> Iterator[Trace]:
        """The traces that came to another happening than they were of, and those that are new."""
        return (one for one in self.placed.values() if self.was.get(one.mention_id) != one.happening_id)

    def happenings(self, happening_ids: Collection[str]) -> dict[str, Happening]:
        """These happenings as they are now, by id."""
        unknown = [key for key in happening_ids if key not in self.after and key not in self.before]
        kept = {one.id: one for one in self.around.happenings(unknown)} if unknown else {}
        return kept | {key: self.after[key] for key in happening_ids if key in self.after}

    def candidates(self, spans: Collection[Span], finest: Tier = Tier.ERA) -> Candidates:
        """The happenings that touch one of these spans, as they are now; of tiers finer than this, at most ERA."""
        kept = self.around.happenings_touching(merged(spans))
        return Candidates((one for one in self._and_changed(kept) if one.tier < finest), self.rows)

    def happenings_on(self, calendars: Collection[str]) -> Iterator[Happening]:
        """The happenings on these months, or months and days, of any year, as they are now."""
        kept = self.around.happenings_on(calendars)
        return (one for one in self._and_changed(kept) if one.calendar in calendars)

    def _and_changed(self, kept: Iterable[Happening]) -> list[Happening]:
        now = [one for one in kept if one.id not in self.before and one.id not in self.after]
        return [*now, *self.after.values()]


def _looks_like(one: Happening, other: Happening | None) -> bool:
    """Are two the same but for what they answer? That is settled last, and nobody's home hangs on it."""
    if other is None or one.answers == other.answers:
        return one == other
    return one == replace(other, answers=one.answers)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days with fewer spans: those of a block that overlap or follow on each other become one."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and done[-1].block == span.block and span.first_day <= done[-1].last_day + 1:
            done[-1] = done[-1]._replace(last_day=max(done[-1].last_day, span.last_day))
        else:
            done.append(span)
    return done


def by_cell(traces: Iterable[Trace]) -> list[list[Trace]]:
    """Traces by their cell, cells in order."""
    ordered = sorted(traces, key=lambda trace: (trace.cell, trace.mention_id))
    return [list(members) for _, members in groupby(ordered, key=lambda trace: trace.cell)]


def by_article(traces: Iterable[Trace]) -> list[list[Trace]]:
    """Traces by their article, articles in order."""
    ordered = sorted(traces, key=lambda trace: (trace.article_id, trace.mention_id))
    return [list(members) for _, members in groupby(ordered, key=lambda trace: trace.article_id)]


def each_once(traces: Iterable[Trace]) -> list[Trace]:
    """The traces without those that stand there twice."""
    return list({trace.mention_id: trace for trace in traces}.values())
