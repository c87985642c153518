"""`make bench` over HTTP: real gunicorn, two sync workers, wrk; bursts that take turns, medians of their ratios.

--write puts the table into docs/performance.md.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from server.tokens import hash_of, new_token
from tests.bench import load, material
from tests.bench.served import Served
from tests.bench.table import Row, finish
from tests.bench.wrk import Burst, burst, write_sentences

ROUNDS = 9
CONFIG = "deploy/gunicorn.conf.py"


def write_office(folder: Path, token: str) -> Path:
    """A profile whose token the bench has."""
    folder.mkdir()
    text = f"id: bench\nnames:\n  bn: বেঞ্চ দপ্তর\nwebsites: [bench.gov.bd]\ntoken_hashes: ['{hash_of(token)}']\n"
    (folder / "bench.yaml").write_text(text, encoding="utf-8")
    return folder


@contextmanager
def served(folder: Path, lists: str, token: str) -> Iterator[Served]:
    """The server on these lists, with token, limits, log and figures as in an office."""
    offices = folder / "offices"
    settings = {"institutions": str(offices if offices.exists() else write_office(offices, token)), "limit": "1000000", "watch": "off"}
    running = Served("tests.bench.http_app:application", folder / "log", CONFIG, wordlists=lists, **settings)
    try:
        yield running
    finally:
        running.stop()


def in_turns(ways: dict[str, Callable[[int], Burst]]) -> dict[str, list[float]]:
    """The rates of each way; all ways once a round, so that whatever else the machine does meets them alike."""
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, way in ways.items():
            found = way(number)
            if found.refused or found.broken:
                raise RuntimeError(f"{name}: {found}")
            if number:  # the first round warms up
                rates[name].append(found.rate)
    return rates


def ratio(rates: dict[str, list[float]], name: str, base: str) -> float:
    """The median of the rounds' ratios."""
    return statistics.median(one / other for one, other in zip(rates[name], rates[base], strict=True))


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
    def way(url: str, mode: str) -> Callable[[int], Burst]:
        return lambda seed: burst(url, sentences, seed, mode, token)

    check = f"{app.url}/api/v1/check"
    rates = in_turns(
        {
            "bare": way(f"{bare.url}/nothing", "distinct"),
            "nothing": way(f"{app.url}/api/v1/nothing", "distinct"),
            "distinct": way(check, "distinct"),
            "repeated": way(check, "repeated"),
        }
    )
    for what in rates:
        yield Row(f"{name}: {what}", statistics.median(rates[what]), "requests/s")
    bound = name.startswith("20,000")
    yield Row(
        f"{name}: distinct drafts to nothing on the same app",
        ratio(rates, "distinct", "nothing"),
        "x",
        at_least=0.8 * bound,
    )
    yield Row(
        f"{name}: repeated drafts to nothing on the same app",
        ratio(rates, "repeated", "nothing"),
        "x",
        at_least=0.95 * bound,
    )
    yield Row(f"{name}: nothing on the same app to bare Flask", ratio(rates, "nothing", "bare"), "x")
    yield Row(f"{name}: distinct drafts to bare Flask", ratio(rates, "distinct", "bare"), "x", at_least=0.6 * bound)
    own, whole = app.memory()
    yield Row(f"{name}: memory of a worker's own", own, "MB", 80)
    yield Row(f"{name}: memory of the whole service", whole, "MB", 300)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(finish("http", list(rows(Path(scratch))), "make bench, over HTTP"))
