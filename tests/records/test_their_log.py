"""PostgreSQL's own log tells no excerpt, however much its administrator has it say."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from server.records.kept import RecordsGone
from server.records.migrate import migrate
from server.records.store import Records
from tests.conftest import ROOT
from tests.records.cluster import Cluster
from tests.records.test_faults import shown, until
from tests.records.test_store import EXCERPT, REPORT

pytestmark = pytest.mark.service
ALL = {"log_min_duration_statement": "0", "log_statement": "'all'", "log_parameter_max_length_on_error": "-1"}


@pytest.fixture
def talkative() -> Iterator[Cluster]:
    """One that logs each statement with its values, as where somebody looks for slow ones; with the tables in it."""
    made = Cluster()
    try:
        made.start()
        migrate(made.url)
        with psycopg.connect(made.url, autocommit=True) as connection:
            for name, value in ALL.items():
                connection.execute(f"ALTER SYSTEM SET {name} = {value}".encode())
            connection.execute("SELECT pg_reload_conf()")
        until(lambda: shown(Records(made.url), "log_min_duration_statement") == "0")
        yield made
    finally:
        made.remove()


def logged(cluster: Cluster) -> str:
    """Its log of a statement that failed and of one that did not; emptied first."""
    (cluster.folder / "log").write_text("")
    records = Records(cluster.url)
    with pytest.raises(RecordsGone):
        records.keep_report(replace(REPORT, clause="9." + "x" * 99))
    failed = (cluster.folder / "log").read_text(encoding="utf-8")
    assert EXCERPT not in failed and "value too long" in failed and "INSERT INTO reports" in failed
    records.keep_report(REPORT)
    return (cluster.folder / "log").read_text(encoding="utf-8")


def test_with_the_role_as_the_guide_sets_it_the_log_tells_no_excerpt(talkative: Cluster) -> None:
    assert EXCERPT in logged(talkative)  # or the line below would be for nothing
    [line] = re.findall("`(psql .*?)`", (ROOT / "docs/records.md").read_text(encoding="utf-8"))
    where = {"PGHOST": str(talkative.folder), "PGUSER": "jachai", "PGDATABASE": "postgres", "PATH": "/usr/bin:/bin"}
    subprocess.run(["sh", "-euc", line], env=where, cwd=Path("/"), check=True, capture_output=True)
    told = logged(talkative)
    assert EXCERPT not in told and told.count("INSERT INTO reports") >= 2
