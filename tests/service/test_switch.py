"""The central switch: faults told with their line, in force within a second, for one office or all, until its hour."""

from __future__ import annotations

import copy
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from flask import Flask
from flask.cli import ScriptInfo
from flask.testing import FlaskClient

from server import switch_commands as switch_commands_file
from server import switchboard as switchboard_file
from server.bilingual import Bilingual
from server.service.opened import open_desk
from server.shared import Shared
from server.switch import DHAKA, Switch, in_force, read_switches, read_until
from server.switch_commands import switch_commands
from server.switchboard import Switchboard
from server.wordlists.reading.faults import FaultyLists
from tests.service.offices import bearer, small_app, write_profiles

HOLD = "all:\n  mode: hold\n  until: {until}\n  message:\n    bn: থামুন\n    en: Stop\n"
WARN = "ka:\n  mode: warn_only\n"
WARN_SHOWN = "ka: শুধু সতর্কতা, কিছুই আটকায় না, off না করা পর্যন্ত | ka: warn_only, until off"
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
        ("all:\n  mode: stop\n", 2, "write one of: hold, warn_only"),
        ("all:\n  until: 2026-11-25 18:00\n", 1, "write mode"),
        ("all:\n  mode: hold\n", 1, "write bn: below message"),
        ("all:\n  mode: warn_only\n  until: soon\n", 3, "write 2026-11-25 18:00"),
        ("all:\n  mode: warn_only\n  until: 2026-11-25\n", 3, "write 2026-11-25 18:00"),
        ("all:\n  mode: warn_only\n  message:\n    bm: থামুন\n", 4, "unknown field 'bm'"),
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
    assert client.get("/ready").get_json()["switch"] == {
        "set": True,
        "hash": Switchboard(write(tmp_path / "same.yaml", WARN), {"ka"}).state()["hash"],
        "fault": str(faults_of(path)),
        "hint": "",
    }
    assert "stays as it was: switch.yaml:1" in caplog.text
    path.write_text("", encoding="utf-8")
    assert checked(client, "ka")["verdict"] == "block"
    assert client.get("/ready").get_json()["switch"]["fault"] == ""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_two_servers_are_told_apart_by_their_switches_and_profiles(tmp_path: Path) -> None:
    def of(text: str) -> object:
        state = Switchboard(write(tmp_path / "switch.yaml", text), {"ka", "kha"}).state()
        assert state["set"] is bool(state["hash"])
        return state["hash"]

    assert of(WARN) == of(f"# the same\n{WARN}") != of(WARN.replace("ka", "kha"))
    ended = "kha:\n  mode: warn_only\n  until: 2020-01-01 18:00\n"
    assert of(f"{WARN}{ended}") == of(WARN) and of(ended) == ""
    assert of("") == Switchboard(None, ()).state()["hash"] == ""
    assert of(HOLD.format(until="2099-11-25 18:00")) == of(HOLD.format(until="2099-11-25T12:00+00:00")) != ""

    def profiles(folder: str, more: str = "") -> str:
        app = small_app(tmp_path, institutions=write_profiles(tmp_path / folder, more))
        told: str = app.test_client().get("/ready").get_json()["profiles"]
        return told

    assert profiles("a") == profiles("b") != profiles("c", "severity:\n  prohibited/service-words: block\n")


def faults_of(path: Path) -> object:
    with pytest.raises(FaultyLists) as error:
        read_switches(path, {"ka", "kha"})
    return error.value.faults[0]


@pytest.mark.parametrize(
    "text", ["", " \n\n", "# all:\n#   mode: hold\n", "\ufeff# off\n", "---\n", "---\r\n# off\r\n", "{}\n"]
)
def test_a_file_that_says_nothing_is_off(tmp_path: Path, text: str) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_switches(path, {"ka"}) == {}


GONE = "gone:\n  mode: warn_only\n"
PAST = "ka:\n  mode: hold\n  until: 2020-01-01 10:00\n"  # and no message


