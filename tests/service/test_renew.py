"""A reload in one process: the new desk answers, the old one is gone from memory, faults leave all as it was."""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from server.desk import Desk
from server.draft import Account, Draft
from server.service import logs, watch
from server.service.notice import NOTICE, Notice
from server.service.opened import EXTENSION, open_desk
from server.service.reload import renew, take_over
from server.settings import Settings
from tests.service.offices import small_app, write_list, write_profiles


def test_the_old_lists_leave_memory(tmp_path: Path) -> None:
    app = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"))
    old = weakref.ref(open_desk(app).ruleset)
    notice = "আগামীকাল সকাল ১০টায় উপজেলা পরিষদ মিলনায়তনে কৃষকদের প্রশিক্ষণ শুরু হবে। সকলে আসবেন।"
    open_desk(app).check(Draft(notice, Account("institution")), open_desk(app).institutions["ka"])
    write_list(tmp_path / "wordlists", "নতুনশব্দ")
    try:
        assert renew(app)
    finally:
        gc.unfreeze()
    gc.collect()
    assert old() is None, [type(one) for one in gc.get_referrers(old())]
    assert app.extensions[NOTICE].read()["state"] == "ok"


def test_new_profiles_are_news_too(tmp_path: Path) -> None:
    app = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"))
    assert renew(app) is False
    write_profiles(tmp_path / "offices", "when_unreachable: hold\n")
    assert renew(app) and open_desk(app).institutions["ka"].when_unreachable == "hold"
    gc.unfreeze()


def test_a_version_alone_is_news(tmp_path: Path) -> None:
    app = small_app(tmp_path)
    (tmp_path / "wordlists" / "VERSION").write_text("2027.01.01\n", encoding="utf-8")
    assert renew(app) and open_desk(app).ruleset_name()["version"] == "2027.01.01"
    gc.unfreeze()


def test_the_switch_goes_on_where_its_file_is_faulty_at_a_reload(tmp_path: Path) -> None:
    switch = tmp_path / "switch.yaml"
    switch.write_text("all:\n  mode: hold\n  message:\n    bn: থামুন\n", encoding="utf-8")
    app = small_app(tmp_path, switch=switch)
    switch.write_text("all:\n  mode: hol\n", encoding="utf-8")
    write_list(tmp_path / "wordlists", "নতুনশব্দ")
    assert renew(app)
    gc.unfreeze()
    board = open_desk(app).switches
    assert board.now("").mode == "hold" and board.state()["fault"]  # type: ignore[union-attr]


def test_the_master_looks_at_the_switch_each_time_it_looks_after_its_workers(tmp_path: Path) -> None:
    switch = tmp_path / "switch.yaml"
    app = small_app(tmp_path, switch=switch, watch=0.0)
    managed: list[bool] = []
    arbiter = SimpleNamespace(app=SimpleNamespace(wsgi=lambda: app), pid=0, manage_workers=lambda: managed.append(True))
    take_over(arbiter)
    switch.write_text("all:\n  mode: warn_only\n", encoding="utf-8")
    arbiter.manage_workers()
    assert managed and "all" in open_desk(app).switches._switches


def test_a_faulty_file_of_any_name_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    offices = write_profiles(tmp_path / "offices")
    app = small_app(tmp_path, institutions=offices)
    Path(os.fsdecode(os.fsencode(offices) + b"/caf\xe9.yaml")).write_text("id: cafe\nnamez: x\n", encoding="utf-8")
    logs.configure("info")
    try:
        assert renew(app) is False
    finally:
        logging.getLogger().handlers = [
            one for one in logging.getLogger().handlers if not isinstance(one.formatter, logs.JsonLines)
        ]
    told = capfd.readouterr().out
    assert "caf?.yaml:" in app.extensions[NOTICE].read()["fault"] and "caf?.yaml:" in told
    assert app.test_client().get("/ready", headers={"Host": "localhost"}).get_json()["reload"]["state"] == "faulty"


def test_a_fault_of_the_telling_is_no_fault_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError

    app = small_app(tmp_path)
    for place in (Desk, Notice):
        monkeypatch.setattr(place, "open" if place is Desk else "put", broken)
    assert renew(app) is False


def test_the_last_token_taken_out_is_refused_where_others_could_ask(tmp_path: Path) -> None:
    offices = write_profiles(tmp_path / "offices")
    app = small_app(tmp_path, institutions=offices, bind="0.0.0.0:8420")
    for path in offices.iterdir():
        path.unlink()
    assert renew(app) is False and open_desk(app).tokens
    assert "institutions token ID" in app.extensions[NOTICE].read()["fault"]


def test_any_failure_leaves_the_old_desk(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def broken(*_: object) -> Desk:
        raise MemoryError("গোপন")

    app = small_app(tmp_path)
    known = open_desk(app)
    monkeypatch.setattr(Desk, "open", broken)
    assert renew(app) is False and open_desk(app) is known
    assert app.extensions[NOTICE].read()["fault"] == "MemoryError"


def test_the_notice_is_short_and_whole() -> None:
    notice = Notice()
    assert notice.read() == {"state": "started", "at": "", "fault": ""}
    for letter in ("ক", "🎉", "\0"):  # 3, 4 and as JSON 6 bytes
        notice.put("faulty", "now", letter * 5000)
        assert notice.read() == {"state": "faulty", "at": "now", "fault": letter * 1000}
    notice.put("ok", "later")
    assert notice.read() == {"state": "ok", "at": "later", "fault": ""}


def test_a_notice_half_written_is_not_read() -> None:
    notice = Notice()
    notice.put("faulty", "now", "a fault")
    seen = []

    class Watched:
        """What is shared, read by another after each write to it."""

        def __init__(self, shared: Any) -> None:
            self._shared = shared

        def __getitem__(self, place: Any) -> Any:
            return self._shared[place]

        def __setitem__(self, place: Any, value: Any) -> None:
            self._shared[place] = value
            other = Notice()
            other._shared._memory = self._shared
            seen.append(other.read()["state"])

    notice._shared._memory = Watched(notice._shared._memory)  # type: ignore[assignment]
    notice.put("ok", "later")
    assert seen == ["faulty", "ok"]


def test_lists_that_come_in_while_the_first_are_read_bring_a_reload(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Arbiter:
        pid = 4711
        manage_workers = None

        class app:
            wsgi = staticmethod(lambda: app)

    told = threading.Event()
    monkeypatch.setattr(os, "kill", lambda pid, number: told.set() if (pid, number) == (4711, signal.SIGHUP) else None)
    read = Desk.open

    def slowly(settings: Settings) -> Desk:
        desk = read(settings)
        write_list(tmp_path / "wordlists", "নতুনশব্দ")
        return desk

    monkeypatch.setattr(watch, "_beat", lambda _: iter([None] * 3))  # the thread ends with the test
    app = small_app(tmp_path, watch=0.01)
    monkeypatch.setattr(Desk, "open", slowly)
    app.extensions.pop(EXTENSION, None)
    open_desk(app)
    take_over(Arbiter())
    assert told.wait(60)
