"""A start on faulty lists answers with those that last could be used, where a copy of them is kept; else it does not start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from server.service.last_good import copied, keep
from server.service.opened import folders
from server.service.watch import marks
from server.settings import Settings
from server.wordlists.reading.folders import SHIPPED
from tests.conftest import ROOT, clean_environment
from tests.service.offices import write_list, write_profiles
from tests.service.real_server import RealServer

FAULT = "severity: loud"


def spoil(lists: Path) -> None:
    """A fault in the list's fourth line from the end."""
    path = lists / "prohibited" / "service-words.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity: warn", FAULT), encoding="utf-8")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An office's own lists over the shipped ones, and its profiles."""
    own = write_list(tmp_path / "own", "প্রথমশব্দ")
    (own / "data").mkdir()
    (own / "data" / "frames.yaml").write_text("# ours\n", encoding="utf-8")
    return Settings(
        wordlists=(SHIPPED, own), institutions=write_profiles(tmp_path / "offices"), last_good=tmp_path / "kept"
    )


def kept(settings: Settings) -> Settings:
    """The settings with the copy of what lies there now."""
    keep(settings, marks(folders(settings)))
    found = copied(settings)
    assert found
    return found


def names(folder: Path) -> set[str]:
    """Every file in it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_own_lists_and_profiles_are_copied_and_shipped_ones_are_not(settings: Settings, tmp_path: Path) -> None:
    found = kept(settings)
    assert found.wordlists[0] == SHIPPED and found.institutions
    assert names(found.wordlists[1]) == {"prohibited/service-words.yaml", "data/frames.yaml"}
    assert names(found.institutions) == {"ka.yaml", "kha.yaml"}
    shutil.rmtree(tmp_path / "own")
    assert "প্রথমশব্দ" in (found.wordlists[1] / "prohibited/service-words.yaml").read_text(encoding="utf-8")


def test_a_copy_is_for_the_server_s_user_alone(settings: Settings) -> None:
    """A profile holds the hashes of its office's tokens."""
    assert settings.last_good
    found = kept(settings)
    assert settings.last_good.stat().st_mode & 0o077 == found.wordlists[1].parent.stat().st_mode & 0o077 == 0


def test_what_links_lead_to_is_copied_and_hidden_files_are_not(settings: Settings, tmp_path: Path) -> None:
    shared = write_list(tmp_path / "shared", "দ্বিতীয়শব্দ", "shared-words")
    (settings.wordlists[1] / "personal").symlink_to(shared / "prohibited")
    (settings.wordlists[1] / ".git").mkdir()
    (settings.wordlists[1] / ".git" / "config").write_text("x", encoding="utf-8")
    found = kept(settings)
    shutil.rmtree(shared)
    assert names(found.wordlists[1]) == {
        "prohibited/service-words.yaml",
        "data/frames.yaml",
        "personal/shared-words.yaml",
    }