@pytest.mark.parametrize(
    ("until", "line"),
    [("2020-01-01 10:00", 3), ("২০২০-০১-০১ ১০:০০", 3), (f"{LATER:%Y-%m-%d} ১০:০০", 0), (LATER.isoformat(), 0)],
)
def test_an_hour_that_has_passed_is_a_hint(tmp_path: Path, until: str, line: int) -> None:
    """A slip in the year; what was over long ago is as little in force."""
    path = write(tmp_path / "switch.yaml", f"ka:\n  mode: warn_only\n  until: {until}\n")
    state = Switchboard(path, {"ka"}).state()
    assert state["set"] is not bool(line) and not state["fault"]
    hinted = f"switch.yaml:{line}: ইঙ্গিত (hint): until: সময়টি (2020-01-01 10:00) পেরিয়ে গেছে" if line else ""
    assert str(state["hint"]).startswith(hinted) and bool(state["hint"]) is bool(line)


@pytest.mark.parametrize("text", [GONE, PAST, "gone:\n  mode: hol\n", GONE + PAST])
def test_what_hurts_nobody_is_a_hint_and_the_rest_holds(tmp_path: Path, text: str) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text(HOLD.format(until=LATER.isoformat()) + text, encoding="utf-8")
    board = Switchboard(path, {"ka", "kha"})
    assert board.now("ka").mode == board.now("kha").mode == "hold"  # type: ignore[union-attr]
    state = board.state()
    assert state["set"] and not state["fault"] and "switch.yaml:" in str(state["hint"])
    path.write_text(text, encoding="utf-8")
    assert board.now("ka") is None and board.state()["set"] is False


@pytest.mark.parametrize("wrong", ["ka:\n  mode: warn\n", "ka: hold\n", "all:\n  mode: warn_only\n  until: soon\n"])
def test_near_misses_are_faults(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text(wrong, encoding="utf-8")
    board = Switchboard(path, {"ka"})
    assert board.now("ka") is None and board.fault.startswith("switch.yaml:")


def test_of_a_file_that_is_faulty_from_the_start_the_flawless_entries_hold(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text("ka:\n  mode: warn\n" + HOLD.format(until=LATER.isoformat()), encoding="utf-8")
    client = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"), switch=path).test_client()
    for office in ("ka", "kha"):
        assert checked(client, office)["switch"]["mode"] == "hold"  # type: ignore[index]
    state = client.get("/ready").get_json()["switch"]
    assert state["set"] and "switch.yaml:2" in state["fault"] and "faulty from the start: switch.yaml:2" in caplog.text


def test_a_file_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "switch.yaml"
    path.mkdir()
    board = Switchboard(path, {"ka"})
    assert board.now("ka") is None and "IsADirectoryError" in board.fault


def test_a_file_that_is_too_much_for_yaml_stops_nothing_and_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def deep(path: Path, _: object) -> None:
        looked.append(path)
        raise RecursionError

    path = write(tmp_path / "switch.yaml", WARN)
    board = Switchboard(path, {"ka"})
    monkeypatch.setattr(switchboard_file, "look_through", deep)
    write(path, "[" * 9)
    for _ in range(3):
        held = board.now("ka")
        assert held and held.mode == "warn_only" and "RecursionError" in board.fault
    assert len(looked) == 1


def test_a_file_that_could_not_be_read_holds_once_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    path = tmp_path / "switch.yaml"
    board = Switchboard(path, {"ka"})
    path.write_text(WARN, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)  # root may read everything
        for _ in range(3):
            board.look()
        assert (
            board.now("ka") is None
            and "| cannot be read (PermissionError); run as root: chown jachai: " in board.fault
            and len(caplog.records) == 1
        )
    board.look()  # nothing of the file has changed: another group has let the server in
    assert board.now("ka") is not None and not board.fault


def test_a_change_of_who_may_read_it_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text(WARN, encoding="utf-8")
    path.chmod(0o600)
    board = Switchboard(path, {"ka"})
    looked: list[Path] = []
    monkeypatch.setattr(switchboard_file, "look_through", lambda path, _: looked.append(path) or ({}, []))
    board.look()
    path.chmod(0o644)
    board.look()
    assert len(looked) == 1


def forked(board: Switchboard) -> Switchboard:
    """The same as another process has it that was made now: it shares what the board keeps, and keeps nothing itself."""
    other = copy.copy(board)
    other._maker = -1
    return other


def test_what_was_last_good_holds_in_every_process(tmp_path: Path) -> None:
    path = tmp_path / "switch.yaml"
    board = Switchboard(path, {"ka"})
    idle, asked = forked(board), forked(board)
    path.write_text(HOLD.format(until=LATER.isoformat()), encoding="utf-8")
    assert asked.now("ka") is not None
    board.look()
    path.write_text("all:\n  mode: hol\n", encoding="utf-8")
    board.look()
    for process in (board, idle, asked, forked(board)):
        switch = process.now("ka")
        assert switch and (switch.mode, switch.until, switch.message.bn) == ("hold", LATER, "থামুন")
        assert process.state()["set"] is True and "switch.yaml:2" in str(process.state()["fault"])


def test_a_hold_that_has_ended_leaves_answers_to_be_remembered(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "switch.yaml").write_text(PAST + "  message:\n    bn: থামুন\n", encoding="utf-8")
    client = app.test_client()
    assert "switch" not in checked(client, "ka")
    checked(client, "ka")
    assert len(open_desk(app).repeats) == 1


def test_the_file_is_looked_at_once_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard_file, "EVERY", 3600.0)
    path = tmp_path / "switch.yaml"
    board = Switchboard(path, {"ka"})
    path.write_text(WARN, encoding="utf-8")
    assert board.now("ka") is None
    assert board.state()["set"]  # for who asks what is in force, now
    assert board.now("ka") is not None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "18:00",
        "১৮:০০",
        "2026-11-25",
        "২০২৬-১১-২৫",
        "2026-13-25 18:00",
        "x",
        "9999-12-31T23:59-12:00",
        "0001-01-01T00:00+12:00",
    ],
)
def test_what_is_no_moment(written: str) -> None:
    assert read_until(written) is None


