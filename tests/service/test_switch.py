"""The central switch: faults told with their line, in force within a second, for one office or all, until its hour."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server import switchboard as switchboard_file
from server.severity import Bilingual
from server.switch import DHAKA, Switch, in_force, read_switches, read_until
from server.switch_commands import switch_commands
from server.switchboard import Switchboard
from server.wordlists.faults import FaultyLists
from tests.service.offices import bearer, small_app, write_profiles

HOLD = "all:\n  mode: hold\n  until: {until}\n  message:\n    bn: থামুন\n    en: Stop\n"
WARN = "ka:\n  mode: warn_only\n"
BLOCKING = {"text": "সে একটা কুলাঙ্গার", "account": {"kind": "institution"}}
LATER = datetime.now(DHAKA) + timedelta(days=2)  # long after the last test


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard_file, "EVERY", 0.0)


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    severe = "severity:\n  prohibited/service-words: block\n"
    return small_app(
        tmp_path, institutions=write_profiles(tmp_path / "offices", severe), switch=tmp_path / "switch.yaml"
    )


def checked(client: FlaskClient, office: str) -> dict[str, object]:
    answer: dict[str, object] = client.post("/api/v1/check", json=BLOCKING, headers=bearer(office)).get_json()
    return answer


def run(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(switch_commands, words)
    return result.exit_code, result.output


def test_nothing_is_set(app: Flask) -> None:
    client = app.test_client()
    assert "switch" not in checked(client, "ka") and checked(client, "ka")["verdict"] == "block"
    assert client.get("/api/v1/office", headers=bearer("ka")).get_json()["switch"] is None


def test_warn_only_lowers_what_blocks_for_that_office(app: Flask, tmp_path: Path) -> None:
    client = app.test_client()
    assert checked(client, "ka")["verdict"] == "block"  # remembered from now on
    (tmp_path / "switch.yaml").write_text(WARN, encoding="utf-8")
    answer = checked(client, "ka")
    assert answer["verdict"] == "warn" and answer["findings"][0]["severity"] == "warn"  # type: ignore[index]
    assert answer["switch"] == {"mode": "warn_only", "until": "", "message": {"bn": "", "en": ""}}
    assert checked(client, "kha")["verdict"] == "block"


def test_hold_is_told_to_all_until_its_hour(app: Flask, tmp_path: Path) -> None:
    client = app.test_client()
    (tmp_path / "switch.yaml").write_text(HOLD.format(until=LATER.isoformat()), encoding="utf-8")
    told = {"mode": "hold", "until": LATER.isoformat(), "message": {"bn": "থামুন", "en": "Stop"}}
    for office in ("ka", "kha"):
        answer = checked(client, office)
        assert answer["switch"] == told and answer["verdict"] == "block"
        assert client.get("/api/v1/office", headers=bearer(office)).get_json()["switch"] == told
    (tmp_path / "switch.yaml").unlink()
    assert "switch" not in checked(client, "ka")


def test_an_office_s_own_switch_comes_first_and_ends_at_its_hour() -> None:
    said = Bilingual("", "")
    now = datetime(2026, 11, 25, 12, tzinfo=DHAKA)
    switches = {"all": Switch("hold", None, said), "ka": Switch("warn_only", now + timedelta(hours=1), said)}
    assert [in_force(switches, office, now).mode for office in ("ka", "kha", "")] == ["warn_only", "hold", "hold"]  # type: ignore[union-attr]
    assert in_force(switches, "ka", now + timedelta(hours=1)) is switches["all"]
    assert in_force({"ka": switches["ka"]}, "ka", now + timedelta(hours=1)) is None


@pytest.mark.parametrize(
    "text, line, what",
    [
        ("all:\n  mode: stop\n", 2, "hold | warn_only"),
        ("all:\n  until: 2026-11-25 18:00\n", 1, "write mode"),
        ("all:\n  mode: hold\n", 1, "write bn: below message"),
        ("all:\n  mode: warn_only\n  until: soon\n", 3, "write 2026-11-25 18:00"),
        ("all:\n  mode: warn_only\n  until: 2026-11-25\n", 3, "write 2026-11-25 18:00"),
        ("all:\n  mode: warn_only\n  untill: 2026-11-25 18:00\n", 3, "write 'until'"),
        ("kaa:\n  mode: warn_only\n", 1, "unknown field 'kaa'; write 'ka'"),
        ("all: hold\n", 1, "name: value"),
        (f"all:\n  mode: hold\n  message:\n    bn: {'ক' * 301}\n", 3, "at most 300"),
        ("all:\n mode: hold\n  message: x\n", 3, "broken YAML"),
    ],
)
def test_faults_have_their_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyLists) as error:
        read_switches(path, {"ka", "kha"})
    assert any(fault.line == line and what in fault.said.en for fault in error.value.faults), error.value.faults


def test_a_faulty_file_changes_nothing_and_is_told(
    app: Flask, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = app.test_client()
    path = tmp_path / "switch.yaml"
    path.write_text(WARN, encoding="utf-8")
    assert checked(client, "ka")["verdict"] == "warn"
    path.write_text("all: oops\n", encoding="utf-8")
    assert checked(client, "ka")["verdict"] == "warn"
    assert client.get("/ready").get_json()["switch"] == {"set": True, "fault": str(faults_of(path))}
    assert "switch.yaml:1" in caplog.text
    path.write_text("", encoding="utf-8")
    assert checked(client, "ka")["verdict"] == "block"
    assert client.get("/ready").get_json()["switch"]["fault"] == ""


def faults_of(path: Path) -> object:
    with pytest.raises(FaultyLists) as error:
        read_switches(path, {"ka", "kha"})
    return error.value.faults[0]


def test_the_file_is_looked_at_once_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard_file, "EVERY", 3600.0)
    path = tmp_path / "switch.yaml"
    board = Switchboard(path, {"ka"})
    path.write_text(WARN, encoding="utf-8")
    assert board.now("ka") is None
    board.look()
    assert board.now("ka") is not None


@pytest.mark.parametrize("written", ["", "18:00", "2026-11-25", "2026-13-25 18:00", "x"])
def test_what_is_no_moment(written: str) -> None:
    assert read_until(written) is None


def test_the_commands_write_the_file_and_show_it(app: Flask, tmp_path: Path) -> None:
    until = f"{LATER:%Y-%m-%d %H:%M}"
    assert run(app, "show") == (0, "কিছু চালু নেই | nothing is set\n")
    code, told = run(app, "hold", "--message", "ভোটের দিন", "--until", until)
    assert code == 0 and f"all: hold, until {until}  ভোটের দিন" in told
    assert run(app, "warn-only", "--office", "ka")[0] == 0
    assert checked(app.test_client(), "ka")["switch"]["mode"] == "warn_only"  # type: ignore[index]
    assert checked(app.test_client(), "kha")["switch"]["mode"] == "hold"  # type: ignore[index]
    assert run(app, "off")[1] == "ka: warn_only, until —\n"
    assert run(app, "off", "--office", "ka")[1].startswith("কিছু চালু নেই")
    assert [path.name for path in tmp_path.iterdir() if "switch" in path.name] == ["switch.yaml"]


@pytest.mark.parametrize(
    "words, cure",
    [
        (["hold", "--message", "থামুন", "--until", "2020-01-01 10:00"], "has passed"),
        (["hold", "--message", "থামুন", "--until", "noon"], "write"),
        (["hold", "--message", "ক" * 301], "at most 300"),
        (["warn-only", "--office", "none"], "unknown field 'none'"),
    ],
)
def test_a_wrong_command_leaves_the_file_as_it_was(app: Flask, tmp_path: Path, words: list[str], cure: str) -> None:
    (tmp_path / "switch.yaml").write_text(WARN, encoding="utf-8")
    code, told = run(app, *words)
    assert code != 0 and cure in told
    assert (tmp_path / "switch.yaml").read_text(encoding="utf-8") == WARN
    assert len([path for path in tmp_path.iterdir() if "switch" in path.name]) == 1


def test_an_hour_is_today(app: Flask) -> None:
    code, told = run(app, "warn-only", "--until", "23:59")
    assert re.search(r"until \d{4}-\d\d-\d\d 23:59", told) or (code == 2 and "has passed" in told)  # at 23:59 itself


def test_without_a_file_the_command_names_the_setting(tmp_path: Path) -> None:
    code, told = run(small_app(tmp_path), "show")
    assert code == 2 and "JACHAI_SWITCH" in told
