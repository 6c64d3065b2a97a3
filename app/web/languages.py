"""The language of a text as browsers want to know it, told by its letters: for fonts, line breaks and voices."""

import re

_LETTERS = (
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")),
    ("uk", re.compile(r"[ґєіїҐЄІЇ]")),
    ("ru", re.compile(r"[а-яёА-ЯЁ]")),
    ("en", re.compile(r"[a-zA-Z]")),
)
_LEAST_SHARE = 0.05  # Ukrainian differs from Russian in few letters, and those are what tells them apart


def language_of(text: str) -> str | None:
    """`ko`, `ru` or `uk` where most letters are of that script; None for all else, which the page calls English."""
    if text.isascii():
        return None  # as most texts of a page are
    counts = {language: len(letters.findall(text)) for language, letters in _LETTERS}
    cyrillic = counts["ru"] + counts["uk"]
    most = max(counts["ko"], cyrillic, counts["en"])
    if not most or most == counts["en"]:
        return None
    if most == counts["ko"]:
        return "ko"
    return "uk" if counts["uk"] >= _LEAST_SHARE * cyrillic else "ru"
