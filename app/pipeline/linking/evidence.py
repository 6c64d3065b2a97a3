"""How much speaks for two tellings being of one happening, and what against it."""

from app.domain.linking import DENYING, Happening, Stance, Tier, Trace
from app.knowledge.linking_evidence import Evidence
from app.pipeline.linking.wording import count_shared, name_one_kind

Compared = Trace | Happening


def points_for(one: Compared, other: Compared, rows: Evidence, *, is_on_day: bool = False) -> int:
    """The points of all that the two share, less what speaks against it; see linking_evidence.toml.

    Args:
        one: A telling or a happening.
        other: Another.
        rows: The points.
        is_on_day: Are both told of the same days, or nearly?
    """
    return kind_points(one, other, rows, is_on_day=is_on_day) + points_beside(one, other, rows)


def kind_points(one: Compared, other: Compared, rows: Evidence, *, is_on_day: bool = False) -> int:
    """The points of their kinds, or of what stands for kinds where these differ.

    To deny is to speak, and so is to claim: what one voice says is not another thing for being told without "said".
    """
    points = kinship(one, other, rows, is_on_day=is_on_day)
    if _are_said_of_other_things(one, other, rows):
        return rows.points.said_and_done
    unlike = rows.points.other_kind, rows.points.open_kind
    if points in {*unlike, rows.points.said_and_done} and _are_both_said(one, other):
        return rows.points.unread_kind
    if points in unlike and name_one_kind(one, other):
        return rows.points.named_kind
    is_same_day = is_on_day and _are_of_one_day(one, other)
    return rows.points.other_kind_on_day if is_same_day and points == rows.points.other_kind else points


def points_again(one: Compared, other: Happening, rows: Evidence, *, is_on_day: bool = False) -> int:
    """What it costs that an article tells the other already: nothing for what happened once.

    Nor does what is seldom cost anything on the same days: nobody signs or ratifies twice there, it is told again. What
    no day ties together costs more where not a word is told again: the names are those of the whole story.
    """
    shared = one.families & other.families
    if not rows.told_once.isdisjoint(shared) or (is_on_day and not rows.seldom.isdisjoint(shared)):
        return 0
    is_untied = one.tier is Tier.LOOSE and not count_shared(one, other)
    return rows.points.same_article + (rows.points.no_word_again if is_untied else 0)


def refers_back(trace: Trace, told: Happening) -> bool:
    """Does it speak of what was told, "the talks", and name nobody new?"""
    return (
        trace.is_definite
        and not trace.families.isdisjoint(told.families)
        and trace.people <= told.people
        and trace.places <= told.places
    )


def kinship(one: Compared, other: Compared, rows: Evidence, *, is_on_day: bool = False) -> int:
    """The points of their kinds; what one says to the other, both by name, is said where they talk."""
    table = rows.kinship_on_day if is_on_day else rows.kinship
    points = max(table[family, another] for family in one.families for another in other.families)
    if points == rows.points.said_and_done and len(one.people & other.people) >= rows.points.most_people:
        talk = one.families | other.families
        points = points if talk.isdisjoint(rows.talks) else rows.points.akin_kind
    return points


def _are_said_of_other_things(one: Compared, other: Compared, rows: Evidence) -> bool:
    """Are both statements that share no word? One voice says many things, and what it says tells them apart.

    What two say to each other, both by name, they say in one talk.
    """
    families = one.families | other.families
    is_talk = len(one.people & other.people) >= rows.points.most_people
    return families <= rows.spoken and not is_talk and not count_shared(one, other)


def _are_both_said(one: Compared, other: Compared) -> bool:
    """Are both denied on these days, or claimed by one voice? Without a day one voice says many things."""
    if max(one.tier, other.tier) > Tier.DAYS:
        return False
    if one.block == other.block == DENYING:
        return True
    return not one.voices.isdisjoint(other.voices) and not is_told(one) and not is_told(other)


def points_beside(one: Compared, other: Compared, rows: Evidence) -> int:
    """The points of all but their kinds."""
    points = rows.points
    people = len(one.people & other.people)
    found = points.person * min(people, points.most_people)
    found += points.word * min(count_shared(one, other), points.most_words)
    if not people and _are_rivals(one.people, other.people, rows):
        found += points.other_people
    if not one.places.isdisjoint(other.places):
        found += points.place
    elif one.places and other.places and (people < points.most_people or not _are_of_one_day(one, other)):
        found += points.other_places
    return found + _against(one, other, rows)


def _are_rivals(some: frozenset[str], others: frozenset[str], rows: Evidence) -> bool:
    """Do both name people, and not one from each side of the subject, as "he met Putin" and "Kim met him" do?"""
    if not some or not others:
        return False
    one, other = ({rows.side_of.get(name, "") for name in names} for names in (some, others))
    return not one.isdisjoint(other) or not one | other <= rows.sides


def _against(one: Compared, other: Compared, rows: Evidence) -> int:
    points, found = rows.points, 0
    if _differ(one.voices, other.voices) and not _are_of_one_talk(one, other, rows):
        found += points.other_voice
    if not one.families.isdisjoint(other.families):
        if _differ(one.sides, other.sides):
            found += points.other_side
        if not one.families.isdisjoint(rows.of_periods) and _days(one) != _days(other):
            found += points.other_period
    if is_told(one) is not is_told(other) and not _came_to_be(one, other):
        found += points.told_and_hedged
    return found


def _are_of_one_talk(one: Compared, other: Compared, rows: Evidence) -> bool:
    """Do both tell, as a fact, what the same two people said to each other? Then either of them may be quoted."""
    return is_told(one) and is_told(other) and len(one.people & other.people) >= rows.points.most_people


def _came_to_be(one: Compared, other: Compared) -> bool:
    """Is one the very day that the other was planned for, or claimed of, with somebody or a place of it?"""
    are_beside = one.people & other.people or one.places & other.places
    return bool(are_beside) and _are_of_one_day(one, other)


def is_told(one: Compared) -> bool:
    """Is it told as a fact, by anyone?"""
    return one.stance is Stance.TOLD if isinstance(one, Trace) else Stance.TOLD in one.stances


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def _are_of_one_day(one: Compared, other: Compared) -> bool:
    return one.tier is other.tier is Tier.DAY and _days(one) == _days(other)


def _days(one: Compared) -> tuple[int | None, int | None]:
    return one.first_day, one.last_day
