"""What all tests share: the server as users meet it, the shipped ruleset, and no network beyond this machine."""

from __future__ import annotations

import contextlib
import itertools
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from server import create_app
from server.desk import Desk
from server.service.opened import open_desk
from server.settings import COMPILED, Settings
from server.wordlists.facts.guideline import Guideline, read_guideline
from server.wordlists.facts.persons import FOLDER as PEOPLE
from server.wordlists.facts.persons import Persons, read_people
from server.wordlists.load import DATA, GUIDELINE, Lists, load
from server.wordlists.reading.contexts import FOLDER as CONTEXTS
from server.wordlists.reading.contexts import read_contexts
from server.wordlists.reading.faults import Faults
from server.wordlists.reading.folders import SHIPPED
from server.wordlists.ruleset import Ruleset

T = TypeVar("T")

# A little by default, the same each time; HYPOTHESIS_PROFILE=deep looks at 100,000 examples a property.
ANY_SPEED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("quick", max_examples=150, database=None, derandomize=True, **ANY_SPEED)
settings.register_profile("deep", max_examples=100_000, database=None, **ANY_SPEED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

NO_HURRY = 60.0  # seconds, JACHAI_TIME_LIMIT's most: a machine that stands still for one has not answered wrongly
ROOT = Path(__file__).resolve().parent.parent


SHELL = ("JACHAI_", "PROMETHEUS_")  # what the shell of whoever runs the tests may set, and no test may heed


def clean_environment(**settings: object) -> dict[str, str]:
    """The environment for a process that a test starts: no setting of the shell's, but NAME=... as JACHAI_NAME."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SHELL)}
    return kept | {f"JACHAI_{name.upper()}": str(value) for name, value in settings.items()}


def pytest_configure() -> None:
    """What runs in this process reads settings too: those of the shell go before the first test."""
    for name in os.environ.keys() - clean_environment().keys():
        del os.environ[name]
    _give_patterns_their_time()
    _read_shipped_data_once()


def _give_patterns_their_time() -> None:
    """Where a machine stands still while a pattern runs, a virtual one may count that as time of the pattern."""
    own = [module for name, module in sys.modules.items() if name.startswith("server.")]
    for module in own:  # whatever is read later takes it from `shapes`
        if hasattr(module, "TIMEOUT"):
            module.TIMEOUT = NO_HURRY


def _read_shipped_data_once() -> None:
    """Most small rulesets of the tests have no data/ of their own and read the shipped one: hundreds of times the same."""
    people = _once(read_people, PEOPLE)
    known = cache(lambda: Persons(people(())))
    of_load: dict[str, Callable[..., object]] = {
        "read_contexts": _once(read_contexts, CONTEXTS),
        "read_people": people,
        "read_guideline": _read_guideline_once(),
        "Persons": lambda found: known() if found is people(()) else Persons(found),
    }
    load.__globals__.update(of_load)
    whole = Ruleset.data
    kept: dict[Callable[[Sequence[Path]], object], object] = {}

    def data(rules: Ruleset, read: Callable[[Sequence[Path]], T]) -> T:
        if read not in rules._data and not _has_own(rules._folders, DATA):
            if read not in kept:
                kept[read] = read(rules._folders)
            rules._data[read] = kept[read]
        return whole(rules, read)

    Ruleset.data = data  # type: ignore[method-assign]


def _read_guideline_once() -> Callable[[Path, Faults], Guideline]:
    shipped = cache(lambda: read_guideline(SHIPPED / GUIDELINE, Faults(GUIDELINE)))
    return lambda path, faults: shipped() if path == SHIPPED / GUIDELINE else read_guideline(path, faults)


def _has_own(folders: Sequence[Path], own: str) -> bool:
    return any(folder != SHIPPED and (folder / own).exists() for folder in folders)


def _once(read: Callable[..., T], own: str) -> Callable[..., T]:
    """The reader, which remembers what it made of the shipped data alone: where no folder has this one of its own."""
    remembered: list[T] = []

    def reader(folders: Sequence[Path], *others: object) -> T:
        if _has_own(folders, own):
            return read(folders, *others)
        if not remembered:
            remembered.append(read(folders, *others))
        return remembered[0]

    return reader


@pytest.hookimpl(tryfirst=True)  # before those are left out that `-m` does not want
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a stalled machine may disturb, a real browser or server, is asked once more before it counts as failed."""
    _leave_rows_to_test_every(items)
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("service"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def _leave_rows_to_test_every(items: list[pytest.Item]) -> None:
    """Of a table whose rows take a second each, `make test` tries one; the test's name draws it, so that all kinds of rows have their turn."""
    tables: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("one_row"):
            tables.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for name, rows in tables.items():
        drawn = crc32(name.encode()) % len(rows)
        for row in (*rows[:drawn], *rows[drawn + 1 :]):
            if not row.get_closest_marker("all_rows"):
                row.add_marker(pytest.mark.every)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Why a first try failed, or nobody would mend it."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.write_sep("_", f"first try of {report.nodeid}")
        terminalreporter.write_line(str(report.longrepr))


@pytest.fixture(scope="session")
def app() -> Flask:
    """The app on the shipped lists, with no institution."""
    app = create_app(Settings(time_limit=NO_HURRY, compiled=COMPILED))
    open_desk(app)
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of the app."""
    return app.test_client()


@pytest.fixture(scope="session")
def ruleset(app: Flask) -> Ruleset:
    """The shipped lists, compiled."""
    return open_desk(app).ruleset


@cache
def shipped() -> Lists:
    """The shipped lists as they are read; `make lint-lists`, a part of `make test`, tells their faults."""
    return load([ROOT / "wordlists"])[0]


@pytest.fixture(scope="session")
def hand() -> Ruleset:
    """The shipped lists by hand, nothing learned."""
    return Desk.open(Settings(learned="off", compiled=COMPILED)).ruleset


PORTS = range(20_000, 32_000)  # below those that the kernel gives to whoever connects
BLOCK = 500  # of them are one run's own


def free_port() -> int:
    """A port of this machine that nobody uses, nor takes before the server that it is for does."""
    for port in itertools.islice(OWN_PORTS, BLOCK):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


def _own_ports() -> Iterator[int]:
    """Over and over those of a block whose first port this process keeps bound, so that the other half takes another."""
    with socket.socket() as guard:
        for first in PORTS[::BLOCK]:
            with contextlib.suppress(OSError):
                guard.bind(("127.0.0.1", first))
                yield from itertools.cycle(range(first + 1, first + BLOCK))
    raise RuntimeError("too many tests run on this machine at once")


OWN_PORTS = _own_ports()


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real gunicorn on the lists by hand: what was learned changes with each run of `wordlists learn`."""
    port = free_port()
    log = tmp_path_factory.mktemp("server") / "log"
    environment = clean_environment(bind=f"127.0.0.1:{port}", learned="off", time_limit=NO_HURRY)
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "wsgi:application"]
    with log.open("wb") as out:
        process = subprocess.Popen(gunicorn, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        wait_for(f"http://127.0.0.1:{port}/ready", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


START = 300  # seconds: the lists are compiled, which takes minutes where the machine has much else to do


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until a server answers there; RuntimeError, with its log, where it ends or never does."""
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=30):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")
