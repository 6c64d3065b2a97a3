"""Static files under addresses that change with their content, so that browsers may keep them for ever."""

import hashlib
from functools import lru_cache

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.web.folders import STATIC

_FOR_EVER = "public, max-age=31536000, immutable"


@lru_cache
def static_address(name: str) -> str:
    """The address of a static file, with the hash of its content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


class KeptStaticFiles(StaticFiles):
    """Static files that say how long they may be kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file: for ever when asked for with its hash, otherwise to be asked for again."""
        response = await super().get_response(path, scope)
        asked = f"/static/{path}?{scope['query_string'].decode('latin-1')}"
        response.headers["Cache-Control"] = _FOR_EVER if asked == static_address(path) else "no-cache"
        return response
