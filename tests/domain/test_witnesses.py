"""Articles are joined into origins as whoever follows every thread by hand would join them."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.witnesses import Witness, join_origins

marks = st.frozensets(st.sampled_from("abcd"), max_size=2)


@st.composite
def piles(draw: st.DrawFn) -> list[Witness]:
    told = draw(st.lists(st.tuples(st.sampled_from(["Post", "Wire", None]), marks, marks), max_size=7))
    return [
        Witness(f"a{number}", house, sources, frozenset(f"words {one}" for one in prints))
        for number, (house, sources, prints) in enumerate(told)
    ]


def reached_from(start: Witness, pile: list[Witness]) -> set[str]:
    """All that share anything with it, with those, and so on."""
    reached = {start.article_id}
    for _ in pile:
        known = [one for one in pile if one.article_id in reached]
        reached |= {
            other.article_id
            for other in pile
            if any(one.voices & other.voices or one.fingerprints & other.fingerprints for one in known)
        }
    return reached


@given(piles())
def test_origins_are_what_threads_of_shared_marks_hold_together(pile: list[Witness]) -> None:
    origins = join_origins(pile)
    assert sorted(one.article_id for origin in origins for one in origin) == sorted(one.article_id for one in pile)
    for origin in origins:
        assert {one.article_id for one in origin} == reached_from(origin[0], pile)


@given(piles())
def test_origins_and_their_witnesses_come_in_the_order_given(pile: list[Witness]) -> None:
    origins = join_origins(pile)
    places = [[pile.index(one) for one in origin] for origin in origins]
    assert places == sorted(sorted(origin) for origin in places)


def test_who_credits_a_source_speaks_for_it_and_not_for_the_own_house() -> None:
    carried, own = Witness("a1", "Post", frozenset({"Wire"})), Witness("a2", "Post")
    assert join_origins([carried, own]) == [(carried,), (own,)]
    assert join_origins([carried, Witness("a3", "Wire")]) == [(carried, Witness("a3", "Wire"))]


def test_articles_without_a_publisher_are_witnesses_each_by_itself() -> None:
    assert len(join_origins([Witness("a1", None), Witness("a2", None)])) == 2