def test_the_commands_write_the_file_and_show_it(app: Flask, tmp_path: Path) -> None:
    until = f"{LATER:%Y-%m-%d %H:%M}"
    assert run(app, "show") == (0, "কিছু চালু নেই | nothing is set\n")
    hold = ("hold", "--message", "ভোটের দিন", "--message-en", "Polls are open", "--until", until)
    shown = f"সব দপ্তর: সব প্রকাশ স্থগিত, {until} পর্যন্ত: ভোটের দিন | all: hold, until {until}: Polls are open\n"
    assert run(app, *hold) == run(app, "show") == (0, shown)
    assert run(app, "warn-only", "--office", "ka")[0] == 0
    assert checked(app.test_client(), "ka")["switch"]["mode"] == "warn_only"  # type: ignore[index]
    assert checked(app.test_client(), "kha")["switch"]["mode"] == "hold"  # type: ignore[index]
    code, told = run(app, "off")
    assert code == 0 and told.startswith(f"{WARN_SHOWN}\n")
    assert "still in force: ka; take one out by: switch off --office ID" in told
    assert run(app, "off", "--office", "ka")[1].startswith("কিছু চালু নেই")
    assert [path.name for path in tmp_path.iterdir() if "switch" in path.name] == ["switch.yaml"]


def test_an_hour_by_hand_keeps_its_seconds_where_another_office_is_switched(app: Flask, tmp_path: Path) -> None:
    path = write(tmp_path / "switch.yaml", HOLD.format(until="2099-11-25 23:59:59"))
    assert "all: hold, until 2099-11-25 23:59:59" in run(app, "warn-only", "--office", "ka")[1]
    assert "until: 2099-11-25 23:59:59" in path.read_text(encoding="utf-8").replace("'", "")


def test_a_link_stays_a_link_to_the_file_that_is_written(app: Flask, tmp_path: Path) -> None:
    """As to a folder that several servers share: the others would hold on, and this one would stand alone."""
    path, shared = tmp_path / "switch.yaml", tmp_path / "shared/switch.yaml"
    shared.parent.mkdir()
    path.symlink_to(shared)
    for words in (("warn-only",), ("off",)):
        assert run(app, *words)[0] == 0 and path.is_symlink()
        assert Switchboard(shared, ()).is_set() is (words == ("warn-only",))


def test_off_takes_out_an_office_that_is_gone(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "switch.yaml").write_text(GONE, encoding="utf-8")
    assert run(app, "off", "--office", "gone")[0] == 0
    assert (tmp_path / "switch.yaml").read_text(encoding="utf-8") == ""
    assert run(app, "off", "--office", "gone")[0] == 2


