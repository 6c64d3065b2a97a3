"""Catalogues: what is in the checkout is what pages say, and a new one is taken up."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from app.domain.edtf import edtf
from app.domain.showing import MONTHS, WITH_DAY
from app.errors import SettingsError
from app.web.catalogues import languages, words_in
from tools import words

RUSSIAN: tuple[tuple[str, str | None, str | tuple[str, ...]], ...] = (
    ("Timeline", None, "Хроника"),
    ("%(count)s event", None, ("%(count)s событие", "%(count)s события", "%(count)s событий")),
    ("by %(date)s", None, "не позже: %(date)s"),
    ("%(number)sth century", None, "%(number)s век"),
    ("August", WITH_DAY, "августа"),
)


def message_of(catalogue: Catalog, name: str, context: str | None = None) -> Message:
    found = catalogue.get(name, context)
    assert found, name
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Catalogues in which Russian has just begun."""
    catalogue = words.language(tmp_path / "ru" / "LC_MESSAGES", words.template())
    for name, context, said in RUSSIAN:
        message_of(catalogue, name, context).string = said
    (tmp_path / "ru" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "ru" / "LC_MESSAGES" / "tumen.mo").write_bytes(words.compiled(catalogue))
    return tmp_path


def test_the_template_holds_what_pages_say_today() -> None:
    assert words.TEMPLATE.read_text(encoding="utf-8") == words.written(words.template()), "run make words"


def test_what_a_page_says_in_any_way_is_in_the_template() -> None:
    template = words.template()
    for message in ("Skip to the content", "stated in the text", "Our mistake", "or", "winter %(year)s"):
        assert message in template, message
    assert message_of(template, "%(count)s origin").id == ("%(count)s origin", "%(count)s origins")
    assert all(template.get(month, WITH_DAY) for month in MONTHS)


def test_a_catalogue_stands_in_for_english_and_english_for_what_it_lacks(folder: Path) -> None:
    russian = words_in("ru", folder)
    assert [russian.say("Timeline"), russian.say("Articles")] == ["Хроника", "Articles"]
    assert [russian.counted(n, "event") for n in (1, 3, 1005)] == ["1 событие", "3 события", "1,005 событий"]
    assert [russian.counted(n, "quote") for n in (1, 3)] == ["1 quote", "3 quotes"]
    assert russian.people(edtf("../2022-08-15")) == "не позже: 15 августа 2022"
    assert russian.people(edtf("19XX")) == "20 век"
    assert russian.month(8) == "August"


def test_a_language_keeps_what_it_says_when_the_template_changes(tmp_path: Path) -> None:
    room = tmp_path / "ru" / "LC_MESSAGES"
    room.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    said = 'msgid "Timeline"\nmsgstr "Хроника"\n\nmsgid "Gone"\nmsgstr "Нет"\n'
    (room / "tumen.po").write_text(head + said, encoding="utf-8")
    catalogue = words.language(room, words.template())
    written = words.written(catalogue, words.plural_header(catalogue))
    assert 'msgid "Timeline"\nmsgstr "Хроника"' in written
    assert "Нет" not in written
    assert 'msgid "Articles"\nmsgstr ""' in written


def test_only_languages_with_a_catalogue_can_be_chosen(folder: Path) -> None:
    assert languages(folder) == ["en", "ru"]
    with pytest.raises(SettingsError, match="TUMEN_LANGUAGE=xx: there is no catalogue of it; choose one of en, ru"):
        words_in("xx", folder)


def test_a_broken_catalogue_is_told_at_start(folder: Path) -> None:
    (folder / "ru" / "LC_MESSAGES" / "tumen.mo").write_bytes(b"nothing")
    with pytest.raises(SettingsError, match="is no catalogue; make it anew: make words"):
        words_in("ru", folder)
