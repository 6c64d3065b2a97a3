"""Static files under addresses that change with their content, so that browsers may keep them for ever."""

import hashlib
import re
from functools import cache

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.web.folders import STATIC

_OURS = {"scripts.js": "text/javascript", "tumen.css": "text/css"}  # made of what we wrote, and their types
_FOR_EVER = "public, max-age=31536000, immutable"
# What only those need who read the source: a fifth of what would go over the wire.
_COMMENT = re.compile(r"^[ \t]*//[^\n]*|/\*.*?\*/", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"\n\s+")


@cache
def static_address(name: str) -> str:
    """The address of a static file, with the hash of its content."""
    content = our_file(name) if name in _OURS else (STATIC / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


@cache
def our_file(name: str) -> bytes:
    """The style, or all our scripts as one module, without comments and indentation.

    Scripts that are asked for one by one bring headers as large as themselves. Each is put in a block of its own, so
    that none sees the names of another. Nothing else is shortened: what a browser reports is found in the source.
    """
    if name == "scripts.js":
        files = sorted((STATIC / "scripts").glob("*.js"))
        text = "".join(f"{{\n{file.read_text(encoding='utf-8')}}}\n" for file in files)
    else:
        text = (STATIC / name).read_text(encoding="utf-8")
    return _INDENT.sub("\n", _COMMENT.sub("", text)).encode()


class KeptStaticFiles(StaticFiles):
    """Static files that say how long they may be kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file: for ever when asked for with its hash, otherwise to be asked for again."""
        if path in _OURS and scope["method"] in ("GET", "HEAD"):
            response = Response(our_file(path), media_type=_OURS[path])
        else:
            response = await super().get_response(path, scope)
        asked = f"/static/{path}?{scope['query_string'].decode('latin-1')}"
        response.headers["Cache-Control"] = _FOR_EVER if asked == static_address(path) else "no-cache"
        return response
