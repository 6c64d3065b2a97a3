"""Static files under addresses that change with their content, so that browsers may keep them for ever."""

import hashlib
from functools import cache

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.web.folders import STATIC

SCRIPTS = "scripts.js"  # all of static/scripts/: asked for one by one they bring headers as large as themselves
_FOR_EVER = "public, max-age=31536000, immutable"


@cache
def static_address(name: str) -> str:
    """The address of a static file, with the hash of its content."""
    content = scripts() if name == SCRIPTS else (STATIC / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


@cache
def scripts() -> bytes:
    """Our own scripts in one file, as a module: each in a block, so that none sees the names of another."""
    files = sorted((STATIC / "scripts").glob("*.js"))
    return b"".join(b"{\n%b}\n" % file.read_bytes() for file in files)


class KeptStaticFiles(StaticFiles):
    """Static files that say how long they may be kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file: for ever when asked for with its hash, otherwise to be asked for again."""
        if path == SCRIPTS:
            response = Response(scripts(), media_type="text/javascript")
        else:
            response = await super().get_response(path, scope)
        asked = f"/static/{path}?{scope['query_string'].decode('latin-1')}"
        response.headers["Cache-Control"] = _FOR_EVER if asked == static_address(path) else "no-cache"
        return response
