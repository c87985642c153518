"""What is done around every view: a clock and an id before it; headers, a log line and figures after it.

Done on the bare WSGI lists: the same through Flask's hooks and header objects costs as much as Flask's own routing.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from flask import Flask

from server.desk import Outcome
from server.service import logs, metrics
from server.service.access import ASKING, OFFICE, Environ
from server.service.cors import cors_headers
from server.service.safe import SAFE
from server.settings import Settings

QUIET = ("/health", "/ready", "/metrics")  # asked every few seconds by machines
OUTCOME = "jachai.told"  # in a request's environ: what its check told
VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}")  # of an extension; what is none may hold anything

Headers = list[tuple[str, str]]
Start = Callable[..., Any]


class Around:
    """The app within."""

    def __init__(self, app: Flask) -> None:
        settings: Settings = app.config["JACHAI"]
        self._within = app.wsgi_app
        self._cors = cors_headers(app)
        self._tells_all = settings.log_level in ("debug", "info")
        self._numbers = count(1)

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Handles one request.

        Leading slashes are first made one: Werkzeug routes `//x` and `x` like `/x`, and access rules and CORS must judge the same address.
        """
        began = time.perf_counter()
        environ["PATH_INFO"] = "/" + environ["PATH_INFO"].lstrip("/")

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            name = f"{os.getpid():x}-{next(self._numbers):x}"
            self._add_headers(environ, headers, name)
            self._tell(environ, name, int(status[:3]), time.perf_counter() - began)
            return start_response(status, headers, exc_info)

        return self._within(environ, start)

    def _add_headers(self, environ: Environ, headers: Headers, name: str) -> None:
        present = {header for header, _ in headers}
        headers += [pair for pair in SAFE if pair[0] not in present]
        headers += self._cors(environ)
        headers.append(("Jachai-Request", name))

    def _tell(self, environ: Environ, name: str, status: int, seconds: float) -> None:
        """Counts and logs one answer. The route is the app's own pattern: an address as asked for may hold anything."""
        rule = environ["werkzeug.request"].url_rule
        route = rule.rule if rule else "-"
        metrics.count_request(route, status, seconds)
        outcome: Outcome | None = environ.get(OUTCOME)
        if outcome:
            metrics.count_outcome(outcome)
        if status >= 500 or (self._tells_all and route not in QUIET):
            office = environ.get(ASKING) or environ.get(OFFICE)
            line = {
                "time": logs.now(),
                "level": "error" if status >= 500 else "info",
                "event": "request",
                "id": name,
                "method": environ["REQUEST_METHOD"] if rule else "-",
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 2),
                "office": office.id if office else "",
            }
            version = environ.get("HTTP_JACHAI_EXTENSION", "")
            if VERSION.fullmatch(version):
                line["extension"] = version
            logs.write_line({**line, **outcome.line} if outcome else line)


def install(app: Flask) -> None:
    """Around every view of the app, errors included."""
    # An address has one spelling; a redirect would send the draft once more, to http:
    app.url_map.merge_slashes = False
    app.wsgi_app = Around(app)  # type: ignore[method-assign]  # as Flask's manual has it
