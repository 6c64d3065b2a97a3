"""Catalogues of words: which languages there are, and what they say instead of English."""

from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from app.errors import SettingsError
from app.web.folders import TRANSLATIONS
from app.web.words import ENGLISH, Words

_COMPILED = "LC_MESSAGES/tumen.mo"


def languages(folder: Path = TRANSLATIONS) -> list[str]:
    """The languages that pages can be written in: English, and those with a compiled catalogue."""
    return sorted({ENGLISH.language, *(file.parents[1].name for file in folder.glob(f"*/{_COMPILED}"))})


@cache
def words_in(language: str, folder: Path = TRANSLATIONS) -> Words:
    """The words in a language, read once; what its catalogue lacks is said in English.

    Raises:
        SettingsError: There is no such catalogue, or it cannot be read.
    """
    if language == ENGLISH.language:
        return ENGLISH
    if language not in languages(folder):
        known = ", ".join(languages(folder))
        raise SettingsError(f"TUMEN_LANGUAGE={language}: there is no catalogue of it; choose one of {known}")
    file = folder / language / _COMPILED
    try:
        with file.open("rb") as catalogue:
            return Words(language, GNUTranslations(catalogue))
    except (OSError, ValueError) as error:
        raise SettingsError(f"TUMEN_LANGUAGE={language}: {file} is no catalogue; make it anew: make words") from error
