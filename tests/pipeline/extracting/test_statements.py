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


def test_what_he_says_on_a_day_of_its_own_does_not() -> None:
    mentions = told(
        "Dmitry Medvedev sent a letter to Kim Jong Il on 1 June.\n\n"
        "On Monday Medvedev said the friendship with North Korea was old."
    )
    assert [(m.kind, m.date.text) for m in mentions] == [("letter", "2010-06-01"), ("statement", "2010-06-14")]
