"""The watch: one call for a change that lies still, none for what is hidden or half uploaded."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.service import watch as watch_file
from server.service.watch import Marks, changes, marks, watch


def mark(name: str) -> Marks:
    return frozenset({(name, 1, 1, 1, 1)})


def test_a_change_is_told_once_it_lies_still() -> None:
    looks = iter([mark(name) for name in "aabccccaab"])
    told = changes(lambda: next(looks), range(9), next(looks))
    seen = []
    for _ in told:
        seen.append("told")
    assert seen == ["told", "told"]  # c, then a; the last b has not lain still


def test_a_change_before_the_threads_first_turn_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may run it only when new lists have come already."""
    told, over = threading.Event(), threading.Event()
    start = threading.Thread.start

    def late(thread: threading.Thread) -> None:
        (tmp_path / "a.yaml").write_text("new")
        start(thread)

    def beat(_: float) -> Iterator[None]:
        yield from [None] * 3
        over.set()

    monkeypatch.setattr(threading.Thread, "start", late)
    monkeypatch.setattr(watch_file, "_beat", beat)
    watch([tmp_path], 0.01, told.set, marks([tmp_path]))
    assert over.wait(60) and told.is_set()


def test_links_are_looked_through(tmp_path: Path) -> None:
    """As they are read: a folder of lists may lie elsewhere, and be swapped whole."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(name)
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "prohibited").symlink_to("../one")
    first = marks([lists])
    (tmp_path / "one" / "a.yaml").write_text("edited")
    edited = marks([lists])
    (lists / "new").symlink_to("../two")
    (lists / "new").replace(lists / "prohibited")
    assert len({first, edited, marks([lists])}) == 3


def test_links_in_a_circle_end_and_lead_not_far(tmp_path: Path) -> None:
    (tmp_path / "lists/data/parties/more/deep").mkdir(parents=True)
    (tmp_path / "lists/data/self").symlink_to(tmp_path)
    (tmp_path / "lists/a.yaml").write_text("a")
    names = [Path(name).name for name, *_ in marks([tmp_path / "lists"])]
    assert names.count("a.yaml") == 1
    for place in ("in.yaml", "deep/er.yaml"):
        (tmp_path / "lists/data/parties/more" / place).write_text("a")
    assert {Path(name).name for name, *_ in marks([tmp_path / "lists"])} == {"a.yaml", "in.yaml"}


def test_a_file_that_becomes_readable_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a")
    path.chmod(0o600)
    first = marks([tmp_path])
    path.chmod(0o644)
    assert marks([tmp_path]) != first


def test_what_counts_as_a_change(tmp_path: Path) -> None:
    path = tmp_path / "prohibited" / "a.yaml"
    path.parent.mkdir()
    seen = [marks([tmp_path])]

    def changed() -> bool:
        seen.append(marks([tmp_path]))
        return seen[-1] != seen[-2]

    path.write_text("a")
    assert changed() and not changed()
    path.write_text("ab")
    assert changed()
    path.with_suffix(".new").write_text("cd")
    path.with_suffix(".new").replace(path)
    assert changed()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").write_text("x")
    (tmp_path / ".a.yaml.swp").write_text("x")
    assert not changed()
    path.unlink()
    assert changed() and marks([tmp_path / "none"]) == frozenset()
