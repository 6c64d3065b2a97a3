"""What a browser may do with our pages: show them, run our own script, and nothing else."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)

SECURITY_HEADERS = {
    "Content-Security-Policy": "; ".join(_POLICY),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


# Of style and script a browser heeds no more than these, and each first load brings several of them.
_OF_PARTS = ("X-Content-Type-Options", "Cross-Origin-Resource-Policy")
_PARTS = ("text/css", "text/javascript")


class SecurityHeaders:
    """Puts the headers on every answer. Plain ASGI, so that streamed exports are not held back."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of an app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with the headers on the start of an answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_part = headers.get("Content-Type", "").startswith(_PARTS)
                for name in _OF_PARTS if is_part else SECURITY_HEADERS:
                    headers.setdefault(
                        name, SECURITY_HEADERS[name]
                    )  # a document that is no page may forbid itself more
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
