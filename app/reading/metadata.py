"""Reads the file of --metadata: what is known of pages whose text may not say it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError

from app.domain.article import KnownMetadata
from app.domain.edtf import EdtfDate, edtf
from app.errors import BadDate, BadMetadata


def _is_text(text: str) -> str | None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = "half a surrogate pair is no character"
        raise ValueError(message) from error
    return text.strip() or None


def _is_date(text: str) -> str | None:
    try:
        return edtf(text.strip()).text or None
    except BadDate as error:
        raise ValueError(str(error)) from error


def _is_web_address(text: str) -> str | None:
    if text.strip() and not text.strip().lower().startswith(("http://", "https://")):
        message = "must begin with http:// or https://"
        raise ValueError(message)
    return _is_text(text)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    url: Annotated[str, AfterValidator(_is_web_address)] | None = None
    publisher: Annotated[str, AfterValidator(_is_text)] | None = None
    published: Annotated[str, AfterValidator(_is_date)] | None = None
    title: Annotated[str, AfterValidator(_is_text)] | None = None


_ENTRIES = TypeAdapter(dict[str, _Entry])
_DAYS = TypeAdapter(dict[str, Annotated[str, AfterValidator(_is_date)]])
Checked = TypeVar("Checked")
_ENTRIES_FORM = '{"harbour.txt": {"url": …, "publisher": …, "published": "2004-03-02", "title": …}}'
_DAYS_FORM = '{"harbour": "2004-03-02"}'
_IN_OUR_WORDS = {
    "dict_type": "is no object",
    "model_type": "is no object",
    "extra_forbidden": "is nothing that can be known of a page",
    "string_type": "is no text",
}


def read_metadata(file: Path) -> Mapping[str, KnownMetadata]:
    """What is known, by base name; a key with folders before the name is taken by its base name.

    Args:
        file: `{"harbour.txt": {"url": …, "publisher": …, "published": EDTF, "title": …}}`; null and "" say nothing.

    Raises:
        BadMetadata: The message names the file, the place in it and the mend.
    """
    known: dict[str, KnownMetadata] = {}
    for key, entry in _checked(file, _ENTRIES, _ENTRIES_FORM).items():
        name = key.replace("\\", "/").rpartition("/")[2]
        if name in known:
            raise BadMetadata(f"{file}: {key}: {name} stands in it twice; keep one")
        known[name] = KnownMetadata(**entry.model_dump())
    return known


def read_days(file: Path) -> Mapping[str, EdtfDate]:
    """Days of publication by file name without `.txt`, as `{"harbour": "2004-03-02"}`.

    Raises:
        BadMetadata: The message names the file, the place in it and the mend.
    """
    return {name: edtf(day or "") for name, day in _checked(file, _DAYS, _DAYS_FORM).items()}


def _checked(file: Path, shape: TypeAdapter[Checked], form: str) -> Checked:
    try:
        return shape.validate_python(_read_json(file, form))
    except ValidationError as error:
        first = error.errors()[0]
        place = ": ".join(str(part) for part in first["loc"] if not str(part).startswith("function-")) or "the whole"
        fault = _IN_OUR_WORDS.get(first["type"]) or first["msg"].removeprefix("Value error, ")
        mended = fault if "; " in fault else f"{fault}; write {form}"  # a bad date brings its mend
        raise BadMetadata(f"{file}: {place}: {mended}") from error


def _read_json(file: Path, form: str) -> Any:  # noqa: ANN401 -- any JSON; checked by the caller
    try:
        return json.loads(file.read_bytes(), object_pairs_hook=_refuse_repeats)
    except OSError as error:
        raise BadMetadata(f"{file}: cannot be read ({error.strerror}); check the path") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BadMetadata(f"{file}: {place}: not JSON ({error.msg}); write {form}") from error
    except (ValueError, RecursionError) as error:
        raise BadMetadata(f"{file}: not JSON in UTF-8 ({error}); write {form}") from error


def _refuse_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated = next(key for number, (key, _) in enumerate(pairs) if key in dict(pairs[:number]))
        message = f"{repeated!r} stands in one object twice"
        raise ValueError(message)
    return found
