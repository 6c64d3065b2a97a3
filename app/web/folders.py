"""Where templates, static files and catalogues lie: beside `app/`, in the checkout that the program runs from."""

from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]

TEMPLATES = _CHECKOUT / "templates"
STATIC = _CHECKOUT / "static"
TRANSLATIONS = _CHECKOUT / "translations"
