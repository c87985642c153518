"""No database code is imported unless records are on, and the key is asked for then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, clean_environment

pytestmark = pytest.mark.service
HEAVY = "sqlalchemy", "alembic", "psycopg"
SHOW = f"import wsgi, sys; print([name for name in {HEAVY} if name in sys.modules])"


def run(lists: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = clean_environment(wordlists=lists, **settings)
    return subprocess.run([sys.executable, "-c", SHOW], cwd=ROOT, env=environment, capture_output=True, text=True)


def test_a_server_without_records_loads_no_database(lists: Path) -> None:
    assert run(lists).stdout.splitlines()[-1] == "[]"


def test_with_sqlite_no_postgresql_is_loaded(lists: Path, tmp_path: Path) -> None:
    done = run(lists, records=f"sqlite:///{tmp_path}/r.sqlite", records_key="ab" * 32)
    assert done.stdout.splitlines()[-1] == "['sqlalchemy']"
    assert not list(tmp_path.iterdir())  # nor is the database touched before it is needed


def test_records_without_a_key_do_not_start(lists: Path, tmp_path: Path) -> None:
    done = run(lists, records=f"sqlite:///{tmp_path}/r.sqlite", records_key="secret-but-short")
    assert done.returncode == 1
    assert "flask --app wsgi records key" in done.stderr and "Traceback" not in done.stderr
    assert "secret-but-short" not in done.stderr


@pytest.mark.parametrize("held", [None, "", "secret-but-short"], ids=["no file", "as the shell makes it", "wrong"])
def test_the_command_that_makes_a_key_needs_none(lists: Path, tmp_path: Path, held: str | None) -> None:
    """`jachai records key > FILE`, where the settings name that file already."""
    file = tmp_path / "records.key"
    if held is not None:
        file.write_text(held)
    settings = {"records": f"sqlite:///{tmp_path}/r.sqlite", "records_key": str(file), "wordlists": str(lists)}
    done = command("key", **settings)
    assert done.returncode == 0 and len(done.stdout.strip()) == 64, done.stderr
    refused = command("hash", **settings)
    assert refused.returncode == 1 and "records key" in refused.stderr and "Traceback" not in refused.stderr


def command(name: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = clean_environment(**settings)
    flask = [sys.executable, "-m", "flask", "--app", "wsgi", "records", name]
    return subprocess.run(flask, cwd=ROOT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