def test_two_commands_at_once_lose_no_entry(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both_have_read = Barrier(2)
    read = switch_commands_file._read

    def slowly(*given: Any, **named: Any) -> dict[str, Switch]:
        found = read(*given, **named)
        with suppress(BrokenBarrierError):
            both_have_read.wait(0.5)
        return found

    monkeypatch.setattr(switch_commands_file, "_read", slowly)
    commands = [("hold", "--office", "ka", "--message", "থামুন"), ("warn-only", "--office", "kha")]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda words: invoked(app, words), commands))
    assert read_switches(tmp_path / "switch.yaml", {"ka", "kha"}).keys() == {"ka", "kha"}


def invoked(app: Flask, words: Sequence[str]) -> None:
    """The command itself, in this thread: the test's runner would share its output with another's."""
    with app.app_context():
        switch_commands.main(list(words), standalone_mode=False, obj=ScriptInfo(create_app=lambda: app))


@pytest.mark.parametrize(
    "words, cure",
    [
        (["hold", "--message", "থামুন", "--until", "2020-01-01 10:00"], "has passed"),
        (["hold", "--message", "থামুন", "--until", "noon"], "write"),
        (["hold", "--message", "থামুন", "--until", "9999-12-31T23:59-12:00"], "write"),
        (["hold", "--message", "ক" * 301], "at most 300"),
        (["hold", "--message", "ক", "--message-en", "a" * 301], "at most 300"),
        (["hold", "--message", ""], "write in --message"),
        (["hold", "--message", " "], "write in --message"),
        (["warn-only", "--office", "none"], "no profile 'none'; write one of: ka, kha"),
        (["off", "--office", "none"], "no profile 'none'; write one of: ka, kha"),
    ],
)
def test_a_wrong_command_leaves_the_file_as_it_was(app: Flask, tmp_path: Path, words: list[str], cure: str) -> None:
    (tmp_path / "switch.yaml").write_text(WARN, encoding="utf-8")
    code, told = run(app, *words)
    assert code != 0 and cure in told and ".yaml" not in told  # nobody has written a file with that fault
    assert (tmp_path / "switch.yaml").read_text(encoding="utf-8") == WARN
    assert len([path for path in tmp_path.iterdir() if "switch" in path.name]) == 1


FAULTY: dict[str, tuple[str, set[str]]] = {
    "an entry": ("all:\n  mode: hol\n", set()),
    "no YAML": ("all: hold\n  mode: hold\n", set()),
    "no UTF-8": ("all:\n  mode: hold\n", set()),
    "another office's": (WARN + "kha:\n  mode: hol\n", {"ka"}),
    "beside a good one": (
        HOLD.format(until=LATER.isoformat()) + "ka:\n  mode: hol\n" + WARN.replace("ka", "kha"),
        {"kha"},
    ),
}


@pytest.mark.parametrize("text, left", FAULTY.values(), ids=FAULTY)
def test_off_lifts_a_hold_while_the_file_is_faulty(
    app: Flask, tmp_path: Path, request: pytest.FixtureRequest, text: str, left: set[str]
) -> None:
    client, path = app.test_client(), tmp_path / "switch.yaml"
    path.write_text(HOLD.format(until=LATER.isoformat()), encoding="utf-8")
    assert checked(client, "ka")["switch"]["mode"] == "hold"  # type: ignore[index]
    path.write_text(text, encoding="utf-16" if "no UTF-8" in request.node.name else "utf-8")
    assert checked(client, "ka")["switch"]["mode"] == "hold"  # type: ignore[index]
    for refused in (["show"], ["warn-only"]):
        code, told = run(app, *refused)
        assert code == 1 and "switch.yaml:" in told
    code, told = run(app, "off")
    assert code == 0 and "switch.yaml:" in told and "thrown away; the file said:" in told
    assert text in told or "no UTF-8" in request.node.name
    assert read_switches(path, {"ka", "kha"}).keys() == left and run(app, "show")[0] == 0
    assert ("switch" in checked(client, "ka"), "switch" in checked(client, "kha")) == ("ka" in left, "kha" in left)


