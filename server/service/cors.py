"""Only extensions may ask from another origin. flask-cors' own rules, decided once for each origin instead of at each answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from flask import Flask
from flask_cors.core import get_cors_headers, get_cors_options
from werkzeug.datastructures import EnvironHeaders, Headers

EVERY_API = "/api/"  # whatever its version
ORIGINS = [r"chrome-extension://[a-p]{32}\Z", r"moz-extension://[0-9a-f-]{36}\Z"]
ALLOWED = ["Content-Type", "Authorization", "Jachai-Install", "Jachai-Extension"]
EXPOSED = ["Retry-After", "Jachai-Request"]
METHODS = ["GET", "POST", "OPTIONS"]
MAX_AGE = 600  # seconds for which a browser remembers a preflight

_EXTENSION = re.compile("|".join(ORIGINS))
Pairs = Iterable[tuple[str, str]]


def is_extension(origin: str) -> bool:
    """Whether this header `Origin` is an extension's."""
    return _EXTENSION.match(origin) is not None


def cors_headers(app: Flask) -> Callable[[dict[str, Any]], Pairs]:
    """What gives the CORS headers of the answer to a request, from its WSGI environ."""
    options = get_cors_options(
        app,
        {
            "origins": ORIGINS,
            "allow_headers": ALLOWED,
            "expose_headers": EXPOSED,
            "methods": METHODS,
            "max_age": MAX_AGE,
        },
    )

    @lru_cache(256)
    def of_origin(origin: str) -> tuple[tuple[str, str], ...]:
        return _pairs(get_cors_headers(options, Headers({"Origin": origin}), "POST"))

    def of_request(environ: dict[str, Any]) -> Pairs:
        origin = environ.get("HTTP_ORIGIN")
        if not origin or not environ["PATH_INFO"].startswith(EVERY_API):
            return ()
        if environ["REQUEST_METHOD"] == "OPTIONS":
            return _pairs(get_cors_headers(options, EnvironHeaders(environ), "OPTIONS"))
        return of_origin(origin)

    return of_request


def _pairs(headers: object) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in headers.items(multi=True))  # type: ignore[attr-defined]
