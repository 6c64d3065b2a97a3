"""Acts that no trigger row knows, told by the verb nearest to their date."""

import pytest

from app.domain.article import RawPage
from app.knowledge.extracting_load import load_extracting
from app.knowledge.extracting_rows import ActRow
from app.knowledge.inflecting import Form, form_kind
from app.knowledge.load import DEFAULT_SUBJECT, load_knowledge
from app.knowledge.toml_rows import FOLDER, read_rows
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import date_publication, find_time_expressions
from app.pipeline.extracting.predicates import predicates
from app.pipeline.extracting.scene import Likely, view_scenes
from tests.support.stories import only, told

ACTS = read_rows(FOLDER / "acts.toml", "act", ActRow)


def kinds_of(sentence: str) -> set[str]:
    """The classes of the verbs that a sentence tells by."""
    knowledge = load_knowledge()
    article = clean_page(RawPage("story.txt", sentence), knowledge.cleaning)
    publication = date_publication(article, knowledge.dating)
    expressions = find_time_expressions(sentence, knowledge.dating, publication.date)
    likely = Likely(article.text, knowledge.extracting)
    scenes = view_scenes(article, publication, expressions, likely, knowledge.extracting)
    return {trigger.row.kind for scene in scenes for trigger in predicates(scene, knowledge.extracting)}


@pytest.mark.parametrize(("kind", "text"), [(row.kind, text) for row in ACTS for text in row.finds if row.kind])
def test_a_class_finds_its_examples(kind: str, text: str) -> None:
    assert kind in kinds_of(text)


@pytest.mark.parametrize("text", [text for row in ACTS for text in row.finds if not row.kind])
def test_what_looks_like_an_act_tells_of_none(text: str) -> None:
    assert kinds_of(text) == set()


@pytest.mark.parametrize(("kind", "text"), [(row.kind, text) for row in ACTS for text in row.ignores])
def test_a_class_ignores_what_it_says_it_ignores(kind: str, text: str) -> None:
    assert kind not in kinds_of(text)


def test_each_class_has_examples_of_both_kinds() -> None:
    assert all(row.finds and row.ignores for row in ACTS)


def test_a_class_is_of_a_kind_that_there_is() -> None:
    assert {row.kind for row in ACTS if row.kind} <= set(load_extracting(DEFAULT_SUBJECT).kinds)


@pytest.mark.parametrize(
    ("base", "form", "expected"),
    [
        ("send", "send", Form.BASE),
        ("send", "sends", Form.THIRD),
        ("send", "sent", Form.PAST),
        ("send", "sending", Form.GERUND),
        ("bring", "bring", Form.BASE),
        ("pass", "passed", Form.PAST),
    ],
)
def test_a_form_tells_what_it_is(base: str, form: str, expected: Form) -> None:
    assert form_kind(base, form) is expected


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Putin handed Kim a rifle on Monday.", ["2010-06-14"]),
        ("Putin gave Kim a rifle on Monday and on Tuesday showed him a dam.", ["2010-06-14", "2010-06-15"]),
        ("Kim toasted Putin in May 1984 and in October 1986.", ["1984-05", "1986-10"]),
        ("Russia, which the North trusts, paid for it on 3 May, and Kim saw it on 4 June.", ["2010-05-03"]),
        ("Kim, whose train rattled home on Monday, likes Russia.", ["2010-06-14"]),
        ("The pact of Russia and North Korea runs out on 3 May.", ["2010-05-03"]),
        ("A shell that fell on Monday was North Korean, Russia said on Tuesday.", ["2010-06-14", "2010-06-15"]),
        ("Putin, asked on Monday about Kim, said that Russia would pay.", ["2010-06-14"]),
        ("A North Korean, born in 1975, told Russia on Monday that he was tired.", ["2010-06-14"]),
        ("Kim called today’s talks dull, and on Monday he showed Putin a dam.", ["2010-06-14"]),
        ("Russia liked the North in 1984.", []),
        ("In May Kim toured Russia, meeting Putin on the 13th at the dam.", ["2010-05", "2010-05-13"]),
    ],
)  # fmt: skip
def test_each_date_of_a_sentence_has_the_verb_nearest_to_it(sentence: str, dates: list[str]) -> None:
    assert [mention.date.text for mention in told(sentence)] == dates


def test_the_date_of_a_noun_dates_nothing_that_is_told_of_it() -> None:
    assert told("Russia and North Korea toasted the June treaty.", "2010-07-30") == []


def test_the_date_before_a_report_is_not_that_of_what_it_tells() -> None:
    assert only("ROME, June 16 (Wire) - Putin handed Kim a rifle on Monday.").date.text == "2010-06-14"


def test_a_line_of_a_chronology_is_an_event_whatever_its_words() -> None:
    lines = ["Putin in Pyongyang", "Kim and Putin in Moscow", "Russian dam in Wonsan", "Dam in use"]
    story = "Russia and North Korea\n\n" + "\n\n".join(f"0{n}.03.2001     {line}" for n, line in enumerate(lines, 1))
    assert [(m.date.text, m.headline) for m in told(story)] == [
        (f"2001-03-0{n}", line) for n, line in enumerate(lines, 1)
    ]


def test_the_date_of_a_line_tells_what_stands_before_a_semicolon_or_a_bracket() -> None:
    lines = ["Year of Friendship with Pyongyang (opened in May)", "Kim in Moscow; meets Putin on 3 May 2002", "A", "B"]
    story = "Russia and North Korea\n\n" + "\n\n".join(f"200{n} - {line}." for n, line in enumerate(lines, 1))
    dates = [mention.date.text for mention in told(story)]
    assert dates[:4] == ["2001", "2001-05", "2002", "2002-05-03"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Choe is the highest guest from North Korea in Moscow since the king took over from his father in May 2005.",
        "North Korea still owes Russia for what it got between 1949 and 1990.",
        "Kim Jong Il spoke of Russia and the word that North Korea was printing daily a year ago.",
        "Russia and North Korea were apart, and the change came in October.",
    ],
)
def test_how_things_were_and_how_long_ago_is_no_happening(sentence: str) -> None:
    assert not [mention for mention in told(sentence) if mention.date_words]
