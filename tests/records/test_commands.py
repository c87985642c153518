"""flask records: what IT runs."""

from __future__ import annotations

import csv
import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import text, update

from server import create_app
from server.record_commands import records_commands
from server.records import database
from server.records.export import as_csv
from server.records.key import read_key
from server.records.migrate import migrate
from server.records.store import Records
from server.records.tables import overrides, reports
from server.settings import BadSetting, Settings
from tests.records.cluster import Cluster
from tests.records.test_store import ALWAYS, OVERRIDE, REPORT, aged

pytestmark = pytest.mark.service


@pytest.fixture
def runner(url: str, monkeypatch: pytest.MonkeyPatch) -> FlaskCliRunner:
    """With settings that name a database of each kind."""
    monkeypatch.setenv("JACHAI_RECORDS", url)
    monkeypatch.setenv("JACHAI_RECORDS_KEY", "ab" * 32)
    return create_app(Settings()).test_cli_runner()


def test_from_an_empty_database_to_an_export(runner: FlaskCliRunner, url: str) -> None:
    before = runner.invoke(records_commands, ["state"])
    assert before.exit_code == 1 and "records migrate" in before.output
    assert runner.invoke(records_commands, ["migrate"]).exit_code == 0
    assert runner.invoke(records_commands, ["state"]).output == "ok\n"
    records = Records(url)
    records.keep_override(OVERRIDE)
    records.keep_report(REPORT)
    rows = list(
        csv.DictReader(io.StringIO(runner.invoke(records_commands, ["export", "overrides"]).output.lstrip("\ufeff")))
    )
    assert [row["clause"] for row in rows] == ["9.ga", "6.ga"] and rows[0]["at"].endswith("Z")
    [report] = runner.invoke(records_commands, ["export", "reports", "--format", "jsonl"]).output.splitlines()
    assert json.loads(report)["excerpt"] == REPORT.excerpt
    assert (
        runner.invoke(records_commands, ["export", "reports", "--since", "2099-01-01", "--format", "jsonl"]).output
        == ""
    )
    assert runner.invoke(records_commands, ["purge", "--days", "1"]).output == "excerpts: 0, overrides: 0, reports: 0\n"


def test_an_empty_database_is_told_from_one_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JACHAI_RECORDS_KEY", "ab" * 32)
    runner = create_app(Settings()).test_cli_runner()
    for place, said in (
        (tmp_path / "records.sqlite", "has no tables"),
        (tmp_path / "no/records.sqlite", "cannot be reached"),
    ):
        monkeypatch.setenv("JACHAI_RECORDS", f"sqlite:///{place}")
        told = runner.invoke(records_commands, ["state"])
        assert told.exit_code == 1 and said in told.output


def test_a_purge_that_did_not_come_is_told_with_its_cure(runner: FlaskCliRunner, url: str) -> None:
    runner.invoke(records_commands, ["migrate"])
    records = Records(url)
    records.keep_report(REPORT)
    aged(records, reports, 100)
    told = runner.invoke(records_commands, ["state"])
    assert told.exit_code == 1 and told.output.startswith("overdue: ") and "records purge" in told.output
    runner.invoke(records_commands, ["purge"])
    assert runner.invoke(records_commands, ["state"]).output == "ok\n"


def keep(records: Records, at: datetime) -> None:
    """One row of each kind as of that moment."""
    records.keep_override(OVERRIDE)
    records.keep_report(REPORT)
    with records.engine.begin() as connection:
        for table in (overrides, reports):
            is_new = table.c.at > datetime.now(UTC) - timedelta(days=1)
            connection.execute(update(table).where(is_new).values(at=at))


@pytest.mark.parametrize("kind", ["overrides", "reports"])
@pytest.mark.parametrize(
    "since, until, ages",
    [
        (None, None, [20, 10, 0]),
        (10, None, [10, 0]),
        (None, 10, [20, 10]),  # the last day is one of them
        (None, 11, [20]),
        (15, 5, [10]),
        (9, 1, []),
        (None, 21, []),
    ],
)
def test_which_days_are_exported(
    runner: FlaskCliRunner, url: str, kind: str, since: int | None, until: int | None, ages: list[int]
) -> None:
    noon = datetime.now(UTC).replace(hour=12)
    day = {age: noon - timedelta(days=age) for age in range(30)}
    migrate(url)
    for age in (20, 10, 0):
        keep(Records(url), day[age])
    options = ((name, age) for name, age in (("--since", since), ("--until", until)) if age is not None)
    told = [word for name, age in options for word in (name, f"{day[age]:%Y-%m-%d}")]
    lines = runner.invoke(records_commands, ["export", kind, *told, "--format", "jsonl"]).output.splitlines()
    assert list(dict.fromkeys(json.loads(line)["at"][:10] for line in lines)) == [
        f"{day[age]:%Y-%m-%d}" for age in ages
    ]


