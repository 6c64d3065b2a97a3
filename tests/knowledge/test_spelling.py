"""Names in all the ways in which Latin letters spell them."""

from pathlib import Path

import pytest

from app.errors import KnowledgeError
from app.knowledge.load import load_knowledge
from app.knowledge.spelling import all_spellings, load_spellings

SPELLINGS = {"Sergei": ("Sergei", "Sergey"), "Sergey": ("Sergei", "Sergey")}


def test_each_name_is_spelt_as_given_first() -> None:
    assert all_spellings(["Sergey Bo"], SPELLINGS) == ["Sergey Bo", "Sergei Bo"]


def test_a_hyphen_joins_two_syllables_in_three_ways() -> None:
    assert all_spellings(["Bo Il-min"], {}) == ["Bo Il-min", "Bo Il-Min", "Bo Ilmin"]


def test_a_word_in_two_rows_is_refused_by_file_and_word(tmp_path: Path) -> None:
    subject = tmp_path / "subject.toml"
    subject.write_text(
        '[[spelling]]\nalike = ["Bo", "Boh"]\nsource = "a"\n[[spelling]]\nalike = ["Boh", "Beau"]\nsource = "b"\n'
    )
    with pytest.raises(KnowledgeError, match=r"subject\.toml: 'Boh' stands in two rows"):
        load_spellings(subject)


@pytest.mark.parametrize(
    ("spelt", "name"),
    [
        ("Kim Il-song", "Kim Il Sung"),
        ("KIM CHONG-IL", "Kim Jong Il"),
        ("Kim Chongun", "Kim Jong Un"),
        ("Dmitrii Medvedev", "Dmitry Medvedev"),
        ("Gorbachov", "Mikhail Gorbachev"),
        ("Choi Son-hui", "Choe Son Hui"),
    ],
)
def test_people_of_the_subject_are_known_in_other_spellings(spelt: str, name: str) -> None:
    names = load_knowledge().extracting.names
    assert names.pattern.fullmatch(spelt)
    assert names.rows(spelt) == (name,)
