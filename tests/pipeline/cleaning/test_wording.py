"""What an article can be recognised by."""

import time

import pytest

from app.domain.article import RawPage
from app.domain.lending import Wording
from app.knowledge.load import load_knowledge
from app.pipeline.cleaning import clean_page
from app.pipeline.cleaning.wording import find_wording

SENTENCE = (
    "The harbour master counted nine ships on Monday and eleven more on Tuesday night, and all of them were empty."
)
QUOTED = "we shall never again let a single ship of ours leave this harbour without a full load of grain"


def wording(text: str) -> Wording:
    return find_wording(clean_page(RawPage("page.txt", text), load_knowledge().cleaning))


def told(text: str) -> list[tuple[int, bool]]:
    return [(passage.words, passage.is_quoted) for passage in wording(text).passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SENTENCE, [(20, False)]),
        ("The ships are empty.", []),
        (f"“{QUOTED[0].upper()}{QUOTED[1:]},” she said.", [(19, True)]),
        (f'Asked again on the quay, the mayor said: "{QUOTED}."', [(19, True)]),
        (f"{SENTENCE} She said: «{QUOTED}.»", [(20, False), (19, True)]),
        # Quoted words are no words of the sentence around them.
        (f"He sang as he had sung on every day of that long year: “{QUOTED}.”", [(19, True), (13, False)]),
        # A quotation that goes on over a full stop is one passage for each of its sentences.
        (f"“{QUOTED}. {SENTENCE}” he said.", [(19, True), (20, True)]),
        # Nothing closes it, as where the next paragraph goes on with it.
        (f"He said: “{QUOTED}. {SENTENCE}", [(19, True), (20, True)]),
        # Words that stand twice are no second passage.
        (f"{SENTENCE} {SENTENCE}", [(20, False)]),
    ],
)
def test_a_long_sentence_and_a_long_quotation_are_passages(text: str, expected: list[tuple[int, bool]]) -> None:
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    "same",
    [
        SENTENCE.upper(),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace(" and ", " -- and ").replace("harbour master", "harbour-master"),
        f"Rajin, 4 May. {SENTENCE} Nobody knew why.",
    ],
)
def test_case_spaces_and_marks_play_no_part(same: str) -> None:
    fingerprints = {one for passage in wording(same).passages for one in passage.fingerprints}
    assert set(wording(SENTENCE).passages[0].fingerprints) <= fingerprints


def test_a_quotation_that_was_cut_is_recognised() -> None:
    (whole,) = wording(f"“{QUOTED},” she said.").passages
    (part,) = wording(f"She would not “{QUOTED[18:]}”.").passages
    assert set(whole.fingerprints) & set(part.fingerprints)


def test_a_passage_stands_where_it_says() -> None:
    text = f"{SENTENCE} “W{QUOTED[1:]},” she said."
    assert [one.span.of(text) for one in wording(text).passages] == [SENTENCE, f"“W{QUOTED[1:]},”"]


def test_furniture_and_the_headline_are_no_wording() -> None:
    headline = "Nine ships on Monday and eleven more on Tuesday night, and all of them were empty"
    assert told(f"Share this article\n\n{headline}\n\n{SENTENCE}") == [(20, False)]


def test_all_words_of_the_story_are_counted() -> None:
    assert wording(f"{SENTENCE} The ships are empty.\n\nNobody knows why.").words == 27


@pytest.mark.parametrize("piece", ["all work and no play ", "“ready” ", '"ready ', SENTENCE + " ", f"“{QUOTED}.” "])
def test_a_line_of_a_megabyte_takes_seconds(piece: str) -> None:
    article = clean_page(RawPage("page.txt", piece * (1_000_000 // len(piece))), load_knowledge().cleaning)
    began = time.process_time()
    find_wording(article)
    assert time.process_time() - began < 20