def test_what_may_not_be_read_beside_the_lists_keeps_nothing_from_being_copied(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the backup that root's editor leaves under a strict umask."""
    own, copyfile = settings.wordlists[1], shutil.copyfile
    (own / "prohibited" / "service-words.yaml~").write_text("x", encoding="utf-8")
    os.mkfifo(own / "pipe")

    def guarded(source: Path, to: Path) -> None:  # root, as whom tests may run, may read everything
        if Path(source).suffix == ".yaml~":
            raise PermissionError(13, "Permission denied", str(source))
        copyfile(source, to)

    monkeypatch.setattr("server.service.last_good.shutil.copyfile", guarded)
    assert names(kept(settings).wordlists[1]) == {"prohibited/service-words.yaml", "data/frames.yaml"}


def test_a_large_file_beside_the_lists_is_not_held_in_memory(settings: Settings) -> None:
    """As a backup that somebody left there: the master has no more than what a service may take."""
    with (settings.wordlists[1] / "backup.tar.gz").open("wb") as file:
        file.truncate(64 << 20)
    tracemalloc.start()
    try:
        kept(settings)
        keep(settings, marks(folders(settings)))  # which compares the two copies
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_the_newest_that_could_be_used_counts_and_older_ones_go(settings: Settings) -> None:
    assert settings.last_good
    first = kept(settings)
    write_list(settings.wordlists[1], "দ্বিতীয়শব্দ")
    second = kept(settings)
    assert first != second and not first.wordlists[1].exists()
    assert "দ্বিতীয়শব্দ" in (second.wordlists[1] / "prohibited/service-words.yaml").read_text(encoding="utf-8")
    assert len(list(settings.last_good.iterdir())) == 2  # the copy, and the link to it


def test_a_copy_that_is_the_same_stays(settings: Settings) -> None:
    """A server that was started on it goes on with it."""
    first = kept(settings)
    os.utime(settings.wordlists[1] / "prohibited/service-words.yaml", (1, 1))
    assert kept(settings) == first and first.wordlists[1].exists()


def test_what_changed_since_it_was_read_is_not_copied(settings: Settings) -> None:
    first, read = kept(settings), marks(folders(settings))
    spoil(settings.wordlists[1])
    keep(settings, read)
    assert copied(settings) == first
    assert FAULT not in (first.wordlists[1] / "prohibited/service-words.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("named", [False, True])
def test_without_room_the_older_copy_stays_and_the_log_says_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, named: bool
) -> None:
    first = kept(settings)
    write_list(settings.wordlists[1], "দ্বিতীয়শব্দ")

    def no_room(source: Path, to: Path) -> None:
        raise OSError(28, "No space left on device", *([source, None, to] if named else []))  # named as shutil does it

    monkeypatch.setattr("server.service.last_good.shutil.copyfile", no_room)
    assert kept(settings) == first and names(first.wordlists[1])
    assert f"not copied for a later start: No space left on device: {settings.last_good}" in caplog.text
    assert "ডিস্কে জায়গা করুন" in caplog.text


def test_a_folder_for_the_copy_in_which_nobody_may_write_is_named(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    keep(settings, marks(folders(settings)))
    assert f"Permission denied: {settings.last_good}" in caplog.text


@pytest.mark.parametrize("change", ["another folder", "one folder more", "spoilt", "nothing kept", "off"])
def test_a_copy_of_other_folders_is_none(settings: Settings, tmp_path: Path, change: str) -> None:
    if change != "nothing kept":
        kept(settings)
    more = write_list(tmp_path / "more", "দ্বিতীয়শব্দ")
    if change == "spoilt":
        (tmp_path / "kept" / "now" / "folders.json").write_text("[", encoding="utf-8")
    asked = {
        "another folder": replace(settings, wordlists=(SHIPPED, more)),
        "one folder more": replace(settings, wordlists=(*settings.wordlists, more)),
        "off": replace(settings, last_good=None),
    }
    assert copied(asked.get(change, settings)) is None


def check_config(**settings: Path) -> subprocess.CompletedProcess[str]:
    """What an upgrade asks before it switches."""
    command = [sys.executable, "-m", "gunicorn", "--check-config", "-c", "deploy/gunicorn.conf.py", "wsgi:application"]
    return subprocess.run(command, cwd=ROOT, env=clean_environment(**settings), capture_output=True, text=True)


@pytest.mark.service
def test_a_start_on_faulty_lists_answers_with_those_before(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    lists, place = write_list(tmp_path / "wordlists", "প্রথমশব্দ"), tmp_path / "kept"
    own = {"wordlists": str(lists), "last_good": str(place), "watch": "off"}

    def started() -> RealServer:
        server = RealServer(tmp_path, workers=1, **own)
        request.addfinalizer(server.stop)
        return server

    server = started()
    write_list(lists, "দ্বিতীয়শব্দ")
    server.hup()
    server.until(lambda: server.get("/ready")["reload"]["state"] == "ok")
    known = server.get("/ready")["ruleset"]
    spoil(lists)
    server.hup()
    server.until(lambda: server.get("/ready")["reload"]["state"] == "faulty")
    assert server.stop() == 0

    server = started()  # the machine was started anew at night
    ready = server.get("/ready")
    assert ready["ruleset"] == known and ready["reload"]["state"] == "faulty" and ready["reload"]["at"]
    assert "service-words.yaml:9" in ready["reload"]["fault"] and "jachai_reload_faulty 1.0" in server.figures()
    [line] = server.events("server.service.last_good")
    assert line["level"] == "error" and "service-words.yaml:9" in line["message"]
    assert [finding["match"] for finding in server.check("এখানে দ্বিতীয়শব্দ আছে")[1]["findings"]] == ["দ্বিতীয়শব্দ"]
    write_list(lists, "তৃতীয়শব্দ")
    old = server.workers()
    server.hup()
    server.until_replaced(old)
    server.until(lambda: server.get("/ready")["reload"]["state"] == "ok")
    assert [finding["match"] for finding in server.check("এখানে তৃতীয়শব্দ আছে")[1]["findings"]] == ["তৃতীয়শব্দ"]
    assert server.stop() == 0


@pytest.mark.service
def test_faulty_lists_with_no_copy_and_those_of_a_trial_are_told(tmp_path: Path) -> None:
    lists, place = write_list(tmp_path / "wordlists", "প্রথমশব্দ"), tmp_path / "kept"
    assert check_config(wordlists=lists, last_good=place).returncode == 0 and not place.exists()
    assert RealServer(tmp_path, workers=1, wordlists=str(lists), last_good=str(place)).stop() == 0
    assert place.exists()
    spoil(lists)
    done = check_config(wordlists=lists, last_good=place)
    assert done.returncode == 1 and "service-words.yaml:9" in done.stderr
    with pytest.raises(RuntimeError, match=r"service-words\.yaml:9"):
        RealServer(tmp_path, workers=1, wordlists=str(lists))


@pytest.mark.service
def test_profiles_without_which_it_would_be_open_to_all_are_the_ones_before(tmp_path: Path) -> None:
    """No token is left: behind a proxy a server does not start on these."""
    lists, offices = write_list(tmp_path / "wordlists", "প্রথমশব্দ"), write_profiles(tmp_path / "offices")
    own = {"wordlists": str(lists), "institutions": str(offices), "last_good": str(tmp_path / "kept")}
    assert RealServer(tmp_path, workers=1, trusted_proxies="127.0.0.1", **own).stop() == 0
    for profile in offices.iterdir():
        profile.unlink()
    server = RealServer(tmp_path, workers=1, trusted_proxies="127.0.0.1", **own)
    assert server.get("/ready")["institutions"] == 2 and server.check("সভা")[0] == 401
    assert server.stop() == 0


@pytest.mark.service
@pytest.mark.parametrize("gone", ["wordlists", "offices"])
def test_a_folder_that_is_gone_is_as_it_last_was(tmp_path: Path, gone: str) -> None:
    """A link whose target was moved, a disk that is not there at the boot: a running server goes on, and so does one started anew."""
    write_list(tmp_path / "own" / "wordlists", "প্রথমশব্দ")
    write_profiles(tmp_path / "own" / "offices")
    for name in ("wordlists", "offices"):
        (tmp_path / name).symlink_to(tmp_path / "own" / name)
    own = {"wordlists": tmp_path / "wordlists", "institutions": tmp_path / "offices", "last_good": tmp_path / "kept"}
    settings = {"workers": 1, **{name: str(path) for name, path in own.items()}}
    assert RealServer(tmp_path, **settings).stop() == 0
    (tmp_path / "own" / gone).rename(tmp_path / "moved")
    done = check_config(**own)
    assert done.returncode == 1 and f"{gone}:1: " in done.stderr and "no such folder" in done.stderr
    server = RealServer(tmp_path, **settings)
    try:
        ready = server.get("/ready")
        assert (ready["institutions"], ready["reload"]["state"]) == (2, "faulty")
        assert f"{gone}:1: " in ready["reload"]["fault"] and "no such folder" in ready["reload"]["fault"]
        (tmp_path / "moved").rename(tmp_path / "own" / gone)
        server.until(lambda: server.get("/ready")["reload"]["state"] == "ok")
    finally:
        assert server.stop() == 0
