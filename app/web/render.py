"""Templates filled in: escaped everywhere, with the filters and globals that all pages share."""

from collections.abc import Iterator
from functools import cache, partial

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.domain.edtf import edtf
from app.domain.web_address import web_address
from app.queries.sought import find_sought
from app.web.dates import date_columns, time_value
from app.web.dependencies import words_of
from app.web.folders import TEMPLATES
from app.web.htmx import VARY
from app.web.languages import language_of
from app.web.marking import runs
from app.web.originals import original_at
from app.web.passages import by_words, passages
from app.web.reasoning import date_chain
from app.web.static_files import static_address
from app.web.words import ENGLISH, Words


@cache
def _environment(words: Words) -> Environment:
    """The templates in one language; each has an environment of its own, made once."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,  # a misspelt name is an error, not a gap on the page
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # Templates name their words with gettext's marks, so that a catalogue can stand in for English.
    environment.install_gettext_translations(  # type: ignore[attr-defined] # the extension adds it
        words.translations, newstyle=True
    )
    environment.filters.update(
        basis_name=words.basis_name,
        by_words=by_words,
        counted=words.counted,
        date_chain=partial(date_chain, words=words),
        date_columns=partial(date_columns, words=words),
        edtf=edtf,
        facet_name=words.facet_name,
        in_language=partial(in_language, page=words.language),
        name_of=words.name_of,
        passages=passages,
        people=words.people,
        time_value=time_value,
        web_address=web_address,
    )
    environment.globals.update(
        find_sought=find_sought, language=words.language, original_at=original_at, runs=runs, static=static_address
    )
    return environment


def in_language(text: str, page: str = ENGLISH.language) -> dict[str, str | None]:
    """The attributes (for `xmlattr`) that say in which language a text is, when it is not the page's."""
    language = language_of(text) or (ENGLISH.language if text else page)
    return {"lang": language if language != page else None}


def rendered(template: str, words: Words, **context: object) -> Iterator[str]:
    """A template filled in piece by piece, for what is longer than a page."""
    return _environment(words).get_template(template).generate(**context)


def render(request: Request, template: str, *, status_code: int = 200, **context: object) -> HTMLResponse:
    """Fill in a template; the answer may be kept only together with what htmx asked for."""
    html = _environment(words_of(request)).get_template(template).render(request=request, **context)
    return HTMLResponse(html, status_code, headers={"Vary": VARY, "Cache-Control": "no-cache"})
