"""`tumen serve`: the timeline in a browser."""

import socket
from contextlib import suppress
from typing import Annotated

import typer

from app.cli.console import tell
from app.cli.workplace import newest_database
from app.errors import TumenError
from app.settings import read_settings
from app.web.catalogues import words_in

_EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 -- compared with, not listened on


def serve(
    *,
    host: Annotated[str | None, typer.Option(help="Address to listen on; by default TUMEN_HOST.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="By default TUMEN_PORT; 0 takes a free one.")
    ] = None,
) -> None:
    """Serve the timeline to browsers until interrupted."""
    import uvicorn  # noqa: PLC0415 -- only this command needs the web, and it takes half a second to load

    settings = read_settings()
    words_in(settings.language)  # a language without a catalogue is told before anything is promised
    newest_database(settings).dispose()
    listening = _listen(host or settings.host, settings.port if port is None else port)
    config = uvicorn.Config("app.main:create_app", factory=True, log_level="warning")
    tell(f"Tumen is at {_address(listening)} (Ctrl+C ends it)")
    with suppress(KeyboardInterrupt), listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens, so that a port in use is known before anything is promised."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]  # Python adds in brackets what the message says already
        raise TumenError(
            f"{host}:{port}: cannot be listened on ({reason}); choose another with --port or --host"
        ) from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    shown = "localhost" if host in _EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
