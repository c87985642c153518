"""What is done around every view: an id and a clock before it; headers, a log line and figures after it."""

from __future__ import annotations

import os
import time
from itertools import count
from typing import Any

from flask import Flask, Response, g, request

from server.desk import Told
from server.service import logs, metrics
from server.service.cors import cors_headers
from server.settings import Settings

# Headers of every answer that does not set them itself (the practice page has a policy of its own).
SAFE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Cache-Control", "no-store"),
)
QUIET = ("/health", "/ready", "/metrics")  # asked every few seconds by machines


def install(app: Flask) -> None:
    """Around every view of the app, errors included. To be installed before whatever may refuse a request."""
    cors = cors_headers(app)
    settings: Settings = app.config["JACHAI"]
    tells_all = settings.log_level in ("debug", "info")
    numbers = count(1)

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        name = f"{os.getpid():x}-{next(numbers):x}"
        headers = response.headers
        for pair in SAFE:
            if pair[0] not in headers:
                headers.add(*pair)
        for pair in cors(request):
            headers.add(*pair)
        headers.add("Jachai-Request", name)
        line = _counted(name, response)
        if response.status_code >= 500 or (tells_all and line["route"] not in QUIET):
            logs.write_line(line)
        return response


def _counted(name: str, response: Response) -> dict[str, Any]:
    """Counts one answer; its log line. The route is the app's own pattern: an address as asked for may hold anything."""
    route = request.url_rule.rule if request.url_rule else "-"
    seconds = time.perf_counter() - g.began
    office = g.get("office")
    line: dict[str, Any] = {
        "time": logs.now(),
        "level": "info",
        "event": "request",
        "id": name,
        "method": request.method if request.url_rule else "-",
        "route": route,
        "status": response.status_code,
        "ms": round(seconds * 1000, 2),
        "office": office.id if office else "",
    }
    told: Told | None = g.get("told")
    if told:
        line["office"] = told.office
        line |= {"verdict": told.verdict, "clauses": told.clauses(), "ruleset": told.ruleset, "repeated": told.repeated}
        metrics.count_told(line["office"], told)
    metrics.count_request(route, response.status_code, seconds)
    return line
