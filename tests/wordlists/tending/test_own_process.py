"""What is made in a process of its own comes back whole, and leaves nothing behind."""

import os
import signal
from pathlib import Path

import pytest

from server.wordlists.reading.faults import FaultyLists
from server.wordlists.tending.lint import lint
from server.wordlists.tending.own_process import MOST, made_beside, made_in_own_process, made_in_parts

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


@pytest.mark.parametrize(("processors", "parts"), [(1, 1), (3, 3), (64, MOST)])
def test_parts_are_made_side_by_side_and_come_in_order(
    monkeypatch: pytest.MonkeyPatch, processors: int, parts: int
) -> None:
    monkeypatch.setattr("server.wordlists.tending.own_process.processors", lambda: processors)
    made = made_in_parts(lambda part, parts: [(part, parts, os.getpid())])
    assert [(part, of) for part, of, _ in made] == [(part, parts) for part in range(parts)]
    assert len({pid for _, _, pid in made}) == parts and made[-1][2] == os.getpid()


def test_a_part_whose_process_breaks_off_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.wordlists.tending.own_process.processors", lambda: 3)
    here = os.getpid()

    def make(part: int, _: int) -> list[int]:
        if part == 1 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return [part]

    assert made_in_parts(make) == [0, 1, 2]


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


def test_parts_tell_what_the_whole_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of harmless sentences in two files, each row's first three with all of them counted; and what is wrong with a file, once."""
    folder = lists_in(tmp_path, "সভায় সবাই ছিলেন")
    words = folder / "prohibited/words.yaml"
    words.write_text(f"{words.read_text(encoding='utf-8')}  - term: ছাগলটাইপ\n  - ছাগলটাইপের\n", encoding="utf-8")
    (folder / "harmless/near").mkdir(parents=True)
    said = [f"{number} নম্বর লোকটি {'গাধাটাইপ' if number % 3 else 'ছাগলটাইপ'}" for number in range(20)]
    (folder / "harmless/first.txt").write_text("\n".join([*said[:5], "সভা ??? হবে"]), encoding="utf-8")
    (folder / "harmless/near/second.txt").write_text("\n".join(said[5:]), encoding="utf-8")
    told = []
    for processors in (1, 2, 3):
        monkeypatch.setattr("server.wordlists.tending.own_process.processors", lambda count=processors: count)
        with pytest.raises(FaultyLists) as caught:
            lint([folder], thoroughly=True)
        told.append(str(caught.value))
    assert told[0] == told[1] == told[2]
    assert "(13): '1 নম্বর" in told[0] and "(7): '0 নম্বর" in told[0]


def test_the_words_of_what_is_tried_are_not_kept(tmp_path: Path) -> None:
    fine = lists_in(tmp_path, "সভায় সবাই ছিলেন")
    kept = [lint([fine], in_own_process=in_own_process)[0].phrases.vocabulary.kept for in_own_process in (False, True)]
    assert kept[0] and not kept[1]
