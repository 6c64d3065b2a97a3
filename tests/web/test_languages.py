import pytest

from app.web.languages import language_of
from tests.support.sample_database import event_id
from tests.web.conftest import Reader


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("푸틴은 광복절인 15일 김정은 국무위원장에게 축전을 보내", "ko"),
        ("Президент Владимир Путин направил послание", "ru"),
        ("Північна Корея визнала незалежність", "uk"),
        ("Putin (Путин) sent a letter", None),
        ("2022", None),
        ("", None),
    ],
)
def test_the_letters_tell_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_quotes_say_in_which_language_they_are(get: Reader) -> None:
    quotes = get(f"/events/{event_id('Putin sends')}").all("blockquote")
    assert {one.attributes.get("lang") for one in quotes} == {"ko", "ru", None}
