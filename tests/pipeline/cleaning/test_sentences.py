import pytest
from hypothesis import given
from hypothesis.strategies import text

from app.domain.text import Stretch
from app.knowledge.cleaning_rows import load_cleaning
from app.pipeline.cleaning.sentences import split_sentences

ABBREVIATIONS = load_cleaning().abbreviations


def sentences(kept: str) -> list[str]:
    return [span.of(kept) for span in split_sentences(kept, Stretch(0, len(kept)), ABBREVIATIONS)]


@pytest.mark.parametrize(
    "parts",
    [
        ["He came.", "He saw."],
        ["Mr. Kim met Gen. Petrov on Dec. 7 in Moscow.", "They talked."],
        ["The U.N. Security Council voted.", "Russia abstained."],
        ["He was born in the U.S.", "He left early."],
        ["“We agree.”", "He smiled."],
        ["“We agree.", "We always did,” he said."],
        ["It cost 3.5 million roubles.", "Nobody paid."],
        ["Was it so?", "Nobody knew!", "“Yes…”", "He left."],
        ["Он приехал 15 августа 2022 г. в Москву.", "Встреча прошла."],
        ["푸틴은 편지를 보냈다.", "김정은도 답장을 보냈다."],
        ["He met him on 25 April 2019.[16]", "North Koreans left.[17][18]", "He went."],
        ["It might count them in public.1", "The veto came."],
        ["no stop at the end"],
    ],
)
def test_a_paragraph_falls_into_its_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@given(text(alphabet='aB .!?"“”…\n\u00a0г'))
def test_sentences_hold_all_that_is_not_white_space(kept: str) -> None:
    assert "".join("".join(sentences(kept)).split()) == "".join(kept.split())
