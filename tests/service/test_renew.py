"""A reload in one process: the new desk answers, the old one is gone from memory, faults leave all as it was."""

from __future__ import annotations

import gc
import io
import json
import logging
import os
import signal
import threading
import weakref
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from server.bilingual import Bilingual
from server.desk import Desk
from server.draft import Account, Draft
from server.institution import load_institutions
from server.service import logs, reload, try_out, watch
from server.service.notice import NOTICE, Notice
from server.service.opened import EXTENSION, open_desk
from server.service.reload import at_most_one_hup, renew, replace_workers, take_over
from server.service.try_out import taken_out
from server.settings import Settings
from server.wordlists.reading.faults import Fault, FaultyLists
from server.wordlists.ruleset import Ruleset
from tests.conftest import NO_HURRY, ROOT
from tests.service.offices import bearer, small_app, write_list, write_profiles


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


def test_it_is_told_when_all_workers_answer_with_them(tmp_path: Path) -> None:
    app = small_app(tmp_path)
    write_list(tmp_path / "wordlists", "নতুনশব্দ")
    before, seen = app.extensions[NOTICE].read(), []
    assert renew(app, replace=lambda: seen.append((app.extensions[NOTICE].read(), open_desk(app).ruleset_name())))
    gc.unfreeze()
    assert seen == [(before, open_desk(app).ruleset_name())]
    assert app.extensions[NOTICE].read()["at"] != before["at"]
    assert renew(app, replace=lambda: seen.append(None)) is False and len(seen) == 1  # nothing new


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
    arbiter = SimpleNamespace(
        app=SimpleNamespace(wsgi=lambda: app), pid=0, manage_workers=lambda: managed.append(True), wait_for_signals=None
    )
    take_over(arbiter)
    switch.write_text("all:\n  mode: warn_only\n", encoding="utf-8")
    arbiter.manage_workers()
    assert managed and "all" in open_desk(app).switches._switches


HUP, TERM, CHLD = signal.SIGHUP, signal.SIGTERM, signal.SIGCHLD


@pytest.mark.parametrize(
    "come_in, left",
    [
        ([], []),
        ([HUP], [HUP]),
        ([HUP, HUP, HUP], [HUP]),
        ([HUP, CHLD, HUP, CHLD], [CHLD, CHLD, HUP]),
        ([HUP, HUP, TERM], [TERM]),
        ([TERM, HUP], [TERM]),
        ([HUP, signal.SIGINT, CHLD], [signal.SIGINT, CHLD]),
        ([CHLD, TERM], [CHLD, TERM]),
    ],
)
def test_several_hups_are_one_and_before_a_stop_none(come_in: list[int], left: list[int]) -> None:
    assert at_most_one_hup(come_in) == left


class Waiting:
    """An arbiter with signals that wait, and workers that leave only when they are asked."""

    def __init__(self, *signals: int) -> None:
        self.SIG_QUEUE = SimpleQueue[int]()
        for number in signals:
            self.SIG_QUEUE.put(number)
        self.WORKERS = {pid: SimpleNamespace(age=pid) for pid in (1, 2)}
        self.spawned = 0

    def wait_for_signals(self, timeout: float) -> list[int]:
        return [self.SIG_QUEUE.get() for _ in range(self.SIG_QUEUE.qsize())]

    def spawn_worker(self) -> None:
        self.spawned += 1

    def kill_worker(self, pid: int, number: int) -> None:
        self.SIG_QUEUE.put(CHLD)

    def reap_workers(self) -> None:
        self.WORKERS.pop(min(self.WORKERS))


@pytest.mark.parametrize("signals, spawned", [((), 2), ((HUP, CHLD), 2), ((TERM,), 0), ((HUP, TERM), 0)])
def test_a_stop_that_waits_is_not_held_up(signals: tuple[int, ...], spawned: int) -> None:
    arbiter = Waiting(*signals)
    replace_workers(arbiter)
    assert arbiter.spawned == spawned
    assert len(arbiter.WORKERS) == 2 - spawned  # each is gone before the next one is asked to go
    assert sorted(arbiter.wait_for_signals(0)) == sorted([*signals, *[CHLD] * spawned])  # none of them is lost


def test_a_worker_that_does_not_leave_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stuck(Waiting):
        """Whose workers answer something for ever."""

        looks = 0

        def reap_workers(self) -> None:
            self.looks += 1
            assert self.looks < 1000

    monkeypatch.setattr(reload, "PATIENCE", 0.1)
    arbiter = Stuck()
    replace_workers(arbiter)
    assert arbiter.spawned == 2


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
    name = "caf\\udce9.yaml:"
    assert name in app.extensions[NOTICE].read()["fault"] and name in json.loads(told.splitlines()[-1])["message"]
    assert app.test_client().get("/ready", headers={"Host": "localhost"}).get_json()["reload"]["state"] == "faulty"


def test_a_fault_is_told_and_no_hint_before_it(tmp_path: Path) -> None:
    app = small_app(tmp_path)
    write_list(tmp_path / "wordlists", "term: মূর্খটাইপ\n    review: 2020-01-01", "a-words")
    write_list(tmp_path / "wordlists", "গাধা/বলদ")
    assert renew(app) is False
    told = app.extensions[NOTICE].read()["fault"]
    assert "service-words.yaml:11: ‘গাধা/বলদ’" in told and "hint" not in told and "(+" not in told


