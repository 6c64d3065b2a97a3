"""The surroundings that LINK looks a change up in: slim rows, found by indexed keys and never by reading all."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, column, delete, insert, select, values
from sqlalchemy import Integer as Whole
from sqlalchemy import String as Text
from sqlmodel import Session

from app.domain.linking import LONGEST_DAYS, Happening, Relinked, Span, Stance, Tier, Trace
from app.storage.differences import delete_rows, pieces, table_of
from app.storage.kept import LINKED_BY
from app.storage.tables import AboutTable, HappeningTable, TraceTable

_TRACE = table_of(TraceTable).c
_TRACES = select(table_of(TraceTable))
_HAPPENING = table_of(HappeningTable).c
_HAPPENINGS = select(table_of(HappeningTable))
Read = TypeVar("Read")


class KeptSurroundings:
    """What the database holds for LINK, as it was before the change."""

    def __init__(self, session: Session) -> None:
        """Look up in this session."""
        self._session = session
        # What was read, by id: mostly it is looked up again by other keys.
        self._traces: dict[str, Trace] = {}
        self._happenings: dict[str, Happening] = {}

    def in_cells(self, cells: Collection[str]) -> Iterable[Trace]:
        """The traces in these cells."""
        return self._with_keys(_TRACES, _TRACE.cell, cells, self._trace)

    def of_articles(self, article_ids: Collection[str]) -> Iterable[Trace]:
        """The traces of these articles."""
        return self._with_keys(_TRACES, _TRACE.article_id, article_ids, self._trace)

    def of_happenings(self, happening_ids: Collection[str]) -> Iterable[Trace]:
        """The traces that these happenings hold."""
        return self._with_keys(_TRACES, _TRACE.happening_id, happening_ids, self._trace)

    def happenings(self, happening_ids: Collection[str]) -> Iterable[Happening]:
        """Those of these happenings that are kept."""
        known = self._happenings.keys() & happening_ids
        yield from (self._happenings[key] for key in sorted(known))
        yield from self._with_keys(_HAPPENINGS, _HAPPENING.id, set(happening_ids) - known, self._happening)

    def answering(self, happening_ids: Collection[str]) -> Iterable[Happening]:
        """The denials that deny one of these happenings."""
        return self._with_keys(_HAPPENINGS, _HAPPENING.answers, happening_ids, self._happening)

    def traces_on(self, calendars: Collection[str]) -> Iterable[Trace]:
        """The traces of no year on these months, or months and days."""
        return self._with_keys(_TRACES, _TRACE.calendar, calendars, self._trace)

    def happenings_on(self, calendars: Collection[str]) -> Iterable[Happening]:
        """The happenings on these months, or months and days, of any year."""
        return self._with_keys(_HAPPENINGS, _HAPPENING.calendar, calendars, self._happening)

    def touching(self, spans: Collection[Span], tier: Tier) -> Iterable[Trace]:
        """The traces of a tier, any but ERA, whose days touch one of the spans, in its block."""
        longest = LONGEST_DAYS.get(tier, 1)
        found = self._within(_TRACES.where(_TRACE.tier == int(tier)), TraceTable, spans, longest)
        return {row.mention_id: self._trace(row) for row in found}.values()

    def happenings_touching(self, spans: Collection[Span]) -> Iterable[Happening]:
        """The happenings of tiers finer than ERA whose days touch one of the spans, in its block."""
        found = self._within(
            _HAPPENINGS.where(_HAPPENING.tier < int(Tier.ERA)), HappeningTable, spans, LONGEST_DAYS[Tier.YEAR]
        )
        return {row.id: self._happening(row) for row in found}.values()

    def _trace(self, row: Row[Any]) -> Trace:
        if row.mention_id not in self._traces:
            self._traces[row.mention_id] = _trace(row)
        return self._traces[row.mention_id]

    def _happening(self, row: Row[Any]) -> Happening:
        if row.id not in self._happenings:
            self._happenings[row.id] = _happening(row)
        return self._happenings[row.id]

    def _with_keys(
        self, rows: Select[Any], key: ColumnElement[str], keys: Collection[str], read: Callable[[Row[Any]], Read]
    ) -> Iterator[Read]:
        for some in pieces(sorted(keys)):
            yield from (read(row) for row in self._session.execute(rows.where(key.in_(some))))

    def _within(
        self, rows: Select[Any], shape: type[TraceTable] | type[HappeningTable], spans: Collection[Span], longest: int
    ) -> Iterator[Row[Any]]:
        """Rows that touch spans; they begin at most so many days before one, for no row is longer."""
        columns = table_of(shape).c
        names = column("block", Text), column("earliest", Whole), column("first_day", Whole), column("last_day", Whole)
        for some in pieces(sorted(spans)):
            data = [(one.block, one.first_day - longest + 1, one.first_day, one.last_day) for one in some]
            span = values(*names, name="span").data(data).cte("span")
            touches = (
                (columns.block == span.c.block)
                & columns.first_day.between(span.c.earliest, span.c.last_day)
                & (columns.last_day >= span.c.first_day)
            )
            yield from self._session.execute(rows.join_from(span, table_of(shape), touches))


def save_links(session: Session, old: Iterable[Trace], relinked: Relinked) -> None:
    """Take over what a change did to the happenings: traces that came or moved, happenings that are new or changed.

    Args:
        session: In a transaction that writes.
        old: The traces that were handed to LINK to go.
        relinked: What it made of the change.
    """
    written = relinked.traces
    leaving = {one.mention_id for one in old} | {one.mention_id for one in written if one.happening_id}
    delete_rows(session, TraceTable, [(key,) for key in sorted(leaving)])
    _insert(session, TraceTable, [_trace_row(one) for one in written])
    renewed = {one.id for one in relinked.happenings} | relinked.gone
    delete_rows(session, HappeningTable, [(key,) for key in sorted(renewed)])
    _insert(session, HappeningTable, [_happening_row(one) for one in relinked.happenings])


def forget_links(session: Session, rules: str) -> None:
    """Forget what was linked, before everything is linked anew by other rules; these are noted."""
    for shape in (TraceTable, HappeningTable):
        session.execute(delete(table_of(shape)))
    session.merge(AboutTable(name=LINKED_BY, value=rules))
    session.flush()


def _insert(session: Session, shape: type[TraceTable] | type[HappeningTable], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(table_of(shape)), rows)


def _trace(row: Any) -> Trace:  # noqa: ANN401 -- a row of SQLAlchemy's, with the names of the columns
    return Trace(
        mention_id=row.mention_id,
        also=tuple(row.also.split("\n")) if row.also else (),
        article_id=row.article_id,
        block=row.block,
        cell=row.cell,
        tier=Tier(row.tier),
        first_day=row.first_day,
        last_day=row.last_day,
        families=_names(row.families),
        sides=_names(row.sides),
        people=_names(row.people),
        places=_names(row.places),
        words=_words(row.words),
        stance=Stance(row.stance),
        voices=_names(row.voices),
        is_definite=row.is_definite,
        is_head=row.is_head,
        calendar=row.calendar,
        happening_id=row.happening_id,
    )


def _happening(row: Any) -> Happening:  # noqa: ANN401 -- a row of SQLAlchemy's, with the names of the columns
    return Happening(
        id=row.id,
        block=row.block,
        tier=Tier(row.tier),
        first_day=row.first_day,
        last_day=row.last_day,
        families=_names(row.families),
        sides=_names(row.sides),
        people=_names(row.people),
        places=_names(row.places),
        words=_words(row.words),
        stances=_stances(row.stances),
        voices=_names(row.voices),
        weight=row.weight,
        answers=row.answers,
    )


def _trace_row(one: Trace) -> dict[str, Any]:
    return _compared_row(one) | {
        "mention_id": one.mention_id,
        "also": "\n".join(one.also),
        "article_id": one.article_id,
        "cell": one.cell,
        "stance": int(one.stance),
        "is_definite": one.is_definite,
        "is_head": one.is_head,
        "happening_id": one.happening_id,
    }


def _happening_row(one: Happening) -> dict[str, Any]:
    return _compared_row(one) | {
        "id": one.id,
        "stances": _lines(str(int(stance)) for stance in one.stances),
        "weight": one.weight,
        "answers": one.answers,
    }


def _compared_row(one: Trace | Happening) -> dict[str, Any]:
    """The columns that both have."""
    return {
        "block": one.block,
        "tier": int(one.tier),
        "first_day": one.first_day,
        "last_day": one.last_day,
        "families": _lines(one.families),
        "sides": _lines(one.sides),
        "people": _lines(one.people),
        "places": _lines(one.places),
        "words": _lines(one.words),
        "voices": _lines(one.voices),
        "calendar": one.calendar,
    }


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split("\n")) if lines else frozenset()


_names = lru_cache(maxsize=4096)(_words)  # many mentions tell of the same few people and places


@lru_cache(maxsize=16)
def _stances(lines: str) -> frozenset[Stance]:
    return frozenset(Stance(int(stance)) for stance in _words(lines))


def _lines(names: Iterable[str]) -> str:
    return "\n".join(sorted(names))
