"""What speaks for two tellings being of one happening, in points, and the bars that it must reach."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from app.domain.event import Topic
from app.errors import KnowledgeError
from app.knowledge.actor_rows import ActorRow, PlaceRow
from app.knowledge.extracting_rows import KindRow
from app.knowledge.spelling import spelt
from app.knowledge.toml_rows import FOLDER, read_rows
from app.knowledge.word_stems import stems_of

_FILE = FOLDER / "linking_evidence.toml"
EVERY_KIND = "*"  # as `akin`: a kind whose words no other row knows


@dataclass(frozen=True)
class PointsRow:
    """So many points, and why."""

    name: str
    points: int
    source: str


@dataclass(frozen=True)
class CommonRow:
    """Words that say nothing of what happened."""

    words: list[str]
    source: str


@dataclass(frozen=True)
class NamedRow:
    """Words that name what happened, whatever verb tells it."""

    family: str
    words: list[str]
    source: str


@dataclass(frozen=True)
class Points:
    """The points of each piece of evidence; `most_…` are counts."""

    same_kind: int
    same_kind_again: int
    akin_kind: int
    unread_kind: int
    open_kind: int
    named_kind: int
    other_kind: int
    other_kind_on_day: int
    later_act: int
    said_and_done: int
    person: int
    most_people: int
    other_people: int
    place: int
    other_places: int
    word: int
    most_words: int
    other_side: int
    other_voice: int
    told_and_hedged: int
    same_article: int
    no_word_again: int
    other_period: int

    @cached_property
    def most_of_kind(self) -> int:
        """The most that the kinds of two tellings can give."""
        return max(self.same_kind, self.same_kind_again, self.akin_kind, self.unread_kind, self.named_kind)


@dataclass(frozen=True)
class Bars:
    """How many points it takes, by what two tellings share in time."""

    days: int
    year: int
    alone: int
    alone_ahead: int
    same_span: int
    own_article: int
    referred: int
    head: int
    lately: int
    any_year: int
    any_year_ahead: int
    undated: int
    undated_beside: int
    denied_beside: int
    denied_lately: int


@dataclass(frozen=True)
class Evidence:
    """The rows, as LINK asks for them."""

    points: Points
    bars: Bars
    kinship_on_day: Mapping[tuple[str, str], int]  # of two families, both ways round
    kinship: Mapping[tuple[str, str], int]  # the same where the days are not told
    of_periods: frozenset[str]  # families that tell of a period
    distinct: frozenset[str]  # families that stand on their own in one breath with another of these
    instead_of: Mapping[str, frozenset[str]]  # a family, to those that its own words name
    talks: frozenset[str]  # families in which people speak to each other
    spoken: frozenset[str]  # families of what is only said
    trips: frozenset[str]  # families that go on for days, and are told by them
    told_once: frozenset[str]  # families of what happened once: turns of history
    seldom: frozenset[str]  # families of what hardly happens twice in a month or a year
    named: Mapping[str, str]  # stems of words that name what happened, to its family
    sure: frozenset[str]  # the families of these: the verbs of their kinds are sure
    sides: frozenset[str]  # of the subject
    side_of: Mapping[str, str]  # a person, as LINK spells the name, to the side
    within: Mapping[str, str]  # a place, to that of which it is a part
    common: frozenset[str]  # stems that say nothing, names of actors among them


def load_evidence(
    kinds: Mapping[str, KindRow], actors: Collection[ActorRow], places: Iterable[PlaceRow], sides: Iterable[str]
) -> Evidence:
    """Read and check linking_evidence.toml, and what the other rows say of evidence.

    Raises:
        KnowledgeError: A row lacks or is one too many, or a kind is akin to a family that no kind has.
    """
    points = Points(**_points("evidence", Points))
    families = {kind.family: kind for kind in kinds.values()}
    for kind in kinds.values():
        if unknown := {*kind.akin, *kind.apart, *kind.instead_of} - families.keys() - {EVERY_KIND}:
            raise KnowledgeError(f"kinds.toml: {kind.name} names {', '.join(sorted(unknown))}; no kind is of it")
    words = [word for row in actors for word in (row.name, *row.aliases, *row.adjectives, *row.titles)]
    words += [word for row in read_rows(_FILE, "common", CommonRow) for word in row.words]
    return Evidence(
        points=points,
        bars=Bars(**_points("bar", Bars)),
        kinship_on_day=_kinship(families, points, is_on_day=True),
        kinship=_kinship(families, points, is_on_day=False),
        of_periods=frozenset(family for family, kind in families.items() if kind.is_measured),
        distinct=frozenset(family for family, kind in families.items() if kind.is_distinct),
        instead_of={family: frozenset(kind.instead_of) for family, kind in families.items() if kind.instead_of},
        talks=frozenset(kind.family for kind in kinds.values() if kind.is_talk),
        spoken=frozenset(kind.family for kind in kinds.values() if kind.is_spoken),
        trips=frozenset(kind.family for kind in kinds.values() if kind.is_trip),
        told_once=frozenset(kind.family for kind in kinds.values() if kind.topic is Topic.HISTORY),
        seldom=frozenset(family for family, kind in families.items() if _is_told_once(kind, is_on_day=False)),
        named=(named := _named(families.keys())),
        sure=frozenset(named.values()),
        sides=frozenset(sides),
        side_of={spelt(row.name): row.side for row in actors if row.kind == "person"},
        within={row.name: row.within for row in places if row.within},
        common=frozenset(stem for word in words for stem in stems_of(word)),
    )


def _named(families: Collection[str]) -> Mapping[str, str]:
    named: dict[str, str] = {}
    for row in read_rows(_FILE, "named", NamedRow):
        stems = {stem for word in row.words for stem in stems_of(word)}
        if row.family not in families or stems & named.keys():
            twice = ", ".join(sorted(stems & named.keys()))
            raise KnowledgeError(f"{_FILE.name}: [[named]] {row.family}: no kind is of it, or another row has: {twice}")
        named |= dict.fromkeys(stems, row.family)
    return named


def _points(table: str, shape: type[Points] | type[Bars]) -> dict[str, int]:
    rows = read_rows(_FILE, table, PointsRow)
    names, known = [row.name for row in rows], {field.name for field in fields(shape)}
    if set(names) != known or len(names) != len(known):
        wrong = ", ".join(sorted({*known.symmetric_difference(names), *(n for n in names if names.count(n) > 1)}))
        raise KnowledgeError(f"{_FILE.name}: [[{table}]]: give each of these once, or not at all: {wrong}")
    return {row.name: row.points for row in rows}


def _kinship(families: Mapping[str, KindRow], points: Points, *, is_on_day: bool) -> dict[tuple[str, str], int]:
    return {
        (one, other): _points_of(families[one], families[other], points, is_on_day=is_on_day)
        for one in families
        for other in families
    }


def _is_told_once(kind: KindRow, *, is_on_day: bool) -> bool:
    return not kind.is_open and (is_on_day or not kind.is_frequent)


def _points_of(one: KindRow, other: KindRow, points: Points, *, is_on_day: bool) -> int:
    """The points for two families, by the first that holds: the same, apart, akin, unread, said, open."""
    if one.family == other.family:
        return points.same_kind if _is_told_once(one, is_on_day=is_on_day) else points.same_kind_again
    if other.family in one.apart or one.family in other.apart:
        return points.later_act
    if other.family in one.akin or one.family in other.akin:
        are_told_once = _is_told_once(one, is_on_day=is_on_day) and _is_told_once(other, is_on_day=is_on_day)
        return points.akin_kind if are_told_once else min(points.akin_kind, points.same_kind_again)
    if EVERY_KIND in {*one.akin, *other.akin}:
        return points.unread_kind
    if one.is_spoken or other.is_spoken:
        return points.said_and_done
    return points.open_kind if one.is_open or other.is_open else points.other_kind
