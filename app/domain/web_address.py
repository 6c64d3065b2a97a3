"""Addresses that a browser may follow."""

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """The address when a browser may follow it (http, https); None for anything else, such as `javascript:`."""
    if not url or url != url.strip():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # such as an unclosed [ of an IPv6 host
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
