"""Which addresses a report lets a browser follow."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(url: str) -> str | None:
    """`url` when it is an address a browser may open: http or https, with a host and nothing invisible in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    plain = url.isprintable() and not any(c.isspace() for c in url)
    return url if plain and parts.scheme in ("http", "https") and parts.hostname else None
