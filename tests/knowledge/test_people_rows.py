"""People whose office or age dates what tells of them, each by a page made for it."""

import pytest

from app.domain.article import RawPage
from app.knowledge.cleaning_rows import load_cleaning
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.knowledge.people_rows import Birth, Terms
from app.knowledge.publication_rows import ClueKind
from app.pipeline.cleaning import clean_page
from app.pipeline.dating.matching import find_forms
from app.pipeline.dating.publishing.age_clues import age_clues
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.office_clues import office_clues
from app.pipeline.dating.publishing.puzzle import Constraint, between, spread

DATING = load_dating(DEFAULT_SUBJECT)
PEOPLE = DATING.publication.people


def evidence_of(text: str) -> Evidence:
    return Evidence(clean_page(RawPage("page.txt", text), load_cleaning()), find_forms(text, DATING), DATING)


def in_office(text: str) -> list[Constraint]:
    return [c for c in office_clues(evidence_of(text)) if c.kind is ClueKind.IN_OFFICE]


def ages(text: str) -> list[Constraint]:
    return [c for c in age_clues(evidence_of(text)) if c.kind is ClueKind.AGE]


@pytest.mark.parametrize("terms", PEOPLE.terms, ids=lambda one: one.name)
def test_the_terms_of_an_office_do_not_overlap_and_are_in_order(terms: Terms) -> None:
    starts = [first for first, _ in terms.held]
    ends = [last for _, last in terms.held[:-1] if last]
    assert len(ends) == len(terms.held) - 1  # all but the last are over
    assert all(last <= first for last, first in zip(ends, starts[1:], strict=True))
    assert all(last is None or first < last for first, last in terms.held)


@pytest.mark.parametrize("birth", PEOPLE.births, ids=lambda one: one.name)
def test_an_age_behind_a_name_gives_the_year_between_two_birthdays(birth: Birth) -> None:
    found = [one for one in ages(f"They spoke on Friday of {birth.name}, 60, and of nobody else.") if one.allows]
    first = min(first for first, _ in birth.days)
    assert [spread(one.allows)[0].year for one in found] == [first.year + 60]
    assert ages(f"In 1990 they spoke of {birth.name}, 60, and of nobody else.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soviet Premier Alexei Kosygin said on Friday that the port was open.", "Alexei Kosygin"),
        ("President Truman is to be heard by radio tomorrow night, and the port is open.", "Harry Truman"),
        ("The port was opened on Friday by Igor Ivanov, the Russian foreign minister.", "Igor Ivanov"),
    ],
)
def test_who_acts_in_an_office_was_in_it(text: str, name: str) -> None:
    held = [between(first, last) for terms in PEOPLE.terms if terms.name == name for first, last in terms.held]
    assert any(one.allows & days == days for one in in_office(text) for days in held)


@pytest.mark.parametrize(
    "text",
    [
        "Former President Bill Clinton said on Friday that the port was open.",
        "Under President Bill Clinton the port was closed, the mayor said on Friday.",
        "In 1994 President Bill Clinton closed the port, the mayor said on Friday.",
        "“President Bill Clinton closed it,” the mayor said on Friday of the port.",
        "They spoke on Friday of the brother of President Bill Clinton and of the port.",
        "President Bill Clinton’s library was opened on Friday, and so was the port.",
        "Flowers were laid on Friday for President Harry Truman and President Bill Clinton by the port.",
        "The harbour of Clinton said on Friday that the port was open.",
    ],
)
def test_who_held_an_office_once_says_nothing_of_now(text: str) -> None:
    assert in_office(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Former President Bill Clinton said on Friday that the port was open.", ["1993-01-20"]),
        ("Deputy Foreign Minister Andrei Gromyko said on Friday that the port was open.", []),
        ("The leader Kim Jong Il was a boy when the port was open.", []),
    ],
)
def test_who_is_named_with_an_office_had_come_into_it(text: str, first: list[str]) -> None:
    found = [c for c in office_clues(evidence_of(text)) if c.kind is ClueKind.NAMED_IN_OFFICE]
    assert [spread(c.allows)[0].isoformat() for c in found] == first


def test_a_birthday_is_seen_from_the_words_beside_it() -> None:
    text = "The train of Kim Il Sung came in. Diplomats say the leader, who turned 72 last month, does not fly."
    found = [spread(one.allows) for one in age_clues(evidence_of(text))]
    assert [(first.isoformat(), last.isoformat()) for first, last in found] == [("1984-05-01", "1984-05-31")]
