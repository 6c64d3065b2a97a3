"""Linking a change gives what linking everything from nothing gives, whatever came and went before."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.article import short_hash
from app.domain.edtf import EdtfDate, edtf, span_date
from app.domain.event import Mention, Status
from app.domain.linking import Nothing, Trace
from app.domain.text import Stretch
from app.knowledge.load import load_knowledge
from app.pipeline.linking.relinking import relink
from app.pipeline.linking.tellings import tellings_of
from tests.support.remembered import Remembered

EXTRACTING = load_knowledge().extracting
PEOPLE = ["Vladimir Putin", "Kim Jong Un", "Sergei Lavrov", "Choe Son Hui"]
KINDS = ["meeting", "visit", "treaty", "accord", "statement", "recognition", "giving", "trade"]
WORDS = ["harbour", "railway", "timber", "flour", "bridge", "satellite"]
STATUSES = [Status.ASSERTED, Status.ASSERTED, Status.PLANNED, Status.CLAIMED, Status.DENIED]
FIRST_DAY = date(2019, 4, 20)
DAYS = st.integers(0, 20).map(lambda days: FIRST_DAY + timedelta(days))
SINGLE_DAYS = DAYS.map(lambda day: span_date(day, day))
DATES: st.SearchStrategy[EdtfDate] = st.one_of(
    SINGLE_DAYS,
    st.tuples(DAYS, st.integers(1, 40)).map(lambda of: span_date(of[0], of[0] + timedelta(of[1]))),
    DAYS.map(lambda day: span_date(None, day)),
    st.sampled_from(["2019-04", "2019", "2019-21", "2010/2019", "201X", "", "../2019-06-01"]).map(edtf),
    st.sampled_from(["XXXX-04-25", "XXXX-04"]).map(edtf),
)


@st.composite
def mentions_of(draw: st.DrawFn, article_id: str) -> list[Mention]:
    """What one article might tell, of few kinds, days and people, so that much of it meets.

    Some tell only of single days of one person's meetings, for those are what one day may pull to another.
    """
    is_of_days = draw(st.booleans())
    return [
        Mention(
            article_id=article_id,
            paragraph=1,
            quote=Stretch(start, start + draw(st.integers(1, 2))),
            trigger=Stretch(start, start + 1),
            kind="visit" if is_of_days else draw(st.sampled_from(KINDS)),
            topic=EXTRACTING.kinds["meeting"].topic,
            status=Status.ASSERTED if is_of_days else draw(st.sampled_from(STATUSES)),
            status_reason=None,
            speaker=draw(st.sampled_from([None, None, "Moscow", "Seoul"])),
            date=draw(SINGLE_DAYS if is_of_days else DATES),
            date_words=None,
            reasoning="",
            actors=tuple(
                PEOPLE[:1] if is_of_days else draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
            ),
            places=tuple([] if is_of_days else draw(st.lists(st.sampled_from(["Moscow", "Pyongyang"]), max_size=1))),
            headline=" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3))),
        )
        for start in range(draw(st.integers(0, 4)))
    ]


ARTICLES = st.integers(1, 16).flatmap(
    lambda count: st.tuples(*(mentions_of("a" + short_hash(str(number))) for number in range(count)))
)


def tellings(mentions: Sequence[Mention]) -> list[Trace]:
    """What they tell, by quotes that are their headlines."""
    return tellings_of(mentions, {mention.id: mention.headline for mention in mentions}, EXTRACTING)


def change(kept: Remembered, old: Sequence[Mention], new: Sequence[Mention]) -> None:
    gone = list(kept.of_articles({mention.article_id for mention in old}))
    kept.remember(gone, relink(gone, tellings(new), kept, EXTRACTING.evidence))


def from_nothing(mentions: Sequence[Mention]) -> Remembered:
    kept = Remembered()
    kept.remember((), relink((), tellings(mentions), Nothing(), EXTRACTING.evidence))
    return kept


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.data())
def test_linking_a_change_is_linking_everything(articles: Sequence[list[Mention]], data: st.DataObject) -> None:
    kept = Remembered()
    there: dict[int, list[Mention]] = {}
    for _ in range(data.draw(st.integers(1, 5))):
        batch = data.draw(st.lists(st.integers(0, len(articles) - 1), min_size=1, max_size=5, unique=True))
        forgotten = {number for number in batch if number in there and data.draw(st.booleans())}
        old = [mention for number in batch for mention in there.pop(number, ())]
        new = [mention for number in batch if number not in forgotten for mention in articles[number]]
        there |= {number: articles[number] for number in batch if number not in forgotten}
        change(kept, old, new)
    whole = from_nothing([mention for of_article in there.values() for mention in of_article])
    assert kept.state() == whole.state()


@settings(max_examples=50, deadline=None)
@given(ARTICLES, st.data())
def test_the_entries_that_a_change_names_are_all_that_changed(
    articles: Sequence[list[Mention]], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(articles)))
    first, later = ([m for of_article in some for m in of_article] for some in (articles[:cut], articles[cut:]))
    kept = from_nothing(first)
    before = kept.entries()
    relinked = relink((), tellings(later), kept, EXTRACTING.evidence)
    kept.remember((), relinked)
    named = {frozenset(entry) for entry in relinked.entries}
    assert kept.entries() - before <= named
    assert named <= kept.entries()


def told(article: str, day: str, *actors: str) -> Mention:
    """That a treaty was signed, in an article of its own."""
    return Mention(
        article_id=article, paragraph=1, quote=Stretch(0, 1), trigger=Stretch(0, 1), kind="treaty",
        topic=EXTRACTING.kinds["treaty"].topic, status=Status.ASSERTED, status_reason=None, speaker=None,
        date=edtf(day), date_words=None, reasoning="", actors=actors, places=(), headline="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wide", "people", "entries"),
    [
        ("2024", (), 1),
        ("2024-06/2024-09", (), 1),
        ("9999", (), 2),
        ("2024-06-13/2024-11-21", (), 2),
        ("2024-06-13/2024-11-21", ("Vladimir Putin",), 1),
    ],
)
def test_a_span_that_no_calendar_has_needs_more_than_time_to_join_a_day(
    wide: str, people: tuple[str, ...], entries: int
) -> None:
    mentions = [told("a1", "2024-06-19", "Vladimir Putin"), told("a2", wide, *people)]
    assert len(from_nothing(mentions).entries()) == entries


def test_what_a_telling_leaves_is_named_with_what_it_comes_to() -> None:
    both = ("Vladimir Putin", "Kim Jong Un")
    kept = from_nothing([told("a1", "2024-06", *both), told("a2", "2024-06-05", "Kim Jong Un")])
    assert len(kept.entries()) == 1
    relinked = relink((), tellings([told("a3", "2024-06-19", *both)]), kept, EXTRACTING.evidence)
    kept.remember((), relinked)
    assert {frozenset(entry) for entry in relinked.entries} == kept.entries()
