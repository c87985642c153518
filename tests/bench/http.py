"""`make bench` over HTTP: real gunicorn, two sync workers, wrk; bursts that take turns, medians of their ratios.

--write puts the table into docs/performance.md.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from server.tokens import hash_of, new_token
from tests.bench import load, material
from tests.bench.served import Served
from tests.bench.table import Row, finish
from tests.bench.wrk import burst, write_sentences

ROUNDS = 9
SECONDS = 2
CONFIG = "deploy/gunicorn.conf.py"


def write_office(folder: Path, token: str) -> Path:
    """A profile whose token the bench has."""
    folder.mkdir()
    text = f"id: bench\nnames:\n  bn: বেঞ্চ দপ্তর\nwebsites: [bench.gov.bd]\noverride: reason\ntoken_hashes: ['{hash_of(token)}']\n"
    (folder / "bench.yaml").write_text(text, encoding="utf-8")
    return folder


@contextmanager
def served(folder: Path, lists: str, token: str) -> Iterator[Served]:
    """The server on these lists, with token, limits, log and figures as in an office."""
    offices = folder / "offices"
    settings = {
        "institutions": str(offices if offices.exists() else write_office(offices, token)),
        "limit": "1000000",
        "watch": "off",
    }
    running = Served("tests.bench.http_app:application", folder / "log", CONFIG, wordlists=lists, **settings)
    try:
        yield running
    finally:
        running.stop()


class Way(NamedTuple):
    """What is asked of whom."""

    served: Served
    path: str
    mode: str


Turns = dict[str, list[tuple[float, float]]]  # way → (requests a second, processor time of a request) in each round


def in_turns(ways: dict[str, Way], sentences: Path, token: str) -> Turns:
    """All ways once a round, so that whatever else the machine does meets them alike."""
    met: Turns = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, (served, path, mode) in ways.items():
            before = served.seconds()
            found = burst(served.url + path, sentences, number, mode, token, SECONDS)
            if found.refused or found.broken:
                raise RuntimeError(f"{name}: {found}")
            if number:  # the first round warms up
                met[name].append((found.rate, (served.seconds() - before) / (found.rate * SECONDS)))
    return met


def ratio(met: Turns, name: str, base: str, figure: int = 0) -> float:
    """The median of the rounds' ratios."""
    return statistics.median(one[figure] / other[figure] for one, other in zip(met[name], met[base], strict=True))


def rows(folder: Path) -> Iterator[Row]:
    """All figures."""
    token, sentences = new_token(), write_sentences(folder / "sentences")
    bare = Served("tests.bench.http_bare:application", folder / "log.bare")
    quiet = str(load.written(load.bare(material.quiet_terms(20_000)), str(folder)))
    try:
        for lists, name in ((quiet, "20,000 quiet terms"), ("wordlists", "the shipped lists")):
            with served(folder, lists, token) as app:
                yield from _of_lists(name, app, bare, sentences, token)
    finally:
        bare.stop()


def _of_lists(name: str, app: Served, bare: Served, sentences: Path, token: str) -> Iterator[Row]:
    ways = {
        "bare": Way(bare, "/nothing", "distinct"),
        "nothing": Way(app, "/api/v1/nothing", "distinct"),
        "distinct": Way(app, "/api/v1/check", "distinct"),
        "new sentences": Way(app, "/api/v1/check", "new"),
        "repeated": Way(app, "/api/v1/check", "repeated"),
    }
    met = in_turns(ways, sentences, token)
    for what in ways:
        yield Row(f"{name}: {what}", statistics.median(rate for rate, _ in met[what]), "requests/s")
        yield Row(f"{name}: {what}, processor", statistics.median(cost for _, cost in met[what]) * 1e6, "µs a request")
    bound = name.startswith("20,000")
    for what, base, least in (
        ("distinct", "nothing", 0.8),
        ("new sentences", "nothing", 0),
        ("repeated", "nothing", 0.95),
        ("nothing", "bare", 0),
        ("distinct", "bare", 0.6),
    ):
        yield Row(f"{name}: {what} to {base}", ratio(met, what, base), "x", at_least=least * bound)
        yield Row(f"{name}: {what} to {base}, by processor time", 1 / ratio(met, what, base, 1), "x")
    own, whole = app.memory()
    yield Row(f"{name}: memory of a worker's own", own, "MB", 80)
    yield Row(f"{name}: memory of the whole service", whole, "MB", 300)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(finish("http", list(rows(Path(scratch))), "make bench, over HTTP"))