@pytest.mark.parametrize("until", ["9999-12-30", "9999-12-31"])
def test_the_last_of_all_days_is_a_day(runner: FlaskCliRunner, url: str, until: str) -> None:
    migrate(url)
    keep(Records(url), datetime.now(UTC))
    done = runner.invoke(records_commands, ["export", "reports", "--until", until, "--format", "jsonl"])
    assert done.exit_code == 0 and len(done.output.splitlines()) == 1


@pytest.mark.parametrize("setting, option, left", [(None, None, 1), ("12", None, 1), ("9", None, 0), ("9", "12", 1)])
def test_purge_keeps_rows_as_many_days_as_the_setting_says(
    runner: FlaskCliRunner,
    url: str,
    monkeypatch: pytest.MonkeyPatch,
    setting: str | None,
    option: str | None,
    left: int,
) -> None:
    migrate(url)
    keep(Records(url), datetime.now(UTC) - timedelta(days=10))
    if setting:
        monkeypatch.setenv("JACHAI_RECORDS_DAYS", setting)
    told = runner.invoke(records_commands, ["purge", *(["--days", option] if option else [])]).output
    assert told == f"excerpts: 0, overrides: {1 - left}, reports: {1 - left}\n"
    assert len(list(Records(url).report_rows(*ALWAYS))) == left


def test_a_note_becomes_no_formula(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    monkeypatch.setenv("JACHAI_RECORDS", url)
    migrate(url)
    notes = (
        "=cmd|' /C calc'!A0",
        "+1",
        "@sum",
        "-2",
        "＝1+1",
        "＋1",
        "＠sum",
        "－2",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\u200b+1",
        "\ufeff@x",
    )
    for note in notes:
        Records(url).keep_override(OVERRIDE.__class__(**{**vars_of(OVERRIDE), "note": note}))
    output = create_app(Settings()).test_cli_runner().invoke(records_commands, ["export", "overrides"]).output
    cells = [row["note"] for row in csv.DictReader(io.StringIO(output.lstrip("\ufeff")))]
    assert len(cells) == 2 * len(notes) and all(cell.startswith("'") for cell in cells)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_an_excerpt_begins_no_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    monkeypatch.setenv("JACHAI_RECORDS", url)
    migrate(url)
    excerpt = f"সে নটবর{end}=cmd|'/C calc'!A0{end}"
    Records(url).keep_report(REPORT.__class__(**{**vars_of(REPORT), "excerpt": excerpt}))
    done = create_app(Settings()).test_cli_runner().invoke(records_commands, ["export", "reports"])
    [row] = csv.DictReader(io.StringIO(done.stdout_bytes.decode("utf-8-sig"), newline=""))
    assert row["excerpt"] == excerpt and row["note"] == REPORT.note


LIBREOFFICE = re.compile(r'(?:^|[,;\t])(?:"((?:[^"]|"")*)"|([^,;\t\r\n]*))')  # it parts a line at any of the three


@pytest.mark.parametrize("excerpt", ["নটবর;=1+1", "নটবর\t=1+1", 'নটবর";=1;"'])
def test_no_spreadsheet_begins_a_cell_within_an_excerpt(excerpt: str) -> None:
    [_, line] = as_csv([{"id": "7", "excerpt": excerpt, "note": ""}], ["id", "excerpt", "note"])
    assert [quoted.replace('""', '"') or bare for quoted, bare in LIBREOFFICE.findall(line)] == ["7", excerpt, ""]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_excerpt_gives_a_terminal_no_orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    monkeypatch.setenv("JACHAI_RECORDS", url)
    migrate(url)
    excerpt = "সে \x1b]52;c;cm0gLXJm\x07 \x9b31m নট\u200dবর"
    Records(url).keep_report(REPORT.__class__(**{**vars_of(REPORT), "excerpt": excerpt}))
    done = create_app(Settings()).test_cli_runner().invoke(records_commands, ["export", "reports", "--format", form])
    assert "সে \ufffd]52;c;cm0gLXJm\ufffd \ufffd31m নট\u200dবর" in done.stdout


@pytest.mark.parametrize("kind", ["overrides", "reports"])
def test_all_are_exported_also_what_a_clock_dated_back(runner: FlaskCliRunner, url: str, kind: str) -> None:
    """As of a machine whose battery is flat."""
    migrate(url)
    keep(Records(url), datetime(1970, 1, 1, 0, 0, 7, tzinfo=UTC))
    lines = runner.invoke(records_commands, ["export", kind, "--format", "jsonl"]).output.splitlines()
    assert {json.loads(line)["at"] for line in lines} == {"1970-01-01T00:00:07Z"}


def vars_of(row: object) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}  # type: ignore[attr-defined]