def test_a_fault_of_the_telling_is_no_fault_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **_named: object) -> None:
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
    def broken(*_: object, **_named: object) -> Desk:
        raise MemoryError("গোপন")

    app = small_app(tmp_path)
    known = open_desk(app)
    monkeypatch.setattr(Desk, "open", broken)
    assert renew(app) is False and open_desk(app) is known
    assert app.extensions[NOTICE].read()["fault"] == "MemoryError"


def test_where_no_process_can_be_started_the_old_desk_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    app = small_app(tmp_path)
    known = open_desk(app)
    monkeypatch.setattr(os, "fork", none_left)
    before = len(list(Path("/proc/self/fd").iterdir()))
    assert renew(app) is False and open_desk(app) is known
    assert app.extensions[NOTICE].read()["fault"] == "BlockingIOError: Resource temporarily unavailable"
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_desk_that_was_half_kept_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(try_out, "_kept", lambda _: Short(b"abc"))
    known = open_desk(small_app(tmp_path))
    lists = write_list(tmp_path / "others", "চামচা")
    tried = try_out.try_out(Settings(wordlists=(lists,)), known, lambda: False)
    assert tried is not None and tried.fault == "" and tried.is_new and tried.kept is None


class Short(bytes):
    """Bytes of which one is lost."""

    def __len__(self) -> int:
        return super().__len__() + 1


def changed_meanwhile(*_: object, **_named: object) -> Desk:
    raise FaultyLists([Fault("wordlists/prohibited/x.yaml", 7, Bilingual("ভুল", "wrong"))])


def test_files_that_turn_faulty_before_they_are_read_again_cost_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was tried out answers, as the lists were a moment before."""
    app = small_app(tmp_path, institutions=write_profiles(tmp_path / "offices"), switch=tmp_path / "switch.yaml")
    (tmp_path / "switch.yaml").write_text("all:\n  mode: hold\n  message:\n    bn: থামুন\n", encoding="utf-8")
    write_list(tmp_path / "wordlists", "নতুনশব্দ")
    monkeypatch.setattr(reload, "opened", changed_meanwhile)
    assert renew(app)
    gc.unfreeze()
    told = app.extensions[NOTICE].read()
    assert (told["state"], "x.yaml:7" in told["fault"]) == ("faulty", True)
    (tmp_path / "switch.yaml").unlink()
    open_desk(app).switches.look()
    draft = {"text": "এখানে নতুনশব্দ আছে", "account": {"kind": "institution"}}
    answer = app.test_client().post("/api/v1/check", json=draft, headers=bearer("ka")).get_json()
    assert [it["match"] for it in answer["findings"] if it["check"] == "prohibited/service-words"] == ["নতুনশব্দ"]
    fresh = Desk.open(app.config["JACHAI"]).ruleset_name()
    assert answer["ruleset"] == fresh and open_desk(app).switches.now("") is None


@pytest.mark.parametrize("kept", ["", "kept"])
def test_where_no_desk_can_be_kept_the_old_one_stays_until_the_new_one_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    app = small_app(tmp_path)
    old = open_desk(app)
    write_list(tmp_path / "wordlists", "নতুনশব্দ")
    beside: list[bool] = []

    def watched(settings: Settings, in_own_process: bool) -> Desk:
        beside.append(EXTENSION in app.extensions)
        return Desk.open(settings, in_own_process)

    if not kept:
        monkeypatch.setattr(try_out, "_kept", lambda _: b"")
    monkeypatch.setattr(reload, "opened", watched)
    assert renew(app) and beside == [not kept] and open_desk(app) is not old
    gc.unfreeze()
    monkeypatch.setattr(reload, "opened", changed_meanwhile)
    write_list(tmp_path / "wordlists", "আরেকশব্দ")
    known = open_desk(app)
    assert renew(app) is bool(kept) and (open_desk(app) is known) is not bool(kept)
    gc.unfreeze()
    assert app.extensions[NOTICE].read()["state"] == "faulty"


def test_the_desk_that_is_kept_tells_what_the_one_tells_that_was_read(ruleset: Ruleset, tmp_path: Path) -> None:
    """On all lists: a thing that is compared by its identity would be another one after it was kept."""
    offices = load_institutions(write_profiles(tmp_path / "offices"))
    desk = Desk(ruleset, offices, NO_HURRY)
    again = taken_out(io.BytesIO(try_out._kept(desk)), Settings())
    cases = (ROOT / "tests/cases/drafts.jsonl").read_text(encoding="utf-8").splitlines()
    for case in map(json.loads, cases):
        draft = Draft.parse(case["draft"])
        assert again.check(draft).as_json() == desk.check(draft).as_json(), case["id"]


def test_a_process_that_breaks_off_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = small_app(tmp_path)
    known = open_desk(app)
    monkeypatch.setattr(Desk, "open", lambda *_, **_named: os.kill(os.getpid(), signal.SIGKILL))
    assert renew(app) is False and open_desk(app) is known
    assert "broke off" in app.extensions[NOTICE].read()["fault"]


def test_a_stop_ends_the_trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = small_app(tmp_path)
    monkeypatch.setattr(Desk, "open", lambda *_, **_named: signal.pause())
    asked = iter([False, False, True])
    assert renew(app, lambda: next(asked)) is False
    assert list(asked) == [] and app.extensions[NOTICE].read()["state"] == "started"


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
        manage_workers = wait_for_signals = None

        class app:
            wsgi = staticmethod(lambda: app)

    told = threading.Event()
    monkeypatch.setattr(os, "kill", lambda pid, number: told.set() if (pid, number) == (4711, signal.SIGHUP) else None)
    read = Desk.open

    def slowly(settings: Settings, in_own_process: bool = False) -> Desk:
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