def test_off_that_cannot_write_has_thrown_nothing_away(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "switch.yaml").write_text("all:\n  mode: hol\n", encoding="utf-8")
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    code, told = run(app, "off")
    assert code == 1 and "thrown away" not in told
    assert (tmp_path / "switch.yaml").read_text(encoding="utf-8") == "all:\n  mode: hol\n"


def test_a_full_disk_is_told_and_changes_nothing(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "switch.yaml").write_text(WARN, encoding="utf-8")
    made = (os.open("/dev/full", os.O_WRONLY), f"{tmp_path}/.switch.yaml.x")
    monkeypatch.setattr("tempfile.mkstemp", lambda **_: made)
    code, told = run(app, "hold", "--message", "থামুন")
    assert code == 1 and "no room is left" in told and "switch.yaml" in told
    assert (tmp_path / "switch.yaml").read_text(encoding="utf-8") == WARN


@pytest.mark.parametrize("broken", ["id: [\n", "id: ga\nnames:\n  bn: গ\ncolour: red\n"], ids=["YAML", "a field"])
def test_a_faulty_profile_keeps_nobody_from_the_switch(app: Flask, tmp_path: Path, broken: str) -> None:
    (tmp_path / "offices/ga.yaml").write_text(broken, encoding="utf-8")
    for words, shown in (
        (["hold", "--message", "থামুন"], "all: hold"),
        (["warn-only", "--office", "ka"], "ka: warn_only"),
        (["show"], "all: hold"),
        (["off"], "ka: warn_only"),
    ):
        code, told = run(app, *words)
        assert code == 0 and "offices/ga.yaml:" in told and "(hint)" in told and shown in told
    assert run(app, "warn-only", "--office", "none")[0] != 0
    assert (run(app, "warn-only", "--office", "ga")[0] == 0) is ("colour" in broken)  # what can be read of it is its id


def test_an_entry_of_an_office_whose_profile_broke_stays_until_it_is_taken_out(app: Flask, tmp_path: Path) -> None:
    assert run(app, "hold", "--message", "থামুন", "--office", "ka")[0] == 0
    (tmp_path / "offices/ka.yaml").write_text("id: [\n", encoding="utf-8")
    code, told = run(app, "warn-only", "--office", "kha")
    assert code == 0 and "ka: hold" in told and "kha: warn_only" in told
    code, told = run(app, "off", "--office", "ka")
    assert code == 0 and "ka: hold" not in told and "kha: warn_only" in told


def test_off_of_a_flawless_file_throws_nothing_away(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "switch.yaml").write_text(WARN, encoding="utf-8")
    code, told = run(app, "off")
    assert code == 0 and told.startswith(f"{WARN_SHOWN}\n") and "thrown away" not in told


def test_what_one_process_read_holds_in_the_others_once_the_file_is_faulty(tmp_path: Path) -> None:
    path = tmp_path / "switch.yaml"
    master = Switchboard(path, {"ka"})
    worker = copy.copy(master)  # as a fork: the memory is the same, all else its own
    path.write_text("all:\n  mode: hold\n  message:\n    bn: থামুন\n", encoding="utf-8")
    worker.look()
    path.write_text("all:\n  mode: hol\n", encoding="utf-8")
    new = Switchboard(path, {"ka"})
    new.go_on_from(master)  # busy with a reload, it has read nothing meanwhile
    path.write_text("all:\n  mode: h\n", encoding="utf-8")
    for board in (worker, master, new):
        board.look()
        held = board.now("ka")
        assert held and held.mode == "hold" and board.fault


def test_what_the_file_says_at_a_reload_holds_over_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "switch.yaml"
    before = Switchboard(path, {"ka"})
    new = Switchboard(write(path, WARN), {"ka"})
    new.go_on_from(before)
    held = new.now("ka")
    assert held and held.mode == "warn_only"


def test_what_holds_is_logged_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "switch.yaml"
    board = Switchboard(path, {"ka"})
    assert not caplog.messages  # nothing is set
    for text, told in (
        (WARN, ["the switch is now: ka warn_only"]),
        (WARN + GONE, ["the switch: switch.yaml:3: ", "the switch is now: ka warn_only"]),
        ("", ["the switch is now: off"]),
        (f"{PAST}  message:\n    bn: থামুন\n", ["the switch: switch.yaml:3: ", "the switch is now: off"]),
    ):
        write(path, text)
        caplog.clear()
        board.look()
        board.look()
        assert [line.startswith(said) for line, said in zip(caplog.messages, told, strict=True)] == [True] * len(told)
    caplog.clear()
    Switchboard(write(path, WARN), {"ka"})  # from the start on
    assert caplog.messages == ["the switch is now: ka warn_only"]