def test_a_new_key_is_a_key(runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (runner.invoke(records_commands, ["key"]).output.strip() for _ in range(2))
    assert first != second
    monkeypatch.setenv("JACHAI_RECORDS_KEY", first)
    hashed = runner.invoke(records_commands, ["hash"], input="আসন্ন সভা\n").output.split()
    assert hashed == runner.invoke(records_commands, ["hash"], input="  আসন্ন সভা").output.split()
    assert [len(part) for part in hashed] == [64, 8]


SAVED = {"as it is": "আসন্ন সভা\nকাল".encode(), "Notepad": "আসন্ন সভা\r\nকাল\r\n".encode("utf-8-sig")}


@pytest.mark.parametrize("saved", SAVED.values(), ids=SAVED)
def test_the_hash_of_a_file_is_that_of_its_text(runner: FlaskCliRunner, saved: bytes) -> None:
    told = runner.invoke(records_commands, ["hash"], input=saved).output
    assert told.split()[0] == read_key("ab" * 32).hash("আসন্ন সভা\nকাল")


def test_the_hash_of_what_is_no_text_is_refused(runner: FlaskCliRunner) -> None:
    done = runner.invoke(records_commands, ["hash"], input="সভা".encode("utf-16"))
    assert done.exit_code == 1 and "UTF-8" in done.output and "Traceback" not in done.output


def test_without_a_key_there_is_no_hash(runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JACHAI_RECORDS_KEY")
    done = runner.invoke(records_commands, ["hash"], input="সভা")
    assert done.exit_code == 1 and "flask --app wsgi records key > FILE" in done.output


def test_a_command_waits_longer_than_a_worker(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 1)
    monkeypatch.setenv("JACHAI_RECORDS", cluster.url)
    migrate(cluster.url)
    runner = create_app(Settings()).test_cli_runner()
    with ThreadPoolExecutor(1) as pool, database.engine(cluster.url).begin() as other:
        other.execute(text("LOCK TABLE overrides"))
        done = pool.submit(runner.invoke, records_commands, ["purge"])
        with pytest.raises(TimeoutError):
            done.result(2)
        other.commit()
        assert done.result(60).exit_code == 0


@pytest.mark.parametrize("arguments", [["migrate"], ["export", "reports"], ["purge"], ["state"]])
def test_without_a_database_each_says_what_to_do(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    runner = create_app(Settings()).test_cli_runner()
    monkeypatch.delenv("JACHAI_RECORDS", raising=False)
    assert "JACHAI_RECORDS" in runner.invoke(records_commands, arguments).output
    for url in ("sqlite:////proc/nowhere/records.sqlite", "postgresql://jachai@127.0.0.1:1/jachai"):
        monkeypatch.setenv("JACHAI_RECORDS", url)
        done = runner.invoke(records_commands, arguments)
        assert done.exit_code == 1 and "records migrate" in done.output and "Traceback" not in done.output


@pytest.mark.parametrize(
    "value", ["records.sqlite", "sqlite:///relative", "mysql://host/db", "postgresql+asyncpg://h/d"]
)
def test_another_kind_of_database_is_refused(value: str) -> None:
    with pytest.raises(BadSetting, match="postgresql://"):
        Settings.from_environment({"JACHAI_RECORDS": value})
