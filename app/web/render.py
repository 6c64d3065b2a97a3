"""Templates filled in: escaped everywhere, with the filters and globals that all pages share."""

from collections.abc import Iterator

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.domain.showing import date_to_people
from app.domain.web_address import web_address
from app.queries.sought import find_sought
from app.web.dates import date_rows, time_value
from app.web.folders import TEMPLATES
from app.web.htmx import VARY
from app.web.languages import language_of
from app.web.marking import runs
from app.web.originals import original_at
from app.web.reasoning import date_chain
from app.web.static_files import static_address
from app.web.words import basis_name, counted, facet_name, name_of


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,  # a misspelt name is an error, not a gap on the page
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # Templates name their words with gettext's marks, so that a catalogue can stand in for English.
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined] # the extension adds it
    environment.filters.update(
        basis_name=basis_name,
        counted=counted,
        date_chain=date_chain,
        date_rows=date_rows,
        facet_name=facet_name,
        in_language=in_language,
        name_of=name_of,
        people=date_to_people,
        time_value=time_value,
        web_address=web_address,
    )
    environment.globals.update(find_sought=find_sought, original_at=original_at, runs=runs, static=static_address)
    return environment


def in_language(text: str) -> dict[str, str | None]:
    """The attributes (for `xmlattr`) that say in which language a text is, when it is not the page's."""
    return {"lang": language_of(text)}


_TEMPLATES = _environment()


def rendered(template: str, **context: object) -> Iterator[str]:
    """A template filled in piece by piece, for what is longer than a page."""
    return _TEMPLATES.get_template(template).generate(**context)


def render(request: Request, template: str, *, status_code: int = 200, **context: object) -> HTMLResponse:
    """Fill in a template; the answer may be kept only together with what htmx asked for."""
    html = _TEMPLATES.get_template(template).render(request=request, **context)
    return HTMLResponse(html, status_code, headers={"Vary": VARY, "Cache-Control": "no-cache"})
