"""Watches folders of lists and profiles: calls when something has changed and then lain still."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

Marks = frozenset[tuple[str, int, int, int]]


def watch(folders: Sequence[Path], every: float, changed: Callable[[], None], known: Marks) -> None:
    """Starts a thread that looks every so many seconds and calls `changed` once a change has lain still for one look.

    `known`: how the folders were before they were read, so that what came in meanwhile is a change.
    """
    told = changes(lambda: marks(folders), _beat(every), known)
    threading.Thread(target=_look_on, args=(told, changed), name="watch", daemon=True).start()


def _look_on(told: Iterable[None], changed: Callable[[], None]) -> None:
    for _ in told:
        changed()


def _beat(every: float) -> Iterator[None]:
    pause = threading.Event()
    while True:
        pause.wait(every)
        yield


def changes(look: Callable[[], Marks], beat: Iterable[None], known: Marks) -> Iterator[None]:
    """One item for each change from what is known, when two looks were alike: not in the middle of an upload."""
    last = known
    for _ in beat:
        now = look()
        if now == last and now != known:
            known = now
            yield
        last = now


def marks(folders: Iterable[Path]) -> Marks:
    """What changes when a file is written, added, moved or taken out. Hidden files (.git) are none of ours."""
    found: set[tuple[str, int, int, int]] = set()
    for folder in folders:
        for place, names, files in os.walk(folder):
            names[:] = [name for name in names if not name.startswith(".")]
            for name in files:
                if not name.startswith("."):
                    found |= _mark(Path(place) / name)
    return frozenset(found)


def _mark(path: Path) -> set[tuple[str, int, int, int]]:
    try:
        seen = path.stat()
    except OSError:  # gone between two looks
        return set()
    return {(str(path), seen.st_mtime_ns, seen.st_size, seen.st_ino)}
