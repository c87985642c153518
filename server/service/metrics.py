"""Figures for Prometheus at /metrics, over all processes: how much, how fast, and what publishing met. Never who or what text.

Under gunicorn PROMETHEUS_MULTIPROC_DIR is set by deploy/gunicorn.conf.py before this file is read.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import ParamSpec

from flask import Blueprint, Response, current_app, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector

from server.desk import Outcome
from server.errors import BadRequest
from server.service.figure_files import FigureFile
from server.service.network import is_loopback, is_proxied, is_within, who_asks
from server.settings import Settings

P = ParamSpec("P")
metrics = Blueprint("metrics", __name__)

_place = ["master"]  # by which this process's figures are filed: a new worker goes on where the one before it left off
if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
    values.MmapedDict = FigureFile  # type: ignore[attr-defined,assignment]  # its own name for it, by which it only writes
    values.ValueClass = values.MultiProcessValue(lambda: _place[0])  # type: ignore[no-untyped-call]

REQUESTS = Counter("jachai_requests", "Requests by route and status", ["route", "status"])
SECONDS = Histogram(
    "jachai_request_seconds", "Seconds a request took", ["route"], buckets=(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3)
)
REPEATED = Counter("jachai_repeated_answers", "Checks that were answered from memory")
PUBLISHED = Counter("jachai_published", "Checks at the moment of publishing, by verdict", ["office", "verdict"])
# term: the list's own entry, never the draft's words
FINDINGS = Counter("jachai_findings", "Findings at the moment of publishing", ["clause", "check", "term", "outcome"])
INCOMPLETE = Counter("jachai_incomplete", "Checks that failed or came too late", ["check", "why"])
RELOADS = Counter("jachai_reloads", "Reloads of lists and profiles, by outcome", ["outcome"])
FAULTY = Gauge(
    "jachai_reload_faulty", "1 while the newest lists are faulty and older ones answer", multiprocess_mode="mostrecent"
)
BROKEN = Counter(
    "jachai_broken_platforms", "Pages on which a selector found nothing", ["platform", "selector", "selectors"]
)
PAUSES = (0.01, 0.05, 0.2)  # seconds until a worker has surely laid out its file

# A labelled child is looked up in a dictionary of its own: `labels()` costs more than counting.
_requests = lru_cache(1024)(lambda route, status: REQUESTS.labels(route, status))
_seconds = lru_cache(256)(lambda route: SECONDS.labels(route))


def lossy(count: Callable[P, None]) -> Callable[P, None]:
    """The same, but where there is no room for one more figure it is lost: an answer is worth more."""

    @wraps(count)
    def counted(*args: P.args, **named: P.kwargs) -> None:
        try:  # half of what `suppress` costs, and each answer is counted twice
            count(*args, **named)
        except OSError:
            return

    return counted


def take_place(name: str) -> None:
    """Files this process's figures under that name from now on; to be called right after the fork."""
    _place[0] = name


@lossy
def count_reload(outcome: str) -> None:
    """One more reload: "renewed", "unchanged" or "faulty"."""
    RELOADS.labels(outcome).inc()
    FAULTY.set(outcome == "faulty")


@lossy
def count_request(route: str, status: int, seconds: float) -> None:
    """One more request. `route`: the address as the app has it, never as it was asked for."""
    _requests(route, status).inc()
    _seconds(route).observe(seconds)


@lossy
def count_outcome(outcome: Outcome) -> None:
    """What a check told. Findings are counted where the draft is about to be published, and then alone."""
    if outcome.repeated:
        REPEATED.inc()
    for check, why in outcome.incomplete:
        INCOMPLETE.labels(check, why).inc()
    if outcome.moment == "publish":
        PUBLISHED.labels(outcome.office, outcome.verdict).inc()
        for clause, check, term, severity in outcome.findings:
            FINDINGS.labels(clause, check, term, severity).inc()


@lossy
def count_broken(platform: str, selector: str, selectors: str) -> None:
    """One more page on which a selector found nothing. `selectors`: whose they are, the extension's or this server's."""
    BROKEN.labels(platform, selector, selectors).inc()


@metrics.get("/metrics")
def figures() -> Response:
    """All figures as Prometheus reads them; from this machine or the networks of JACHAI_METRICS_FROM alone."""
    if not _may_read(current_app.config["JACHAI"]):
        raise BadRequest("metrics_closed")
    return Response(_latest(), content_type=CONTENT_TYPE_LATEST)


def _latest() -> bytes:
    """The figures of all processes. A worker's new file is empty for a moment: then they are read once more."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]).mkdir(mode=0o700, exist_ok=True)  # where somebody has taken it away
    for pause in PAUSES:
        try:
            return _of_all_processes()
        except struct.error:
            time.sleep(pause)
    return _of_all_processes()


def _of_all_processes() -> bytes:
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


def _may_read(settings: Settings) -> bool:
    environ = request.environ
    peer, forwarded = environ.get("REMOTE_ADDR", ""), environ.get("HTTP_X_FORWARDED_FOR", "")
    if is_proxied(environ) and not (forwarded and is_within(peer, settings.trusted_proxies)):
        return False  # a proxy on this machine stands for everybody, and where it is trusted says for whom
    asks = who_asks(peer, forwarded, settings.trusted_proxies)
    return is_loopback(asks) or is_within(asks, settings.metrics_from)
