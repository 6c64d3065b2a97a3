import pytest

from tests.support.stories import extracted, told


def test_what_a_party_says_of_the_relation_is_a_statement() -> None:
    (mention,) = told("Sergei Lavrov said on Monday that North Korea was a close friend.")
    assert (mention.kind, mention.speaker, mention.date.text) == ("statement", "Sergei Lavrov", "2010-06-14")


def test_what_others_say_of_the_relation_is_none() -> None:
    article = extracted("Barack Obama said North Korea and Russia were close friends.", "2010-06-16")
    assert article.mentions == ()


def test_what_a_correspondent_says_belongs_to_the_letter() -> None:
    mentions = told(
        "Dmitry Medvedev sent a letter to Kim Jong Il on 9 June.\n\nMedvedev said both nations were friends."
    )
    assert [(m.kind, m.date.text) for m in mentions] == [("letter", "2010-06-09"), ("letter", "2010-06-09")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Medvedev told his guest that Russia and North Korea were friends.", "meeting"),
        ("Medvedev told reporters that Russia and North Korea were friends.", "statement"),
        ("Medvedev said afterwards that Russia and North Korea were friends.", "statement"),
    ],
)
def test_what_he_says_of_the_talks_to_others_or_afterwards_is_of_their_day_and_apart(sentence: str, kind: str) -> None:
    mentions = told(f"Dmitry Medvedev met Kim Jong Il on 9 June.\n\n{sentence}")
    assert [(m.kind, m.date.text) for m in mentions] == [("meeting", "2010-06-09"), (kind, "2010-06-09")]


def test_what_he_says_on_a_day_of_its_own_does_not() -> None:
    mentions = told(
        "Dmitry Medvedev sent a letter to Kim Jong Il on 1 June.\n\n"
        "On Monday Medvedev said the friendship with North Korea was old."
    )
    assert [(m.kind, m.date.text) for m in mentions] == [("letter", "2010-06-01"), ("statement", "2010-06-14")]


def test_who_recalls_what_a_date_tells_says_something_too() -> None:
    mentions = told("Kim Jong Il said that Russia had freed Korea from the Japanese in 1945.")
    assert [(m.kind, m.date.text) for m in mentions] == [("statement", "../2010-06-16"), ("liberation", "1945")]


def test_who_only_carries_what_happened_of_late_makes_no_statement_besides() -> None:
    assert [m.kind for m in told("Kim Jong Il said that Russia had sent him a letter on Monday.")] == ["letter"]