def test_what_another_process_read_before_undoes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "switch.yaml"
    master = Switchboard(path, {"ka"})
    worker = copy.copy(master)
    worker._kept = Shared(100)  # in which nobody wrote what the worker reads
    path.write_text("all:\n  mode: hold\n  message:\n    bn: থামুন\n", encoding="utf-8")
    worker.look()
    worker._kept = master._kept
    path.write_text("all:\n  mode: hol\n", encoding="utf-8")
    worker.look()
    held = worker.now("ka")
    assert held and held.mode == "hold"


def test_an_entry_that_is_over_or_of_nobody_known_is_told_and_goes(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "switch.yaml"
    path.write_text("gone:\n  mode: warn_only\nkha:\n  mode: warn_only\n  until: 2020-01-01 10:00\n", encoding="utf-8")
    code, told = run(app, "warn-only", "--office", "ka")
    assert code == 0 and "switch.yaml:1:" in told and told.endswith(f"{WARN_SHOWN}\n")
    assert list(read_switches(path, {"ka", "kha"})) == ["ka"]


@pytest.mark.parametrize("refusing", ["tempfile.mkstemp", "server.switch_commands.look_through"])
def test_a_file_that_may_not_be_written_or_read_is_told_with_its_cure(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusing: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(refusing, refuse)  # root may write everywhere
    code, told = run(app, "warn-only")
    assert code == 1 and f"{tmp_path}/switch.yaml" in told and "/var/lib/jachai/switch.yaml" in told


def test_a_file_that_root_has_written_for_itself_is_told_with_the_cure_of_the_guide(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder is the right one: to name another would lift no hold."""
    path = write(tmp_path / "switch.yaml", WARN)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    for reading in ("look_through", "read"):  # root may read everything
        monkeypatch.setattr(f"server.switch_commands.{reading}", refuse)
    monkeypatch.setattr("server.switch_commands.os.access", lambda _, how: how == os.F_OK)
    for words in (("show",), ("off",)):
        code, told = run(app, *words)
        assert code == 1 and f"chown jachai: {path}; chmod 644 {path}" in told and "JACHAI_SWITCH" not in told


class Noon(datetime):
    """A clock that stands."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Noon:
        return cls(2026, 11, 25, 12, tzinfo=DHAKA)


@pytest.mark.parametrize(
    ("until", "code", "answer"),
    [
        ("23:59", 0, "ka: warn_only, until 2026-11-25 23:59\n"),
        ("২৩:৫৯", 0, "ka: warn_only, until 2026-11-25 23:59\n"),
        ("২০২৬-১১-২৬ ০৯:৩০", 0, "ka: warn_only, until 2026-11-26 09:30\n"),
        ("2026-11-26 09:30:15", 0, "ka: warn_only, until 2026-11-26 09:30:15\n"),
        ("১১:৫৯", 2, "has passed"),
        ("২৫:০০", 2, "write"),
        ("12:01", 0, "until 2026-11-25 12:01"),
        ("12:00", 2, "has passed"),
        ("00:30", 2, '2026-11-25 00:30 has passed; write a later hour; for tomorrow "2026-11-26 00:30"'),
        ("2026-11-24 00:30", 2, "2026-11-24 00:30 has passed; write a later hour\n"),
    ],
)
def test_an_hour_is_today(app: Flask, monkeypatch: pytest.MonkeyPatch, until: str, code: int, answer: str) -> None:
    for clock in ("server.switch.datetime", "server.switch_commands.datetime", "server.switchboard.datetime"):
        monkeypatch.setattr(clock, Noon)
    got, told = run(app, "warn-only", "--office", "ka", "--until", until)
    assert got == code and answer in told, told


def test_without_a_file_the_command_names_the_setting(tmp_path: Path) -> None:
    code, told = run(small_app(tmp_path), "show")
    assert code == 2 and "JACHAI_SWITCH" in told
