"""The guide's own commands back the records up and bring them back, on both databases."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from server.records.migrate import migrate
from server.records.store import Records
from tests.conftest import ROOT
from tests.records.cluster import Cluster
from tests.records.test_store import ALWAYS, OVERRIDE, REPORT

pytestmark = pytest.mark.service
GUIDE = (ROOT / "docs/deployment.md").read_text(encoding="utf-8")


def command(program: str) -> str:
    """The guide's line that runs that program."""
    [line] = re.findall(rf"(?mi)^{program} .*records.*$", GUIDE)
    return line


def run(line: str, folder: Path, **names: str) -> None:
    done = subprocess.run(["sh", "-euc", line], cwd=folder, env={**os.environ, **names}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def kept(records: Records) -> tuple[list[str], list[str]]:
    """What stands in it."""
    overrides = [row["check"] for row in records.override_rows(*ALWAYS)]
    return overrides, [row["excerpt"] for row in records.report_rows(*ALWAYS)]


def test_sqlite(tmp_path: Path) -> None:
    file = tmp_path / "kept/records.sqlite"
    records = Records(f"sqlite:///{file}")
    migrate(f"sqlite:///{file}")
    records.keep_override(OVERRIDE)
    records.keep_report(REPORT)
    before = kept(records)
    run(command("sqlite3").replace("/var/lib/jachai/records.sqlite", str(file)), tmp_path)
    file.write_bytes(b"ruined")
    [copy] = tmp_path.glob("records-*.sqlite")
    line = command("install").replace("/var/lib/jachai/records.sqlite", str(file)).replace("-o jachai -g jachai ", "")
    run(line, tmp_path, RECORDS=str(copy))
    assert kept(Records(f"sqlite:///{file}")) == before and file.stat().st_mode & 0o777 == 0o600


def test_postgresql(cluster: Cluster, tmp_path: Path) -> None:
    migrate(cluster.url)
    records = Records(cluster.url)
    records.purge(1)
    records.keep_override(OVERRIDE)
    before = kept(records)
    run(command("pg_dump"), tmp_path, JACHAI_RECORDS=cluster.url)
    records.keep_report(REPORT)  # after the backup: it goes
    [copy] = tmp_path.glob("records-*.dump")
    run(command("pg_restore"), tmp_path, JACHAI_RECORDS=cluster.url, RECORDS=str(copy))
    assert kept(records) == before and records.state() == "ok"
