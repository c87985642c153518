"""What is made in a process of its own comes back whole, and leaves nothing behind."""

import os
import signal
from pathlib import Path

import pytest

from server.wordlists.reading.faults import FaultyLists
from server.wordlists.tending.lint import lint
from server.wordlists.tending.own_process import made_beside, made_in_own_process

LIST = """\
id: words
clause: 9.nga
title: {bn: ক, en: K}
message: {bn: ক, en: K}
terms:
  - term: গাধাটাইপ
    flags: ["সে একটা [[গাধাটাইপ]]"]
    passes: ["%s"]
"""


def test_it_comes_from_another_process() -> None:
    assert made_in_own_process(lambda: [os.getpid()]) != [os.getpid()]


def test_meanwhile_this_process_makes_something_too() -> None:
    there, here = made_beside(os.getpid, os.getpid)
    assert here == os.getpid() != there


def test_where_that_process_breaks_off_it_is_made_here() -> None:
    here = os.getpid()

    def make() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return here

    assert made_in_own_process(make) == here


def test_a_failure_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        made_in_own_process(lambda: 1 // 0)


def test_where_no_process_can_start_it_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert made_in_own_process(os.getpid) == os.getpid()
    monkeypatch.delattr(os, "fork")  # Windows
    assert made_beside(os.getpid, lambda: 1) == (os.getpid(), 1)


def children() -> set[str]:
    """This process's own, ended ones that nobody waited for among them; other tests may have left theirs running."""
    return {pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()}


def test_no_process_and_no_descriptor_is_left() -> None:
    before, running = sorted(Path("/proc/self/fd").iterdir()), children()
    made = {str(made_in_own_process(os.getpid)) for _ in range(3)}
    assert sorted(Path("/proc/self/fd").iterdir()) == before
    assert len(made) == 3 and made.isdisjoint(children()) and children() <= running


def lists_in(folder: Path, passes: str) -> Path:
    (folder / "prohibited").mkdir()
    (folder / "prohibited/words.yaml").write_text(LIST % passes, encoding="utf-8")
    return folder


def test_faults_are_told_alike(tmp_path: Path) -> None:
    faulty = lists_in(tmp_path, "সেও গাধাটাইপ")
    told = []
    for in_own_process in (False, True):
        with pytest.raises(FaultyLists) as caught:
            lint([faulty], in_own_process=in_own_process)
        told.append(str(caught.value))
    assert told[0] == told[1] and "passes" in told[0]


def test_the_words_of_what_is_tried_are_not_kept(tmp_path: Path) -> None:
    fine = lists_in(tmp_path, "সভায় সবাই ছিলেন")
    kept = [lint([fine], in_own_process=in_own_process)[0].phrases.vocabulary.kept for in_own_process in (False, True)]
    assert kept[0] and not kept[1]
